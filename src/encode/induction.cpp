// Automatic induction for lemmas (Leino, VMCAI 2012): the lemma's own statement for all smaller arguments.
#include "encode/procedure.h"
#include "encode/triggers.h"
#include "typed/walk.h"

#include <algorithm>

namespace daphnia::encode {

namespace {

bool has_order(const typed::Type& type) {
    switch (type.kind) {
    case typed::TypeKind::Int:
    case typed::TypeKind::Nat:
    case typed::TypeKind::Seq:
    case typed::TypeKind::Set:
    case typed::TypeKind::Multiset:
    case typed::TypeKind::Map:
        return true;
    case typed::TypeKind::Bool:
    case typed::TypeKind::Char:
    case typed::TypeKind::Iset:
    case typed::TypeKind::Imap:
    case typed::TypeKind::Array:
    case typed::TypeKind::NullableArray:
    case typed::TypeKind::Tuple:
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

std::vector<const typed::Variable*> induction_variables(const typed::Method& lemma, const typed::CallGraph& calls) {
    std::vector<const typed::Variable*> result;
    if (!lemma.attributes.induction_variables.empty()) {
        return lemma.attributes.induction_variables;
    }
    const bool everything = lemma.attributes.induction.value_or(false);
    for (const auto& parameter : lemma.parameters) {
        const bool relevant =
            everything ||
            std::any_of(lemma.postconditions.begin(), lemma.postconditions.end(),
                        [&](const auto& clause) { return feeds_recursion(*clause.expr, parameter.get(), calls); });
        if (relevant && has_order(parameter->type)) {
            result.push_back(parameter.get());
        }
    }
    return result;
}

} // namespace

// forall x' :: types && pre(x') && measure(x') < measure(x) ==> post(x'), the other parameters as they are. It is an
// instance of calling the lemma itself on smaller arguments, so it needs just the decrease that a call would need.
void ProcedureEncoder::assume_induction_hypothesis(const typed::Method& lemma) {
    if (!lemma.attributes.induction.value_or(true) || !lemma.results.empty() || lemma.postconditions.empty() ||
        entry_measure_.wildcard) {
        return;
    }
    const auto variables = induction_variables(lemma, vocabulary_.context().calls);
    if (variables.empty()) {
        return;
    }
    Scope scope = scope_;
    scope.lowest_layer = true;
    std::vector<Term> bound;
    std::vector<Term> conditions;
    for (const typed::Variable* variable : variables) {
        const Term value = store_.fresh_variable(variable->name, vocabulary_.sort(variable->type));
        scope.values[variable] = value;
        bound.push_back(value);
        conditions.push_back(vocabulary_.is(variable->type, value, &scope.now));
    }
    for (const typed::Clause& clause : lemma.preconditions) {
        conditions.push_back(Expressions(vocabulary_, scope).encode(*clause.expr));
    }
    const Measure smaller = measure(lemma.decreases, scope);
    conditions.push_back(decreases(smaller, entry_measure_, true));
    std::vector<Term> known;
    std::vector<CallFact> calls;
    for (const typed::Clause& clause : lemma.postconditions) {
        known.push_back(Expressions(vocabulary_, scope, nullptr, &calls).encode(*clause.expr));
    }
    const Term post = store_.and_(known);
    for (const CallFact& call : calls) {
        known.push_back(to_term(store_, call));
    }
    const auto triggers = select_triggers(bound, post);
    if (triggers.empty()) {
        return;
    }
    assume(store_.forall({"induction hypothesis", bound, triggers, 0},
                         store_.implies(store_.and_(std::move(conditions)), store_.and_(std::move(known)))));
}

} // namespace daphnia::encode
