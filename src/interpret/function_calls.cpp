// See the header.
#include "interpret/function_calls.h"

#include "interpret/checks.h"
#include "interpret/collector.h"
#include "interpret/conditions.h"
#include "interpret/dispatch.h"
#include "interpret/evaluation.h"
#include "interpret/frames.h"
#include "interpret/inhabitants.h"
#include "interpret/meter.h"
#include "interpret/method_calls.h"
#include "interpret/narrowing.h"
#include "interpret/snapshots.h"
#include "interpret/statements.h"
#include "interpret/termination.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace daphnia::interpret {

namespace {

// The call of a function that its own postcondition speaks about.
bool is_own_call(Activation& caller, Activation& callee, const typed::Function& function) {
    return caller.own_result != nullptr && caller.function == &function &&
           std::all_of(function.parameters.begin(), function.parameters.end(),
                       [&](const auto& parameter) { return caller[*parameter] == callee[*parameter]; });
}

} // namespace

// Where postconditions of the function may be evaluated, with its result; not within those of others.
template <typename Work>
void FunctionCalls::at_its_end(Activation& activation, const Value& result, const Work& work) {
    const typed::Function& function = *activation.function;
    if (function.postconditions.empty() || within_postcondition_ > 0) {
        return;
    }
    activation[*function.result] = result;
    activation.own_result = &result;
    const Temporarily unlimited(activation.reads_are_limited, false); // it may look at the whole heap
    const Temporarily within(within_postcondition_, within_postcondition_ + 1);
    work();
    activation.own_result = nullptr;
}

Value FunctionCalls::operator()(const typed::FunctionCall& node, const typed::Expr& expr) {
    return call(node, expr, nullptr);
}

Value FunctionCalls::call(const typed::FunctionCall& node, const typed::Expr& expr,
                          const std::function<void(const typed::Expr&)>* at_body) {
    const typed::Function& function = *node.function;
    if (function.ghost && !run_.checking()) {
        throw Unknown{fmt::format("the ghost function '{}' is not there when a program runs", function.name),
                      expr.range};
    }
    Activation callee(run_, &function, function.slots, expr.range);
    callee.function = &function;
    callee.at_body = at_body;
    if (function.two_state) {
        callee.entry = snapshots_.state_at(node.label);
    }
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        const typed::Variable& parameter = *function.parameters[i];
        if (parameter.ghost && !run_.checking()) {
            continue;
        }
        Value argument = evaluation_.eval(*node.arguments[i]);
        narrowing_.require_argument(parameter, argument, *node.arguments[i]);
        if (!run_.reads_now() && run_.checking() && run_.active()->looks_back() &&
            typed::contains_arrays(parameter.type) &&
            !inhabitants_.belongs(argument, typed::base_type(parameter.type), run_.read_heap())) {
            checks_.fail({Rule::Allocated, place_of(*node.arguments[i]), {}});
        }
        if (function.two_state && !narrowing_.existed(parameter, argument, callee.entry)) {
            checks_.fail({Rule::Allocated, place_of(*node.arguments[i]),
                          typed::unallocated_message(function.parameters, i, false)},
                         {}, {checks_.part(*node.arguments[i], argument)});
        }
        callee[parameter] = std::move(argument);
    }
    return run_call(callee, function, expr);
}

Value FunctionCalls::run_call(Activation& callee, const typed::Function& function, const typed::Expr& expr) {
    if (run_.checking()) {
        if (is_own_call(*run_.active(), callee, function)) {
            return *run_.active()->own_result;
        }
        check_function_call(*run_.active(), callee, function, expr);
    }
    const typed::Function& target = dispatch_.target(function, callee);
    return &target == &function ? run_definition(callee, function, expr) : run_override(callee, target, expr);
}

// The caller has seen the contract of the trait's function. That this permits the call of what stands for it is an
// obligation of the latter's declaration, of which a run says nothing. The same holds for what the trait's function
// promises: where it does not hold, nothing is known of what the caller does.
Value FunctionCalls::run_override(Activation& given, const typed::Function& function, const typed::Expr& expr) {
    const std::string otherwise = against_contract(function.name, given.function->name);
    Activation callee(run_, &function, function.slots, expr.range);
    callee.function = &function;
    callee.doubtful = given.doubtful;
    callee.entry = given.entry;
    callee.at_body = given.at_body;
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        callee[*function.parameters[i]] = given[*given.function->parameters[i]];
    }
    if (run_.checking()) {
        callee.reads_are_limited = !function.reads.wildcard;
        const Run::Within within(run_, callee);
        conditions_.know(function.preconditions, otherwise);
        const FrameLimit* const limit = frames_.reads_limit(given);
        if (limit != nullptr && !frames_.is_within(*limit, function.reads)) {
            throw Unknown{otherwise, expr.range};
        }
        termination_.fix_measure(function.decreases, true);
    }
    Value result = run_definition(callee, function, expr);
    if (run_.checking()) {
        const Run::Within within(run_, given);
        at_its_end(given, result, [&] { conditions_.know_if_known(given.function->postconditions, otherwise); });
    }
    return result;
}

Value FunctionCalls::run_definition(Activation& callee, const typed::Function& function, const typed::Expr& expr) {
    if (function.by_method != nullptr && !run_.checking()) {
        return run_by_method(callee, function, expr);
    }
    if (function.body == nullptr) {
        throw Unknown{fmt::format("the function '{}' has no body", function.name), expr.range};
    }
    callee.enter();
    Value result;
    run_function(callee, result);
    return result;
}

// The arguments are in the activation of the function, which is never entered.
Value FunctionCalls::run_by_method(Activation& given, const typed::Function& function, const typed::Expr& expr) {
    const Collector::Keeping keeping(collector_);
    const typed::Method& method = *function.by_method;
    Activation callee(run_, &method, method.slots, expr.range);
    callee.method = &method;
    for (std::size_t i = 0; i < method.parameters.size(); ++i) {
        callee[*method.parameters[i]] = given[*function.parameters[i]];
    }
    callee.enter();
    method_calls_.run_method(callee);
    return callee[*method.results.front()];
}

// Of a function without contract, by nobody's text.
Value FunctionCalls::apply(const typed::Function& function, const Values& arguments, SourceRange place) {
    Activation callee(run_, &function, function.slots, place);
    callee.function = &function;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        callee[*function.parameters[i]] = arguments[i];
    }
    callee.enter();
    Value result;
    run_function(callee, result);
    return result;
}

void FunctionCalls::check_function_call(Activation& caller, Activation& callee, const typed::Function& function,
                                        const typed::Expr& expr) {
    const SourceRange at = place_of(expr);
    if (caller.measuring && termination_.calls_back(caller.owner, &function)) {
        throw Unknown{"a measure depends on itself", at};
    }
    const FrameLimit* const limit = frames_.limit_here(caller);
    callee.reads_are_limited = !function.reads.wildcard;
    const Run::Within within(run_, callee);
    termination_.fix_measure(function.decreases, false);
    const std::uint64_t undetermined = checks_.undetermined();
    frames_.put_off_reads(callee, [&] {
        conditions_.require_clauses(function.preconditions,
                                    {Rule::Precondition, at, "function precondition does not hold"}, &caller);
    });
    callee.doubtful = checks_.undetermined() != undetermined;
    if (limit != nullptr) {
        checks_.attempt([&] {
            frames_.require_within(*limit, function.reads,
                                   {Rule::Reads, at, "insufficient reads clause to invoke function"}, &caller);
        });
    }
    termination_.fix_measure(function.decreases, true);
    checks_.attempt([&] { termination_.require_termination(caller, &function, function.decreases, at); });
}

// The body comes down to one of its branches, where Dafny reports postconditions.
void FunctionCalls::run_function(Activation& activation, Value& result) {
    const typed::Function& function = *activation.function;
    if (activation.at_body != nullptr) {
        (*activation.at_body)(*function.body);
    }
    const typed::Expr* branch = function.body.get();
    for (;;) {
        if (const auto* choice = std::get_if<typed::IfThenElse>(&branch->node)) {
            meter_.step(branch->range);
            branch = evaluation_.holds(*choice->condition) ? choice->then.get() : choice->otherwise.get();
        } else if (const auto* with = std::get_if<typed::StatementExpr>(&branch->node)) {
            statements_.exec_within(*with);
            branch = with->body.get();
        } else if (const auto* let = std::get_if<typed::Let>(&branch->node)) {
            evaluation_.bind(*let);
            branch = let->body.get();
        } else {
            break;
        }
    }
    result = evaluation_.eval(*branch);
    if (!run_.checking()) {
        return;
    }
    narrowing_.require_fits(function.result->type, function.body->type, result, *function.body);
    at_its_end(activation, result, [&] {
        conditions_.require_clauses(function.postconditions, {Rule::Postcondition, place_of(*branch), {}}, nullptr);
    });
}

} // namespace daphnia::interpret
