// Statements of the shape.
#include "layout/tree_reader.h"

#include <algorithm>

namespace daphnia::layout {

using parse::WordKind;
using parse::WordRole;

namespace {

constexpr std::size_t kMaxDepth = 1000; // what is nested deeper is refused when it is parsed

} // namespace

Node TreeReader::block() {
    Node node = begin(Part::Block);
    ++place_;
    statements(node);
    take("}");
    return finish(std::move(node));
}

// Up to the end of the block or case around them.
void TreeReader::statements(Node& node) {
    while (!at_end() && !is("}") && role() != WordRole::StatementCase) {
        std::optional<Node> next = statement();
        place_ += next ? 0 : 1;
        add(node, std::move(next));
    }
}

bool TreeReader::starts_statement() const {
    return is_any({"assert", "assume", "expect", "print", "return", "var", "while", "for", "if", "match", "calc",
                   "break", "continue", "label", "modify", "yield", "reveal", "hide", "forall"});
}

bool TreeReader::ends_statement() const {
    return at_end() || is("}") || role() == WordRole::StatementCase || role() == WordRole::ExpressionCase;
}

void TreeReader::attributes(Node& node) {
    while (at_attribute()) {
        node.parts.push_back(attribute());
    }
}

void TreeReader::labels(Node& node) {
    attributes(node); // of the form @Name
    while (take("label")) {
        while (!at_end() && !is("}") && !take(":")) {
            ++place_;
        }
    }
}

std::optional<Node> TreeReader::statement() {
    if (ends_statement() || depth_ > kMaxDepth) {
        return std::nullopt;
    }
    ++depth_;
    Node node = begin(Part::Statement);
    labels(node);
    node.keyword = place_;
    if (is("{")) {
        node.parts.push_back(block());
    } else if (is("if")) {
        if_statement(node);
    } else if (is("while") || is("for")) {
        loop(node);
    } else if (is("forall")) {
        forall_statement(node);
    } else if (is("match")) {
        match_statement(node);
    } else if (is("calc")) {
        calculation(node);
    } else if (is("opaque")) {
        ++place_;
        clauses_and_block(node);
    } else if (!ends_statement()) {
        simple_statement(node);
    }
    --depth_;
    node.keyword = std::min(node.keyword, std::max(node.begin, place_ == 0 ? 0 : place_ - 1));
    return place_ == node.begin ? std::nullopt : std::optional(finish(std::move(node)));
}

void TreeReader::clauses_and_block(Node& node) {
    while (at_clause()) {
        node.parts.push_back(clause());
    }
    if (is("{")) {
        node.parts.push_back(block());
    }
}

void TreeReader::if_statement(Node& node) {
    while (true) {
        ++place_; // if
        attributes(node);
        if (is("{") || role() == WordRole::StatementCase) {
            node.parts.push_back(cases(true));
        } else {
            do { // the binding of a guard: x: T, y :| P
                add(node, expression());
                if (take(":") && !at_end()) {
                    node.parts.push_back(type());
                }
                attributes(node);
            } while (take(",") || take(":|"));
            if (is("{")) {
                node.parts.push_back(block());
            }
        }
        if (!take("else")) {
            return;
        }
        attributes(node);
        if (!is("if")) {
            break;
        }
    }
    if (is("{")) {
        node.parts.push_back(block());
    }
}

void TreeReader::loop(Node& node) {
    const bool counts = is("for");
    ++place_;
    attributes(node);
    while (counts && !at_end() && !at_clause() && !is("{") && !ends_statement() && !is(";")) {
        if (take(":")) {
            add(node, at_end() ? std::nullopt : std::optional(type()));
            continue;
        }
        std::optional<Node> part = expression(); // name, bound, bound, with := and to between them
        place_ += part ? 0 : 1;
        add(node, std::move(part));
    }
    if (!counts && !at_clause() && !is("{")) {
        add(node, expression());
    }
    while (at_clause()) {
        node.parts.push_back(clause());
    }
    const bool has_cases = role() == WordRole::StatementCase ||
                           (is("{") && place_ + 1 < limit_ && words_.words[place_ + 1].role == WordRole::StatementCase);
    if (has_cases) {
        node.parts.push_back(cases(true));
    } else if (is("{")) {
        node.parts.push_back(block());
    }
}

void TreeReader::forall_statement(Node& node) {
    ++place_;
    if (is("(")) {
        node.parts.push_back(brackets());
    } else {
        binders(node);
    }
    clauses_and_block(node);
}

void TreeReader::match_statement(Node& node) {
    ++place_;
    attributes(node);
    add(node, expression());
    if (is("{") || role() == WordRole::StatementCase) {
        node.parts.push_back(cases(true));
    }
}

void TreeReader::calculation(Node& node) {
    ++place_;
    attributes(node);
    while (!at_end() && !is("{") && !is("}") && !is(";")) {
        ++place_; // the operator
    }
    if (is("{")) {
        node.parts.push_back(calculation_body());
    }
}

Node TreeReader::calculation_body() {
    Node node = begin(Part::Calculation);
    ++place_;
    while (!at_end() && !is("}")) {
        if (is("{")) {
            node.parts.push_back(block());
        } else if (is("calc")) {
            add(node, statement());
        } else if (is_any({"==", "!=", "<", "<=", ">", ">=", "<==>", "==>", "<=="})) {
            ++place_; // the operator of a step
            if (is("#")) {
                ++place_;
                add(node, is("[") ? std::optional(brackets()) : std::nullopt);
            }
        } else {
            Node line = begin(Part::Statement);
            line.keyword = place_;
            add(line, expression());
            if (!take(";") && line.parts.empty()) {
                ++place_;
            }
            node.parts.push_back(finish(std::move(line)));
        }
    }
    take("}");
    return finish(std::move(node));
}

void TreeReader::simple_statement(Node& node) {
    if (take("ghost") || starts_statement() || is("new")) {
        ++place_;
    }
    if (is_at(node.keyword, "ghost")) {
        node.keyword = std::min(node.keyword + 1, limit_ - 1);
    }
    while (!ends_statement()) {
        if (take(";")) {
            return;
        }
        if (take(":-")) { // which would begin a let expression
            continue;
        }
        if (take("by")) {
            if (is("{")) {
                node.parts.push_back(block());
            }
            return;
        }
        if (is("{") && !node.parts.empty() && is_at(node.keyword, "modify")) {
            node.parts.push_back(block());
            return;
        }
        const bool after_operator = is_at(place_ - 1, ":-") || is_at(place_ - 1, ":|");
        const bool after_operand =
            !node.parts.empty() && node.parts.back().end == place_ && is_expression(node.parts.back().part);
        if (after_operand && (starts_statement() || kind() == WordKind::Identifier)) {
            return; // a semicolon is missing
        }
        if (at_attribute()) {
            node.parts.push_back(attribute());
        } else if (take(":")) {
            add(node, at_end() ? std::nullopt : std::optional(type()));
        } else if (after_operator && is_any({"expect", "assert", "assume"})) {
            ++place_;
        } else {
            std::optional<Node> part = expression();
            place_ += part ? 0 : 1;
            add(node, std::move(part));
        }
    }
}

// Of a match or of guards, with or without braces.
Node TreeReader::cases(bool statements) {
    Node node = begin(Part::Cases);
    const bool braces = take("{");
    while (!at_end() && !is("}")) {
        if (is("case")) {
            node.parts.push_back(one_case(statements));
        } else if (braces) {
            ++place_;
        } else {
            break;
        }
    }
    if (braces) {
        take("}");
    }
    return finish(std::move(node));
}

Node TreeReader::one_case(bool statements) {
    Node node = begin(Part::Case);
    node.keyword = place_;
    ++place_;
    attributes(node);
    while (!at_end() && !is("=>") && !is("}") && !is("case")) {
        if (take(":")) {
            add(node, at_end() ? std::nullopt : std::optional(type()));
            continue;
        }
        std::optional<Node> part = expression();
        place_ += part ? 0 : 1;
        add(node, std::move(part));
    }
    if (!take("=>")) {
        return finish(std::move(node));
    }
    if (statements) {
        this->statements(node);
    } else {
        add(node, expression());
    }
    return finish(std::move(node));
}

} // namespace daphnia::layout
