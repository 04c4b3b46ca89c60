#include "resolve/variables.h"

#include "resolve/subset_types.h"

#include <fmt/format.h>

namespace daphnia::resolve {

std::vector<typed::VariablePtr> owned(NewVariables variables) {
    std::vector<typed::VariablePtr> result;
    for (auto& variable : variables) {
        result.push_back(std::move(variable));
    }
    return result;
}

Variables::Variables(Globals& globals, Inference& inference) : globals_(globals), inference_(inference) {
    scope_.push_frame();
}

VariableFacts& Variables::introduce(const typed::Variable& variable, bool type_given) {
    VariableFacts facts;
    facts.type = type_given ? value_type(variable.type) : inference_.hole();
    facts.type_given = type_given;
    introduced_.push_back(&variable);
    return facts_.emplace(&variable, std::move(facts)).first->second;
}

std::unique_ptr<typed::Variable> Variables::new_variable(const ast::Ident& name, const ast::Type* type,
                                                         typed::VariableKind kind, bool ghost) {
    const bool partial = type != nullptr && leaves_arguments_out(globals_, *type);
    const std::optional<typed::Type> given = type != nullptr && !partial ? resolve_type(globals_, *type) : std::nullopt;
    auto variable = std::make_unique<typed::Variable>(
        typed::Variable{name.text, given.value_or(typed::int_type()), kind, ghost, name.range});
    VariableFacts& facts = introduce(*variable, given.has_value());
    facts.variable = variable.get();
    if (partial) {
        facts.type = partial_type(*type, false);
    } else if (type != nullptr && !given) {
        facts.type = pre(PreKind::Unknown);
    }
    if (kind == typed::VariableKind::Bound) {
        facts.what = "bound variable";
    }
    facts.assignable = kind == typed::VariableKind::Local || kind == typed::VariableKind::Out;
    return variable;
}

void Variables::adopt(const typed::Variable& variable) {
    VariableFacts& facts = introduce(variable, true);
    facts.type = declared_type(variable);
    facts.assignable = variable.kind == typed::VariableKind::Out;
    // Duplicates among parameters are reported with the signature.
    scope_.declare(variable.name, &variable);
}

void Variables::declare(const typed::Variable& variable, const char* what) {
    if (variable.name == "_" || variable.name.empty()) {
        return;
    }
    const bool shadows = scope_.find(variable.name) != nullptr;
    if (!scope_.declare(variable.name, &variable)) {
        globals_.reporter.error(Rule::Duplicate, variable.range,
                                fmt::format("duplicate {} name: {}", what, variable.name));
    } else if (shadows && globals_.options.warn_shadowing) {
        globals_.reporter.warning(Rule::Shadowing, variable.range,
                                  fmt::format("shadowed {} name: {}", what, variable.name));
    }
}

void Variables::declare_untyped(const ast::Ident& name) {
    kept_.push_back(std::make_unique<const typed::Variable>(
        typed::Variable{name.text, typed::int_type(), typed::VariableKind::Local, false, name.range}));
    VariableFacts& facts = introduce(*kept_.back(), true);
    facts.type = pre(PreKind::Unknown);
    facts.assignable = true;
    scope_.declare(name.text, kept_.back().get());
}

void Variables::declare_untyped(const ast::Pattern& pattern) {
    if (const auto* name = std::get_if<ast::NamePattern>(&pattern.node)) {
        declare_untyped(name->name);
    } else if (const auto* tuple = std::get_if<ast::TuplePattern>(&pattern.node)) {
        for (const ast::PatternPtr& element : tuple->elements) {
            declare_untyped(*element);
        }
    } else if (const auto* constructor = std::get_if<ast::ConstructorPattern>(&pattern.node)) {
        for (const ast::PatternPtr& argument : constructor->arguments) {
            declare_untyped(*argument);
        }
    } else if (const auto* either = std::get_if<ast::OrPattern>(&pattern.node)) {
        for (const ast::PatternPtr& alternative : either->alternatives) {
            declare_untyped(*alternative);
        }
    }
}

PreType Variables::declared_type(const typed::Variable& variable, const TypeArguments& type_arguments) const {
    find_base(globals_, variable.type);
    return globals_.untyped.count(&variable) != 0 ? pre(PreKind::Unknown) : value_type(variable.type, type_arguments);
}

void Variables::flow(const typed::Variable& into, const typed::Expr& value, Source::Rules rules) {
    facts_.at(&into).sources.push_back({&value, typed::int_type(), std::nullopt, 0, false, rules});
}

void Variables::flow(const typed::Variable& into, const typed::Type& type) {
    facts_.at(&into).sources.push_back({nullptr, type, std::nullopt});
}

void Variables::bind(const typed::Variable& into, const typed::Expr& value) {
    facts_.at(&into).sources.push_back({&value, typed::int_type(), std::nullopt, 0, true});
}

} // namespace daphnia::resolve
