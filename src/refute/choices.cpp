#include "refute/choices.h"

#include "refute/graphs.h"
#include "typed/walk.h"

#include <algorithm>
#include <optional>

namespace daphnia::refute {

using interpret::Heap;
using interpret::Reference;
using interpret::Value;

namespace {

constexpr std::size_t kSize = 6; // numbers and lengths are about as large

bool is_open(const typed::Value& value) {
    const auto* created = std::get_if<typed::NewArray>(&value.node);
    const auto* object = std::get_if<typed::NewObject>(&value.node);
    return std::holds_alternative<typed::HavocValue>(value.node) ||
           (created != nullptr && !created->has_display && created->initial == nullptr) ||
           (object != nullptr && std::find(object->cells.begin(), object->cells.end(), nullptr) != object->cells.end());
}

} // namespace

// Objects that exist already: what is left open is no allocation.
Value RandomChoices::any_value(const typed::Type& declared, Heap& heap) {
    const typed::Type type = typed::carrier(declared);
    if (type.kind == typed::TypeKind::Tuple) {
        interpret::Values components;
        for (const typed::Type& component : type.arguments) {
            components.push_back(any_value(component, heap));
        }
        return Value::tuple(std::move(components));
    }
    if (!typed::is_reference(type)) {
        values_.forget();
        return typed::is_collection(type) && typed::contains_arrays(type) ? Value::collection(type.kind, {})
               : typed::contains_arrays(type) ? interpret::default_value(typed::base_type(type)).value_or(Value())
                                              : values_.value(type, kSize);
    }
    std::vector<Reference> fitting;
    for (std::uint32_t object = 1; object <= heap.object_count(); ++object) {
        if (!heap.is_freed({object}) && fits(heap.type_of({object}), type)) {
            fitting.push_back({object});
        }
    }
    if (type.nullable && (fitting.empty() || chance_.one_in(4))) {
        return Value::reference({});
    }
    constexpr int kDeepest = 3;
    return fitting.empty() ? allocated(type, heap, kDeepest) : Value::reference(fitting[chance_.below(fitting.size())]);
}

// Where there is none: what is left open has some value.
Value RandomChoices::allocated(const typed::Type& type, Heap& heap, int depth) {
    if (typed::is_array(type)) {
        const std::size_t count = typed::dimensions(type);
        return Value::reference(
            heap.allocate_object(typed::non_null(type), {}, interpret::Lengths(count > 1 ? count : 0)));
    }
    const std::vector<typed::Type> types = object_types(type, vocabulary_);
    if (types.empty() || depth == 0) {
        return {};
    }
    const std::vector<typed::Cell> cells = typed::cells_of(types.front());
    const Reference object = heap.allocate_object(types.front(), interpret::Values(cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const typed::Type cell = typed::carrier(cells[i].type);
        std::optional<Value> value = interpret::default_value(typed::base_type(cell));
        if (typed::is_reference(cell) && !cell.nullable) {
            value = fits(types.front(), cell) ? Value::reference(object) : allocated(cell, heap, depth - 1);
        }
        heap.write(object, i, value.value_or(Value()));
    }
    return Value::reference(object);
}

bool RandomChoices::any_bool() {
    return chance_.one_in(2);
}

std::size_t RandomChoices::any_of(std::size_t count) {
    return chance_.below(count);
}

bool has_choices(const typed::Declaration& declaration) {
    bool found = false;
    const typed::Children visit{{}, [&](const typed::Stmt& statement) {
                                    if (const auto* branch = std::get_if<typed::If>(&statement.node)) {
                                        found = found || branch->guard == nullptr;
                                    } else if (const auto* loop = std::get_if<typed::While>(&statement.node)) {
                                        found = found || loop->guard == nullptr;
                                    } else if (std::holds_alternative<typed::Modify>(statement.node)) {
                                        found = true;
                                    } else if (const auto* cases = std::get_if<typed::Alternatives>(&statement.node)) {
                                        found = found || cases->alternatives.size() > 1;
                                    } else if (const auto* assign = std::get_if<typed::Assign>(&statement.node)) {
                                        found = found ||
                                                std::any_of(assign->values.begin(), assign->values.end(),
                                                            [](const typed::Value& value) { return is_open(value); });
                                    }
                                }};
    typed::for_each_child(declaration, {{}, [&](const typed::Stmt& body) { typed::for_each_below(body, visit); }});
    return found;
}

} // namespace daphnia::refute
