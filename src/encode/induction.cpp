#include "encode/induction.h"

#include "encode/procedure.h"
#include "encode/triggers.h"
#include "typed/walk.h"

#include <algorithm>

namespace daphnia::encode {

namespace {

// Of the types whose values decrease, those over which induction offers itself.
bool has_order(const typed::Type& type) {
    switch (typed::measure_order(type)) {
    case typed::MeasureOrder::Whole:
    case typed::MeasureOrder::Rank:
    case typed::MeasureOrder::Length:
    case typed::MeasureOrder::Subset:
    case typed::MeasureOrder::Multiples:
    case typed::MeasureOrder::Keys:
        return true;
    case typed::MeasureOrder::Truth:
    case typed::MeasureOrder::Real:
    case typed::MeasureOrder::Character:
    case typed::MeasureOrder::Bits:
    case typed::MeasureOrder::Null:
    case typed::MeasureOrder::None:
        return false;
    }
    return false;
}

// Whether the variable is passed, or part of what is passed, to a recursive function.
bool feeds_recursion(const typed::Expr& root, const typed::Variable* variable, const typed::CallGraph& calls) {
    bool found = false;
    typed::Children visit;
    visit.stmt = [](const typed::Stmt&) {};
    visit.expr = [&](const typed::Expr& expr) {
        const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
        if (call == nullptr || !calls.is_recursive(call->function)) {
            return;
        }
        for (const auto& argument : call->arguments) {
            typed::for_each_below(
                *argument, {[&](const typed::Expr& below) { found = found || typed::read_variable(below) == variable; },
                            [](const typed::Stmt&) {}});
        }
    };
    typed::for_each_below(root, visit);
    return found;
}

using Clauses = std::vector<const typed::Expr*>;

// What is asked for, else the variables that have an order and feed a recursive function in one of the claims.
std::vector<const typed::Variable*> induction_variables(const typed::Induction& asked,
                                                        const std::vector<typed::VariablePtr>& variables,
                                                        const Clauses& claims, const typed::CallGraph& calls) {
    if (!asked.wanted.value_or(true) || !asked.variables.empty()) {
        return asked.variables;
    }
    std::vector<const typed::Variable*> result;
    for (const auto& variable : variables) {
        const bool relevant =
            asked.wanted.has_value() || std::any_of(claims.begin(), claims.end(), [&](const typed::Expr* claim) {
                return feeds_recursion(*claim, variable.get(), calls);
            });
        if (relevant && has_order(variable->type)) {
            result.push_back(variable.get());
        }
    }
    return result;
}

} // namespace

Induction::Induction(Procedure& all) : ProcedurePart(all.state), claims_(all.claims), termination_(all.termination) {}

// forall x' :: types && pre(x') && measure(x') < measure(x) ==> post(x'), the other parameters as they are, matched by
// what the postconditions say, or else the preconditions. It is an
// instance of calling the lemma itself on smaller arguments, so it needs just the decrease that a call would need.
void Induction::assume_hypothesis(const typed::Method& lemma) {
    if (!lemma.results.empty() || lemma.postconditions.empty() || termination_.entry.wildcard) {
        return;
    }
    Clauses claims;
    for (const auto* clauses : {&lemma.preconditions, &lemma.postconditions}) {
        for (const typed::Clause& clause : *clauses) {
            claims.push_back(clause.expr.get());
        }
    }
    const auto variables =
        induction_variables(lemma.attributes.induction, lemma.parameters, claims, vocabulary_.context().calls);
    if (variables.empty()) {
        return;
    }
    Scope scope = scope_;
    scope.lowest_layer = true;
    std::vector<Term> bound;
    std::vector<Term> conditions;
    for (const typed::Variable* variable : variables) {
        const Term value = store_.fresh_variable(variable->name, vocabulary_.sorts.of(variable->type));
        scope.values[variable] = value;
        bound.push_back(value);
        conditions.push_back(vocabulary_.membership.is(variable->type, value, &scope.now));
        if (lemma.two_state && !variable->is_new) {
            conditions.push_back(vocabulary_.membership.is(variable->type, value, &scope.old));
        }
    }
    for (const typed::Clause& clause : lemma.preconditions) {
        conditions.push_back(Expressions(vocabulary_, scope).encode(*clause.expr));
    }
    const Measure smaller = termination_.measure(lemma.decreases, scope);
    conditions.push_back(decreases(vocabulary_, smaller, termination_.entry, true));
    std::vector<Term> known;
    std::vector<CallFact> calls;
    for (const typed::Clause& clause : lemma.postconditions) {
        known.push_back(Expressions(vocabulary_, scope, nullptr, &calls).encode(*clause.expr));
    }
    const Term post = store_.and_(known);
    for (const CallFact& call : calls) {
        known.push_back(to_term(store_, call));
    }
    const Term condition = store_.and_(std::move(conditions));
    auto triggers = select_triggers(bound, post);
    if (triggers.empty()) {
        triggers = select_triggers(bound, store_.implies(condition, post));
    }
    if (triggers.empty()) {
        return;
    }
    state_.assume(store_.forall({"induction hypothesis", bound, triggers, 0},
                                store_.implies(condition, store_.and_(std::move(known)))));
}

// A claim about all values is proved for arbitrary ones, with itself for all smaller ones as hypothesis: what is
// smaller is so in the order of measures, which is well-founded, so the claim holds for all.
bool Induction::prove(const typed::Expr& expr, const Scope& scope, Term guard, const OriginOf& origin) {
    const auto* claim = std::get_if<typed::Quantifier>(&expr.node);
    if (claim == nullptr || claim->kind != typed::QuantifierKind::Forall) {
        return false;
    }
    const auto variables =
        induction_variables(claim->induction, claim->variables, {claim->body.get()}, vocabulary_.context().calls);
    if (variables.empty()) {
        return false;
    }
    Scope here = scope;
    Scope smaller = scope;
    smaller.lowest_layer = true;
    std::vector<Term> bound;
    std::vector<Term> known{guard};
    std::vector<Term> conditions;
    for (const auto& variable : claim->variables) {
        const auto sort = vocabulary_.sorts.of(variable->type);
        here.values[variable.get()] = store_.fresh_variable(variable->name, sort);
        known.push_back(vocabulary_.membership.is(variable->type, here.values[variable.get()], &scope.now));
        bound.push_back(store_.fresh_variable(variable->name, sort));
        smaller.values[variable.get()] = bound.back();
        conditions.push_back(vocabulary_.membership.is(variable->type, bound.back(), &scope.now));
    }
    Measure now, before;
    for (const typed::Variable* variable : variables) {
        const typed::Type type = typed::base_type(variable->type);
        now.parts.push_back({type, smaller.values[variable], expr.range});
        before.parts.push_back({type, here.values[variable], expr.range});
    }
    if (claim->range != nullptr) {
        known.push_back(claims_.trusted(*claim->range, here, store_.and_(known)));
        conditions.push_back(Expressions(vocabulary_, smaller).encode(*claim->range));
    }
    conditions.push_back(decreases(vocabulary_, now, before, true));
    const Term hypothesis = Expressions(vocabulary_, smaller).encode(*claim->body);
    const auto triggers = select_triggers(bound, hypothesis);
    if (triggers.empty()) {
        return false;
    }
    known.push_back(store_.forall({"induction hypothesis", bound, triggers, 0},
                                  store_.implies(store_.and_(std::move(conditions)), hypothesis)));
    const Term step = claims_.trusted(*claim->body, here, store_.and_(known));
    state_.require(store_.implies(store_.and_(known), step), origin(expr));
    Scope after = scope;
    state_.assume(store_.implies(guard, claims_.trusted(expr, after, guard)));
    return true;
}

} // namespace daphnia::encode
