// What may be typed where the parts of the text say it that are open at the cursor.
#include "layout/clauses.h"
#include "layout/completer.h"
#include "layout/skeletons.h"

#include <utility>

namespace daphnia::layout {

using parse::WordKind;
using parse::WordRole;

namespace {

const Keywords kStatementKeywords{"assert", "assume", "break",  "calc", "continue", "expect", "for",
                                  "forall", "ghost",  "hide",   "if",   "label",    "match",  "modify",
                                  "print",  "return", "reveal", "var",  "while"};

const Keywords kExpressionKeywords{"allocated", "exists", "false", "forall",   "fresh",     "if",
                                   "iset",      "map",    "match", "multiset", "null",      "old",
                                   "seq",       "set",    "this",  "true",     "unchanged", "var"};

const Keywords kMemberKeywords{"const", "function", "ghost",  "greatest",  "iterator", "least",
                               "lemma", "method",   "opaque", "predicate", "static",   "twostate"};

const Keywords kModuleKeywords{"abstract", "class",  "codatatype", "datatype", "export",
                               "import",   "module", "newtype",    "trait",    "type"};

void add(Keywords& to, const Keywords& more) {
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

Keywords type_keywords() {
    return {"array", "bool",   "char",    "imap", "int", "iset", "map",   "multiset",
            "nat",   "object", "ORDINAL", "real", "seq", "set",  "string"};
}

void Completer::by_shape() {
    const Node* node = innermost({Part::File, Part::Body, Part::Declaration, Part::Block, Part::FunctionBody,
                                  Part::Calculation, Part::Statement, Part::Cases, Part::Case, Part::Clause,
                                  Part::Brackets, Part::If, Part::Match, Part::Lambda});
    if (node->part == Part::File || node->part == Part::Body) {
        declaration();
    } else if (statement_begins()) {
        statement();
    } else if (ends_operand()) {
        behind_operand();
    } else {
        place(Place::Expression);
        result_.keywords = kExpressionKeywords;
        result_.skeletons = expression_skeletons();
    }
}

bool Completer::statement_begins() const {
    const Node* node = innermost(
        {Part::Block, Part::FunctionBody, Part::Brackets, Part::Calculation, Part::Proof, Part::Let, Part::Case});
    if (node == nullptr || (node->part != Part::Block && node->part != Part::Case)) {
        return false;
    }
    if (node->part == Part::Case) {
        const parse::Word& keyword = front_.words()[node->begin];
        const bool of_statements = keyword.role == WordRole::StatementCase;
        return of_statements && (last() == "=>" || last() == ";" || closed_block());
    }
    const bool label = last() == ":" && is_keyword({"label"}, 3);
    return last() == ";" || label || (last() == "{" && node->end == node->begin + 1) || closed_block();
}

bool Completer::closed_block() const {
    return last() == "}" && std::any_of(open_.begin(), open_.end(), [&](const Node* node) {
               return (node->part == Part::Block || node->part == Part::Calculation || node->part == Part::Cases) &&
                      is_closed(*node);
           });
}

bool Completer::ends_operand() const {
    const parse::Word& word = *last_word();
    switch (word.kind) {
    case WordKind::Identifier:
    case WordKind::Number:
    case WordKind::String:
    case WordKind::Character:
    case WordKind::TypeName:
        return true;
    default:
        return among(last(), {")", "]", "}", "true", "false", "null", "this", "*"}) ||
               word.role == WordRole::BarClose || word.role == WordRole::TypeClose ||
               (last() == ";" && behind_clause());
    }
}

bool Completer::behind_clause() const {
    const Node* node = innermost(
        {Part::Clause, Part::Declaration, Part::Let, Part::Proof, Part::Block, Part::FunctionBody, Part::Brackets});
    return node->part == Part::Clause || node->part == Part::Declaration;
}

void Completer::declaration() {
    place(Place::Declaration);
    const Node* body = innermost({Part::Body});
    const Node* owner = nullptr;
    for (std::size_t i = 1; body != nullptr && i < open_.size(); ++i) {
        owner = open_[i] == body ? open_[i - 1] : owner;
    }
    const std::string_view keyword = owner == nullptr ? "module" : front_.word(owner->keyword);
    result_.keywords = kMemberKeywords;
    result_.skeletons = member_skeletons();
    if (keyword == "module") {
        add(result_.keywords, kModuleKeywords);
        const auto more = module_skeletons();
        result_.skeletons.insert(result_.skeletons.end(), more.begin(), more.end());
    } else if (keyword == "class" || keyword == "trait") {
        add(result_.keywords, {"var", "constructor"});
    }
    if (front_.words().empty() || only_includes()) {
        result_.keywords.push_back("include");
    }
}

bool Completer::only_includes() const {
    return std::all_of(front_.tree().parts.begin(), front_.tree().parts.end(),
                       [&](const Node& part) { return front_.word(part.keyword) == "include"; });
}

void Completer::statement() {
    place(Place::Statement);
    result_.keywords = kStatementKeywords;
    result_.skeletons = statement_skeletons();
    const Node* block = innermost({Part::Block});
    const auto owner = std::find_if(open_.begin(), open_.end(), [&](const Node* node) {
        return std::any_of(node->parts.begin(), node->parts.end(), [&](const Node& part) { return &part == block; });
    });
    if (owner != open_.end() && front_.word((*owner)->keyword) == "constructor") {
        result_.keywords.push_back("new");
    }
    if (const Node* before = innermost({Part::Statement});
        closed_block() && before != nullptr && front_.word(before->keyword) == "if") {
        result_.keywords.push_back("else");
    }
    if (innermost({Part::Case}) != nullptr) {
        result_.keywords.push_back("case");
    }
}

void Completer::behind_operand() {
    place(Place::Clause);
    const Node* expression_owner = innermost({Part::If, Part::Match, Part::Brackets, Part::FunctionBody, Part::Clause,
                                              Part::Statement, Part::Declaration, Part::Case});
    const bool head_type = expression_owner->part == Part::Declaration && innermost({Part::FunctionBody}) == nullptr;
    if (!head_type) {
        result_.keywords = {"as", "in", "is"};
    }
    if (expression_owner->part == Part::If) {
        result_.keywords.push_back(count(*expression_owner, "then") == 0 ? "then" : "else");
    }
    if (innermost({Part::Match, Part::Cases}) != nullptr) {
        result_.keywords.push_back("case");
    }
    const Node* owner = innermost({Part::Block, Part::FunctionBody, Part::Statement, Part::Declaration});
    if (expression_owner->part == Part::Brackets || owner == nullptr) {
        return;
    }
    const std::string_view keyword = front_.word(owner->keyword);
    if (owner->part == Part::Statement && among(keyword, {"assert"})) {
        result_.keywords.push_back("by");
    }
    if (owner->part == Part::Statement && keyword == "for" && count(*owner, ":=") != 0 && count(*owner, "to") == 0) {
        add(result_.keywords, {"to", "downto"});
    }
    clauses(*owner);
    if (owner->part == Part::Declaration) {
        head(*owner, keyword);
    }
}

std::size_t Completer::count(const Node& node, std::string_view word) const {
    std::size_t result = 0;
    for (std::size_t i = node.begin; i < node.end; ++i) {
        result += front_.word(i) == word ? 1U : 0U;
    }
    return result;
}

void Completer::head(const Node& node, std::string_view keyword) {
    const bool closed_parenthesis = last() == ")";
    if (keyword == "method" && closed_parenthesis && count(node, "returns") == 0) {
        result_.keywords.push_back("returns");
    }
    if (keyword == "iterator" && closed_parenthesis && count(node, "yields") == 0) {
        result_.keywords.push_back("yields");
    }
    if (among(keyword, {"class", "trait"}) && count(node, "extends") == 0) {
        result_.keywords.push_back("extends");
    }
    if (keyword == "module") {
        result_.keywords.push_back("refines");
    }
    if (among(keyword, {"type", "newtype"})) {
        result_.keywords.push_back("witness");
    }
    const auto closed = [&](const Node& part) {
        return (part.part == Part::Block || part.part == Part::FunctionBody || part.part == Part::Body) &&
               is_closed(part);
    };
    if (!node.parts.empty() && closed(node.parts.back())) {
        result_.clauses.clear();
        result_.keywords.clear();
        if (among(keyword, {"function", "predicate"}) && count(node, "by") == 0) {
            result_.keywords.push_back("by");
        }
    }
    if (node.end > node.keyword + 1) {
        const Keywords own = std::move(result_.keywords);
        const Place place = result_.place;
        declaration();
        add(result_.keywords, own);
        result_.place = result_.clauses.empty() ? Place::Declaration : place;
    }
}

void Completer::clauses(const Node& owner) {
    const auto order = clauses_of(front_, owner);
    const std::uint32_t begin = front_.range(owner).begin;
    const Node* whole = nullptr;
    for (const Node* node : path_to(text_, begin)) {
        const bool same = node->part == owner.part && text_.range(*node).begin == begin;
        whole = same ? node : whole;
    }
    const auto rank = [&](std::string_view keyword) { return std::find(order.begin(), order.end(), keyword); };
    for (const std::string_view keyword : order) {
        ClauseChoice choice{std::string(keyword), false, true};
        for (std::size_t i = 0; whole != nullptr && i < whole->parts.size(); ++i) {
            const Node& part = whole->parts[i];
            if (part.part != Part::Clause || text_.range(part).begin == result_.word.begin) {
                continue;
            }
            const std::string there = clause_keyword(text_, part);
            const bool before = text_.range(part).begin < result_.word.begin;
            choice.present = choice.present || there == keyword;
            choice.next = choice.next && (before ? rank(there) <= rank(keyword) : rank(keyword) <= rank(there));
        }
        const auto more = clause_skeletons(keyword);
        result_.skeletons.insert(result_.skeletons.end(), more.begin(), more.end());
        result_.clauses.push_back(std::move(choice));
    }
}

} // namespace daphnia::layout
