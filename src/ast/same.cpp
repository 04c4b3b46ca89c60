// Structural equality of source trees: everything but places counts.
#include "ast/ast.h"
#include "ast/fields.h"

#include <tuple>
#include <type_traits>

namespace daphnia::ast {

namespace {

// ---- the comparison

struct Equal {
    bool operator()(const Ident& a, const Ident& b) const { return a.text == b.text; }
    bool operator()(const SourceRange&, const SourceRange&) const { return true; }
    bool operator()(const support::Integer& a, const support::Integer& b) const { return a == b; }
    bool operator()(const std::string& a, const std::string& b) const { return a == b; }
    bool operator()(const std::u32string& a, const std::u32string& b) const { return a == b; }

    template <typename T>
    bool operator()(const std::unique_ptr<const T>& a, const std::unique_ptr<const T>& b) const {
        return a == nullptr || b == nullptr ? a == b : (*this)(*a, *b);
    }

    template <typename T>
    bool operator()(const std::optional<T>& a, const std::optional<T>& b) const {
        return a.has_value() == b.has_value() && (!a || (*this)(*a, *b));
    }

    template <typename T>
    bool operator()(const std::vector<T>& a, const std::vector<T>& b) const {
        if (a.size() != b.size()) {
            return false;
        }
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!(*this)(a[i], b[i])) {
                return false;
            }
        }
        return true;
    }

    template <typename... Nodes>
    bool operator()(const std::variant<Nodes...>& a, const std::variant<Nodes...>& b) const {
        if (a.index() != b.index()) {
            return false;
        }
        return std::visit([&](const auto& node) { return (*this)(node, std::get<std::decay_t<decltype(node)>>(b)); },
                          a);
    }

    template <typename... Parts>
    bool operator()(const std::tuple<const Parts&...>& a, const std::tuple<const Parts&...>& b) const {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return ((*this)(std::get<I>(a), std::get<I>(b)) && ...);
        }
        (std::index_sequence_for<Parts...>{});
    }

    template <typename T>
    bool operator()(const T& a, const T& b) const {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            return a == b;
        } else {
            return (*this)(fields(a), fields(b));
        }
    }
};

} // namespace

bool same(const Type& a, const Type& b) {
    return Equal{}(a, b);
}
bool same(const Expr& a, const Expr& b) {
    return Equal{}(a, b);
}
bool same(const Stmt& a, const Stmt& b) {
    return Equal{}(a, b);
}
bool same(const Decl& a, const Decl& b) {
    return Equal{}(a, b);
}
bool same(const Program& a, const Program& b) {
    return Equal{}(a, b);
}

} // namespace daphnia::ast
