#include "encode/call.h"

#include "encode/procedure.h"

namespace daphnia::encode {

Calls::Calls(Procedure& all)
    : ProcedurePart(all.state), claims_(all.claims), permissions_(all.permissions), termination_(all.termination),
      assignments_(all.assignments) {}

Scope Calls::callee_scope(const typed::Call& call, const std::vector<Term>& arguments) {
    const typed::Method& method = *call.method;
    Scope result;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        result.values[method.parameters[i].get()] = arguments[i];
    }
    result.now = scope_.now;
    result.old = method.two_state ? scope_.at(call.label) : scope_.now;
    return result;
}

void Calls::require_preconditions(const std::vector<typed::Clause>& clauses, Scope& scope, Term guard,
                                  support::SourceRange at, const std::string& phrase) {
    for (const typed::Clause& clause : clauses) {
        claims_.prove(*clause.expr, scope, guard, [&](const typed::Expr& conjunct) {
            return ivl::Origin{support::Rule::Precondition,
                               at,
                               {{place_of(conjunct), "this is the precondition that could not be proved"}},
                               clause.error_message.empty() ? phrase : clause.error_message};
        });
    }
}

// Previous states come before the one in which the call stands, by the rules of labels and old; what is not `new` has
// to have been there.
void Calls::require_existed(const std::vector<typed::VariablePtr>& parameters, const Scope& callee, Term guard,
                            const std::function<support::SourceRange(std::size_t)>& place, bool lemma) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const typed::Variable& parameter = *parameters[i];
        if (!parameter.is_new && typed::contains_references(parameter.type)) {
            const Term existed =
                vocabulary_.membership.is(typed::base_type(parameter.type), callee.values.at(&parameter), &callee.old);
            state_.require(store_.implies(guard, existed),
                           {support::Rule::Allocated, place(i), {}, typed::unallocated_message(parameters, i, lemma)});
        }
    }
}

// What the callee may have changed is arbitrary now; `callee` has the parameters in the state before the call.
void Calls::havoc(const typed::Method& method, const std::vector<Term>& arguments, const Scope& callee) {
    std::map<const typed::Variable*, Term> objects;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        objects[method.parameters[i].get()] = arguments[i];
    }
    state_.heap.havoc(typed::effects_of(method), objects, permissions_.frame(method.modifies, callee), callee.old);
}

void Calls::operator()(const typed::Call& node) {
    const typed::Method& method = *node.method;
    const support::SourceRange at = state_.current->range;
    const std::vector<Destination> targets = assignments_.destinations(node.targets);
    std::vector<Term> arguments;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        // The contract speaks of the values before the call, which may change what an argument reads.
        arguments.push_back(state_.held(claims_.checked_argument(*node.arguments[i], *method.parameters[i])));
    }
    Scope callee = callee_scope(node, arguments);
    if (method.two_state) {
        require_existed(
            method.parameters, callee, store_.true_(), [&](std::size_t) { return at; }, true);
    }
    require_preconditions(method.preconditions, callee, store_.true_(), at, {});
    termination_.require_termination(&method, method.decreases, callee, store_.true_(), at);
    if (method.kind != typed::MethodKind::Lemma) {
        permissions_.require_within(permissions_.modifies, method.modifies, callee, store_.true_(),
                                    {support::Rule::Modifies, at, {}, "call might violate context's modifies clause"});
        if (permissions_.reads) {
            typed::Frame everything;
            everything.wildcard = true;
            permissions_.require_within(*permissions_.reads, method.reads.present ? method.reads : everything, callee,
                                        store_.true_(),
                                        {support::Rule::Reads, at, {}, "insufficient reads clause to call"});
        }
    }
    // Lemmas change nothing; any method, ghost ones too, may allocate.
    const bool changes = method.kind != typed::MethodKind::Lemma;
    if (changes && !vocabulary_.heap.is_empty()) {
        callee.old = state_.heap.snapshot("before " + method.name);
        callee.now = callee.old;
        havoc(method, arguments, callee);
        callee.now = scope_.now;
    }
    for (const auto& result : method.results) {
        const Term value = store_.fresh_variable(result->name, vocabulary_.sorts.of(result->type));
        blocks_.emit(ivl::Havoc{value});
        state_.assume(vocabulary_.membership.is(result->type, value, &scope_.now));
        callee.values[result.get()] = value;
    }
    if (method.kind == typed::MethodKind::Constructor) { // of the class itself, not of one that extends it: it is new
        state_.assume(store_.not_(store_.select(callee.old.alloc, callee.values.at(method.results.front().get()))));
    }
    for (const typed::Clause& clause : method.postconditions) {
        state_.assume(claims_.trusted(*clause.expr, callee, store_.true_()));
    }
    state_.capture(state_.current, method.results, callee);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const typed::Variable& result = *method.results[i];
        claims_.require_fits(targets[i].type, result.type, callee.values.at(&result), targets[i].range);
    }
    std::vector<Term> values;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        values.push_back(callee.values.at(method.results[i].get()));
    }
    assignments_.require_distinct(targets, values);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        assignments_.write(targets[i], values[i]);
    }
}

// What a lemma call in an expression establishes.
Term Calls::contract_of(const typed::Call& call) {
    std::vector<Term> arguments;
    for (const auto& argument : call.arguments) {
        arguments.push_back(claims_.pure(*argument));
    }
    Scope callee = callee_scope(call, arguments);
    std::vector<Term> known;
    for (const typed::Clause& clause : call.method->postconditions) {
        std::vector<CallFact> calls;
        known.push_back(Expressions(vocabulary_, callee, nullptr, &calls).encode(*clause.expr));
        for (const CallFact& fact : calls) {
            known.push_back(to_term(store_, fact));
        }
    }
    return store_.and_(std::move(known));
}

} // namespace daphnia::encode
