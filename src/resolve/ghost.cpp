// typed -> typed: infers what is ghost, and reports where compiled code depends on ghosts or ghost code has effects.
#include "resolve/ghost.h"

#include "resolve/compiled_types.h"
#include "resolve/ghost_expressions.h"
#include "resolve/ghost_statements.h"
#include "support/match.h"
#include "typed/bounds.h"
#include "typed/type_uses.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <set>

namespace daphnia::resolve {

namespace {

using typed::Expr;
using typed::Stmt;
using typed::Variable;

class DeclarationRules {
  public:
    DeclarationRules(const Owner& owner, support::DiagnosticSink& sink) : owner_(owner), sink_(sink) {}

    void operator()(const std::unique_ptr<typed::Method>& method) {
        const bool lemma = method->kind == typed::MethodKind::Lemma;
        if (!method->ghost) {
            check_compiled_types(method->parameters, sink_);
            check_compiled_types(method->results, sink_);
        }
        if (method->body != nullptr) {
            check_ghost_statement(*method->body, owner_, {owner_.ghost, lemma ? "a lemma" : ""}, sink_);
        }
    }

    void operator()(const std::unique_ptr<typed::Function>& function) {
        if (function->ghost || function->by_method != nullptr) { // the method is looked at by itself
            return;
        }
        check_compiled_types(function->parameters, sink_);
        if (!function->result->ghost) {
            check_compiled_type(function->result->type, function->result->range, sink_);
        }
        if (function->body != nullptr) {
            check_compilable(*function->body, function.get(), sink_);
        }
    }

    void operator()(const std::unique_ptr<typed::Constant>& constant) {
        if (!constant->ghost) {
            check_compiled_type(constant->type, constant->name_range, sink_);
            if (constant->value != nullptr) {
                check_compilable(*constant->value, nullptr, sink_);
            }
        }
    }

  private:
    const Owner& owner_;
    support::DiagnosticSink& sink_;
};

// Statements within expressions are proofs, wherever the expression stands.
void check_statement_expressions(const typed::Declaration& declaration, const Owner& owner,
                                 support::DiagnosticSink& sink) {
    const typed::Children check{[&](const Expr& expr) {
                                    if (const auto* node = std::get_if<typed::StatementExpr>(&expr.node)) {
                                        for (const typed::StmtPtr& stmt : node->statements) {
                                            check_ghost_statement(*stmt, owner, {true, "a statement expression"}, sink);
                                        }
                                    }
                                },
                                {}};
    typed::for_each_below(declaration, typed::Part::All, check);
}

// The value of a function, a constant or a lambda must not change because something is allocated: those who use it in
// different states would get different values for the same arguments and the same contents of the heap that it reads.
class IndependenceOfAllocation {
  public:
    // `what`: "function definition", as Dafny calls it.
    IndependenceOfAllocation(std::string what, support::DiagnosticSink& sink) : what_(std::move(what)), sink_(sink) {}

    void check(const Expr& root) {
        typed::for_each_below(root, {[this](const Expr& expr) { look_at(expr); }, {}});
    }

  private:
    void look_at(const Expr& expr) {
        if (const auto* old = std::get_if<typed::Old>(&expr.node)) {
            typed::for_each_below(*old->operand, {[&](const Expr& below) { earlier_.insert(&below); }, {}});
        }
        if (std::holds_alternative<typed::Allocated>(expr.node) && !earlier_.contains(&expr)) {
            sink_.error(support::Rule::Ghost, expr.anchor,
                        fmt::format("a {} is not allowed to depend on the set of allocated references", what_));
        }
        if (const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node)) {
            const bool forall = quantifier->kind == typed::QuantifierKind::Forall;
            report(expr, forall ? "forall expression" : "exists expression",
                   allocation_dependent_variables(*quantifier));
        } else if (const auto* set = std::get_if<typed::SetComprehension>(&expr.node)) {
            report(expr, typed::is_infinite(expr.type) ? "iset comprehension" : "set comprehension",
                   allocation_dependent_variables(*set));
        } else if (const auto* map = std::get_if<typed::MapComprehension>(&expr.node)) {
            report(expr, typed::is_infinite(expr.type) ? "imap comprehension" : "map comprehension",
                   allocation_dependent_variables(*map));
        }
    }

    // `kind`: of the expression, as Dafny calls it.
    void report(const Expr& expr, const char* kind, const std::vector<const Variable*>& variables) {
        for (const Variable* variable : variables) {
            sink_.error(support::Rule::Ghost, expr.anchor,
                        fmt::format("a {} involved in a {} is not allowed to depend on the set of allocated "
                                    "references, but values of '{}' (of type '{}') may contain references{}",
                                    kind, what_, variable->name, to_string(variable->type),
                                    variable->type.kind == typed::TypeKind::Parameter
                                        ? fmt::format(" (perhaps declare its type as '{}(!new)')",
                                                      variable->type.parameter->name)
                                        : std::string()));
        }
    }

    const std::string what_;
    support::DiagnosticSink& sink_;
    std::set<const Expr*> earlier_; // said of the previous state, which a two-state function is given
};

void check_independence_of_allocation(const typed::Declaration& declaration, const std::string& what,
                                      support::DiagnosticSink& sink) {
    if (!std::holds_alternative<std::unique_ptr<typed::Method>>(declaration)) {
        IndependenceOfAllocation whole(what + " definition", sink);
        typed::for_each_child(declaration, {[&](const Expr& expr) { whole.check(expr); }, {}});
        return;
    }
    std::set<const Expr*> inside; // of a lambda that has been looked at
    const typed::Children lambdas{
        [&](const Expr& expr) {
            const auto* lambda = std::get_if<typed::Lambda>(&expr.node);
            if (lambda == nullptr || inside.contains(&expr)) {
                return;
            }
            IndependenceOfAllocation(std::string("lambda expression"), sink).check(expr);
            typed::for_each_below(expr, {[&](const Expr& below) { inside.insert(&below); }, {}});
        },
        {}};
    typed::for_each_below(declaration, typed::Part::All, lambdas);
}

// Ghost or not: a set or map has finitely many elements.
void check_finiteness(const typed::Declaration& declaration, support::DiagnosticSink& sink) {
    const auto check = [&](const Expr& expr) {
        const auto* set = std::get_if<typed::SetComprehension>(&expr.node);
        const auto* map = std::get_if<typed::MapComprehension>(&expr.node);
        if (typed::is_infinite(expr.type) || (set == nullptr && map == nullptr)) {
            return;
        }
        for (const Variable* variable : set != nullptr ? infinite_variables(*set) : infinite_variables(*map)) {
            sink.error(support::Rule::InfiniteSet, expr.anchor,
                       fmt::format("a {0} comprehension must produce a finite {0}, but Daphnia's heuristics can't "
                                   "figure out how to produce a bounded set of values for '{1}'",
                                   set != nullptr ? "set" : "map", variable->name));
        }
    };
    const typed::Children deep{[&](const Expr& expr) {
                                   typed::for_each_below(expr, {check, {}});
                               },
                               [&](const Stmt& stmt) {
                                   typed::for_each_below(stmt, {check, {}});
                               }};
    typed::for_each_child(declaration, deep);
}

class OwnerOf {
  public:
    Owner operator()(const std::unique_ptr<typed::Method>& method) const {
        const bool lemma = method->kind == typed::MethodKind::Lemma;
        return {method->ghost || lemma, lemma ? "lemma" : "method"};
    }
    Owner operator()(const std::unique_ptr<typed::Function>& function) const {
        const std::string kind = function->predicate ? "predicate" : "function";
        return {function->ghost, function->two_state ? "twostate " + kind : kind};
    }
    Owner operator()(const std::unique_ptr<typed::Constant>& constant) const {
        return {constant->ghost, "const field"};
    }
};

} // namespace

bool check_ghost(typed::Program& program, support::DiagnosticSink& sink) {
    support::DiagnosticList found;
    check_declared_types(program, found);
    for (const typed::Declaration& declaration : program.declarations) {
        const Owner owner = support::match(declaration, OwnerOf());
        support::match(declaration, DeclarationRules(owner, found));
        check_statement_expressions(declaration, owner, found);
        check_finiteness(declaration, found);
        check_independence_of_allocation(declaration, owner.what, found);
    }
    for (const support::Diagnostic& diagnostic : found.all()) {
        sink.report(diagnostic);
    }
    return !found.has_errors();
}

} // namespace daphnia::resolve
