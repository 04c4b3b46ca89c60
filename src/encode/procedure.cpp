#include "encode/procedure.h"

#include "support/error.h"
#include "support/match.h"

namespace daphnia::encode {

using ivl::ObligationKind;

ProcedureEncoder::ProcedureEncoder(Vocabulary& vocabulary, std::string name, std::vector<Moment>* moments)
    : vocabulary_(vocabulary), store_(vocabulary.store()), blocks_(std::move(name)), frames_(vocabulary),
      heap_(vocabulary, blocks_, scope_.now), moments_(moments) {}

// ---- expressions ---------------------------------------------------------------------------------------------------

Term ProcedureEncoder::pure(const typed::Expr& expr) {
    return Expressions(vocabulary_, scope_).encode(expr);
}

Term ProcedureEncoder::checked(const typed::Expr& expr) {
    return Expressions(vocabulary_, scope_, this).encode(expr);
}

Term ProcedureEncoder::checked_fits(const typed::Expr& expr, const typed::Type& type) {
    Expressions expressions(vocabulary_, scope_, this);
    const Term value = expressions.encode(expr);
    expressions.require_fits(type, expr, value);
    return value;
}

void ProcedureEncoder::assume(Term condition) {
    if (condition != store_.true_()) {
        blocks_.emit(ivl::Assume{condition});
    }
}

Term ProcedureEncoder::trusted(const typed::Expr& expr, Scope& scope, Term guard) {
    std::vector<CallFact> calls;
    Expressions expressions(vocabulary_, scope, nullptr, &calls);
    expressions.push_guard(guard);
    const Term result = expressions.encode(expr);
    for (const CallFact& call : calls) {
        assume(to_term(store_, call));
    }
    return result;
}

void ProcedureEncoder::assume_clause(const typed::Expr& expr) {
    assume(trusted(expr, scope_, store_.true_()));
}

void ProcedureEncoder::check_and_assume(const std::vector<typed::Clause>& clauses) {
    for (const typed::Clause& clause : clauses) {
        const Term condition = checked(*clause.expr);
        if (clause.label == nullptr) {
            assume(condition);
        } else {
            hidden_[clause.label.get()] = held(condition);
        }
    }
}

ivl::Origin ProcedureEncoder::simple_origin(ObligationKind kind, const typed::Expr& expr,
                                            const std::string& message) const {
    return {kind, place_of(expr), {}, message};
}

// Conjuncts are proved one after the other, each with those before it, so that each failure has its own place.
void ProcedureEncoder::prove(const typed::Expr& expr, Scope& scope, Term guard, const OriginOf& origin) {
    if (const auto* binary = std::get_if<typed::Binary>(&expr.node)) {
        if (binary->op == typed::BinaryOp::And) {
            prove(*binary->left, scope, guard, origin);
            prove(*binary->right, scope, guard, origin);
            return;
        }
        if (binary->op == typed::BinaryOp::Implies) {
            const Term left = Expressions(vocabulary_, scope).encode(*binary->left);
            prove(*binary->right, scope, store_.and_(guard, left), origin);
            return;
        }
    }
    if (const auto* choice = std::get_if<typed::IfThenElse>(&expr.node)) {
        const Term condition = Expressions(vocabulary_, scope).encode(*choice->condition);
        prove(*choice->then, scope, store_.and_(guard, condition), origin);
        prove(*choice->otherwise, scope, store_.and_(guard, store_.not_(condition)), origin);
        return;
    }
    if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
        std::vector<Term> values;
        for (const auto& value : let->values) {
            values.push_back(Expressions(vocabulary_, scope).encode(*value));
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            scope.values[let->variables[i].get()] = values[i];
        }
        prove(*let->body, scope, guard, origin);
        return;
    }
    if (const auto* with = std::get_if<typed::StatementExpr>(&expr.node)) {
        prove(*with->body, scope, guard, origin);
        return;
    }
    if (prove_by_induction(expr, scope, guard, origin)) {
        return;
    }
    const Term condition = trusted(expr, scope, guard);
    require(store_.implies(guard, condition), origin(expr));
}

void ProcedureEncoder::capture(const void* site, const std::vector<const typed::Variable*>& variables,
                               const Scope& scope) {
    if (moments_ == nullptr) {
        return;
    }
    Moment moment{site, {}};
    ivl::Capture capture{moments_->size(), {}};
    for (const typed::Variable* variable : variables) {
        const auto value = scope.values.find(variable);
        if (value != scope.values.end()) {
            moment.variables.push_back(variable);
            capture.values.push_back(value->second);
        }
    }
    capture.values.insert(capture.values.end(), scope_.now.maps.begin(), scope_.now.maps.end());
    moments_->push_back(std::move(moment));
    blocks_.emit(std::move(capture));
}

void ProcedureEncoder::capture(const void* site, const std::vector<typed::VariablePtr>& variables, const Scope& scope) {
    std::vector<const typed::Variable*> addresses;
    for (const auto& variable : variables) {
        addresses.push_back(variable.get());
    }
    capture(site, addresses, scope);
}

Term ProcedureEncoder::fresh(const typed::Variable& variable) {
    const Term value = store_.fresh_variable(variable.name, vocabulary_.sorts.of(variable.type));
    assume(vocabulary_.membership.is(variable.type, value, &scope_.now));
    return value;
}

void ProcedureEncoder::bind_arbitrary(const std::vector<typed::VariablePtr>& variables) {
    for (const auto& variable : variables) {
        scope_.values[variable.get()] = fresh(*variable);
    }
}

void ProcedureEncoder::aside(const std::string& label, const std::function<void()>& work) {
    const Exit base = blocks_.end();
    blocks_.start(label, {base});
    work();
    blocks_.end();
    blocks_.start("after " + label, {base});
}

// ---- definedness ---------------------------------------------------------------------------------------------------

void ProcedureEncoder::require(Term condition, ivl::Origin origin) {
    if (assuming_) {
        assume(condition);
        return;
    }
    blocks_.emit(ivl::Assert{condition, std::move(origin)});
}

void ProcedureEncoder::learn(Term fact) {
    assume(fact);
}

void ProcedureEncoder::check_call(const typed::Expr& expr, const typed::FunctionCall& call,
                                  const std::vector<Term>& arguments, const Scope& scope, Term guard) {
    const typed::Function& function = *call.function;
    Scope callee;
    callee.whole_types = true;
    callee.now = scope.now;
    callee.old = scope.now;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        callee.values[function.parameters[i].get()] = arguments[i];
        if (!scope.whole_types && scope.past) {
            // In the state of an old expression, references have to exist already.
            if (typed::contains_references(function.parameters[i]->type)) {
                require(store_.implies(guard, vocabulary_.membership.is(typed::base_type(function.parameters[i]->type),
                                                                        arguments[i], &scope.now)),
                        {ObligationKind::Allocated, place_of(*call.arguments[i]), {}, {}});
            }
        }
    }
    require_preconditions(function.preconditions, callee, guard, place_of(expr),
                          "function precondition could not be proved");
    if (reads_) {
        require_within(*reads_, function.reads, callee, guard,
                       {ObligationKind::Reads, place_of(expr), {}, "insufficient reads clause to invoke function"});
    }
    if (vocabulary_.functions.is_guarded(&function)) {
        if (in_postcondition_ && &function == function_) {
            bool own = true;
            for (std::size_t i = 0; i < arguments.size(); ++i) {
                own = own && arguments[i] == scope_.values.at(function.parameters[i].get());
            }
            if (own) {
                return;
            }
        }
        require_termination(&function, function.decreases, callee, guard, place_of(expr));
    } else if (call.compiled && function.by_method != nullptr) { // what runs may lead back to what is being checked
        require_termination(function.by_method, function.decreases, callee, guard, place_of(expr));
    }
}

// A constant whose value leads back to what is being checked would be defined by itself.
void ProcedureEncoder::check_constant(const typed::Expr& expr, const typed::Constant& constant, Term guard) {
    if (vocabulary_.functions.is_guarded(&constant)) {
        require(
            store_.not_(guard),
            {ObligationKind::Decreases, place_of(expr), {}, "cannot prove termination of the constant's definition"});
    }
}

void ProcedureEncoder::check_read(const typed::Expr& expr, const typed::Region& region, Term object, const Scope& scope,
                                  Term guard) {
    const support::SourceRange place = place_of(expr);
    if (!scope.whole_types && scope.past) {
        require(store_.implies(guard, store_.select(scope.now.alloc, object)),
                {ObligationKind::Allocated, place, {}, {}});
    }
    if (reads_) {
        require(store_.implies(guard, frames_.allows(*reads_, &region, object)),
                {ObligationKind::Reads, place, {}, {}});
    }
}

void ProcedureEncoder::check_application(const typed::Expr& expr, const Application& applied, const Scope& scope,
                                         Term guard) {
    const support::SourceRange place = place_of(expr);
    if (!scope.whole_types && scope.past) {
        // In the state of an old expression, what it is and what it is applied to have to exist already.
        require(store_.implies(guard, vocabulary_.membership.is(applied.type, applied.function, &scope.now)),
                {ObligationKind::Allocated, place, {}, {}});
        for (std::size_t i = 0; i < applied.arguments.size(); ++i) {
            const typed::Type type = typed::base_type(applied.type.arguments.at(i));
            if (typed::contains_references(type)) {
                require(store_.implies(guard, vocabulary_.membership.is(type, applied.arguments[i], &scope.now)),
                        {ObligationKind::Allocated, place, {}, {}});
            }
        }
    }
    if (reads_ && !reads_->anything) {
        require(store_.implies(guard, store_.and_(applied.meaning, frames_.all_within(*reads_, applied.reads))),
                {ObligationKind::Reads, place, {}, "insufficient reads clause to invoke function"});
    }
}

// ---- frames --------------------------------------------------------------------------------------------------------

// Functions have no fresh objects: only what the entries name is allowed to them.
FrameLimit ProcedureEncoder::frame(const typed::Frame& frame, const Scope& scope) const {
    FrameLimit result = frames_.limit(frame, scope);
    result.alloc = function_ == nullptr && !vocabulary_.heap.is_empty() ? scope.now.alloc : nullptr;
    return result;
}

void ProcedureEncoder::require_writable(const typed::Region& region, Term object, support::SourceRange range) {
    require(frames_.allows(modifies_, &region, object), {ObligationKind::Modifies, range, {}, {}});
}

// What the callee's (or the loop's) frame names is allowed by the limit.
void ProcedureEncoder::require_within(const FrameLimit& limit, const typed::Frame& frame, const Scope& scope,
                                      Term guard, const ivl::Origin& origin) {
    if (limit.anything) {
        return;
    }
    if (frame.wildcard) {
        require(store_.not_(guard), origin);
        return;
    }
    for (const Term within : frames_.within(limit, frame, scope)) {
        require(store_.implies(guard, within), origin);
    }
}

void ProcedureEncoder::check_frame(const typed::Frame& frame) {
    for (const typed::FrameEntry& entry : frame.entries) {
        checked(*entry.expr);
    }
}

void ProcedureEncoder::check_read_variable(const typed::Expr& expr, const typed::Variable& variable, Term guard) {
    const auto flag = assigned_.find(&variable);
    if (flag != assigned_.end()) {
        require(store_.implies(guard, flag->second),
                {ObligationKind::DefiniteAssignment,
                 place_of(expr),
                 {},
                 "variable '" + variable.name +
                     "', which is subject to definite-assignment rules, might be uninitialized here"});
    }
}

void ProcedureEncoder::enter_lambda(const typed::Frame& reads, const Scope& scope) {
    FrameLimit limit = frame(reads, scope);
    limit.alloc = nullptr;
    outer_reads_.push_back(std::move(reads_));
    reads_ = std::move(limit);
}

void ProcedureEncoder::leave_lambda() {
    reads_ = std::move(outer_reads_.back());
    outer_reads_.pop_back();
}

void ProcedureEncoder::run(const std::vector<typed::StmtPtr>& statements, Term guard) {
    aside("statement in an expression", [&] {
        assume(guard);
        for (const auto& statement : statements) {
            stmt(*statement);
        }
    });
    for (const auto& statement : statements) {
        assume(store_.implies(guard, conclusion(*statement)));
    }
}

// What is known after a statement without effects.
Term ProcedureEncoder::conclusion(const typed::Stmt& statement) {
    if (const auto* assertion = std::get_if<typed::Assert>(&statement.node)) {
        const Term condition = pure(*assertion->condition);
        if (assertion->label == nullptr) {
            return condition;
        }
        hidden_[assertion->label.get()] = condition; // nothing changes in an expression
        return store_.true_();
    }
    if (const auto* reveal = std::get_if<typed::Reveal>(&statement.node)) {
        return revealed(*reveal);
    }
    if (const auto* assumption = std::get_if<typed::Assume>(&statement.node)) {
        return pure(*assumption->condition);
    }
    if (const auto* expectation = std::get_if<typed::Expect>(&statement.node)) {
        return pure(*expectation->condition);
    }
    if (const auto* call = std::get_if<typed::Call>(&statement.node)) {
        return contract_of(*call);
    }
    if (const auto* calc = std::get_if<typed::Calc>(&statement.node)) {
        return calc->conclusion == nullptr ? store_.true_() : pure(*calc->conclusion);
    }
    if (const auto* forall = std::get_if<typed::ForallStatement>(&statement.node)) {
        return forall_conclusion(*forall);
    }
    if (const auto* block = std::get_if<typed::Block>(&statement.node)) {
        std::vector<Term> all;
        for (const auto& inner : block->statements) {
            all.push_back(conclusion(*inner));
        }
        return store_.and_(std::move(all));
    }
    return store_.true_();
}

} // namespace daphnia::encode
