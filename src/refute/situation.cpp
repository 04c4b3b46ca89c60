// See the header.
#include "refute/situation.h"

#include "refute/sites.h"
#include "typed/walk.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace daphnia::refute {

namespace {

using support::SourceRange;

// The largest expressions of the declaration that lie within the places.
class Outermost {
  public:
    explicit Outermost(std::vector<SourceRange> places) : places_(std::move(places)) {}

    void look_into(const typed::Declaration& declaration) { typed::for_each_child(declaration, visit()); }
    Expressions take() { return std::move(found_); }

  private:
    typed::Children visit() {
        return {[this](const typed::Expr& expr) { look_at(expr); },
                [this](const typed::Stmt& stmt) { typed::for_each_child(stmt, visit()); }};
    }
    void look_at(const typed::Expr& expr) {
        if (std::any_of(places_.begin(), places_.end(),
                        [&](const SourceRange& place) { return covers(place, expr.range); })) {
            found_.push_back(&expr);
        } else {
            typed::for_each_child(expr, visit());
        }
    }

    std::vector<SourceRange> places_;
    Expressions found_;
};

bool is_recursive(const typed::CallGraph& calls, const typed::Function& function) {
    return function.body != nullptr && calls.is_recursive(&function);
}

// Its body leads back to it, or to what calls it, and not its contract alone.
bool unfolds(const typed::CallGraph& calls, const typed::Function& function) {
    bool found = false;
    for_each_expr({function.body.get()}, [&](const typed::Expr& expr) {
        const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
        found = found || (call != nullptr && calls.same_component(call->function, &function));
    });
    return found;
}

bool has_order(const typed::Type& type) {
    switch (typed::carrier(type).kind) {
    case typed::TypeKind::Int:
    case typed::TypeKind::Nat:
    case typed::TypeKind::Seq:
    case typed::TypeKind::Set:
    case typed::TypeKind::Multiset:
    case typed::TypeKind::Map:
    case typed::TypeKind::Datatype:
        return true;
    default:
        return false;
    }
}

} // namespace

Situation::Situation(Runner& runner_, const Target& target_, const Vocabulary& vocabulary_,
                     const std::vector<Input>& accepted_)
    : runner(runner_), target(target_), vocabulary(vocabulary_), accepted(accepted_), calls(runner_.program()) {
    if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration())) {
        lemma = (*method)->kind == typed::MethodKind::Lemma ? method->get() : nullptr;
    }
    Outermost in_clauses(target.clauses);
    for (const typed::Declaration& other : runner.program().declarations) {
        in_clauses.look_into(other);
    }
    goal = in_clauses.take();
    if (goal.empty() || target.rule == Rule::Precondition) {
        Outermost here({target.range});
        here.look_into(declaration());
        const Expressions more = here.take();
        goal.insert(goal.end(), more.begin(), more.end());
    }
    const auto add = [this](const std::vector<typed::Clause>& clauses) {
        for (const typed::Clause& clause : clauses) {
            known.push_back(clause.expr.get());
        }
    };
    if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration())) {
        add((*function)->preconditions);
    } else if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration())) {
        add((*method)->preconditions);
    }
    for_each_stmt([&](const typed::Stmt& stmt) {
        if (const auto* loop = std::get_if<typed::While>(&stmt.node)) {
            add(loop->invariants);
        } else if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
            add(call->method->postconditions);
        }
    });
}

bool Situation::is_about_values() const {
    constexpr std::array kAbout{Rule::Assertion,      Rule::Precondition,        Rule::Postcondition,
                                Rule::InvariantEntry, Rule::InvariantMaintained, Rule::CalcStep,
                                Rule::ForallProof,    Rule::AssignSuchThat};
    return std::find(kAbout.begin(), kAbout.end(), target.rule) != kAbout.end();
}

void Situation::for_each_stmt(const std::function<void(const typed::Stmt&)>& visit) const {
    typed::for_each_child(declaration(), {[&](const typed::Expr& expr) {
                                              typed::for_each_below(expr, {{}, visit});
                                          },
                                          [&](const typed::Stmt& stmt) {
                                              typed::for_each_below(stmt, {{}, visit});
                                          }});
}

bool Situation::calls_itself() const {
    bool found = false;
    for_each_stmt([&](const typed::Stmt& stmt) {
        const auto* call = std::get_if<typed::Call>(&stmt.node);
        found = found || (call != nullptr && calls.same_component(call->method, address_of(declaration())));
    });
    return found;
}

bool Situation::calls_lemmas() const {
    bool found = false;
    for_each_stmt([&](const typed::Stmt& stmt) {
        const auto* call = std::get_if<typed::Call>(&stmt.node);
        found = found || (call != nullptr && call->method->kind == typed::MethodKind::Lemma &&
                          !calls.same_component(call->method, address_of(declaration())));
    });
    return found;
}

bool Situation::has_loops() const {
    bool found = false;
    for_each_stmt([&](const typed::Stmt& stmt) { found = found || std::holds_alternative<typed::While>(stmt.node); });
    return found;
}

Functions Situation::functions_in(const Expressions& expressions) const {
    Functions result;
    Expressions open = expressions;
    while (!open.empty()) {
        const Expressions here = std::move(open);
        open.clear();
        for_each_expr(here, [&](const typed::Expr& expr) {
            const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
            if (call == nullptr || std::find(result.begin(), result.end(), call->function) != result.end()) {
                return;
            }
            result.push_back(call->function);
            if (call->function->body != nullptr && !call->function->attributes.opaque) {
                open.push_back(call->function->body.get());
            }
        });
    }
    return result;
}

Functions Situation::recursive_functions() const {
    for (const Expressions* expressions : {&goal, &known}) {
        Functions functions = functions_in(*expressions);
        std::erase_if(functions, [this](const typed::Function* function) {
            return !is_recursive(calls, *function) || !unfolds(calls, *function);
        });
        if (!functions.empty()) {
            return functions;
        }
    }
    return {};
}

std::vector<const typed::Variable*> Situation::induction_variables() const {
    std::vector<const typed::Variable*> result;
    if (lemma == nullptr) {
        return result;
    }
    Expressions claims;
    for (const auto* clauses : {&lemma->preconditions, &lemma->postconditions}) {
        for (const typed::Clause& clause : *clauses) {
            claims.push_back(clause.expr.get());
        }
    }
    for (const typed::VariablePtr& parameter : lemma->parameters) {
        bool handed_on = false;
        for_each_expr(claims, [&](const typed::Expr& expr) {
            const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
            if (call != nullptr && calls.is_recursive(call->function)) {
                handed_on = handed_on || std::any_of(call->arguments.begin(), call->arguments.end(),
                                                     [&](const typed::ExprPtr& argument) {
                                                         return mentions(*argument, parameter.get());
                                                     });
            }
        });
        if (handed_on && has_order(parameter->type)) {
            result.push_back(parameter.get());
        }
    }
    return result;
}

std::string written_name(const typed::Function& function) {
    return function.instance.origin != nullptr ? function.instance.origin->name : function.name;
}

void for_each_expr(const Expressions& roots, const std::function<void(const typed::Expr&)>& visit) {
    for (const typed::Expr* root : roots) {
        typed::for_each_below(*root, {visit, {}});
    }
}

bool mentions(const typed::Expr& root, const typed::Variable* variable) {
    bool found = false;
    for_each_expr({&root}, [&](const typed::Expr& expr) { found = found || typed::read_variable(expr) == variable; });
    return found;
}

bool is_same_function(const typed::Function* a, const typed::Function* b) {
    const auto origin = [](const typed::Function* function) {
        return function->instance.origin != nullptr ? function->instance.origin : function;
    };
    return origin(a) == origin(b);
}

} // namespace daphnia::refute
