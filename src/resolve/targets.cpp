#include "resolve/targets.h"

#include "resolve/expressions.h"
#include "resolve/meanings.h"
#include "resolve/members.h"
#include "resolve/noting.h"
#include "resolve/suggestions.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

// For variables that keep their value.
std::string instead_of_assigning(const typed::Variable& variable) {
    return typed::is_parameter(variable)
               ? fmt::format("parameters cannot be changed: copy it into a variable of your own, 'var x := {};'",
                             variable.name)
               : std::string();
}

// For elements of values: a sequence is changed by making another one.
std::string instead_of_element(const ast::Index& index, PreKind kind) {
    const auto* name = std::get_if<ast::Name>(&index.base->node);
    if (name == nullptr || (kind != PreKind::Seq && kind != PreKind::Map && kind != PreKind::Multiset)) {
        return {};
    }
    return fmt::format("write '{0} := {0}[{1} := …];'", name->name.text,
                       support::one_line(index.indices.front()->range));
}

} // namespace

PendingTarget Targets::variable_target(const typed::Variable& variable, SourceRange range) {
    return {{range, typed::VariableTarget{&variable}}, type_of(variable)};
}

std::optional<PendingTarget> Targets::field_target(const ast::Expr& expr) {
    const auto* const name = std::get_if<ast::Name>(&expr.node);
    const auto* const member = std::get_if<ast::Member>(&expr.node);
    const bool of_this =
        name != nullptr || (member != nullptr && std::holds_alternative<ast::This>(member->object->node));
    if (name == nullptr && (member == nullptr || meanings_.declared_meaning(expr))) {
        return std::nullopt;
    }
    const ast::Ident& field_name = name != nullptr ? name->name : member->name;
    if (of_this && state_.cells != nullptr) {
        Member* const own = meanings_.own_member(field_name.text);
        const auto* const entry = own == nullptr ? nullptr : std::get_if<FieldEntry>(own);
        const typed::Variable* const cell = entry == nullptr ? nullptr : members_.cell_of(*entry);
        if (own != nullptr) {
            note(globals_, field_name.range, own);
        }
        return cell == nullptr ? std::nullopt : std::optional(variable_target(*cell, expr.range));
    }
    std::optional<Draft> object;
    Member* found = nullptr;
    if (name != nullptr) {
        found = meanings_.own_member(field_name.text);
        if (found != nullptr) {
            note(globals_, field_name.range, found);
        }
    } else {
        object = expressions_.expression(*member->object, statement_context());
        inference_.advance();
        found = meanings_.member_of(inference_.head(object->type), field_name);
    }
    const auto* const entry = found == nullptr ? nullptr : std::get_if<FieldEntry>(found);
    if (entry == nullptr) {
        if (object) {
            drop(std::move(object->expr));
        }
        return std::nullopt;
    }
    if (!object) {
        object = members_.this_value(expr.range);
    }
    if (entry->field->constant) {
        reporter().error(Rule::Mutability, expr.range, "LHS of assignment must denote a mutable field");
    }
    PreType type = members_.type_of_field(*entry, inference_.head(object->type));
    return PendingTarget{{expr.range, typed::FieldTarget{std::move(object->expr), entry->field}}, std::move(type)};
}

PendingTarget Targets::element_target(SourceRange range, const ast::Index& index) {
    Draft array = expressions_.expression(*index.base, statement_context());
    const std::size_t count = index.indices.size();
    typed::ElementTarget target{nullptr, {}};
    for (std::size_t i = 0; i < count; ++i) {
        Draft position = expressions_.expression(*index.indices[i], statement_context());
        require_int(position, count == 1 ? "index expression must have an integer or bitvector type (got {})"
                                         : fmt::format("array selection requires integer- or bitvector-based numeric "
                                                       "indices (got {{}} for index {})",
                                                       i)
                                               .c_str());
        target.indices.push_back(std::move(position.expr));
    }
    const PreType element = inference_.hole();
    PendingTarget result{{range, typed::ElementTarget{nullptr, {}}}, pre(PreKind::Unknown)};
    if (agree(pre_array(element, count), array.type, array.expr->anchor,
              count == 1 ? "LHS of array assignment must denote an array element (found {1})"
                         : fmt::format("array selection requires an array{} (got {{1}})", count).c_str(),
              instead_of_element(index, inference_.family_of(array.type)))) {
        result.type = inference_.erased(element);
    }
    target.array = std::move(array.expr);
    result.target.node = std::move(target);
    return result;
}

PendingTarget Targets::target(const ast::Expr& expr) {
    if (const auto* name = std::get_if<ast::Name>(&expr.node)) {
        if (const typed::Variable* variable = variables_.find(name->name.text)) {
            if (!variables_.facts(*variable).assignable) {
                reporter().error(Rule::Mutability, expr.range, "LHS of assignment must denote a mutable variable",
                                 instead_of_assigning(*variable));
            }
            note(globals_, name->name.range, variable->range);
            return variable_target(*variable, expr.range);
        }
    }
    if (std::optional<PendingTarget> field = field_target(expr)) {
        return std::move(*field);
    }
    if (const auto* index = std::get_if<ast::Index>(&expr.node); index != nullptr) {
        return element_target(expr.range, *index);
    }
    const std::size_t errors = reporter().error_count();
    const bool slice = std::holds_alternative<ast::Slice>(expr.node);
    Draft draft = suggestions_.used_as(std::holds_alternative<ast::Name>(expr.node) ? NameUse::Target : NameUse::Value,
                                       expr, statement_context());
    if (reporter().error_count() == errors && inference_.head(draft.type).kind != PreKind::Unknown) {
        const bool field =
            std::holds_alternative<ast::Member>(expr.node) || std::holds_alternative<ast::Name>(expr.node);
        reporter().error(Rule::Mutability, expr.range,
                         slice   ? "cannot assign to a range of array elements (try the 'forall' statement)"
                         : field ? "LHS of assignment must denote a mutable field"
                                 : "LHS of assignment must denote a mutable variable or field",
                         std::holds_alternative<ast::Tuple>(expr.node)
                             ? "write the variables without parentheses: 'x, y := …;'"
                             : "");
    }
    drop(std::move(draft.expr));
    return {{expr.range, typed::ElementTarget{nullptr, {}}}, pre(PreKind::Unknown)};
}

// One variable cannot get two values at once.
void Targets::check_distinct_variables(const std::vector<PendingTarget>& targets, const std::string& statement) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto* variable = std::get_if<typed::VariableTarget>(&targets[i].target.node);
        const auto is_same = [&](const PendingTarget& other) {
            const auto* earlier = std::get_if<typed::VariableTarget>(&other.target.node);
            return earlier != nullptr && earlier->variable == variable->variable;
        };
        if (variable != nullptr &&
            std::any_of(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(i), is_same)) {
            reporter().error(
                Rule::Duplicate, targets[i].target.range,
                fmt::format("duplicate variable in left-hand side of {}: {}", statement, variable->variable->name));
        }
    }
}

// What is assumed of the run so far only grows, by one conjunct.
void Targets::check_assumption_variables(const std::vector<PendingTarget>& targets, const ast::AssignRhs& rhs) {
    const auto adds_conjunct = [&](const ast::Rhs& value, const typed::Variable& variable) {
        const auto* expr = std::get_if<ast::ExprPtr>(&value.node);
        const auto* binary = expr != nullptr ? std::get_if<ast::Binary>(&(*expr)->node) : nullptr;
        const auto* name = binary != nullptr ? std::get_if<ast::Name>(&binary->left->node) : nullptr;
        return name != nullptr && binary->op == ast::BinaryOp::And && variables_.find(name->name.text) == &variable;
    };
    for (std::size_t i = 0; i < targets.size() && i < rhs.values.size(); ++i) {
        const auto* target = std::get_if<typed::VariableTarget>(&targets[i].target.node);
        if (target == nullptr || !variables_.facts(*target->variable).assumption) {
            continue;
        }
        bool& assigned = variables_.facts(*target->variable).assumption_assigned;
        if (assigned || !adds_conjunct(rhs.values[i], *target->variable)) {
            reporter().error(Rule::Mutability, rhs.op_range,
                             fmt::format("there may be at most one assignment to an assumption variable, the RHS of "
                                         "which must match the expression \"{} && <boolean expression>\"",
                                         target->variable->name));
        } else {
            assigned = true;
        }
    }
}

void Targets::check_such_that_target(const ast::Expr& lhs, const typed::Target& target,
                                     const std::vector<typed::Target>& before, bool assumed) {
    const auto* variable = std::get_if<typed::VariableTarget>(&target.node);
    if (variable == nullptr) {
        if (!assumed) {
            reporter().error(Rule::Mutability, lhs.range,
                             "an assign-such-that statement (without an 'assume' clause) currently only supports "
                             "local-variable LHSs");
        }
        return;
    }
    for (const typed::Target& other : before) {
        const auto* earlier = std::get_if<typed::VariableTarget>(&other.node);
        if (earlier != nullptr && earlier->variable == variable->variable) {
            reporter().error(
                Rule::Duplicate, lhs.range,
                fmt::format("variable '{}' occurs more than once as left-hand side of :|", variable->variable->name));
        }
    }
}

void Targets::forget(std::vector<PendingTarget> targets) {
    for (PendingTarget& target : targets) {
        if (const auto* variable = std::get_if<typed::VariableTarget>(&target.target.node)) {
            inference_.unify(type_of(*variable->variable), pre(PreKind::Unknown));
        } else if (auto* element = std::get_if<typed::ElementTarget>(&target.target.node)) {
            drop(std::move(element->array));
            for (typed::ExprPtr& index : element->indices) {
                drop(std::move(index));
            }
        } else if (auto* field = std::get_if<typed::FieldTarget>(&target.target.node)) {
            drop(std::move(field->object));
        }
    }
}

} // namespace daphnia::resolve
