#include "encode/procedure_definedness.h"

#include "encode/procedure.h"

namespace daphnia::encode {

ProcedureDefinedness::ProcedureDefinedness(Procedure& all)
    : ProcedurePart(all.state), permissions_(all.permissions), assigned_(all.assigned), termination_(all.termination),
      calls_(all.calls), statements_(all.statements) {}

void ProcedureDefinedness::require(Term condition, ivl::Origin origin) {
    state_.require(condition, std::move(origin));
}

void ProcedureDefinedness::learn(Term fact) {
    state_.assume(fact);
}

void ProcedureDefinedness::check_call(const typed::Expr& expr, const typed::FunctionCall& call,
                                      const std::vector<Term>& arguments, const Scope& scope, Term guard) {
    const typed::Function& function = *call.function;
    Scope callee;
    callee.whole_types = true;
    callee.now = scope.now;
    callee.old = function.two_state ? scope.at(call.label) : scope.now;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        callee.values[function.parameters[i].get()] = arguments[i];
        if (scope.past) {
            // In the state of an old expression, references have to exist already.
            if (typed::contains_references(function.parameters[i]->type)) {
                state_.require(
                    store_.implies(guard, vocabulary_.membership.is(typed::base_type(function.parameters[i]->type),
                                                                    arguments[i], &scope.now)),
                    {support::Rule::Allocated, place_of(*call.arguments[i]), {}, {}});
            }
        }
    }
    if (function.two_state) {
        calls_.require_existed(
            function.parameters, callee, guard, [&](std::size_t i) { return place_of(*call.arguments[i]); }, false);
    }
    calls_.require_preconditions(function.preconditions, callee, guard, place_of(expr),
                                 "function precondition could not be proved");
    if (permissions_.reads && !reads_only_the_past(scope)) {
        permissions_.require_within(
            *permissions_.reads, function.reads, callee, guard,
            {support::Rule::Reads, place_of(expr), {}, "insufficient reads clause to invoke function"});
    }
    if (vocabulary_.functions.is_guarded(&function)) {
        if (in_postcondition && &function == state_.function) {
            bool own = true;
            for (std::size_t i = 0; i < arguments.size(); ++i) {
                own = own && arguments[i] == scope_.values.at(function.parameters[i].get());
            }
            if (own) {
                return;
            }
        }
        termination_.require_termination(&function, function.decreases, callee, guard, place_of(expr));
    } else if (call.compiled && function.by_method != nullptr) { // what runs may lead back to what is being checked
        termination_.require_termination(function.by_method, function.decreases, callee, guard, place_of(expr));
    }
}

// A constant whose value leads back to what is being checked would be defined by itself.
void ProcedureDefinedness::check_constant(const typed::Expr& expr, const typed::Constant& constant, Term guard) {
    if (vocabulary_.functions.is_guarded(&constant)) {
        state_.require(
            store_.not_(guard),
            {support::Rule::Decreases, place_of(expr), {}, "cannot prove termination of the constant's definition"});
    }
}

void ProcedureDefinedness::check_read(const typed::Expr& expr, const typed::Region& region, Term object,
                                      const Scope& scope, Term guard) {
    const support::SourceRange place = place_of(expr);
    if (scope.past) {
        state_.require(store_.implies(guard, store_.select(scope.now.alloc, object)),
                       {support::Rule::Allocated, place, {}, {}});
    }
    if (!reads_only_the_past(scope)) {
        permissions_.require_readable(region, object, guard, place);
    }
}

void ProcedureDefinedness::check_unchanged(const typed::FrameEntry& entry, const Scope& scope, Term guard) {
    permissions_.require_readable(entry, scope, guard);
}

// The reads clause of a two-state function limits what it may read of the state in which it is called. What stands in
// old depends on the previous state alone, which such a function is given as a whole. A lambda has a clause of its own.
bool ProcedureDefinedness::reads_only_the_past(const Scope& scope) const {
    return scope.past && state_.function != nullptr && !permissions_.in_lambda();
}

void ProcedureDefinedness::check_read_variable(const typed::Expr& expr, const typed::Variable& variable, Term guard) {
    const Term flag = assigned_.flag_of(&variable);
    if (flag != nullptr) {
        state_.require(store_.implies(guard, flag),
                       {support::Rule::DefiniteAssignment,
                        place_of(expr),
                        {},
                        variable.kind == typed::VariableKind::Cell
                            ? "field '" + variable.name +
                                  "', which is subject to definite-assignment rules, might be uninitialized at this "
                                  "point in the constructor body"
                            : "variable '" + variable.name +
                                  "', which is subject to definite-assignment rules, might be uninitialized here"});
    }
}

void ProcedureDefinedness::check_application(const typed::Expr& expr, const Application& applied, const Scope& scope,
                                             Term guard) {
    const support::SourceRange place = place_of(expr);
    if (scope.past) {
        // In the state of an old expression, what it is and what it is applied to have to exist already.
        state_.require(store_.implies(guard, vocabulary_.membership.is(applied.type, applied.function, &scope.now)),
                       {support::Rule::Allocated, place, {}, {}});
        for (std::size_t i = 0; i < applied.arguments.size(); ++i) {
            const typed::Type type = typed::base_type(applied.type.arguments.at(i));
            if (typed::contains_references(type)) {
                state_.require(store_.implies(guard, vocabulary_.membership.is(type, applied.arguments[i], &scope.now)),
                               {support::Rule::Allocated, place, {}, {}});
            }
        }
    }
    if (!reads_only_the_past(scope)) {
        permissions_.require_readable(applied, guard, place);
    }
}

void ProcedureDefinedness::enter_lambda(const typed::Frame& reads, const Scope& scope) {
    permissions_.enter_lambda(reads, scope);
}

void ProcedureDefinedness::leave_lambda() {
    permissions_.leave_lambda();
}

void ProcedureDefinedness::run(const std::vector<typed::StmtPtr>& statements, Term guard) {
    state_.aside("statement in an expression", [&] {
        state_.assume(guard);
        for (const auto& statement : statements) {
            statements_.run(*statement);
        }
    });
    for (const auto& statement : statements) {
        state_.assume(store_.implies(guard, statements_.conclusion(*statement)));
    }
}

} // namespace daphnia::encode
