#include "encode/claims.h"

#include "encode/procedure.h"

#include <fmt/format.h>

#include <utility>

namespace daphnia::encode {

Claims::Claims(Procedure& all) : ProcedurePart(all.state), definedness_(all.definedness), induction_(all.induction) {}

Term Claims::pure(const typed::Expr& expr) {
    return Expressions(vocabulary_, scope_).encode(expr);
}

Term Claims::checked(const typed::Expr& expr) {
    return Expressions(vocabulary_, scope_, &definedness_).encode(expr);
}

Term Claims::checked_fits(const typed::Expr& expr, const typed::Type& type) {
    Expressions expressions(vocabulary_, scope_, &definedness_);
    const Term value = expressions.encode(expr);
    expressions.require_fits(type, expr, value);
    return value;
}

Term Claims::checked_argument(const typed::Expr& expr, const typed::Variable& parameter) {
    Expressions expressions(vocabulary_, scope_, &definedness_);
    const Term value = expressions.encode(expr);
    expressions.require_argument(parameter, expr, value);
    return value;
}

Term Claims::trusted(const typed::Expr& expr, Scope& scope, Term guard) {
    std::vector<CallFact> calls;
    Expressions expressions(vocabulary_, scope, nullptr, &calls);
    expressions.push_guard(guard);
    const Term result = expressions.encode(expr);
    for (const CallFact& call : calls) {
        state_.assume(to_term(store_, call));
    }
    return result;
}

void Claims::assume_clause(const typed::Expr& expr) {
    state_.assume(trusted(expr, scope_, store_.true_()));
}

void Claims::check_and_assume(const std::vector<typed::Clause>& clauses, std::optional<ivl::PremiseKind> kind) {
    const auto check = [&](const typed::Expr& expr) { state_.assume(checked(expr)); };
    for (const typed::Clause& clause : clauses) {
        if (clause.label != nullptr) {
            const Term condition = checked(*clause.expr);
            hide(clause.label.get(), state_.held(condition));
        } else if (kind) {
            for_each_premise(*kind, clause.range, *clause.expr, check);
        } else {
            check(*clause.expr);
        }
    }
}

void Claims::for_each_premise(ivl::PremiseKind kind, support::SourceRange clause, const typed::Expr& expr,
                              const std::function<void(const typed::Expr&)>& work) {
    if (!state_.names_premises) {
        work(expr);
        return;
    }
    const auto* binary = std::get_if<typed::Binary>(&expr.node);
    // The parts of a chain, a <= b < c, share an operand: it reads as one, and is one premise.
    const bool is_conjunction = binary != nullptr && binary->op == typed::BinaryOp::And &&
                                binary->left->range.end <= binary->right->range.begin;
    if (is_conjunction) {
        for_each_premise(kind, clause, *binary->left, work);
        for_each_premise(kind, clause, *binary->right, work);
        return;
    }
    const auto outer = std::exchange(state_.premise, ivl::Premise{kind, clause, expr.range});
    work(expr);
    state_.premise = outer;
}

ivl::Origin Claims::simple_origin(support::Rule kind, const typed::Expr& expr, const std::string& message) const {
    return {kind, place_of(expr), {}, message};
}

// Conjuncts are proved one after the other, each with those before it, so that each failure has its own place.
void Claims::prove(const typed::Expr& expr, Scope& scope, Term guard, const OriginOf& origin) {
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
    if (induction_.prove(expr, scope, guard, origin)) {
        return;
    }
    const Term condition = trusted(expr, scope, guard);
    state_.require(store_.implies(guard, condition), origin(expr));
}

void Claims::require_fits(const typed::Type& type, const typed::Type& from, Term value, support::SourceRange range) {
    if (!typed::is_subtype(from, type)) {
        const Term fits = vocabulary_.function_membership.fits(type, from, value, scope_.now);
        state_.require(fits,
                       {support::Rule::Subset,
                        range,
                        {},
                        fmt::format("value does not satisfy the subset constraints of '{}'", typed::to_string(type))});
        if (const Term is = vocabulary_.membership.is(type, value, nullptr);
            is != fits) { // what was seen here holds everywhere
            state_.assume(is);
        }
    }
}

// Of a label what was proved or required there, with the values of that time.
Term Claims::revealed(const typed::Reveal& node) {
    std::vector<Term> all;
    for (const typed::Revealed& thing : node.things) {
        if (const auto* const* label = std::get_if<const typed::Label*>(&thing)) {
            all.push_back(hidden_.at(*label));
        } else if (const auto* const* function = std::get_if<const typed::Function*>(&thing)) {
            all.push_back(vocabulary_.functions.reveal((*function)->name));
        } else {
            all.push_back(vocabulary_.functions.reveal(std::get<const typed::Constant*>(thing)->name));
        }
    }
    return store_.and_(std::move(all));
}

} // namespace daphnia::encode
