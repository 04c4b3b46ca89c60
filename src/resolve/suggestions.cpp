#include "resolve/suggestions.h"

#include "resolve/expressions.h"
#include "resolve/foreign_names.h"
#include "resolve/meanings.h"
#include "resolve/modules.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <utility>

namespace daphnia::resolve {

namespace {

NameSorts sorts_of(bool value, bool function, bool method, bool qualifier) {
    return {value, function, method, value || function, qualifier, qualifier};
}

} // namespace

std::vector<std::string> built_in_members(PreKind type) {
    switch (type) {
    case PreKind::Map:
    case PreKind::Imap:
        return {"Items", "Keys", "Values"};
    case PreKind::Real:
        return {"Floor"};
    case PreKind::Bits:
        return {"RotateLeft", "RotateRight"};
    case PreKind::Arrow:
    case PreKind::PartialArrow:
    case PreKind::GeneralArrow:
        return {"reads", "requires"};
    default:
        return {};
    }
}

std::vector<std::string> Suggestions::candidates(NameUse use) const {
    const bool value = use == NameUse::Value;
    const bool function = use == NameUse::Called || use == NameUse::Either;
    const bool method = use == NameUse::Invoked || use == NameUse::Either;
    std::vector<std::string> result = visible_names(
        globals_, use == NameUse::Target ? NameSorts{} : sorts_of(value, function, method, use == NameUse::Qualifier));
    for (const std::string& name : variables_.scope().names()) {
        const typed::VariableKind kind = variables_.find(name)->kind;
        const bool assignable = kind == typed::VariableKind::Local || kind == typed::VariableKind::Out;
        const bool callable = is_arrow(inference_.head(type_of(*variables_.find(name))).kind);
        if (use == NameUse::Target ? assignable : use == NameUse::Value || use == NameUse::Qualifier || callable) {
            result.push_back(name);
        }
    }
    if (declaration_.enclosing != nullptr) {
        for (const auto& [name, member] : declaration_.enclosing->members) {
            if (std::holds_alternative<FunctionEntry>(member) ? function
                : std::holds_alternative<MethodEntry>(member) ? method
                                                              : value || use == NameUse::Qualifier) {
                result.push_back(name);
            }
        }
        if (declaration_.enclosing->datatype != nullptr && (value || use == NameUse::Qualifier)) {
            for (const typed::Destructor& field : declaration_.enclosing->datatype->destructors) {
                result.push_back(field.name);
            }
            for (const typed::Constructor& constructor : declaration_.enclosing->datatype->constructors) {
                result.push_back(constructor.name + "?");
            }
        }
    }
    if (value) {
        result.insert(result.end(), {"false", "true"});
    } else if (use == NameUse::Called) {
        result.insert(result.end(), {"fresh", "multiset", "old"});
    } else if (use == NameUse::Invoked) {
        result.insert(result.end(), {"break", "continue", "return"});
    }
    return result;
}

std::string Suggestions::meant_by(const std::string& name, const ast::Member* qualified) const {
    if (qualified != nullptr) {
        const std::optional<Meaning> object = meanings_.declared_qualifier(*qualified->object);
        auto* const* module = object ? std::get_if<Module*>(&*object) : nullptr;
        const bool value = name_use_ == NameUse::Value;
        const bool method = name_use_ == NameUse::Invoked || name_use_ == NameUse::Either;
        const bool function = name_use_ == NameUse::Called || name_use_ == NameUse::Either;
        return module == nullptr
                   ? std::string()
                   : support::did_you_mean(name, declared_names(**module, sorts_of(value, function, method,
                                                                                   name_use_ == NameUse::Qualifier)));
    }
    if (name.size() > 1 && name.back() == '?' &&
        std::holds_alternative<ConstructorEntry>(meaning_of(globals_, name.substr(0, name.size() - 1)))) {
        return fmt::format("it stands behind a value: 'x.{}'", name);
    }
    std::string near = support::did_you_mean(name, candidates(name_use_));
    if (near.empty()) {
        near = foreign_value(name);
    }
    if (near.empty() && name_use_ == NameUse::Target) {
        near = "declare it: 'var " + name + " := …;'";
    }
    return near;
}

std::string Suggestions::meant_by_member(const std::string& name, const PreType& type, SourceRange object) const {
    const bool array = is_array(type.kind);
    const bool one_length = !array || dimensions(type) == 1;
    std::string foreign =
        one_length ? foreign_member(inference_.family_of(type), support::one_line(object), name) : std::string();
    if (!foreign.empty()) {
        return foreign;
    }
    std::vector<std::string> names = array ? length_members(type) : built_in_members(inference_.family_of(type));
    if (const TypeEntry* const entry = meanings_.type_entry(type)) {
        for (const auto& each : entry->members) {
            names.push_back(each.first);
        }
    }
    return support::did_you_mean(name, names);
}

std::string Suggestions::meant_by_member(const std::string& name, const TypeEntry& type, bool of_value) const {
    std::vector<std::string> names;
    for (const auto& each : type.members) {
        names.push_back(each.first);
    }
    if (type.datatype != nullptr && of_value) {
        for (const typed::Constructor& constructor : type.datatype->constructors) {
            if (constructor.name == name) {
                return fmt::format("did you mean '{}?'?", name); // however short it is
            }
        }
    }
    if (type.datatype != nullptr) {
        for (const typed::Constructor& constructor : type.datatype->constructors) {
            names.push_back(constructor.name + (of_value ? "?" : ""));
        }
        for (const typed::Destructor& field : type.datatype->destructors) {
            if (of_value) {
                names.push_back(field.name);
            }
        }
    }
    return support::did_you_mean(name, names);
}

std::string Suggestions::meant_by_constructor(const std::string& name, const typed::Datatype& type) {
    std::vector<std::string> names;
    for (const typed::Constructor& constructor : type.constructors) {
        names.push_back(constructor.name);
    }
    return support::did_you_mean(name, names);
}

Draft Suggestions::used_as(NameUse use, const ast::Expr& expr, Context context) {
    // Only of the name itself: what stands within another expression is used as a value.
    const std::optional<Meaning> meaning =
        std::holds_alternative<ast::Name>(expr.node) || std::holds_alternative<ast::Member>(expr.node)
            ? meanings_.declared_meaning(expr)
            : std::nullopt;
    if (!meaning || !std::holds_alternative<Unknown>(*meaning)) {
        return expressions_.expression(expr, context);
    }
    const NameUse before = std::exchange(name_use_, use);
    Draft result = expressions_.expression(expr, context);
    name_use_ = before;
    return result;
}

} // namespace daphnia::resolve
