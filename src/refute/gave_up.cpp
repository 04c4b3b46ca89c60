// Facts about an obligation in, a headline and the one hint that fits out.
#include "refute/gave_up.h"

#include "refute/input.h"
#include "refute/sites.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace daphnia::refute {

namespace {

using support::SourceRange;

std::string with_separators(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3; place -= 3) {
        digits.insert(place - 3, 1, ',');
    }
    return digits;
}

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

struct Reason {
    std::string what;
    std::string hint;
};

// A run takes one of the values that it may take.
bool chooses(const typed::Declaration& declaration) {
    bool found = false;
    const auto look_at = [&](const typed::Stmt& stmt) {
        found = found || std::holds_alternative<typed::AssignSuchThat>(stmt.node);
    };
    typed::for_each_child(declaration, {[&](const typed::Expr& expr) {
                                            typed::for_each_below(expr, {{}, look_at});
                                        },
                                        [&](const typed::Stmt& stmt) {
                                            typed::for_each_below(stmt, {{}, look_at});
                                        }});
    return found;
}

// What the values of functions matter for.
bool is_about_values(const Target& target) {
    constexpr std::array<std::string_view, 8> kAbout{
        "assertion", "precondition",         "postcondition",   "invariant-entry", "invariant-maintained",
        "calc-step", "forall-postcondition", "assign-such-that"};
    return std::find(kAbout.begin(), kAbout.end(), target.id) != kAbout.end();
}

Reason reason_for(const typed::Declaration& declaration, const Target& target, const Vocabulary& vocabulary) {
    const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration);
    const bool lemma = method != nullptr && (*method)->kind == typed::MethodKind::Lemma;
    if (chooses(declaration)) {
        return {"a run takes one of the values that :| permits, and the proof has to hold for each",
                "let the condition of :| say what is needed of the value"};
    }
    if (target.has_products) {
        return {target.exhausted ? "the solver ran out of its budget in non-linear arithmetic"
                                 : "the solver gave up on non-linear arithmetic",
                "assert the products that the proof needs, one by one"};
    }
    if (vocabulary.recursive && is_about_values(target)) {
        return {"a recursive function is unfolded only twice",
                lemma ? "prove it by induction: let the lemma call itself"
                      : "prove what is needed of it by a lemma that calls itself, and call the lemma"};
    }
    if (target.exhausted) {
        return {"the solver ran out of its budget", "--resource-limit gives it more"};
    }
    if (target.has_quantifiers) {
        return {"the solver gave up on quantifiers without a good trigger",
                "assert an instance of the quantifier that the proof needs"};
    }
    return {"the solver lacks a fact that it does not find by itself", "assert a step on the way"};
}

} // namespace

support::Explanation gave_up(const typed::Declaration& declaration, const Target& target, const Vocabulary& vocabulary,
                             const Tried& tried) {
    support::Explanation explanation;
    if (const typed::Function* unknown = unknown_function(declaration, target)) {
        explanation.kind = support::ExplanationKind::NoDefinition;
        explanation.headline = "nothing is known about " + unknown->name + " beyond its contract";
        explanation.subject = unknown->name_range;
        return explanation;
    }
    Reason reason = reason_for(declaration, target, vocabulary);
    explanation.kind = support::ExplanationKind::GaveUp;
    explanation.headline = what_was_tried(declaration, tried) + "; " + reason.what;
    explanation.hint = std::move(reason.hint);
    return explanation;
}

} // namespace daphnia::refute
