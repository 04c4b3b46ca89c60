#include "layout/clauses.h"

#include <algorithm>

namespace daphnia::layout {

std::vector<std::string_view> clauses_of(const Text& text, const Node& node) {
    const std::string_view keyword = text.word(node.keyword);
    if (node.part == Part::Statement) {
        if (keyword == "while" || keyword == "for") {
            return {"invariant", "modifies", "decreases"};
        }
        if (keyword == "forall") {
            return {"ensures"};
        }
        return keyword == "opaque" ? std::vector<std::string_view>{"ensures", "modifies"}
                                   : std::vector<std::string_view>();
    }
    if (node.part != Part::Declaration) {
        return {};
    }
    if (keyword == "method" || keyword == "constructor" || keyword == "lemma") {
        return {"requires", "reads", "modifies", "ensures", "decreases"};
    }
    if (keyword == "function" || keyword == "predicate") {
        return {"requires", "reads", "ensures", "decreases"};
    }
    if (keyword == "iterator") {
        return {"requires", "reads", "modifies", "ensures", "yield requires", "yield ensures", "decreases"};
    }
    return {};
}

std::string clause_keyword(const Text& text, const Node& clause) {
    const std::string_view first = text.word(clause.begin);
    return std::string(first) + (first == "yield" ? " " + std::string(text.word(clause.begin + 1)) : "");
}

std::string clause_keyword(std::string_view clause) {
    const std::size_t end = std::min(clause.find_first_of(" \t\r\n{("), clause.size());
    const std::string_view first = clause.substr(0, end);
    if (first != "yield" || end == clause.size()) {
        return std::string(first);
    }
    return "yield " + clause_keyword(clause.substr(end + 1));
}

std::vector<const Node*> path_to(const Text& text, std::uint32_t offset) {
    std::vector<const Node*> path{&text.tree()};
    while (true) {
        const Node* inner = nullptr;
        for (const Node& part : path.back()->parts) {
            const support::SourceRange range = text.range(part);
            if (part.begin < part.end && range.begin <= offset && offset <= range.end) {
                inner = &part;
            }
        }
        if (inner == nullptr) {
            return path;
        }
        path.push_back(inner);
    }
}

} // namespace daphnia::layout
