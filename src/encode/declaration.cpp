#include "encode/declaration.h"

#include <algorithm>

namespace daphnia::encode {

ProcedureEncoder::ProcedureEncoder(Vocabulary& vocabulary, std::string name, std::vector<Moment>* moments,
                                   Detail detail)
    : parts_(vocabulary, std::move(name), moments), state_(parts_.state), vocabulary_(vocabulary),
      store_(vocabulary.store()), blocks_(state_.blocks), scope_(state_.scope), claims_(parts_.claims),
      definedness_(parts_.definedness), permissions_(parts_.permissions), assigned_(parts_.assigned),
      termination_(parts_.termination), loops_(parts_.loops), induction_(parts_.induction),
      statements_(parts_.statements) {
    state_.names_premises = detail == Detail::Premises;
}

// now := old, both typed; what follows changes only `now`, which of two states is any later one.
void ProcedureEncoder::begin_state(bool two_state) {
    Heap& heap = vocabulary_.heap;
    scope_.now = heap.state("");
    scope_.old = heap.state("old ");
    if (heap.is_empty()) {
        return;
    }
    for (const Term fact : heap.known_of(scope_.old)) {
        state_.assume(fact);
    }
    for (std::size_t region = 0; region < scope_.now.maps.size(); ++region) {
        blocks_.emit(ivl::Assign{scope_.now.maps[region], scope_.old.maps[region]});
    }
    blocks_.emit(ivl::Assign{scope_.now.alloc, scope_.old.alloc});
    if (two_state) {
        let_time_pass();
    }
}

// Anything may have happened since the previous state of a two-state declaration.
void ProcedureEncoder::let_time_pass() {
    typed::Effects all;
    all.allocates = true;
    all.everything = true;
    FrameLimit anything;
    anything.anything = true;
    state_.heap.havoc(all, {}, anything, scope_.old);
}

void ProcedureEncoder::bind_parameters(const std::vector<typed::VariablePtr>& parameters, bool two_state) {
    state_.bind_arbitrary(parameters);
    for (const auto& parameter : parameters) {
        if (two_state && !parameter->is_new && typed::contains_references(parameter->type)) {
            state_.assume(vocabulary_.membership.is(parameter->type, scope_.values.at(parameter.get()), &scope_.old));
        }
    }
}

// Frame and measure are those of the state on entry, whatever changes later.
void ProcedureEncoder::fix_entry(const typed::Method& method) {
    bind_parameters(method.parameters, method.two_state);
    Scope entry = scope_;
    if (!method.two_state) { // of which the state is the same all the time, and not the earlier one
        entry.now = scope_.old;
    }
    permissions_.modifies = permissions_.frame(method.modifies, entry);
    permissions_.modifies_since = entry.now;
    if (method.reads.present && !method.reads.wildcard) {
        permissions_.reads = permissions_.frame(method.reads, entry);
    }
    termination_.entry = termination_.measure(method.decreases, entry);
    state_.capture(nullptr, method.parameters, scope_);
}

ivl::Procedure ProcedureEncoder::method_contract(const typed::Method& method) {
    state_.owner = &method;
    state_.method = &method;
    begin_state(method.two_state);
    fix_entry(method);
    permissions_.check_reads_after([&] {
        claims_.check_and_assume(method.preconditions, ivl::PremiseKind::Requires);
        permissions_.check_frame(method.modifies);
    });
    termination_.check_measure(method.decreases);
    if (method.kind != typed::MethodKind::Lemma) {
        typed::Effects all;
        all.allocates = true;
        all.everything = true;
        state_.heap.havoc(all, {}, permissions_.modifies, scope_.old);
    }
    state_.bind_arbitrary(method.results);
    if (method.kind == typed::MethodKind::Constructor) {
        state_.assume(store_.not_(store_.select(scope_.old.alloc, scope_.values.at(method.results.front().get()))));
    }
    claims_.check_and_assume(method.postconditions);
    return blocks_.finish();
}

ivl::Procedure ProcedureEncoder::method_body(const typed::Method& method) {
    state_.owner = &method;
    state_.method = &method;
    loops_.enter(method);
    begin_state(method.two_state);
    fix_entry(method);
    for (const typed::Clause& clause : method.preconditions) {
        if (clause.label == nullptr) {
            claims_.for_each_premise(ivl::PremiseKind::Requires, clause.range, *clause.expr,
                                     [&](const typed::Expr& conjunct) { claims_.assume_clause(conjunct); });
        } else {
            claims_.hide(clause.label.get(), state_.held(claims_.trusted(*clause.expr, scope_, store_.true_())));
        }
    }
    for (const auto& result : method.results) {
        assigned_.track(*result);
    }
    if (method.kind == typed::MethodKind::Lemma) {
        induction_.assume_hypothesis(method);
    }
    if (method.kind == typed::MethodKind::Constructor) {
        expect_object(*method.results.front());
    }
    statements_.run(*method.body);
    // The end of the body returns, too; Dafny shows its postconditions at the brace that opens it, and unassigned
    // results at the brace that closes it.
    const support::SourceRange body = method.body->range;
    statements_.return_at({body.file, body.begin, std::min(body.end, body.begin + 1)}, method.body_end);
    return blocks_.finish();
}

// `this` of a constructor: the reference of an object that is still to be allocated. That it is one of the class says,
// where a field's type may have no value, that it has some: then it is known from `new;` on, when the field has one.
void ProcedureEncoder::expect_object(const typed::Variable& object) {
    assigned_.forget(&object);
    const Term reference = scope_.values.at(&object);
    state_.heap.assume_new(reference);
    const std::vector<typed::Cell> cells = typed::cells_of(object.type);
    if (std::none_of(cells.begin(), cells.end(),
                     [](const typed::Cell& cell) { return typed::may_be_empty(cell.type); })) {
        state_.assume(vocabulary_.heap.is_of_class(object.type, reference));
    }
}

void ProcedureEncoder::begin(const typed::Function& function) {
    state_.owner = &function;
    state_.function = &function;
    scope_.whole_types = true;
    if (function.two_state) {
        begin_state(true);
    } else {
        scope_.now = vocabulary_.heap.state("");
        scope_.old = scope_.now;
        for (const Term fact : vocabulary_.heap.known_of(scope_.now)) {
            state_.assume(fact);
        }
    }
    bind_parameters(function.parameters, function.two_state);
    state_.capture(nullptr, function.parameters, scope_);
}

// What the function is called with the parameters of the declaration: as user text calls it.
Term ProcedureEncoder::call_of(const typed::Function& function, const std::vector<typed::VariablePtr>& arguments) {
    std::vector<Term> parameters;
    for (const auto& argument : arguments) {
        parameters.push_back(scope_.values.at(argument.get()));
    }
    const FunctionSymbols& symbols = vocabulary_.functions.symbols(function);
    return store_.apply(
        symbols.layers[symbols.top()],
        joined(vocabulary_.functions.heap_arguments(function, parameters, scope_.now, scope_.old), parameters));
}

ivl::Procedure ProcedureEncoder::function(const typed::Function& function) {
    begin(function);
    termination_.entry = termination_.measure(function.decreases, scope_);
    permissions_.reads = permissions_.frame(function.reads, scope_);
    permissions_.check_reads_after([&] {
        claims_.check_and_assume(function.preconditions, ivl::PremiseKind::Requires);
        permissions_.check_frame(function.reads);
    });
    termination_.check_measure(function.decreases);

    const Term result = call_of(function, function.parameters);
    scope_.values[function.result.get()] = result;
    vocabulary_.functions.set_own_calls({result});
    state_.aside("postconditions", [&] {
        const std::optional<FrameLimit> reads = permissions_.reads;
        permissions_.reads.reset(); // a postcondition may look at the whole heap
        definedness_.in_postcondition = true;
        state_.assume(vocabulary_.membership.is(function.result->type, result, nullptr));
        claims_.check_and_assume(function.postconditions);
        definedness_.in_postcondition = false;
        permissions_.reads = reads;
    });
    if (function.body == nullptr) {
        return blocks_.finish();
    }
    const Term body = claims_.checked_fits(*function.body, function.result->type);
    state_.assume(store_.equal(result, body));
    for_each_branch(*function.body, store_.true_(), [&](const typed::Expr& branch, Term guard) {
        for (const typed::Clause& clause : function.postconditions) {
            Scope scope = scope_;
            claims_.prove(*clause.expr, scope, guard, [&](const typed::Expr& conjunct) {
                return ivl::Origin{support::Rule::Postcondition,
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
        const Term condition = claims_.pure(*choice->condition);
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
                                       const std::vector<typed::Clause>& preconditions, bool two_state) {
    begin_state(two_state);
    bind_parameters(parameters, two_state);
    for (const typed::Clause& clause : preconditions) {
        claims_.assume_clause(*clause.expr);
    }
    state_.require(store_.false_(), {support::Rule::Assertion, {}, {}, {}});
    return blocks_.finish();
}

ivl::Procedure ProcedureEncoder::constant(const typed::Constant& constant) {
    state_.owner = &constant;
    scope_.whole_types = true;
    scope_.now = vocabulary_.heap.state("");
    scope_.old = scope_.now;
    permissions_.reads = FrameLimit{};
    permissions_.reads->alloc = nullptr;
    claims_.checked_fits(*constant.value, constant.type);
    return blocks_.finish();
}

} // namespace daphnia::encode
