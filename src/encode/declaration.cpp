// One declaration as procedures: the contract on its own, and the body against the contract.
#include "encode/procedure.h"

#include "support/error.h"

#include <algorithm>

namespace daphnia::encode {

using ivl::ObligationKind;

// now := old, both typed; what follows changes only `now`.
void ProcedureEncoder::begin_state() {
    Heap& heap = vocabulary_.heap;
    scope_.now = heap.state("");
    scope_.old = heap.state("old ");
    if (heap.is_empty()) {
        return;
    }
    for (const Term fact : heap.known_of(scope_.old)) {
        assume(fact);
    }
    for (std::size_t region = 0; region < scope_.now.maps.size(); ++region) {
        blocks_.emit(ivl::Assign{scope_.now.maps[region], scope_.old.maps[region]});
    }
    blocks_.emit(ivl::Assign{scope_.now.alloc, scope_.old.alloc});
}

// Frame and measure are those of the state on entry, whatever changes later.
void ProcedureEncoder::fix_entry(const typed::Method& method) {
    bind_arbitrary(method.parameters);
    Scope entry = scope_;
    entry.now = scope_.old;
    modifies_ = frame(method.modifies, entry);
    modifies_since_ = scope_.old;
    if (method.reads.present && !method.reads.wildcard) {
        reads_ = frame(method.reads, entry);
    }
    entry_measure_ = measure(method.decreases, entry);
    capture(nullptr, method.parameters, scope_);
}

ivl::Procedure ProcedureEncoder::method_contract(const typed::Method& method) {
    owner_ = &method;
    method_ = &method;
    begin_state();
    fix_entry(method);
    check_and_assume(method.preconditions);
    check_frame(method.modifies);
    check_measure(method.decreases);
    if (method.kind == typed::MethodKind::Method) {
        typed::Effects all;
        all.allocates = true;
        all.everything = true;
        heap_.havoc(all, {}, modifies_, scope_.old);
    }
    bind_arbitrary(method.results);
    check_and_assume(method.postconditions);
    return blocks_.finish();
}

ivl::Procedure ProcedureEncoder::method_body(const typed::Method& method) {
    owner_ = &method;
    method_ = &method;
    intervals_ = loop_intervals(method);
    begin_state();
    fix_entry(method);
    for (const typed::Clause& clause : method.preconditions) {
        if (clause.label == nullptr) {
            assume_clause(*clause.expr);
        } else {
            hidden_[clause.label.get()] = held(trusted(*clause.expr, scope_, store_.true_()));
        }
    }
    for (const auto& result : method.results) {
        track(*result);
    }
    if (method.kind == typed::MethodKind::Lemma) {
        assume_induction_hypothesis(method);
    }
    stmt(*method.body);
    // The end of the body returns, too; Dafny shows its postconditions at the brace that opens it, and unassigned
    // results at the brace that closes it.
    const support::SourceRange body = method.body->range;
    return_at({body.file, body.begin, std::min(body.end, body.begin + 1)}, method.body_end);
    return blocks_.finish();
}

void ProcedureEncoder::return_at(support::SourceRange at, support::SourceRange end) {
    require_results_assigned(end);
    for (const typed::Clause& clause : method_->postconditions) {
        Scope scope = scope_;
        prove(*clause.expr, scope, store_.true_(), [&](const typed::Expr& conjunct) {
            return ivl::Origin{ObligationKind::Postcondition,
                               at,
                               {{place_of(conjunct), "this is the postcondition that could not be proved"}},
                               clause.error_message};
        });
    }
    blocks_.end();
}

ivl::Procedure ProcedureEncoder::function(const typed::Function& function) {
    owner_ = &function;
    function_ = &function;
    scope_.whole_types = true;
    scope_.now = vocabulary_.heap.state("");
    scope_.old = scope_.now;
    for (const Term fact : vocabulary_.heap.known_of(scope_.now)) {
        assume(fact);
    }
    bind_arbitrary(function.parameters);
    capture(nullptr, function.parameters, scope_);
    std::vector<Term> parameters;
    for (const auto& parameter : function.parameters) {
        parameters.push_back(scope_.values.at(parameter.get()));
    }
    entry_measure_ = measure(function.decreases, scope_);
    reads_ = frame(function.reads, scope_);
    check_and_assume(function.preconditions);
    check_frame(function.reads);
    check_measure(function.decreases);

    std::vector<Term> arguments = vocabulary_.functions.heap_arguments(function, parameters, scope_.now);
    arguments.insert(arguments.end(), parameters.begin(), parameters.end());
    const FunctionSymbols& symbols = vocabulary_.functions.symbols(function);
    const Term result = store_.apply(symbols.layers[symbols.top()], arguments);
    scope_.values[function.result.get()] = result;
    vocabulary_.functions.set_own_call(result);
    aside("postconditions", [&] {
        const std::optional<FrameLimit> reads = reads_;
        reads_.reset(); // a postcondition may look at the whole heap
        in_postcondition_ = true;
        assume(vocabulary_.membership.is(function.result->type, result, nullptr));
        check_and_assume(function.postconditions);
        in_postcondition_ = false;
        reads_ = reads;
    });
    if (function.body == nullptr) {
        return blocks_.finish();
    }
    const Term body = checked_fits(*function.body, function.result->type);
    assume(store_.equal(result, body));
    for_each_branch(*function.body, store_.true_(), [&](const typed::Expr& branch, Term guard) {
        for (const typed::Clause& clause : function.postconditions) {
            Scope scope = scope_;
            prove(*clause.expr, scope, guard, [&](const typed::Expr& conjunct) {
                return ivl::Origin{ObligationKind::Postcondition,
                                   place_of(branch),
                                   {{place_of(conjunct), "this is the postcondition that could not be proved"}},
                                   clause.error_message};
            });
        }
    });
    return blocks_.finish();
}

// The expressions that a body may come down to, each with the condition under which it does.
void ProcedureEncoder::for_each_branch(const typed::Expr& body, Term guard,
                                       const std::function<void(const typed::Expr&, Term)>& visit) {
    if (const auto* choice = std::get_if<typed::IfThenElse>(&body.node)) {
        const Term condition = pure(*choice->condition);
        for_each_branch(*choice->then, store_.and_(guard, condition), visit);
        for_each_branch(*choice->otherwise, store_.and_(guard, store_.not_(condition)), visit);
    } else if (const auto* let = std::get_if<typed::Let>(&body.node)) {
        for_each_branch(*let->body, guard, visit); // its variables have their values since the body was checked
    } else if (const auto* with = std::get_if<typed::StatementExpr>(&body.node)) {
        for_each_branch(*with->body, guard, visit);
    } else {
        visit(body, guard);
    }
}

ivl::Procedure ProcedureEncoder::entry(const std::vector<typed::VariablePtr>& parameters,
                                       const std::vector<typed::Clause>& preconditions) {
    begin_state();
    bind_arbitrary(parameters);
    for (const typed::Clause& clause : preconditions) {
        assume_clause(*clause.expr);
    }
    require(store_.false_(), {ObligationKind::Assertion, {}, {}, {}});
    return blocks_.finish();
}

ivl::Procedure ProcedureEncoder::constant(const typed::Constant& constant) {
    owner_ = &constant;
    scope_.whole_types = true;
    scope_.now = vocabulary_.heap.state("");
    scope_.old = scope_.now;
    reads_ = FrameLimit{};
    reads_->alloc = nullptr;
    checked_fits(*constant.value, constant.type);
    return blocks_.finish();
}

} // namespace daphnia::encode
