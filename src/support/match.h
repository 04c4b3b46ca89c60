// match(variant, pass): calls pass(alternative). Every alternative must have its own case, so that adding a node
// breaks each pass that does not know it, with a short message.
#pragma once

#include <type_traits>
#include <utility>
#include <variant>

namespace daphnia::support {

namespace detail {

template <typename Pass, typename Node>
constexpr bool require_case() {
    static_assert(std::is_invocable_v<Pass, Node>, "this pass has no case for Node");
    return true;
}

template <typename Pass, typename... Nodes>
constexpr bool require_cases(const std::variant<Nodes...>*) {
    return (require_case<Pass, const Nodes&>() && ...);
}

} // namespace detail

template <typename... Nodes, typename Pass>
decltype(auto) match(const std::variant<Nodes...>& node, Pass&& pass) {
    static_assert(detail::require_cases<Pass>(static_cast<const std::variant<Nodes...>*>(nullptr)));
    return std::visit(std::forward<Pass>(pass), node);
}

} // namespace daphnia::support
