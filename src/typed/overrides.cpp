#include "typed/overrides.h"

namespace daphnia::typed {

namespace {

bool match(const Type& pattern, const Type& actual, TypeMap& map) {
    if (pattern.kind == TypeKind::Parameter && !pattern.parameter->abstract) {
        const auto [known, is_new] = map.emplace(pattern.parameter, actual);
        return is_new || known->second == actual;
    }
    if (pattern.kind != actual.kind || pattern.arguments.size() != actual.arguments.size()) {
        return false;
    }
    if (pattern.kind == TypeKind::Subset && pattern.subset->origin != nullptr &&
        pattern.subset->origin == actual.subset->origin) {
        for (std::size_t i = 0; i < pattern.subset->type_arguments.size(); ++i) {
            if (!match(pattern.subset->type_arguments[i], actual.subset->type_arguments[i], map)) {
                return false;
            }
        }
        return true;
    }
    Type head = pattern;
    head.arguments = actual.arguments;
    if (!(head == actual)) {
        return false;
    }
    for (std::size_t i = 0; i < pattern.arguments.size(); ++i) {
        if (!match(pattern.arguments[i], actual.arguments[i], map)) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<TypeMap> matched(const std::vector<Type>& patterns, const std::vector<Type>& actual) {
    TypeMap result;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (!match(patterns[i], actual.at(i), result)) {
            return std::nullopt;
        }
    }
    return result;
}

void AllOverriding::note(const std::vector<Declaration>& declarations) {
    for (const Declaration& declaration : declarations) {
        if (const auto* function = std::get_if<std::unique_ptr<Function>>(&declaration)) {
            functions.note(**function);
        } else if (const auto* method = std::get_if<std::unique_ptr<Method>>(&declaration)) {
            methods.note(**method);
        }
    }
}

} // namespace daphnia::typed
