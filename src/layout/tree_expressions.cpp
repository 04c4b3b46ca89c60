// Expressions and types of the shape.
#include "layout/tree_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace daphnia::layout {

using parse::WordKind;
using parse::WordRole;

namespace {

constexpr std::size_t kMaxDepth = 1000; // what is nested deeper is refused when it is parsed
constexpr int kLemma = 0;
constexpr int kImplies = 2;
constexpr int kComparison = 4;
constexpr int kConversion = 9;
constexpr int kNone = -1;

using Level = std::pair<std::string_view, int>;
constexpr std::array<Level, 26> kLevels = {{
    {"<==>", 1},
    {"==>", kImplies},
    {"<==", kImplies},
    {"&&", 3},
    {"||", 3},
    {"==", 4},
    {"!=", 4},
    {"<", 4},
    {"<=", 4},
    {">", 4},
    {">=", 4},
    {"in", 4},
    {"!in", 4},
    {"!!", 4},
    {"<<", 5},
    {">>", 5},
    {"+", 6},
    {"-", 6},
    {"*", 7},
    {"/", 7},
    {"%", 7},
    {"&", 8},
    {"|", 8},
    {"^", 8},
    {"as", kConversion},
    {"is", kConversion},
}};

} // namespace

int TreeReader::level_here() const {
    if (at_end()) {
        return kNone;
    }
    switch (role()) {
    case WordRole::LemmaSemicolon:
        return kLemma;
    case WordRole::None:
        break;
    default:
        return kNone;
    }
    if (kind() != WordKind::Operator && kind() != WordKind::Keyword) {
        return kNone;
    }
    if (kind() == WordKind::Keyword && word(place_).ends_with("to")) {
        return kComparison; // `decreases to` is one word
    }
    const auto found =
        std::find_if(kLevels.begin(), kLevels.end(), [&](const Level& level) { return level.first == word(place_); });
    return found == kLevels.end() ? kNone : found->second;
}

// All operators of a level are one node; a ==> b ==> c is a ==> (b ==> c).
std::optional<Node> TreeReader::operation(int level) {
    if (depth_ > kMaxDepth) {
        return std::nullopt;
    }
    ++depth_;
    std::optional<Node> left = prefixed();
    for (int here = level_here(); left && here >= level; here = level_here()) {
        if (here == kLemma || (here == kImplies && is("==>"))) {
            wrap(*left, here == kLemma ? Part::Proof : Part::Implication);
            ++place_;
            add(*left, operation(here));
            left = finish(std::move(*left));
            continue;
        }
        wrap(*left, Part::Operation);
        while (level_here() == here) {
            ++place_;
            if (is("#")) { // ==#[k]
                ++place_;
                add(*left, is("[") ? std::optional(brackets()) : std::nullopt);
            }
            add(*left, here == kConversion ? (at_end() ? std::nullopt : std::optional(type())) : operation(here + 1));
        }
        left = finish(std::move(*left));
    }
    --depth_;
    return left;
}

std::optional<Node> TreeReader::prefixed() {
    if (!is_any({"-", "!", "&&", "||"})) {
        return primary();
    }
    const bool leading = is("&&") || is("||");
    Node node = begin(leading ? Part::Operation : Part::Prefixed);
    while (is_any({"-", "!", "&&", "||"})) {
        ++place_;
    }
    add(node, leading ? operation(4) : prefixed());
    while (leading && level_here() == 3) {
        ++place_;
        add(node, operation(4));
    }
    return finish(std::move(node));
}

bool TreeReader::at_comprehension() const {
    if (is("forall") || is("exists")) {
        return true;
    }
    return is_any({"set", "iset", "map", "imap"}) && place_ + 1 < limit_ &&
           words_.words[place_ + 1].kind == WordKind::Identifier;
}

std::optional<Node> TreeReader::primary() {
    if (at_end()) {
        return std::nullopt;
    }
    if (role() == WordRole::Lambda) {
        return lambda();
    }
    if (role() == WordRole::ProofForall || is_any({"assert", "assume", "expect", "reveal", "calc"})) {
        return proof();
    }
    if (at_comprehension()) {
        return comprehension();
    }
    if (is("if")) {
        return conditional();
    }
    if (is("match")) {
        return match();
    }
    if (is("var") || is(":-") || (is("ghost") && is_at(place_ + 1, "var"))) {
        return let();
    }
    return suffixed();
}

bool TreeReader::at_operand() const {
    switch (kind()) {
    case WordKind::Identifier:
    case WordKind::Number:
    case WordKind::String:
    case WordKind::Character:
    case WordKind::TypeName:
        return !at_end();
    default:
        return is_any({"true", "false", "null", "this", "old", "fresh", "unchanged", "allocated", "assigned", "new",
                       "*", "**", "...", "`"});
    }
}

std::optional<Node> TreeReader::suffixed() {
    Node node = begin(Part::Atom);
    if (is("(") || is("[") || is("{") || role() == WordRole::BarOpen) {
        node = brackets();
    } else if (at_operand()) {
        const bool named = place_ + 1 < limit_ && words_.words[place_ + 1].kind != WordKind::Bracket &&
                           words_.words[place_ + 1].kind != WordKind::Separator;
        place_ += (is("new") || is("`")) && named ? 2 : 1;
        node = finish(std::move(node));
    } else {
        return std::nullopt;
    }
    const auto suffix = [&] {
        if (node.part != Part::Suffixed) {
            wrap(node, Part::Suffixed);
        }
    };
    while (!at_end()) {
        const bool display = word(place_ - 1) == "multiset" || word(place_ - 1) == "iset";
        if (((is("(") && role() != WordRole::StatementParen) || is("[") || role() == WordRole::TypeOpen ||
             (is("{") && display))) {
            suffix();
            node.parts.push_back(brackets());
        } else if (is(".") || is("`") || is("#") || is("@")) {
            suffix();
            ++place_;
            // Behind a dot that nothing follows yet, a keyword begins something new.
            if (!at_end() && kind() != WordKind::Bracket && kind() != WordKind::Separator &&
                (kind() != WordKind::Keyword || !starts_statement())) {
                ++place_;
            }
        } else {
            break;
        }
    }
    return finish(std::move(node));
}

Node TreeReader::brackets() {
    Node node = begin(Part::Brackets);
    const std::string_view open = word(place_);
    const bool types = role() == WordRole::TypeOpen;
    const bool bars = role() == WordRole::BarOpen;
    ++place_;
    ++depth_;
    bracket_content(node, types ? ">" : bars ? "|" : open == "(" ? ")" : open == "[" ? "]" : "}");
    --depth_;
    return finish(std::move(node));
}

// Up to the bracket that closes it.
void TreeReader::bracket_content(Node& node, std::string_view close) {
    const bool types = close == ">";
    while (!at_end()) {
        const bool closes = types          ? role() == WordRole::TypeClose
                            : close == "|" ? role() == WordRole::BarClose
                                           : is(close);
        if (closes) {
            ++place_;
            return;
        }
        if (is_any({")", "]", "}"})) {
            return; // the bracket is missing
        }
        if (types) {
            node.parts.push_back(type());
        } else if (at_attribute()) {
            node.parts.push_back(attribute());
        } else if (take(":")) {
            add(node, at_end() || is("]") ? std::nullopt : std::optional(type()));
        } else if (is("requires") || is("reads")) {
            node.parts.push_back(clause());
        } else {
            std::optional<Node> part = expression();
            place_ += part ? 0 : 1;
            add(node, std::move(part));
        }
    }
}

// The variables of a quantifier, with their types, domains and ranges.
void TreeReader::binders(Node& node) {
    while (!at_end()) {
        if (kind() == WordKind::Identifier || is(",")) {
            ++place_;
        } else if (take(":")) {
            add(node, at_end() ? std::nullopt : std::optional(type()));
        } else if (is("{:")) {
            node.parts.push_back(attribute());
        } else if (is("<-") || role() == WordRole::RangeBar) {
            ++place_;
            add(node, expression());
        } else {
            return;
        }
    }
}

Node TreeReader::comprehension() {
    Node node = begin(Part::Comprehension);
    ++place_;
    binders(node);
    while (take("::") || take(":=")) {
        add(node, expression());
    }
    return finish(std::move(node));
}

Node TreeReader::conditional() {
    Node node = begin(Part::If);
    ++place_;
    add(node, expression());
    while (is(":") || is(":|") || is(",")) { // the binding of a guard
        const bool typed = is(":");
        ++place_;
        add(node, typed && !at_end() ? std::optional(type()) : expression());
    }
    if (take("then")) {
        add(node, expression());
    }
    if (take("else")) {
        add(node, expression());
    }
    return finish(std::move(node));
}

Node TreeReader::match() {
    Node node = begin(Part::Match);
    ++place_;
    add(node, expression());
    if (is("{") || is("case")) {
        node.parts.push_back(cases(false));
    }
    return finish(std::move(node));
}

// Up to the semicolon, then the rest.
Node TreeReader::let() {
    Node node = begin(Part::Let);
    take("ghost");
    ++place_;
    while (!at_end() && !is(";") && !is_any({")", "]", "}", "then", "else", "case"}) && !at_clause()) {
        if (take(":")) {
            add(node, at_end() ? std::nullopt : std::optional(type()));
        } else if (at_attribute()) {
            node.parts.push_back(attribute());
        } else {
            std::optional<Node> part = is(":-") ? std::nullopt : expression();
            place_ += part ? 0 : 1;
            add(node, std::move(part));
        }
    }
    if (take(";")) {
        add(node, expression());
    }
    return finish(std::move(node));
}

Node TreeReader::proof() {
    Node node = begin(Part::Proof);
    std::optional<Node> inner = statement();
    place_ += inner ? 0 : 1;
    add(node, std::move(inner));
    add(node, expression());
    return finish(std::move(node));
}

Node TreeReader::lambda() {
    Node node = begin(Part::Lambda);
    if (is("(")) {
        node.parts.push_back(brackets());
    } else {
        ++place_;
    }
    while (is("requires") || is("reads")) {
        node.parts.push_back(clause());
    }
    if (take("=>")) {
        add(node, expression());
    }
    return finish(std::move(node));
}

Node TreeReader::type() {
    Node node = begin(Part::Type);
    ++depth_;
    if (is("(") && depth_ < kMaxDepth) {
        node.parts.push_back(brackets());
    } else {
        ++place_;
        while (!at_end()) {
            if (role() == WordRole::TypeOpen && depth_ < kMaxDepth) {
                node.parts.push_back(brackets());
            } else if (is(".") && place_ + 1 < limit_) {
                place_ += 2;
            } else {
                break;
            }
        }
    }
    if ((is("->") || is("-->") || is("~>")) && place_ + 1 < limit_ && depth_ < kMaxDepth) {
        ++place_;
        node.parts.push_back(type());
    }
    --depth_;
    return finish(std::move(node));
}

} // namespace daphnia::layout
