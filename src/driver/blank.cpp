#include "driver/blank.h"

#include <variant>

namespace daphnia::driver {

void blank(std::string& text, const support::SourceRange& range) {
    for (std::size_t at = range.begin; at < range.end && at < text.size(); ++at) {
        text[at] = text[at] == '\n' || text[at] == '\r' ? text[at] : ' ';
    }
}

const std::vector<ast::DeclPtr>* members(const ast::Decl& decl) {
    using Members = const std::vector<ast::DeclPtr>*;
    return std::visit(
        [](const auto& node) -> Members {
            if constexpr (requires { node.decls; }) {
                return &node.decls;
            } else if constexpr (requires { node.members; }) {
                return &node.members;
            } else {
                return nullptr;
            }
        },
        decl.node);
}

} // namespace daphnia::driver
