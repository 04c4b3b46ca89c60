#include "resolve/patterns.h"

#include "resolve/datatype_values.h"
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "resolve/suggestions.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

// In patterns a name is first of all that of a constructor.
bool names_constructor(const PreType& type, const std::string& name) {
    return type.kind == PreKind::Datatype &&
           std::any_of(type.datatype->constructors.begin(), type.datatype->constructors.end(),
                       [&](const typed::Constructor& each) { return each.name == name; });
}

} // namespace

std::unique_ptr<typed::Variable> Patterns::whole_of_pattern(const ast::Pattern& pattern, const Draft& value,
                                                            typed::VariableKind kind, bool ghost) {
    auto whole = variables_.new_variable({kWhole, pattern.range}, nullptr, kind, ghost);
    agree(type_of(*whole), value.type, value.expr->anchor, "type of RHS ({1}) does not match type of pattern ({0})");
    variables_.bind(*whole, *value.expr);
    return whole;
}

// What a pattern by itself says of the type of its value.
std::optional<PreType> Patterns::head_of_pattern(const ast::Pattern& pattern) {
    const auto holes = [&](std::size_t count) {
        std::vector<PreType> result;
        for (std::size_t i = 0; i < count; ++i) {
            result.push_back(inference_.hole());
        }
        return result;
    };
    if (const auto* tuple = std::get_if<ast::TuplePattern>(&pattern.node)) {
        return pre_tuple(holes(tuple->elements.size()), {});
    }
    if (const auto* made = std::get_if<ast::ConstructorPattern>(&pattern.node)) {
        const Meaning meaning = meaning_of(globals_, made->name.text);
        if (const auto* entry = std::get_if<ConstructorEntry>(&meaning)) {
            return pre_datatype(entry->owner->datatype, holes(entry->owner->parameter_count()));
        }
    }
    return std::nullopt;
}

// The variables of the pattern with the components that they name; false when the pattern does not fit (reported).
bool Patterns::take_apart(const ast::Pattern& pattern, const typed::Variable& whole, typed::VariableKind kind,
                          bool ghost, TakenApart& out, std::vector<std::size_t> path) {
    Draft value = read(whole, pattern.range);
    inference_.advance();
    PreType type = inference_.head(value.type);
    for (const std::size_t step : path) {
        ghost = ghost || (!type.ghost_components.empty() && type.ghost_components[step]) ||
                (type.kind == PreKind::Datatype && type.datatype->destructors.at(step).ghost);
        value = datatypes_.select(pattern.range, pattern.range, std::move(value), type, step);
        type = inference_.head(value.type);
    }
    if (type.kind == PreKind::Hole) {
        if (const std::optional<PreType> head = head_of_pattern(pattern); head && inference_.unify(value.type, *head)) {
            type = *head;
        }
    }
    if (const auto* name = std::get_if<ast::NamePattern>(&pattern.node)) {
        answer_constructors(globals_, name->name.range, type.kind == PreKind::Datatype ? type.datatype : nullptr);
        if (name->type == nullptr && names_constructor(type, name->name.text)) {
            return take_apart_constructor(pattern, {name->name, {}}, std::move(value), whole, kind, ghost, out,
                                          std::move(path));
        }
        auto variable = variables_.new_variable(name->name, name->type.get(), kind, ghost || pattern.ghost);
        agree(type_of(*variable), value.type, pattern.range,
              "type of corresponding source/RHS ({1}) does not match type of bound variable ({0})");
        variables_.bind(*variable, *value.expr);
        out.components.push_back({std::move(variable), std::move(value)});
        return true;
    }
    if (const auto* constructor = std::get_if<ast::ConstructorPattern>(&pattern.node)) {
        return take_apart_constructor(pattern, *constructor, std::move(value), whole, kind, ghost, out,
                                      std::move(path));
    }
    drop(std::move(value.expr));
    const auto* tuple = std::get_if<ast::TuplePattern>(&pattern.node);
    if (tuple == nullptr) {
        reporter().error(Rule::Misplaced, pattern.range, "a literal or disjunctive pattern is allowed only in a case");
        variables_.declare_untyped(pattern);
        return false;
    }
    if (type.kind != PreKind::Tuple || type.arguments.size() != tuple->elements.size()) {
        if (type.kind != PreKind::Unknown) {
            reporter().error(Rule::Type, pattern.range,
                             fmt::format("tuple type does not match type {}", inference_.show(type)));
        }
        variables_.declare_untyped(pattern);
        return false;
    }
    bool fits = true;
    path.push_back(0);
    for (std::size_t i = 0; i < tuple->elements.size(); ++i) {
        path.back() = i;
        fits = take_apart(*tuple->elements[i], whole, kind, ghost, out, path) && fits;
    }
    return fits;
}

// The value has to be made by the constructor.
bool Patterns::take_apart_constructor(const ast::Pattern& pattern, const ast::ConstructorPattern& node, Draft value,
                                      const typed::Variable& whole, typed::VariableKind kind, bool ghost,
                                      TakenApart& out, std::vector<std::size_t> path) {
    const PreType type = inference_.head(value.type);
    if (type.kind != PreKind::Datatype) {
        drop(std::move(value.expr));
        if (type.kind != PreKind::Unknown) {
            reporter().error(Rule::Type, pattern.range,
                             fmt::format("to use a pattern, the type of the source/RHS expression must be a datatype "
                                         "(instead found {})",
                                         inference_.show(type)));
        }
        variables_.declare_untyped(pattern);
        return false;
    }
    const auto& constructors = type.datatype->constructors;
    const auto found = std::find_if(constructors.begin(), constructors.end(),
                                    [&](const auto& each) { return each.name == node.name.text; });
    if (found == constructors.end() || found->fields.size() != node.arguments.size()) {
        reporter().error(
            Rule::Type, pattern.range,
            found == constructors.end()
                ? fmt::format("constructor {} does not exist in datatype {}", node.name.text, type.datatype->name)
                : fmt::format("pattern for constructor {} has wrong number of formals (found {}, "
                              "expected {})",
                              node.name.text, node.arguments.size(), found->fields.size()),
            found == constructors.end() ? Suggestions::meant_by_constructor(node.name.text, *type.datatype)
                                        : std::string());
        drop(std::move(value.expr));
        variables_.declare_untyped(pattern);
        return false;
    }
    note(globals_, node.name.range, found->name_range);
    const auto made = static_cast<std::size_t>(found - constructors.begin());
    Draft looks_like = datatypes_.made_by(pattern.range, pattern.range, std::move(value), made);
    if (constructors.size() == 1) {
        drop(std::move(looks_like.expr));
    } else {
        add(out.checks, pattern.range, true,
            typed::Assert{typed::AssertKind::Destructor, std::move(looks_like.expr), nullptr,
                          "RHS is not certain to look like the pattern '" + node.name.text + "'"});
    }
    bool fits = true;
    path.push_back(0);
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        path.back() = found->destructors[i];
        fits = take_apart(*node.arguments[i], whole, kind, ghost, out, path) && fits;
    }
    return fits;
}

} // namespace daphnia::resolve
