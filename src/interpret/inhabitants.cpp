// See the header.
#include "interpret/inhabitants.h"

#include "interpret/belongs.h"
#include "interpret/bounds.h"
#include "interpret/function_calls.h"

#include <fmt/format.h>

namespace daphnia::interpret {

Value Inhabitants::any_value(const typed::Type& type, SourceRange place) {
    if (run_.options().choices != nullptr) {
        Value chosen = run_.options().choices->any_value(type, run_.heap());
        if (!typed::has_constraint(type) || belongs(chosen, type, run_.heap())) {
            return chosen;
        }
    }
    std::optional<Value> value = default_value(type);
    if (!value && typed::is_class(type)) {
        value = Candidates(type, run_.heap()).next();
    }
    if (!value) {
        throw Unknown{fmt::format("there is no value of type '{}' to choose", typed::to_string(type)), place};
    }
    return *value;
}

std::optional<Value> Inhabitants::default_value(const typed::Type& type) {
    return interpret::default_value(type, [this](const typed::SubsetType& subset) {
        return function_calls_.apply(*subset.witness, {}, subset.range);
    });
}

bool Inhabitants::satisfies(const typed::SubsetType& subset, const Value& value) {
    return function_calls_.apply(*subset.constraint, {value}, subset.range).as_bool();
}

bool Inhabitants::belongs(const Value& value, const typed::Type& type, const Heap& heap) {
    return interpret::belongs(value, type, heap, [this](const typed::SubsetType& subset, const Value& candidate) {
        return satisfies(subset, candidate);
    });
}

bool Inhabitants::belongs(const Value& value, const typed::Type& from, const typed::Type& to) {
    return interpret::belongs(
        value, from, to, run_.heap(),
        [this](const typed::SubsetType& subset, const Value& candidate) { return satisfies(subset, candidate); });
}

bool Inhabitants::cells_belong(Reference object) {
    // Copies, since constraints are run.
    const typed::Type type = run_.heap().type_of(object);
    const Cells cells = run_.heap().cells_of(object);
    const std::vector<typed::Cell>* const fields = typed::is_class(type) ? &run_.layouts().cells_of(type) : nullptr;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const typed::Type& content = fields == nullptr ? type.arguments.at(0) : (*fields)[i].type;
        if (cells[i].is_assigned() && !belongs(cells[i], content, run_.heap())) {
            return false;
        }
    }
    return true;
}

bool Inhabitants::any_bool() {
    return run_.options().choices != nullptr && run_.options().choices->any_bool();
}

} // namespace daphnia::interpret
