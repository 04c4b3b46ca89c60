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

typed::TypeParameters declare_type_parameters(Globals& globals, const std::vector<ast::TypeParameter>& parameters,
                                              const std::string& owner) {
    typed::TypeParameters result;
    std::set<std::string> names;
    for (const ast::TypeParameter& parameter : parameters) {
        const ast::Ident& name = parameter.name;
        if (!names.insert(name.text).second) {
            globals.reporter.error("duplicate", name.range,
                                   fmt::format("duplicate type-parameter name: {}", name.text));
        }
        if (parameter.variance != ast::Variance::Invariant) {
            globals.reporter.error("misplaced", parameter.range,
                                   "type-parameter variance is not allowed to be specified in this context");
        }
        if (!parameter.bounds.empty()) {
            globals.reporter.unsupported(parameter.range, "traits are");
        }
        result.push_back(std::make_unique<typed::TypeParameter>(
            type_parameter(name, parameter.characteristics, owner + "." + name.text)));
    }
    return result;
}

namespace {

bool is_set_of(const typed::Type& type, const typed::TypeParameter& parameter, bool inside = false) {
    if (type.kind == typed::TypeKind::Parameter) {
        return inside && type.parameter == &parameter;
    }
    const bool compares = typed::is_map(type) || type.kind == typed::TypeKind::Set ||
                          type.kind == typed::TypeKind::Iset || type.kind == typed::TypeKind::Multiset;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        if (is_set_of(type.arguments[i], parameter, inside || (compares && i == 0))) {
            return true;
        }
    }
    return false;
}

} // namespace

// Nobody has looked at the characteristics of parameters whose declaration is not complete.
void infer_equality(const typed::TypeParameters& parameters, const std::vector<typed::VariablePtr>& variables) {
    for (const auto& parameter : parameters) {
        if (std::any_of(variables.begin(), variables.end(),
                        [&](const typed::VariablePtr& variable) { return is_set_of(variable->type, *parameter); })) {
            const_cast<typed::TypeParameter&>(*parameter).equality = true;
        }
    }
}

TypeScope::TypeScope(Globals& globals, std::map<std::string, typed::Type> names)
    : globals_(globals), outer_(std::exchange(globals.type_names, std::move(names))) {}

TypeScope::TypeScope(Globals& globals, const typed::TypeParameters& parameters)
    : TypeScope(globals, std::map<std::string, typed::Type>()) {
    for (const auto& parameter : parameters) {
        globals.type_names.emplace(parameter->name, typed::parameter_type(parameter.get()));
    }
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

std::string missing_characteristic(const typed::TypeParameter& parameter, const typed::Type& type, bool ghost) {
    if (!ghost && parameter.equality && !typed::supports_equality(type)) {
        return fmt::format("support equality (got {}){}", typed::to_string(type), equality_hint(type));
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
