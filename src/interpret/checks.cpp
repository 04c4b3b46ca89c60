// What is checked and does not hold: the failure, and the conjunct that is false.
#include "interpret/engine.h"

#include "support/error.h"

#include <fmt/format.h>

namespace daphnia::interpret {

SourceRange place_of(const typed::Expr& expr) {
    if (expr.anchor.has_file() && expr.anchor.begin_place().line != expr.range.begin_place().line) {
        return expr.anchor;
    }
    return expr.range;
}

void Engine::fail(const Breach& breach, SourceRange clause, std::vector<EvaluatedPart> parts, Activation* blamed) {
    throw Broken{failure_of(breach, clause, std::move(parts), blamed)};
}

Failure Engine::failure_of(const Breach& breach, SourceRange clause, std::vector<EvaluatedPart> parts,
                           Activation* blamed) {
    if (blamed == nullptr) {
        blamed = active_;
    }
    for (const Activation* activation = blamed; activation != nullptr; activation = activation->caller) {
        if (activation->doubtful) {
            throw Unknown{"the precondition of a call cannot be evaluated", activation->called_at};
        }
    }
    Failure failure;
    failure.rule = breach.rule;
    failure.message = breach.message.empty() ? std::string(support::info(breach.rule).broken) : breach.message;
    failure.range = breach.range;
    failure.clause = clause;
    failure.parts = std::move(parts);
    failure.owner = blamed->owner;
    for (const Activation* activation = blamed; activation->caller != nullptr; activation = activation->caller) {
        failure.calls.push_back(activation->called_at);
    }
    return failure;
}

void Engine::pass_over(const Unknown& unknown) {
    ++undetermined_checks_;
    if (!first_undetermined_) {
        first_undetermined_ = unknown;
    }
}

const typed::Expr* Engine::false_conjunct(const typed::Expr& expr) {
    if (const auto* binary = std::get_if<typed::Binary>(&expr.node)) {
        if (binary->op == typed::BinaryOp::And) {
            const typed::Expr* const left = false_conjunct(*binary->left);
            return left != nullptr ? left : false_conjunct(*binary->right);
        }
        if (binary->op == typed::BinaryOp::Implies) {
            return holds(*binary->left) ? false_conjunct(*binary->right) : nullptr;
        }
    }
    if (const auto* choice = std::get_if<typed::IfThenElse>(&expr.node)) {
        return false_conjunct(holds(*choice->condition) ? *choice->then : *choice->otherwise);
    }
    if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
        bind(*let);
        return false_conjunct(*let->body);
    }
    if (const auto* with = std::get_if<typed::StatementExpr>(&expr.node)) {
        for (const typed::StmtPtr& statement : with->statements) {
            exec(*statement);
        }
        return false_conjunct(*with->body);
    }
    return holds(expr) ? nullptr : &expr;
}

void Engine::require(const typed::Expr& clause, const Breach& breach, Activation* blamed) {
    const typed::Expr* const conjunct = false_conjunct(clause);
    if (conjunct != nullptr) {
        Breach here = breach;
        if (!here.range.has_file()) {
            here.range = place_of(*conjunct);
        }
        fail(here, place_of(*conjunct), parts_of(*conjunct), blamed);
    }
}

void Engine::require_clauses(const std::vector<typed::Clause>& clauses, const Breach& breach, Activation* blamed) {
    for (const typed::Clause& clause : clauses) {
        attempt([&] {
            Breach own = breach;
            if (!clause.error_message.empty()) {
                own.message = clause.error_message;
            }
            require(*clause.expr, own, blamed);
        });
    }
}

namespace {

// Most values move between variables of the same type: no walk over types for them.
bool fits(Engine& engine, const typed::Type& to, const typed::Type& from, const Value& value) {
    switch (to.kind) {
    case typed::TypeKind::Bool:
    case typed::TypeKind::Int:
    case typed::TypeKind::Char:
    case typed::TypeKind::Real:
    case typed::TypeKind::Bits:
    case typed::TypeKind::Parameter:
        return true;
    case typed::TypeKind::Nat:
        return from.kind == typed::TypeKind::Nat || from.kind == typed::TypeKind::Char ||
               value.as_small().value_or(value.as_integer() < 0 ? -1 : 0) >= 0;
    case typed::TypeKind::Reference:
    case typed::TypeKind::Seq:
    case typed::TypeKind::Set:
    case typed::TypeKind::Iset:
    case typed::TypeKind::Multiset:
    case typed::TypeKind::Map:
    case typed::TypeKind::Imap:
    case typed::TypeKind::Tuple:
    case typed::TypeKind::Datatype:
    case typed::TypeKind::Arrow:
    case typed::TypeKind::Subset:
        return typed::is_subtype(from, to) || engine.belongs(value, to, engine.heap());
    }
    DAPHNIA_CHECK(false, "unknown type kind");
}

std::string subset_message(const typed::Type& to, const typed::Type& from) {
    if (typed::is_array(to)) {
        return fmt::format("value of expression (of type '{}') is not an instance of type '{}', because it is null",
                           typed::to_string(from), typed::to_string(to));
    }
    return fmt::format("value does not satisfy the subset constraints of '{}'", typed::to_string(to));
}

} // namespace

// What a function does for some arguments says that it does not belong to a type; that it does is never seen.
void Engine::sample_function(const typed::Type& to, const typed::Type& from, const Value& value,
                             const typed::Expr& at) {
    for_sample_arguments(to, [&](const Values& arguments) {
        bool fits_here = has_meaning_for(value, arguments, at);
        if (fits_here) {
            fits_here = belongs(apply(value, arguments, at), typed::result_type(to), heap_);
        } else {
            fits_here = to.arrow != typed::ArrowKind::Total;
        }
        fits_here = fits_here && (to.arrow == typed::ArrowKind::General || reads_of(value, arguments, at).empty());
        if (!fits_here) {
            fail({Rule::Subset, place_of(at), subset_message(to, from)}, {}, {part(at, value)});
        }
    });
}

void Engine::require_fits(const typed::Type& to, const typed::Type& from, const Value& value, const typed::Expr& at) {
    if (checking()) {
        attempt([&] {
            if (!fits(*this, to, from, value)) {
                fail({Rule::Subset, place_of(at), subset_message(to, from)}, {}, {part(at, value)});
            }
        });
    }
    if (to.kind == typed::TypeKind::Arrow && checking() && !typed::is_subtype(from, to)) {
        sample_function(to, from, value, at);
    }
}

void Engine::require_fits(const typed::Type& to, const typed::Type& from, const Value& value, SourceRange at) {
    if (checking()) {
        attempt([&] {
            if (!fits(*this, to, from, value)) {
                fail({Rule::Subset, at, subset_message(to, from)}, {},
                     {{at, support::one_line(at), shown(value, typed::base_type(from), heap_)}});
            }
        });
    }
}

} // namespace daphnia::interpret
