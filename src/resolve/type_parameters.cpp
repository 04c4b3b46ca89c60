// See the header.
#include "resolve/type_parameters.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

typed::TypeParameter type_parameter(const ast::Ident& name, const ast::Characteristics& characteristics,
                                    const std::string& unique) {
    return {name.text,
            unique,
            name.range,
            characteristics.equality,
            characteristics.auto_init,
            characteristics.nonempty || characteristics.auto_init,
            characteristics.no_references,
            false};
}

namespace {

void set_variance(typed::TypeParameter& parameter, ast::Variance variance) {
    switch (variance) {
    case ast::Variance::Invariant:
        return;
    case ast::Variance::Covariant:
        parameter.variance = typed::Variance::Covariant;
        return;
    case ast::Variance::CovariantPermissive:
        parameter.variance = typed::Variance::Covariant;
        parameter.permissive = true;
        return;
    case ast::Variance::InvariantPermissive:
        parameter.permissive = true;
        return;
    case ast::Variance::Contravariant:
        parameter.variance = typed::Variance::Contravariant;
        parameter.permissive = true;
        return;
    }
}

} // namespace

typed::TypeParameters declare_type_parameters(Globals& globals, const std::vector<ast::TypeParameter>& parameters,
                                              const std::string& owner, bool datatype) {
    typed::TypeParameters result;
    std::set<std::string> names;
    for (const ast::TypeParameter& parameter : parameters) {
        const ast::Ident& name = parameter.name;
        if (!names.insert(name.text).second) {
            globals.reporter.error(Rule::Duplicate, name.range,
                                   fmt::format("duplicate type-parameter name: {}", name.text));
        }
        if (parameter.variance != ast::Variance::Invariant && !datatype) {
            globals.reporter.error(Rule::Misplaced, parameter.range,
                                   "type-parameter variance is not allowed to be specified in this context");
        }
        if (!parameter.bounds.empty()) {
            globals.reporter.unsupported(parameter.range, "type bounds are");
        }
        auto declared = std::make_unique<typed::TypeParameter>(
            type_parameter(name, parameter.characteristics, owner + "." + name.text));
        set_variance(*declared, parameter.variance);
        result.push_back(std::move(declared));
    }
    return result;
}

typed::TypeParameters declare_member_parameters(Globals& globals, const std::vector<ast::TypeParameter>& parameters,
                                                const std::string& owner, const typed::TypeParameters& of_owner) {
    typed::TypeParameters result;
    for (const auto& parameter : of_owner) {
        auto own = std::make_unique<typed::TypeParameter>(*parameter);
        // Not the name of one that the member declares itself.
        own->unique = owner + ".this." + own->name;
        own->variance = typed::Variance::Invariant;
        own->permissive = false;
        result.push_back(std::move(own));
    }
    for (auto& parameter : declare_type_parameters(globals, parameters, owner)) {
        result.push_back(std::move(parameter));
    }
    return result;
}

namespace {

// Whether values of the type's argument are compared in values of the type.
bool compares(const typed::Type& type, std::size_t argument) {
    if (type.kind == typed::TypeKind::Datatype) {
        return type.datatype->type_parameters.at(argument)->equality;
    }
    return argument == 0 && (typed::is_map(type) || typed::is_set_like(type));
}

bool is_set_of(const typed::Type& declared, const typed::TypeParameter& parameter, bool inside = false) {
    if (declared.kind == typed::TypeKind::Subset && declared.subset->origin != nullptr) {
        for (std::size_t i = 0; i < declared.subset->type_arguments.size(); ++i) {
            const bool compared = declared.subset->origin->type_parameters.at(i)->equality;
            if (is_set_of(declared.subset->type_arguments[i], parameter, inside || compared)) {
                return true;
            }
        }
    }
    const typed::Type type = typed::carrier(declared);
    if (type.kind == typed::TypeKind::Parameter) {
        return inside && type.parameter == &parameter;
    }
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        if (is_set_of(type.arguments[i], parameter, inside || compares(type, i))) {
            return true;
        }
    }
    return false;
}

} // namespace

// Nobody has looked at the characteristics of parameters whose declaration is not complete.
void infer_equality(const typed::TypeParameters& parameters, const typed::Type& type, std::size_t first) {
    for (std::size_t i = first; i < parameters.size(); ++i) {
        if (is_set_of(type, *parameters[i])) {
            const_cast<typed::TypeParameter&>(*parameters[i]).equality = true;
        }
    }
}

void infer_equality(const typed::TypeParameters& parameters, const std::vector<typed::VariablePtr>& variables,
                    std::size_t first) {
    for (const typed::VariablePtr& variable : variables) {
        infer_equality(parameters, variable->type, first);
    }
}

TypeScope::TypeScope(Globals& globals, std::map<std::string, typed::Type> names)
    : globals_(globals), outer_(std::exchange(globals.type_names, std::move(names))),
      outer_fill_in_(std::exchange(globals.fill_in, {})) {}

TypeScope::TypeScope(Globals& globals, const typed::TypeParameters& parameters, FillIn fill_in)
    : TypeScope(globals, std::map<std::string, typed::Type>()) {
    for (const auto& parameter : parameters) { // a member's own hide those of its datatype
        globals.type_names.insert_or_assign(parameter->name, typed::parameter_type(parameter.get()));
    }
    globals.fill_in = std::move(fill_in);
}

namespace {

std::string hint(const typed::TypeParameter& parameter, const char* characteristic, const char* meaning) {
    return fmt::format(" (perhaps try declaring {} '{}' on line {} as '{}{}', which says it can only be instantiated "
                       "with {})",
                       parameter.abstract ? "abstract type" : "type parameter", parameter.name,
                       parameter.range.begin_place().line, parameter.name, characteristic, meaning);
}

std::string missing(const char* what, const typed::Type& type, const char* characteristic, const char* meaning) {
    std::string text = fmt::format("{} (got {})", what, typed::to_string(type));
    if (type.kind == typed::TypeKind::Parameter) {
        text += hint(*type.parameter, characteristic, meaning);
    }
    return text;
}

} // namespace

std::string equality_hint(const typed::Type& type) {
    if (type.kind == typed::TypeKind::Seq) {
        return equality_hint(type.arguments.at(0));
    }
    return type.kind == typed::TypeKind::Parameter ? hint(*type.parameter, "(==)", "a type that supports equality")
                                                   : std::string();
}

std::string missing_equality(const typed::TypeParameter& parameter, const typed::Type& type) {
    return parameter.equality && !typed::supports_equality(type)
               ? fmt::format("support equality (got {}){}", typed::to_string(type), equality_hint(type))
               : std::string();
}

std::string missing_characteristic(const typed::TypeParameter& parameter, const typed::Type& type, bool ghost) {
    if (const std::string lacks = ghost ? std::string() : missing_equality(parameter, type); !lacks.empty()) {
        return lacks;
    }
    if (parameter.auto_init && !(ghost ? typed::is_nonempty(type) : typed::has_default_value(type))) {
        return missing("support auto-initialization", type, "(0)", "a type that supports auto-initialization");
    }
    if (parameter.nonempty && !typed::is_nonempty(type)) {
        return missing("be nonempty", type, "(00)", "a nonempty type");
    }
    if (parameter.no_references && typed::contains_references(type)) {
        return missing("contain no references", type, "(!new)", "a type that contains no references");
    }
    return {};
}

} // namespace daphnia::resolve
