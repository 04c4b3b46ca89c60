// See the header.
#include "interpret/conditions.h"

#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/quantifiers.h"
#include "interpret/statements.h"

namespace daphnia::interpret {

const typed::Expr* Conditions::false_conjunct(const typed::Expr& expr) {
    if (const auto* binary = std::get_if<typed::Binary>(&expr.node)) {
        if (binary->op == typed::BinaryOp::And) {
            const typed::Expr* const left = false_conjunct(*binary->left);
            return left != nullptr ? left : false_conjunct(*binary->right);
        }
        if (binary->op == typed::BinaryOp::Implies) {
            return evaluation_.holds(*binary->left) ? false_conjunct(*binary->right) : nullptr;
        }
    }
    if (const auto* choice = std::get_if<typed::IfThenElse>(&expr.node)) {
        return false_conjunct(evaluation_.holds(*choice->condition) ? *choice->then : *choice->otherwise);
    }
    if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
        evaluation_.bind(*let);
        return false_conjunct(*let->body);
    }
    if (const auto* with = std::get_if<typed::StatementExpr>(&expr.node)) {
        statements_.exec_within(*with);
        return false_conjunct(*with->body);
    }
    return evaluation_.holds(expr) ? nullptr : &expr;
}

void Conditions::require(const typed::Expr& clause, const Breach& breach, Activation* blamed) {
    const typed::Expr* const conjunct = false_conjunct(clause);
    if (conjunct != nullptr) {
        Breach here = breach;
        if (!here.range.has_file()) {
            here.range = place_of(*conjunct);
        }
        checks_.fail(here, place_of(*conjunct), parts_of(*conjunct), blamed);
    }
}

void Conditions::require_clauses(const std::vector<typed::Clause>& clauses, const Breach& breach, Activation* blamed) {
    for (const typed::Clause& clause : clauses) {
        checks_.attempt([&] {
            Breach own = breach;
            if (!clause.error_message.empty()) {
                own.message = clause.error_message;
            }
            require(*clause.expr, own, blamed);
        });
    }
}

// That the last case of a match fits: the prover does not split it, and compiled programs depend on it.
void Conditions::require_case(const typed::Assert& node) {
    if (!evaluation_.holds(*node.condition)) {
        checks_.fail({Rule::MatchCase, place_of(*node.condition), node.error_message}, {}, parts_of(*node.condition));
    }
}

void Conditions::assume(const typed::Expr& condition, const char* reason) {
    bool is_true = false;
    try {
        is_true = evaluation_.holds(condition);
    } catch (const Unknown&) {
    }
    if (!is_true) {
        throw Discarded{reason, place_of(condition)};
    }
}

void Conditions::know(const std::vector<typed::Clause>& clauses, const std::string& otherwise) {
    for (const typed::Clause& clause : clauses) {
        if (!holds_with_meaning(*clause.expr)) {
            throw Unknown{otherwise, place_of(*clause.expr)};
        }
    }
}

void Conditions::know_if_known(const std::vector<typed::Clause>& clauses, const std::string& otherwise) {
    for (const typed::Clause& clause : clauses) {
        bool is_false = false;
        checks_.attempt([&] { is_false = !holds_with_meaning(*clause.expr); });
        if (is_false) {
            throw Unknown{otherwise, place_of(*clause.expr)};
        }
    }
}

bool Conditions::holds_with_meaning(const typed::Expr& condition) {
    try {
        return evaluation_.holds(condition);
    } catch (const Broken&) {
        return false;
    }
}

void Conditions::assume_of_abstract_state(const typed::Expr& condition, const char* reason) {
    const auto* both = std::get_if<typed::Binary>(&condition.node);
    if (both != nullptr && both->op == typed::BinaryOp::And) {
        assume_of_abstract_state(*both->left, reason);
        assume_of_abstract_state(*both->right, reason);
        return;
    }
    const auto* quantifier = std::get_if<typed::Quantifier>(&condition.node);
    if (quantifier == nullptr || quantifier->kind != typed::QuantifierKind::Forall) {
        assume(condition, reason);
        return;
    }
    bool is_true = false;
    try {
        is_true = evaluation_.holds(condition);
    } catch (const Unknown& unknown) {
        is_true = unknown.sampled;
        sampled_assumptions_ += is_true ? 1 : 0;
    }
    if (!is_true) {
        throw Discarded{reason, place_of(condition)};
    }
}

} // namespace daphnia::interpret
