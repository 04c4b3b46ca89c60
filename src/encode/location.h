// What can be assigned: a variable, or a place in the heap that has been evaluated.
#pragma once

#include "encode/heap.h"

#include <utility>
#include <variant>

namespace daphnia::encode {

struct Location {
    std::variant<const typed::Variable*, ElementLocation, FieldLocation> node;

    Location(const typed::Variable* variable);
    Location(ElementLocation element) : node(std::move(element)) {}
    Location(FieldLocation field) : node(std::move(field)) {}

    const typed::Variable* variable() const { // null: not a variable
        const auto* variable = std::get_if<const typed::Variable*>(&node);
        return variable == nullptr ? nullptr : *variable;
    }

    // Locations are the same when what was evaluated is the same term. Different ones may be the same place.
    friend bool operator==(const Location&, const Location&) = default;
    // An order for look-ups: nothing that is printed follows it, as variables are ordered by their addresses.
    friend bool operator<(const Location& a, const Location& b) { return a.node < b.node; }
};

} // namespace daphnia::encode
