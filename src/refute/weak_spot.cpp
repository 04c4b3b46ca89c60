// Steps and failures in, headlines and states out.
#include "refute/weak_spot.h"

#include "refute/describe.h"
#include "refute/situation.h"
#include "typed/bounds.h"
#include "typed/effects.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace daphnia::refute {

namespace {

using support::SourceRange;

constexpr std::size_t kMostInHeadline = 4;
constexpr std::string_view kExclude = "add an invariant that excludes this state";

bool contains(const std::vector<const typed::Variable*>& list, const typed::Variable* variable) {
    return std::find(list.begin(), list.end(), variable) != list.end();
}

bool is_written(const interpret::Binding& binding, const Step& step) {
    // What is set only on the way out of the loop is none of the loop's state.
    const std::vector<const typed::Variable*> assigned =
        step.loop == nullptr ? std::vector<const typed::Variable*>() : typed::effects_of(*step.loop).variables;
    const bool variable = std::any_of(step.before.begin(), step.before.end(), [&](const interpret::Binding& other) {
        return other.variable == binding.variable && (step.loop == nullptr || contains(assigned, other.variable));
    });
    const bool array =
        binding.value.is_assigned() && binding.value.is_reference() &&
        std::find(step.writable.begin(), step.writable.end(), binding.value.as_reference()) != step.writable.end();
    return variable || array;
}

// What the loop writes, as it is at its head; what occurs in `relevant` first, in that order.
std::vector<interpret::Binding> written_at_head(const Step& step, const std::vector<const typed::Variable*>& relevant) {
    std::vector<interpret::Binding> result;
    for (const interpret::Binding& binding : step.now.bindings) {
        if (is_written(binding, step)) {
            result.push_back(binding);
        }
    }
    const auto rank = [&](const interpret::Binding& binding) {
        return std::find(relevant.begin(), relevant.end(), binding.variable) - relevant.begin();
    };
    std::stable_sort(result.begin(), result.end(),
                     [&](const interpret::Binding& a, const interpret::Binding& b) { return rank(a) < rank(b); });
    return result;
}

std::vector<SourceRange> invariants_of(const typed::While& loop) {
    std::vector<SourceRange> result;
    for (const typed::Clause& invariant : loop.invariants) {
        result.push_back(invariant.expr->range);
    }
    return result;
}

bool lies_in_invariant_of(const typed::While& loop, const interpret::Failure& failure) {
    const std::vector<SourceRange> invariants = invariants_of(loop);
    return std::any_of(invariants.begin(), invariants.end(),
                       [&](const SourceRange& range) { return covers(range, failure.range); });
}

bool breaks_invariant_of(const typed::While& loop, const interpret::Failure& failure) {
    return failure.rule == Rule::InvariantMaintained && lies_in_invariant_of(loop, failure);
}

std::string loop_headline(const typed::While& loop, const interpret::Failure& failure, const std::string& state) {
    const bool guard = loop.guard != nullptr && covers(loop.guard->range, failure.range);
    const bool inside = covers(loop.body->range, failure.range) || lies_in_invariant_of(loop, failure) ||
                        failure.rule == Rule::InvariantMaintained || failure.rule == Rule::Decreases;
    const std::string where = guard    ? " where the guard is evaluated"
                              : inside ? " at the start of an iteration"
                                       : " after the loop";
    if (loop.invariants.empty()) {
        return "without an invariant nothing excludes " + state + where;
    }
    return breaks_invariant_of(loop, failure) ? "the invariants hold at " + state + ", but not after one more iteration"
                                              : "the invariants permit " + state + where;
}

// The sequence or array whose elements the expression speaks of under a quantifier; null when there is none.
const typed::Variable* elements_in(const Expressions& expressions) {
    const typed::Variable* found = nullptr;
    for_each_expr(expressions, [&](const typed::Expr& expr) {
        if (!std::holds_alternative<typed::Quantifier>(expr.node)) {
            return;
        }
        for_each_expr({&expr}, [&](const typed::Expr& below) {
            const auto* index = std::get_if<typed::SeqIndex>(&below.node);
            const auto* read = std::get_if<typed::ArrayRead>(&below.node);
            const typed::Variable* const variable = index != nullptr  ? typed::read_variable(*index->seq)
                                                    : read != nullptr ? typed::read_variable(*read->array)
                                                                      : nullptr;
            found = found == nullptr ? variable : found;
        });
    });
    return found;
}

// What is to hold is about the elements of something, of which the invariants say nothing: how far the loop has come
// says about which.
std::string elements_hint(const typed::Declaration& declaration, const Step& step, const interpret::Failure& failure) {
    Expressions broken;
    typed::for_each_child(declaration, {[&](const typed::Expr& root) {
                                            for_each_expr({&root}, [&](const typed::Expr& expr) {
                                                if (covers(failure.clause, expr.range)) {
                                                    broken.push_back(&expr);
                                                }
                                            });
                                        },
                                        {}});
    Expressions invariants;
    for (const typed::Clause& invariant : step.loop->invariants) {
        invariants.push_back(invariant.expr.get());
    }
    const typed::Variable* const indexed = elements_in(broken);
    bool known = false;
    for_each_expr(invariants, [&](const typed::Expr& expr) {
        known = known || std::holds_alternative<typed::Quantifier>(expr.node) ||
                std::holds_alternative<typed::FunctionCall>(expr.node);
    });
    if (indexed == nullptr || known || step.loop->guard == nullptr) {
        return {};
    }
    for (const interpret::Binding& before : step.before) {
        const auto now = std::find_if(step.now.bindings.begin(), step.now.bindings.end(),
                                      [&](const auto& binding) { return binding.variable == before.variable; });
        const bool counts = typed::is_integral(before.variable->type) && before.value.is_assigned() &&
                            now != step.now.bindings.end() && mentions(*step.loop->guard, before.variable);
        if (counts && !(now->value == before.value)) {
            const bool up = interpret::compare(before.value, now->value) < 0;
            const std::string range = up ? "k < " + before.variable->name : before.variable->name + " <= k";
            return fmt::format("no invariant says what holds of {}[k] for those k that the loop has passed, {}",
                               indexed->name, range);
        }
    }
    return {};
}

// A variable that the loop changes, that matters, and of which the invariants say nothing.
std::string loop_hint(const typed::Declaration& declaration, const typed::While& loop,
                      const std::vector<interpret::Binding>& written,
                      const std::vector<const typed::Variable*>& relevant) {
    if (loop.invariants.empty()) {
        return "the loop has no invariant: what is true before each iteration has to be stated";
    }
    const std::vector<const typed::Variable*> mentioned = variables_in(declaration, invariants_of(loop));
    for (const interpret::Binding& binding : written) {
        if (contains(relevant, binding.variable) && !contains(mentioned, binding.variable)) {
            return "no invariant mentions " + binding.variable->name + ", which the loop changes";
        }
    }
    return std::string(kExclude);
}

void explain_loop(const typed::Declaration& declaration, const Step& step, const interpret::Failure& failure,
                  support::Explanation& explanation) {
    const typed::While& loop = *step.loop;
    std::vector<SourceRange> places{failure.clause, failure.range};
    if (loop.guard != nullptr) {
        places.push_back(loop.guard->range);
    }
    for (const SourceRange& invariant : invariants_of(loop)) {
        places.push_back(invariant);
    }
    const std::vector<const typed::Variable*> relevant = variables_in(declaration, places);
    const std::vector<interpret::Binding> written = written_at_head(step, relevant);
    std::vector<interpret::Binding> shown;
    std::copy_if(written.begin(), written.end(), std::back_inserter(shown),
                 [&](const interpret::Binding& binding) { return contains(relevant, binding.variable); });
    if (shown.size() > kMostInHeadline) {
        shown.resize(kMostInHeadline);
    }
    explanation.kind = support::ExplanationKind::WeakInvariant;
    explanation.state = described(written, step.now.heap);
    const std::vector<NamedValue> named = described(shown.empty() ? written : shown, step.now.heap);
    const std::string state = named.empty() ? "this state" : listed(named, kMostInHeadline);
    explanation.headline = loop_headline(loop, failure, state);
    explanation.hint = loop_hint(declaration, loop, written, relevant);
    if (explanation.hint == kExclude) {
        const std::string about_elements = elements_hint(declaration, step, failure);
        explanation.hint = about_elements.empty() ? explanation.hint : about_elements;
    }
}

void explain_call(const Step& step, support::Explanation& explanation) {
    const typed::Method& callee = *step.callee;
    std::vector<interpret::Binding> results = step.now.bindings;
    std::copy_if(step.arguments.begin(), step.arguments.end(), std::back_inserter(results),
                 [&](const interpret::Binding& argument) { return is_written(argument, step); });
    explanation.state = described(results, step.now.heap);
    explanation.subject = callee.name_range;
    const std::string state = listed(explanation.state, kMostInHeadline);
    if (callee.body == nullptr) {
        explanation.kind = support::ExplanationKind::NoDefinition;
        explanation.headline = "nothing is known about " + callee.name + " beyond its contract";
        explanation.headline += state.empty() ? "" : ", which permits " + state;
        return;
    }
    explanation.kind = support::ExplanationKind::WeakContract;
    explanation.headline = "the contract of " + callee.name + " permits " + (state.empty() ? "this" : state);
    explanation.hint = callee.postconditions.empty()
                           ? callee.name + " has no postcondition, so its callers know nothing of what it does"
                           : "add a postcondition to " + callee.name + " that excludes this";
}

// With what methods without body gave.
std::string given(const std::vector<Step>& steps) {
    std::string text;
    for (const Step& step : steps) {
        const std::string values = listed(described(step.now.bindings, step.now.heap), kMostInHeadline);
        if (!values.empty()) {
            text += (text.empty() ? " when " : ", then ") + step.callee->name + " gives " + values;
        }
    }
    return text;
}

// `while` and its guard: the loop's first line.
SourceRange head_of(const typed::While& loop, const typed::Declaration& declaration) {
    SourceRange range = loop.label->range;
    for (const Site& site : sites_of(declaration)) {
        if (site.loop == &loop) {
            range = site.statement->range;
        }
    }
    if (loop.guard != nullptr && covers(range, loop.guard->range)) {
        range.end = loop.guard->range.end;
    } else if (range.has_file()) {
        range.end = std::min(range.end, static_cast<std::uint32_t>(range.begin + std::string_view("while").size()));
    }
    return range;
}

} // namespace

support::Explanation failing_anyway(const typed::Declaration& declaration, const Input& input,
                                    const std::vector<Step>& steps, const interpret::Failure& failure) {
    support::Explanation explanation;
    explanation.kind = support::ExplanationKind::NoDefinition; // what has no body cannot be run
    explanation.subject = steps.back().callee->name_range;
    explanation.inputs = described(input, parameters_of(declaration));
    explanation.clause = broken_clause(failure);
    explanation.parts = parts_of(failure);
    explanation.headline = name_of(declaration) + " fails" +
                           (explanation.inputs.empty() ? "" : " for " + listed(explanation.inputs, 6)) + given(steps);
    return explanation;
}

support::Explanation weak_spot(const typed::Declaration& declaration, const Input& input, const Step& step,
                               const interpret::Failure& failure) {
    support::Explanation explanation;
    explanation.inputs = described(input, parameters_of(declaration));
    explanation.clause = broken_clause(failure);
    explanation.parts = parts_of(failure);
    if (step.loop != nullptr) {
        explain_loop(declaration, step, failure, explanation);
        explanation.subject = head_of(*step.loop, declaration);
    } else {
        explain_call(step, explanation);
    }
    return explanation;
}

} // namespace daphnia::refute
