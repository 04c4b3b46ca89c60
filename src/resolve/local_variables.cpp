#include "resolve/local_variables.h"

#include "resolve/assignments.h"
#include "resolve/attributes.h"
#include "resolve/calls.h"
#include "resolve/expressions.h"
#include "resolve/failures.h"
#include "resolve/patterns.h"
#include "resolve/targets.h"
#include "resolve/values.h"

#include <utility>

namespace daphnia::resolve {

NewVariables LocalVariables::declare_locals(const ast::VarDecl& node) {
    NewVariables result;
    for (const ast::LocalVar& var : node.vars) {
        check_attributes(reporter(), var.attributes, AttributePlace::Local);
        result.push_back(variables_.new_variable(var.name, var.type.get(), typed::VariableKind::Local, node.ghost));
        if (has_attribute(var.attributes, "assumption")) {
            declare_assumption(*result.back(), node.ghost);
        }
        variables_.declare(*result.back(), "local-variable");
    }
    return result;
}

void LocalVariables::declare_assumption(const typed::Variable& variable, bool ghost) {
    VariableFacts& facts = variables_.facts(variable);
    const char* const message = "assumption variable must be of type 'bool'";
    facts.assumption = agree(facts.type, pre(PreKind::Bool), variable.range, message);
    if (facts.assumption && facts.type_given && variable.type != typed::bool_type()) { // a subset type of it
        reporter().error(Rule::Type, variable.range, message);
    }
    if (declaration_.method == nullptr) {
        reporter().error(Rule::Misplaced, variable.range, "assumption variable can only be declared in a method");
    } else if (!ghost && !declaration_.method->ghost) {
        reporter().error(Rule::Ghost, variable.range, "assumption variable must be ghost", "write 'ghost var'");
    }
}

void LocalVariables::begin_as_true(const typed::Variable& variable, SourceRange range, StmtList& out) {
    std::vector<PendingTarget> targets;
    targets.push_back(targets_.variable_target(variable, variable.range));
    std::vector<PendingValue> values;
    values.push_back(
        values_.pending(make(variable.range, variable.range, pre(PreKind::Bool), typed::BoolLiteral{true})));
    assignments_.assign_values(range, variable.range, std::move(targets), std::move(values), out);
}

void LocalVariables::var_statement(SourceRange range, const ast::VarDecl& node, StmtList& out) {
    NewVariables variables;
    const auto declaration = [&] {
        std::vector<const typed::Variable*> assumptions;
        for (const auto& variable : variables) {
            if (variables_.facts(*variable).assumption) {
                assumptions.push_back(variable.get());
            }
        }
        typed::VarDecl result;
        result.variables = owned(std::move(variables));
        add(out, range, node.ghost, std::move(result));
        for (const typed::Variable* variable : assumptions) {
            begin_as_true(*variable, range, out);
        }
    };
    if (!node.init) {
        variables = declare_locals(node);
        declaration();
        return;
    }
    if (const auto* such = std::get_if<ast::SuchThatRhs>(&*node.init)) {
        variables = declare_locals(node);
        std::vector<typed::Target> targets;
        for (const auto& variable : variables) {
            targets.push_back({variable->range, typed::VariableTarget{variable.get()}});
        }
        declaration();
        assignments_.such_that(range, std::move(targets), *such, out);
        return;
    }
    StmtList assignment;
    const auto make_targets = [&] {
        variables = declare_locals(node);
        std::vector<PendingTarget> targets;
        for (const auto& variable : variables) {
            targets.push_back(targets_.variable_target(*variable, variable->range));
        }
        return targets;
    };
    if (const auto* failable = std::get_if<ast::OrFailRhs>(&*node.init)) {
        failures_.assign_or_fail(range, *failable, node.vars.size(), make_targets, assignment);
    } else {
        assignments_.assign_all(range, std::get<ast::AssignRhs>(*node.init), make_targets, assignment);
    }
    declaration();
    for (typed::StmtPtr& stmt : assignment) {
        out.push_back(std::move(stmt));
    }
}

// var (x, y) := e;  becomes  var t := e; var x, y := t.0, t.1;
void LocalVariables::var_pattern_statement(SourceRange range, const ast::VarPatternDecl& node,
                                           std::vector<typed::StmtPtr>& out) {
    // The results of a method are several values, and no tuple.
    const bool call = calls_.called_method(*node.value) != nullptr;
    const char* const outer = std::exchange(
        state_.no_call,
        call ? "the results of a method are no tuple: write 'var x, y := …;', without parentheses" : state_.no_call);
    Draft value = expressions_.expression(*node.value, statement_context());
    state_.no_call = outer;
    auto whole = patterns_.whole_of_pattern(*node.pattern, value, typed::VariableKind::Local, node.ghost);
    TakenApart parts;
    const bool fits = patterns_.take_apart(*node.pattern, *whole, typed::VariableKind::Local, node.ghost, parts);
    typed::VarDecl first;
    typed::Assign to_whole;
    to_whole.targets.push_back({node.pattern->range, typed::VariableTarget{whole.get()}});
    to_whole.values.push_back({value.expr->range, std::move(value.expr)});
    first.variables.push_back(std::move(whole));
    add(out, range, node.ghost, std::move(first));
    add(out, range, node.ghost, std::move(to_whole));
    typed::VarDecl declaration;
    typed::Assign assign;
    for (Component& component : parts.components) {
        variables_.declare(*component.variable, "local-variable");
        assign.targets.push_back({component.variable->range, typed::VariableTarget{component.variable.get()}});
        assign.values.push_back({component.value.expr->range, std::move(component.value.expr)});
        declaration.variables.push_back(std::move(component.variable));
    }
    for (typed::StmtPtr& check : parts.checks) {
        out.push_back(std::move(check));
    }
    if (fits && !declaration.variables.empty()) {
        add(out, range, node.ghost, std::move(declaration));
        add(out, range, node.ghost, std::move(assign));
    } else {
        for (typed::Value& dropped : assign.values) {
            drop(std::move(std::get<typed::ExprPtr>(dropped.node)));
        }
        for (typed::VariablePtr& variable : declaration.variables) {
            variables_.keep(std::move(variable));
        }
    }
}

} // namespace daphnia::resolve
