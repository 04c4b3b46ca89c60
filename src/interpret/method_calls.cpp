// See the header.
#include "interpret/method_calls.h"

#include "interpret/assignments.h"
#include "interpret/checks.h"
#include "interpret/collector.h"
#include "interpret/conditions.h"
#include "interpret/dispatch.h"
#include "interpret/evaluation.h"
#include "interpret/frames.h"
#include "interpret/giant_steps.h"
#include "interpret/inhabitants.h"
#include "interpret/narrowing.h"
#include "interpret/snapshots.h"
#include "interpret/statements.h"
#include "interpret/termination.h"
#include "interpret/variables.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace daphnia::interpret {

void MethodCalls::call_method(const typed::Call& node, const typed::Stmt& statement) {
    const typed::Method& method = *node.method;
    const std::vector<Place> targets = assignments_.places(node.targets);
    const Collector::Pinning pinning(collector_, targets);
    Values results;
    {
        Activation callee(run_, &method, method.slots, statement.range);
        callee.method = &method;
        const Snapshot* const previous =
            method.two_state && run_.checking() ? &snapshots_.state_at(node.label) : nullptr;
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            const typed::Variable& parameter = *method.parameters[i];
            if (parameter.ghost && !run_.checking()) {
                continue;
            }
            Value argument = evaluation_.eval(*node.arguments[i]);
            narrowing_.require_argument(parameter, argument, *node.arguments[i]);
            if (previous != nullptr && !narrowing_.existed(parameter, argument, *previous)) {
                checks_.fail({Rule::Allocated, statement.range, typed::unallocated_message(method.parameters, i, true)},
                             {}, {checks_.part(*node.arguments[i], argument)});
            }
            callee[parameter] = std::move(argument);
        }
        Activation& caller = *run_.active();
        callee.enter();
        if (run_.checking()) {
            check_method_call(caller, callee, method, statement, previous);
        }
        if (run_.options().abstraction == nullptr || !giant_steps_.abstract_call(callee, statement)) {
            const typed::Method& target = dispatch_.target(method, callee);
            if (&target == &method) {
                run_method(callee);
            } else {
                run_override(callee, target);
            }
        }
        for (const typed::VariablePtr& result : method.results) {
            results.push_back(std::move(callee[*result]));
        }
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        narrowing_.require_fits(*targets[i].type, method.results[i]->type, results[i], targets[i].range);
    }
    assignments_.require_distinct(targets, results);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        assignments_.write(targets[i], std::move(results[i]));
    }
}

void MethodCalls::check_method_call(Activation& caller, Activation& callee, const typed::Method& method,
                                    const typed::Stmt& statement, const Snapshot* previous) {
    const SourceRange at = statement.range;
    const FrameLimit* const reads = frames_.reads_limit(caller);
    enter_contract(callee, previous);
    termination_.fix_measure(method.decreases, false);
    const std::uint64_t undetermined = checks_.undetermined();
    conditions_.require_clauses(method.preconditions, {Rule::Precondition, at, {}}, &caller);
    callee.doubtful = checks_.undetermined() != undetermined;
    termination_.fix_measure(method.decreases, true);
    checks_.attempt([&] { termination_.require_termination(caller, &method, method.decreases, at); });
    if (method.kind != typed::MethodKind::Lemma) {
        checks_.attempt([&] {
            frames_.require_within(caller.modifies, method.modifies,
                                   {Rule::Modifies, at, "call violates context's modifies clause"}, &caller);
        });
        if (reads != nullptr) {
            checks_.attempt([&] {
                typed::Frame everything;
                everything.wildcard = true;
                frames_.require_within(*reads, method.reads.present ? method.reads : everything,
                                       {Rule::Reads, at, "insufficient reads clause to call"}, &caller);
            });
        }
    }
    fix_frame(callee);
}

void MethodCalls::fix_frame(Activation& callee) {
    checks_.attempt([&] {
        callee.modifies = frames_.limit_of(callee.method->modifies);
        callee.modifies.allocated = callee.method->two_state ? run_.heap().object_count() : callee.entry.objects;
    });
}

// The caller has seen the contract of the trait's method, whose activation is `given`. That this permits the call of
// what stands for it is an obligation of the latter's declaration, of which a run says nothing. The same
// holds for what the trait's method promises: where it does not hold, nothing is known of what the caller does.
void MethodCalls::run_override(Activation& given, const typed::Method& method) {
    const std::string otherwise = against_contract(method.name, given.method->name);
    run_.activate(given.caller);
    {
        Activation callee(run_, &method, method.slots, given.called_at);
        callee.method = &method;
        callee.doubtful = given.doubtful;
        for (std::size_t i = 0; i < method.parameters.size(); ++i) {
            callee[*method.parameters[i]] = given[*given.method->parameters[i]];
        }
        callee.enter();
        if (run_.checking()) {
            enter_contract(callee, method.two_state ? &given.entry : nullptr);
            conditions_.know(method.preconditions, otherwise);
            if (!frames_.is_within(given.modifies, method.modifies)) {
                throw Unknown{otherwise, given.called_at};
            }
            termination_.fix_measure(method.decreases, true);
            fix_frame(callee);
        }
        run_method(callee);
        for (std::size_t i = 0; i < method.results.size(); ++i) {
            given[*given.method->results[i]] = std::move(callee[*method.results[i]]);
        }
    }
    if (run_.checking()) {
        given.enter();
        conditions_.know_if_known(given.method->postconditions, otherwise);
    }
}

// What the contract speaks of: the state on entry, or the previous one of a two-state lemma.
void MethodCalls::enter_contract(Activation& callee, const Snapshot* previous) {
    const typed::Method& method = *callee.method;
    callee.entry = previous != nullptr ? *previous : snapshots_.on_entry(method);
    if (method.reads.present && !method.reads.wildcard) {
        callee.reads_are_limited = true;
        callee.reads = frames_.limit_of(method.reads);
        callee.reads->allocated = callee.entry.objects;
    }
    if (run_.options().observer != nullptr || run_.options().abstraction != nullptr) {
        for (const typed::VariablePtr& parameter : method.parameters) {
            callee.visible.push_back(parameter.get());
        }
        for (const typed::VariablePtr& result : method.results) {
            callee.visible.push_back(result.get());
        }
    }
}

void MethodCalls::run_method(Activation& callee) {
    const typed::Method& method = *callee.method;
    if (method.body == nullptr) {
        if (method.kind == typed::MethodKind::Lemma && method.results.empty()) {
            assume_lemma(method);
            return;
        }
        throw Unknown{fmt::format("the method '{}' has no body", method.name), callee.called_at};
    }
    if (statements_.exec(*method.body) == nullptr) {
        // The end of the body returns, too; Dafny shows its postconditions at the brace that opens it, and unassigned
        // results at the brace that closes it.
        const SourceRange body = method.body->range;
        return_at({body.file, body.begin, std::min(body.end, body.begin + 1)}, method.body_end);
    }
}

// A lemma without proof is an assumption.
void MethodCalls::assume_lemma(const typed::Method& method) {
    for (const typed::Clause& clause : method.postconditions) {
        if (!evaluation_.holds(*clause.expr)) {
            throw Discarded{fmt::format("what the lemma '{}' without proof says does not hold", method.name),
                            place_of(*clause.expr)};
        }
    }
}

void MethodCalls::return_at(SourceRange at, SourceRange end) {
    const typed::Method& method = *run_.active()->method;
    for (const typed::VariablePtr& result : method.results) {
        Value& value = (*run_.active())[*result];
        if (value.is_assigned() || (result->ghost && !run_.checking())) {
            continue;
        }
        if (run_.checking() ? variables_.must_be_assigned(*result) : !typed::has_default_value(result->type)) {
            checks_.fail(
                {Rule::DefiniteAssignment, end,
                 fmt::format("out-parameter '{}', which is subject to definite-assignment rules, is uninitialized at "
                             "this return point",
                             result->name)});
        }
        value = inhabitants_.any_value(result->type, at);
    }
    if (run_.checking()) {
        conditions_.require_clauses(method.postconditions, {Rule::Postcondition, at, {}}, nullptr);
    }
}

} // namespace daphnia::interpret
