// Values in, text out.
#include "refute/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace daphnia::refute {

namespace {

bool is_object_of_class(Reference object, const Heap& heap) {
    return !object.is_null() && heap.is_allocated(object) && !heap.is_freed(object) &&
           typed::is_class(heap.type_of(object));
}

// Adds the objects of classes that are mentioned where the value is shown, in that order, each once.
void mention(const Value& value, const Heap& heap, std::vector<Reference>& met) {
    constexpr std::size_t kMost = 24;
    if (!value.is_assigned() || met.size() >= kMost) {
        return;
    }
    if (value.has_parts()) {
        for (const Value& part : value.parts()) {
            mention(part, heap, met);
        }
    } else if (value.is_reference() && is_object_of_class(value.as_reference(), heap)) {
        if (std::find(met.begin(), met.end(), value.as_reference()) == met.end()) {
            met.push_back(value.as_reference());
        }
    }
}

// Of arrays it is shown what they hold.
void mention_shown(const Value& value, const Heap& heap, std::vector<Reference>& met) {
    mention(value, heap, met);
    if (value.is_assigned() && value.is_reference() && !value.as_reference().is_null() &&
        heap.is_allocated(value.as_reference()) && typed::is_array(heap.type_of(value.as_reference()))) {
        for (const Value& element : heap.elements(value.as_reference())) {
            mention(element, heap, met);
        }
    }
}

std::string fields_of(Reference object, const Heap& heap, std::vector<Reference>& met) {
    std::string text;
    const std::vector<typed::Cell> cells = typed::cells_of(heap.type_of(object));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Value& value = heap.cells_of(object)[i];
        mention_shown(value, heap, met);
        text += fmt::format("{}{} := {}", i == 0 ? " " : ", ", cells[i].field->name,
                            interpret::shown(value, cells[i].type, heap));
    }
    return "{" + text + " }";
}

} // namespace

std::vector<NamedValue> described(const std::vector<interpret::Binding>& bindings, const Heap& heap) {
    constexpr std::size_t kMostOthers = 8;
    std::vector<NamedValue> result;
    std::map<std::uint32_t, std::string> names; // of arrays
    std::vector<Reference> met;                 // objects of classes
    std::set<std::uint32_t> shown;              // those whose fields are shown
    for (const interpret::Binding& binding : bindings) {
        if (!binding.value.is_assigned()) {
            continue;
        }
        NamedValue named{binding.variable->name, typed::to_string(binding.variable->type), {}};
        mention_shown(binding.value, heap, met);
        if (binding.value.is_reference() && is_object_of_class(binding.value.as_reference(), heap)) {
            const Reference object = binding.value.as_reference();
            named.value = interpret::shown(binding.value, binding.variable->type, heap);
            if (shown.insert(object.object).second) {
                named.value += " " + fields_of(object, heap, met);
            }
        } else if (binding.value.is_reference() && !binding.value.as_reference().is_null()) {
            const auto [name, is_new] = names.emplace(binding.value.as_reference().object, named.name);
            named.value = is_new ? std::string() : name->second;
        }
        if (named.value.empty()) {
            named.value = interpret::shown(binding.value, binding.variable->type, heap);
        }
        result.push_back(std::move(named));
    }
    std::size_t others = 0;
    for (std::size_t i = 0; i < met.size() && others < kMostOthers; ++i) { // what is shown leads to more
        const Reference object = met[i];
        if (shown.insert(object.object).second) {
            ++others;
            const typed::Type type = heap.type_of(object);
            std::string fields = fields_of(object, heap, met);
            result.push_back({interpret::shown(Value::reference(object), type, heap), typed::to_string(type), fields});
        }
    }
    return result;
}

std::vector<NamedValue> described(const Input& input, const Parameters& parameters) {
    Heap heap;
    allocate_objects(input, heap);
    std::vector<interpret::Binding> bindings;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        bindings.push_back({parameters[i].get(), input.arguments[i]});
    }
    return described(bindings, heap);
}

std::vector<NamedValue> parts_of(const interpret::Failure& failure) {
    std::vector<NamedValue> result;
    for (const interpret::EvaluatedPart& part : failure.parts) {
        result.push_back({part.text, {}, part.value});
    }
    return result;
}

support::SourceRange broken_clause(const interpret::Failure& failure) {
    const bool formula = failure.rule != support::Rule::Reads && failure.rule != support::Rule::Modifies &&
                         failure.rule != support::Rule::ForRange;
    return formula ? failure.clause : support::SourceRange{};
}

std::string with_separators(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3; place -= 3) {
        digits.insert(place - 3, 1, ',');
    }
    return digits;
}

std::string listed(const std::vector<NamedValue>& values, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < values.size() && i < most; ++i) {
        text += (i == 0 ? "" : ", ") + values[i].name + " = " + values[i].value;
    }
    return values.size() > most ? text + ", …" : text;
}

} // namespace daphnia::refute
