#include "choices.h"

namespace daphnia::oracle {

using interpret::Heap;
using interpret::Reference;
using interpret::Value;

namespace {

constexpr std::size_t kSize = 6; // numbers and lengths are about as large

} // namespace

// Arrays that exist already: what is left open is no allocation.
Value RandomChoices::any_value(const typed::Type& type, Heap& heap) {
    if (type.kind == typed::TypeKind::Tuple) {
        interpret::Values components;
        for (const typed::Type& component : type.arguments) {
            components.push_back(any_value(component, heap));
        }
        return Value::tuple(std::move(components));
    }
    if (!typed::is_array(type)) {
        values_.forget();
        return typed::contains_references(type) ? Value::sequence({}) : values_.value(type, kSize);
    }
    std::vector<Reference> fitting;
    for (std::uint32_t object = 1; object <= heap.object_count(); ++object) {
        if (heap.element_type({object}) == type.arguments.front()) {
            fitting.push_back({object});
        }
    }
    if (type.kind == typed::TypeKind::NullableArray && (fitting.empty() || chance_.one_in(4))) {
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

} // namespace daphnia::oracle
