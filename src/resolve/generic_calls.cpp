#include "resolve/generic_calls.h"

#include "resolve/meanings.h"
#include "resolve/modules.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

// Whether the type with the parameter in it depends on exactly what the parameter stands for.
bool stands_exactly(const typed::Type& declared, const typed::TypeParameter& parameter, bool exactly = false) {
    const typed::Type type = typed::carrier(declared);
    if (type.kind == typed::TypeKind::Parameter) {
        return exactly && type.parameter == &parameter;
    }
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        if (stands_exactly(type.arguments[i], parameter, exactly || !typed::grows_with_argument(type, i))) {
            return true;
        }
    }
    return false;
}

const std::vector<ast::TypePtr>& arguments_after(const ast::Expr& name) {
    const auto* member = std::get_if<ast::Member>(&name.node);
    return member != nullptr ? member->type_arguments : std::get<ast::Name>(name.node).type_arguments;
}

std::vector<const typed::Variable*> signature_of(const typed::Function& function) {
    std::vector<const typed::Variable*> result{function.result.get()};
    for (const typed::VariablePtr& parameter : function.parameters) {
        result.push_back(parameter.get());
    }
    return result;
}

std::vector<const typed::Variable*> signature_of(const typed::Method& method) {
    std::vector<const typed::Variable*> result;
    for (const auto* list : {&method.parameters, &method.results}) {
        for (const typed::VariablePtr& variable : *list) {
            result.push_back(variable.get());
        }
    }
    return result;
}

} // namespace

template <typename Callable>
Instantiation GenericCalls::instantiation(const Callable& callable, const TypeEntry* owner, const ast::Expr* name,
                                          SourceRange range, const std::string& kind) {
    const std::vector<ast::TypePtr> none;
    return instantiation(callable,
                         owner == nullptr ? std::vector<std::optional<typed::Type>>() : member_arguments(name, *owner),
                         name == nullptr ? none : arguments_after(*name), range, kind);
}

template <typename Callable>
Instantiation GenericCalls::instantiation(const Callable& callable, std::vector<std::optional<typed::Type>> of_owner,
                                          const std::vector<ast::TypePtr>& given, SourceRange range,
                                          const std::string& kind) {
    const typed::TypeParameters& parameters = callable.type_parameters;
    Instantiation use{&parameters, std::move(of_owner), {}, {}, range, {}};
    const std::string shown = typed::own_name(callable.name);
    use.where = kind == "method" || kind == "lemma" ? fmt::format("to the {} '{}'", kind, shown)
                                                    : fmt::format("in the function call to '{}'", shown);
    const std::size_t own = parameters.size() - callable.of_owner;
    if (!given.empty() && given.size() != own) {
        reporter().error(Rule::Arity, range,
                         fmt::format("{} '{}' expects {} type argument{} (got {})",
                                     kind == "predicate" ? "function"
                                     : kind == "lemma"   ? "method"
                                                         : kind,
                                     shown, own, own == 1 ? "" : "s", given.size()));
    }
    for (std::size_t i = 0; i < own; ++i) {
        use.given.push_back(given.size() == own ? resolve_type(globals_, *given[i]) : std::nullopt);
    }
    const std::vector<const typed::Variable*> signature = signature_of(callable);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const typed::TypeParameter& parameter = *parameters[i];
        use.exact.push_back(std::any_of(signature.begin(), signature.end(), [&](const typed::Variable* variable) {
            return stands_exactly(variable->type, parameter);
        }));
        TypeArgument argument{pre(PreKind::Unknown), pre(PreKind::Unknown)};
        if (use.given[i]) {
            argument = {exact_type(*use.given[i]), value_type(*use.given[i])};
        } else if (i < callable.of_owner || given.empty()) {
            argument.exact = inference_.hole();
            argument.value = inference_.erased(argument.exact);
        }
        use.arguments.emplace(&parameter, std::move(argument));
    }
    return use;
}

template Instantiation GenericCalls::instantiation(const typed::Function&, const TypeEntry*, const ast::Expr*,
                                                   SourceRange, const std::string&);

template Instantiation GenericCalls::instantiation(const typed::Function&, std::vector<std::optional<typed::Type>>,
                                                   const std::vector<ast::TypePtr>&, SourceRange, const std::string&);

template Instantiation GenericCalls::instantiation(const typed::Method&, const TypeEntry*, const ast::Expr*,
                                                   SourceRange, const std::string&);

// The type arguments of the datatype whose member is named: within its members those of the value they are members of,
// elsewhere those that are written.
std::vector<std::optional<typed::Type>> GenericCalls::member_arguments(const ast::Expr* name, const TypeEntry& owner) {
    const auto* member = name == nullptr ? nullptr : std::get_if<ast::Member>(&name->node);
    if (member != nullptr) {
        return datatype_arguments(member->object.get(), owner);
    }
    return name == nullptr ? std::vector<std::optional<typed::Type>>(owner.parameter_count()) : own_arguments(owner);
}

// Within a member of the datatype, its type parameters; elsewhere nothing is known.
std::vector<std::optional<typed::Type>> GenericCalls::own_arguments(const TypeEntry& owner) const {
    std::vector<std::optional<typed::Type>> result(owner.parameter_count());
    if (&owner == declaration_.enclosing && declaration_.own_parameters == nullptr && !result.empty()) {
        ++globals_.parameters_named; // in a default value, which does not say what they stand for
    }
    if (&owner == declaration_.enclosing && declaration_.own_parameters != nullptr) {
        for (std::size_t i = 0; i < result.size(); ++i) {
            result[i] = typed::parameter_type(declaration_.own_parameters->at(i).get());
        }
    }
    return result;
}

// Those written behind the name of the datatype that stands before a dot.
std::vector<std::optional<typed::Type>> GenericCalls::datatype_arguments(const ast::Expr* qualifier,
                                                                         const TypeEntry& owner) {
    std::vector<std::optional<typed::Type>> result(owner.parameter_count());
    const std::optional<Meaning> meaning =
        qualifier == nullptr ? std::nullopt : meanings_.declared_qualifier(*qualifier);
    if (!meaning || entry_of(*meaning) == nullptr) {
        return result;
    }
    const std::vector<ast::TypePtr>& given = arguments_after(*qualifier);
    if (!given.empty() && given.size() != result.size()) {
        reporter().error(Rule::Arity, qualifier->range,
                         fmt::format("wrong number of type arguments ({} instead of {}) passed to datatype: {}",
                                     given.size(), result.size(), typed::own_name(owner.name())));
        return result;
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        result[i] = resolve_type(globals_, *given[i]);
    }
    return result;
}

void GenericCalls::receive(const Draft& receiver, const typed::Variable& parameter, const Instantiation& use) {
    agree(variables_.declared_type(parameter, use.arguments), receiver.type, receiver.expr->anchor,
          "type of receiver ({1}) does not match the type of the member ({0})");
}

Draft GenericCalls::function_call(SourceRange range, SourceRange anchor, typed::FunctionCall call, Instantiation use) {
    const typed::Function& function = *call.function;
    Draft result = make(range, anchor, variables_.declared_type(*function.result, use.arguments), std::move(call));
    if (!function.type_parameters.empty()) {
        use.function = std::get_if<typed::FunctionCall>(&result.expr->node);
        uses_.function_instantiations.push_back(std::move(use));
    }
    return result;
}

} // namespace daphnia::resolve
