// The one walk over source trees: a visitor is told of each node when the walk comes to it and when it leaves it, in
// the order of the text as far as the nodes have it. It handles the nodes that it cares about, by overloads of `enter`
// and `leave` for them; `Visitor` has the others.
#pragma once

#include "ast/fields.h"

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

namespace daphnia::ast {

// To derive from, with `using Visitor::enter; using Visitor::leave;`.
struct Visitor {
    template <typename Node>
    void enter(const Node&) {}
    template <typename Node>
    void leave(const Node&) {}
};

template <typename V>
class Walk {
  public:
    explicit Walk(V& visitor) : visitor_(visitor) {}

    void of(const support::Integer&) {}
    void of(const std::string&) {}
    void of(const std::u32string&) {}
    void of(const SourceRange&) {}
    void of(const Ident& name) { visitor_.enter(name); }

    template <typename T>
    void of(const std::unique_ptr<const T>& node) {
        if (node != nullptr) {
            of(*node);
        }
    }
    template <typename T>
    void of(const std::optional<T>& part) {
        if (part) {
            of(*part);
        }
    }
    template <typename T>
    void of(const std::vector<T>& parts) {
        for (const T& part : parts) {
            of(part);
        }
    }
    template <typename... Nodes>
    void of(const std::variant<Nodes...>& node) {
        std::visit([this](const auto& each) { of(each); }, node);
    }
    template <typename T>
    void of(const T& node) {
        if constexpr (!std::is_arithmetic_v<T> && !std::is_enum_v<T>) {
            visitor_.enter(node);
            std::apply([this](const auto&... part) { (of(part), ...); }, fields(node));
            visitor_.leave(node);
        }
    }

  private:
    V& visitor_;
};

} // namespace daphnia::ast
