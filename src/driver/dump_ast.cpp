// Prints source trees: a whole program, or its declarations of a name.
#include "ast/print.h"
#include "driver/dump.h"

#include <ostream>

namespace daphnia::driver {

namespace {

// Declarations of any kind are looked at for two things only: what they are called and what they contain.
std::string name_of(const ast::Ident& name) {
    return name.text;
}
std::string name_of(const std::optional<ast::Ident>& name) {
    return name ? name->text : "";
}
std::string name_of(const std::vector<ast::Ident>& names) {
    std::string result;
    for (const ast::Ident& name : names) {
        result += (result.empty() ? "" : ".") + name.text;
    }
    return result;
}

std::string name_of(const ast::Decl& decl) {
    return std::visit(
        [](const auto& node) -> std::string {
            if constexpr (requires { node.name; }) {
                return name_of(node.name);
            } else {
                return "";
            }
        },
        decl.node);
}

const std::vector<ast::DeclPtr>* contents_of(const ast::Decl& decl) {
    return std::visit(
        [](const auto& node) -> const std::vector<ast::DeclPtr>* {
            if constexpr (requires { node.members; }) {
                return &node.members;
            } else if constexpr (requires { node.decls; }) {
                return &node.decls;
            } else {
                return nullptr;
            }
        },
        decl.node);
}

// The outermost declarations whose qualified name contains the filter.
void print_matching(const std::vector<ast::DeclPtr>& decls, const std::string& prefix, std::string_view filter,
                    std::ostream& out) {
    for (const ast::DeclPtr& decl : decls) {
        const std::string name = prefix + name_of(*decl);
        if (name.find(filter) != std::string::npos) {
            out << ast::print(*decl);
        } else if (const std::vector<ast::DeclPtr>* contents = contents_of(*decl)) {
            print_matching(*contents, name + ".", filter, out);
        }
    }
}

} // namespace

void print_ast(const ast::Program& program, std::string_view filter, std::ostream& out) {
    if (filter.empty()) {
        out << ast::print(program);
    } else {
        print_matching(program.decls, "", filter, out);
    }
}

} // namespace daphnia::driver
