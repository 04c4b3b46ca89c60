#include "refute/choices.h"

#include "typed/walk.h"

#include <algorithm>

namespace daphnia::refute {

using interpret::Heap;
using interpret::Reference;
using interpret::Value;

namespace {

constexpr std::size_t kSize = 6; // numbers and lengths are about as large

bool is_open(const typed::Value& value) {
    const auto* created = std::get_if<typed::NewArray>(&value.node);
    return std::holds_alternative<typed::HavocValue>(value.node) ||
           (created != nullptr && !created->has_display && created->initial == nullptr);
}

} // namespace

// Arrays that exist already: what is left open is no allocation.
Value RandomChoices::any_value(const typed::Type& declared, Heap& heap) {
    const typed::Type type = typed::carrier(declared);
    if (type.kind == typed::TypeKind::Tuple) {
        interpret::Values components;
        for (const typed::Type& component : type.arguments) {
            components.push_back(any_value(component, heap));
        }
        return Value::tuple(std::move(components));
    }
    if (!typed::is_array(type)) {
        values_.forget();
        return typed::contains_arrays(type) ? Value::sequence({}) : values_.value(type, kSize);
    }
    std::vector<Reference> fitting;
    for (std::uint32_t object = 1; object <= heap.object_count(); ++object) {
        if (heap.element_type({object}) == type.arguments.front()) {
            fitting.push_back({object});
        }
    }
    if (type.nullable && (fitting.empty() || chance_.one_in(4))) {
        return Value::reference({});
    }
    return Value::reference(fitting.empty() ? heap.allocate(type.arguments.front(), {})
                                            : fitting[chance_.below(fitting.size())]);
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
