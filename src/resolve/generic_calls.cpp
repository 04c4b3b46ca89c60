// Uses of generic declarations: type arguments as written, or left to inference, and those that cannot be found.
#include "resolve/body.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

bool stands_below_array(const typed::Type& type, const typed::TypeParameter& parameter, bool below = false) {
    if (type.kind == typed::TypeKind::Parameter) {
        return below && type.parameter == &parameter;
    }
    return std::any_of(type.arguments.begin(), type.arguments.end(), [&](const typed::Type& argument) {
        return stands_below_array(argument, parameter, below || typed::is_array(type));
    });
}

} // namespace

BodyResolver::Instantiation BodyResolver::instantiation(const typed::TypeParameters& parameters,
                                                        const std::vector<const typed::Variable*>& signature,
                                                        const ast::Call& call, const std::string& kind,
                                                        const std::string& name) {
    Instantiation use{&parameters, {}, {}, {}, call.callee->range, {}};
    use.where = kind == "method" || kind == "lemma" ? fmt::format("to the {} '{}'", kind, name)
                                                    : fmt::format("in the function call to '{}'", name);
    const auto* member = std::get_if<ast::Member>(&call.callee->node);
    const auto& given =
        member != nullptr ? member->type_arguments : std::get<ast::Name>(call.callee->node).type_arguments;
    if (!given.empty() && given.size() != parameters.size()) {
        reporter().error("arity", call.callee->range,
                         fmt::format("{} '{}' expects {} type argument{} (got {})",
                                     kind == "predicate" ? "function"
                                     : kind == "lemma"   ? "method"
                                                         : kind,
                                     name, parameters.size(), parameters.size() == 1 ? "" : "s", given.size()));
    }
    const bool right_number = given.size() == parameters.size();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const typed::TypeParameter& parameter = *parameters[i];
        use.given.push_back(right_number ? resolve_type(globals_, *given[i]) : std::nullopt);
        use.below_array.push_back(std::any_of(signature.begin(), signature.end(), [&](const typed::Variable* variable) {
            return stands_below_array(variable->type, parameter);
        }));
        TypeArgument argument{pre(PreKind::Unknown), pre(PreKind::Unknown)};
        if (use.given.back()) {
            argument = {exact_type(*use.given.back()), value_type(*use.given.back())};
        } else if (given.empty()) {
            argument.exact = inference_.hole();
            argument.value = inference_.erased(argument.exact);
        }
        use.arguments.emplace(&parameter, std::move(argument));
    }
    return use;
}

void BodyResolver::report_open_type_arguments() {
    for (const auto* uses : {&function_instantiations_, &method_instantiations_}) {
        for (const Instantiation& use : *uses) {
            for (const auto& parameter : *use.parameters) {
                const PreType& value = use.arguments.at(parameter.get()).value;
                if (inference_.has_holes(value)) {
                    reporter().error("underspecified", use.range,
                                     fmt::format("type parameter '{}' (inferred to be '{}') {} could not be determined",
                                                 parameter->name, inference_.show(value), use.where));
                }
            }
        }
    }
}

GenericCall BodyResolver::generic_call(const Instantiation& use) const {
    GenericCall result{use.parameters, {}, {}, use.function, use.method};
    for (std::size_t i = 0; i < use.parameters->size(); ++i) {
        const typed::Type known = exact_typed(inference_.known(use.arguments.at((*use.parameters)[i].get()).exact));
        result.exact.push_back(use.given[i] ? use.given[i] : use.below_array[i] ? std::optional(known) : std::nullopt);
        result.otherwise.push_back(known);
    }
    return result;
}

} // namespace daphnia::resolve
