// Declarations of the shape.
#include "layout/tree_reader.h"

#include <algorithm>

namespace daphnia::layout {

using parse::WordChunk;
using parse::WordKind;
using parse::WordRole;

Node read_tree(std::string_view text, const parse::Words& words) {
    return TreeReader(text, words).read();
}

bool is_expression(Part part) {
    return part >= Part::Operation;
}

Node TreeReader::read() {
    open_.push_back(begin(Part::File));
    for (const WordChunk& each : words_.chunks) {
        chunk(each);
    }
    place_ = limit_ = words_.words.size();
    while (open_.size() > 1) { // the braces are missing
        Node inner = finish(std::move(open_.back()));
        open_.pop_back();
        open_.back().parts.push_back(std::move(inner));
    }
    return finish(std::move(open_.front()));
}

void TreeReader::chunk(const WordChunk& chunk) {
    place_ = chunk.begin;
    limit_ = chunk.end;
    if (chunk.kind == WordChunk::Kind::Declaration) {
        if (!at_end()) {
            open_.back().parts.push_back(declaration());
        }
        return;
    }
    if (chunk.kind == WordChunk::Kind::Container) {
        Node header = declaration();
        open_.push_back(std::move(header));
        place_ = chunk.end;
        open_.push_back(begin(Part::Body));
        return;
    }
    if (open_.size() < 3) {
        return; // a brace that closes nothing
    }
    place_ = chunk.end;
    Node inner = finish(std::move(open_.back()));
    open_.pop_back();
    open_.back().parts.push_back(std::move(inner));
    Node whole = finish(std::move(open_.back()));
    open_.pop_back();
    open_.back().parts.push_back(std::move(whole));
}

// ---- helpers

std::string_view TreeReader::word(std::size_t index) const {
    const parse::Word& found = words_.words[index];
    return text_.substr(found.begin, found.end - found.begin);
}

bool TreeReader::is_at(std::size_t index, std::string_view text) const {
    if (index >= limit_) {
        return false;
    }
    const WordKind kind = words_.words[index].kind;
    return kind != WordKind::Identifier && kind != WordKind::String &&
           words_.words[index].role != WordRole::AttributeName && word(index) == text;
}

bool TreeReader::is_any(std::initializer_list<std::string_view> texts) const {
    return std::any_of(texts.begin(), texts.end(), [&](std::string_view text) { return is(text); });
}

Node TreeReader::finish(Node node) const {
    node.end = std::max(place_, node.begin);
    return node;
}

void TreeReader::add(Node& node, std::optional<Node> part) {
    if (part) {
        node.parts.push_back(std::move(*part));
    }
}

bool TreeReader::take(std::string_view text) {
    const bool found = is(text);
    place_ += found ? 1 : 0;
    return found;
}

void TreeReader::expressions(Node& node) {
    do {
        add(node, expression());
    } while (take(","));
}

// Makes the node the first part of another that begins where it begins.
void TreeReader::wrap(Node& node, Part part) const {
    Node outer{part, node.begin, node.end};
    outer.parts.push_back(finish(std::move(node)));
    node = std::move(outer);
}

// ---- declarations

bool TreeReader::at_attribute() const {
    return is("{:") || role() == WordRole::AttributeAt;
}

bool TreeReader::at_modifier() const {
    return is_any({"abstract", "ghost", "static", "opaque", "replaceable", "twostate", "least", "greatest"});
}

bool TreeReader::at_clause() const {
    if (is("yield")) {
        return is_at(place_ + 1, "requires") || is_at(place_ + 1, "ensures");
    }
    return is_any({"requires", "ensures", "reads", "modifies", "decreases", "invariant"});
}

Node TreeReader::declaration() {
    Node node = begin(Part::Declaration);
    while (!at_end() && (at_modifier() || at_attribute())) {
        if (at_attribute()) {
            node.parts.push_back(attribute());
        } else {
            ++place_;
        }
    }
    node.keyword = at_end() ? node.begin : place_;
    const std::string_view keyword = word(node.keyword);
    if (!at_end()) {
        ++place_;
    }
    while (!at_end()) {
        declaration_part(node, keyword);
    }
    return finish(std::move(node));
}

void TreeReader::declaration_part(Node& node, std::string_view keyword) {
    const bool exports = keyword == "export" && is_any({"provides", "reveals", "extends"});
    const bool datatype = keyword == "datatype" || keyword == "codatatype";
    if (at_attribute()) {
        node.parts.push_back(attribute());
    } else if (at_clause() || exports) {
        node.parts.push_back(clause());
    } else if (is("(") || is("[") || role() == WordRole::TypeOpen) {
        node.parts.push_back(brackets());
    } else if (is("{")) {
        body(node, keyword);
    } else if (is(":") || is("extends") || (is(",") && keyword != "var" && keyword != "export")) {
        ++place_;
        if (!at_end() && keyword != "import") {
            const bool named = is("("); // a result with a name, or a tuple
            node.parts.push_back(named ? brackets() : type());
        }
    } else if (is("=") && datatype) {
        ++place_;
        node.parts.push_back(constructors());
    } else if (is("=") || is(":=") || is("|") || is("witness")) {
        ++place_;
        definition(node, keyword);
    } else {
        ++place_;
    }
}

// What stands behind `=`, `:=`, `|` or `witness`.
void TreeReader::definition(Node& node, std::string_view keyword) {
    const bool of_type = keyword == "type" || keyword == "newtype";
    const bool variable = kind() == WordKind::Identifier && (is_at(place_ + 1, ":") || is_at(place_ + 1, "|"));
    const std::string_view before = word(place_ - 1);
    if (of_type && before == "=") {
        if (!variable && !at_end()) {
            node.parts.push_back(type());
        }
    } else if (keyword != "import" && keyword != "module") {
        add(node, expression());
    }
}

void TreeReader::body(Node& node, std::string_view keyword) {
    const bool function = keyword == "function" || keyword == "predicate";
    if (!function || is_at(place_ - 1, "method")) {
        node.parts.push_back(block());
        return;
    }
    Node braces = begin(Part::FunctionBody);
    ++place_;
    while (!at_end() && !is("}")) {
        std::optional<Node> inner = expression();
        place_ += inner ? 0 : 1;
        add(braces, std::move(inner));
    }
    take("}");
    node.parts.push_back(finish(std::move(braces)));
}

Node TreeReader::constructors() {
    Node node = begin(Part::Constructors);
    take("...");
    while (!at_end() && !is("{")) {
        if (take("|")) {
            continue;
        }
        Node constructor = begin(Part::Constructor);
        while (!at_end() && !is("|") && !is("{")) {
            if (at_attribute()) {
                constructor.parts.push_back(attribute());
            } else if (is("(")) {
                constructor.parts.push_back(brackets());
            } else {
                ++place_;
            }
        }
        node.parts.push_back(finish(std::move(constructor)));
    }
    return finish(std::move(node));
}

Node TreeReader::attribute() {
    Node node = begin(Part::Attribute);
    if (take("{:")) {
        ++place_;
        place_ = std::min(place_, limit_);
        bracket_content(node, "}");
        return finish(std::move(node));
    }
    place_ = std::min(place_ + 2, limit_); // @Name
    while (is(".") && place_ + 1 < limit_) {
        place_ += 2;
    }
    if (is("(")) {
        node.parts.push_back(brackets());
    }
    return finish(std::move(node));
}

Node TreeReader::clause() {
    Node node = begin(Part::Clause);
    take("yield");
    ++place_;
    attributes(node);
    if (role() == WordRole::LabelName) {
        ++place_;
        take(":");
    }
    const bool exports = is_at(node.begin, "provides") || is_at(node.begin, "reveals");
    do {
        add(node, expression());
    } while (take(",") || (exports && take(".")));
    take(";");
    return finish(std::move(node));
}

} // namespace daphnia::layout
