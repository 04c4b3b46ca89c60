// Facts about an obligation in, a headline and the one hint that fits out (hints.h).
#include "refute/gave_up.h"

#include "refute/describe.h"
#include "refute/hints.h"
#include "refute/input.h"
#include "refute/sites.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace daphnia::refute {

namespace {

using support::SourceRange;

// Functions without body that the meaning of an expression depends on.
class UnknownFunctions {
  public:
    void look_below(const typed::Expr& root) {
        typed::for_each_below(root, {[this](const typed::Expr& expr) {
                                         if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
                                             look_at(*call->function);
                                         }
                                     },
                                     {}});
    }

    const typed::Function* first() const { return first_; }

  private:
    void look_at(const typed::Function& function) {
        if (first_ != nullptr || !seen_.insert(&function).second) {
            return;
        }
        if (function.body == nullptr) {
            first_ = &function;
        } else {
            look_below(*function.body);
        }
    }

    std::set<const typed::Function*> seen_;
    const typed::Function* first_ = nullptr;
};

// One that what is to hold depends on, or what the declaration says otherwise, or the contracts of what it calls.
const typed::Function* unknown_function(const typed::Declaration& declaration, const Target& target) {
    UnknownFunctions in_clause, anywhere;
    const auto look_at = [&](const typed::Expr& expr) {
        const auto in = [&](const SourceRange& place) { return covers(place, expr.range); };
        if (in(target.range) || std::any_of(target.clauses.begin(), target.clauses.end(), in)) {
            in_clause.look_below(expr);
        }
        anywhere.look_below(expr);
    };
    const auto look_at_call = [&](const typed::Stmt& stmt) {
        if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
            for (const typed::Clause& clause : call->method->postconditions) {
                anywhere.look_below(*clause.expr);
            }
        }
    };
    typed::for_each_child(declaration, {[&](const typed::Expr& expr) {
                                            typed::for_each_below(expr, {look_at, {}});
                                        },
                                        [&](const typed::Stmt& stmt) {
                                            typed::for_each_below(stmt, {look_at, look_at_call});
                                        }});
    return in_clause.first() != nullptr ? in_clause.first() : anywhere.first();
}

std::string what_was_tried(const typed::Declaration& declaration, const Tried& tried) {
    if (parameters_of(declaration).empty()) {
        return tried.unbroken > 0 ? "its run breaks nothing" : "its run decides nothing";
    }
    if (tried.unbroken == 0) {
        return fmt::format("no run that breaks it was found among {} inputs", with_separators(tried.inputs));
    }
    return fmt::format("no failing run was found among {} inputs", with_separators(tried.unbroken));
}

} // namespace

support::Explanation gave_up(Runner& runner, const Target& target, const Vocabulary& vocabulary, const Tried& tried,
                             const std::vector<Input>& accepted) {
    const typed::Declaration& declaration = runner.declaration();
    support::Explanation explanation;
    if (const typed::Function* unknown = unknown_function(declaration, target)) {
        explanation.kind = support::ExplanationKind::NoDefinition;
        explanation.headline = "nothing is known about " + unknown->name + " beyond its contract";
        explanation.subject = unknown->name_range;
        return explanation;
    }
    Reason reason = reason_for(runner, target, vocabulary, accepted);
    explanation.kind = support::ExplanationKind::GaveUp;
    explanation.headline = what_was_tried(declaration, tried) + "; " + reason.what;
    explanation.hint = std::move(reason.hint);
    return explanation;
}

} // namespace daphnia::refute
