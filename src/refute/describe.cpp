// Values in, text out.
#include "refute/describe.h"

#include <map>

namespace daphnia::refute {

std::vector<NamedValue> described(const std::vector<interpret::Binding>& bindings, const Heap& heap) {
    std::vector<NamedValue> result;
    std::map<std::uint32_t, std::string> names; // of arrays
    for (const interpret::Binding& binding : bindings) {
        if (!binding.value.is_assigned()) {
            continue;
        }
        NamedValue named{binding.variable->name, typed::to_string(binding.variable->type), {}};
        if (binding.value.is_reference() && !binding.value.as_reference().is_null()) {
            const auto [name, is_new] = names.emplace(binding.value.as_reference().object, named.name);
            named.value = is_new ? std::string() : name->second;
        }
        if (named.value.empty()) {
            named.value = interpret::shown(binding.value, binding.variable->type, heap);
        }
        result.push_back(std::move(named));
    }
    return result;
}

std::vector<NamedValue> described(const Input& input, const Parameters& parameters) {
    Heap heap;
    allocate_arrays(input, heap);
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
