// Calls: arguments in, results out; in checking mode the contract is evaluated on both sides of the body.
#include "interpret/expressions.h"

#include "support/error.h"

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

Value Engine::call_function(const typed::FunctionCall& node, const typed::Expr& expr) {
    const typed::Function& function = *node.function;
    if (function.ghost && !checking()) {
        throw Unknown{fmt::format("the ghost function '{}' is not there when a program runs", function.name),
                      expr.range};
    }
    Activation callee(*this, &function, function.slots, expr.range);
    callee.function = &function;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        const typed::Variable& parameter = *function.parameters[i];
        if (parameter.ghost && !checking()) {
            continue;
        }
        Value argument = eval(*node.arguments[i]);
        require_fits(parameter.type, node.arguments[i]->type, argument, *node.arguments[i]);
        if (!reads_now() && checking() && active_->function == nullptr && typed::contains_arrays(parameter.type) &&
            !belongs(argument, typed::base_type(parameter.type), *reads_)) {
            fail({Rule::Allocated, place_of(*node.arguments[i]), {}});
        }
        callee[parameter] = std::move(argument);
    }
    return run_call(callee, function, expr);
}

Value Engine::run_call(Activation& callee, const typed::Function& function, const typed::Expr& expr) {
    if (checking()) {
        if (is_own_call(*active_, callee, function)) {
            return *active_->own_result;
        }
        check_function_call(*active_, callee, function, expr);
    }
    if (function.by_method != nullptr && !checking()) {
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
Value Engine::run_by_method(Activation& given, const typed::Function& function, const typed::Expr& expr) {
    const typed::Method& method = *function.by_method;
    Activation callee(*this, &method, method.slots, expr.range);
    callee.method = &method;
    for (std::size_t i = 0; i < method.parameters.size(); ++i) {
        callee[*method.parameters[i]] = given[*function.parameters[i]];
    }
    callee.enter();
    run_method(callee);
    return callee[*method.results.front()];
}

// Of a function without contract, by nobody's text.
Value Engine::apply(const typed::Function& function, const Values& arguments, SourceRange place) {
    Activation callee(*this, &function, function.slots, place);
    callee.function = &function;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        callee[*function.parameters[i]] = arguments[i];
    }
    callee.enter();
    Value result;
    run_function(callee, result);
    return result;
}

void Engine::check_function_call(Activation& caller, Activation& callee, const typed::Function& function,
                                 const typed::Expr& expr) {
    const SourceRange at = place_of(expr);
    if (caller.measuring && is_recursive(&function) && calls_->same_component(caller.owner, &function)) {
        throw Unknown{"a measure depends on itself", at};
    }
    const FrameLimit* const limit = reads_limit(caller);
    callee.reads_are_limited = !function.reads.wildcard;
    callee.enter();
    fix_measure(function.decreases, false);
    const std::uint64_t undetermined = undetermined_checks_;
    require_clauses(function.preconditions, {Rule::Precondition, at, "function precondition does not hold"}, &caller);
    callee.doubtful = undetermined_checks_ != undetermined;
    if (limit != nullptr) {
        attempt([&] {
            require_within(*limit, function.reads, {Rule::Reads, at, "insufficient reads clause to invoke function"},
                           &caller);
        });
    }
    fix_measure(function.decreases, true);
    attempt([&] { require_termination(caller, &function, function.decreases, at); });
    activate(&caller);
}

// The body comes down to one of its branches, where Dafny reports postconditions.
void Engine::run_function(Activation& activation, Value& result) {
    const typed::Function& function = *activation.function;
    const typed::Expr* branch = function.body.get();
    for (;;) {
        if (const auto* choice = std::get_if<typed::IfThenElse>(&branch->node)) {
            step(branch->range);
            branch = holds(*choice->condition) ? choice->then.get() : choice->otherwise.get();
        } else if (const auto* with = std::get_if<typed::StatementExpr>(&branch->node)) {
            for (const typed::StmtPtr& statement : with->statements) {
                exec(*statement);
            }
            branch = with->body.get();
        } else if (const auto* let = std::get_if<typed::Let>(&branch->node)) {
            bind(*let);
            branch = let->body.get();
        } else {
            break;
        }
    }
    result = eval(*branch);
    if (!checking()) {
        return;
    }
    require_fits(function.result->type, function.body->type, result, *function.body);
    if (function.postconditions.empty() || within_postcondition_ > 0) {
        return;
    }
    activation[*function.result] = result;
    activation.own_result = &result;
    const bool limited = std::exchange(activation.reads_are_limited, false); // it may look at the whole heap
    ++within_postcondition_;
    try {
        require_clauses(function.postconditions, {Rule::Postcondition, place_of(*branch), {}}, nullptr);
    } catch (...) {
        --within_postcondition_;
        throw;
    }
    --within_postcondition_;
    activation.reads_are_limited = limited;
    activation.own_result = nullptr;
}

void Engine::bind(const typed::Let& let) {
    Values values;
    values.reserve(let.values.size());
    for (std::size_t i = 0; i < let.values.size(); ++i) {
        if (let.variables[i]->ghost && !checking()) {
            values.emplace_back();
            continue;
        }
        values.push_back(eval(*let.values[i]));
        require_fits(let.variables[i]->type, let.values[i]->type, values.back(), *let.values[i]);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        (*active_)[*let.variables[i]] = std::move(values[i]);
    }
}

void Engine::call_method(const typed::Call& node, const typed::Stmt& statement) {
    const typed::Method& method = *node.method;
    const std::vector<Place> targets = places(node.targets);
    Values results;
    {
        Activation callee(*this, &method, method.slots, statement.range);
        callee.method = &method;
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            const typed::Variable& parameter = *method.parameters[i];
            if (parameter.ghost && !checking()) {
                continue;
            }
            Value argument = eval(*node.arguments[i]);
            require_fits(parameter.type, node.arguments[i]->type, argument, *node.arguments[i]);
            callee[parameter] = std::move(argument);
        }
        Activation& caller = *active_;
        callee.enter();
        if (checking()) {
            check_method_call(caller, callee, method, statement);
        }
        if (options_.abstraction == nullptr || !abstract_call(callee, statement)) {
            run_method(callee);
        }
        for (const typed::VariablePtr& result : method.results) {
            results.push_back(std::move(callee[*result]));
        }
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        require_fits(*targets[i].type, method.results[i]->type, results[i], targets[i].range);
    }
    require_distinct(targets, results);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        write(targets[i], std::move(results[i]));
    }
}

void Engine::check_method_call(Activation& caller, Activation& callee, const typed::Method& method,
                               const typed::Stmt& statement) {
    const SourceRange at = statement.range;
    const FrameLimit* const reads = reads_limit(caller);
    enter_contract(callee);
    fix_measure(method.decreases, false);
    const std::uint64_t undetermined = undetermined_checks_;
    require_clauses(method.preconditions, {Rule::Precondition, at, {}}, &caller);
    callee.doubtful = undetermined_checks_ != undetermined;
    fix_measure(method.decreases, true);
    attempt([&] { require_termination(caller, &method, method.decreases, at); });
    if (method.kind == typed::MethodKind::Method) {
        attempt([&] {
            require_within(caller.modifies, method.modifies,
                           {Rule::Modifies, at, "call violates context's modifies clause"}, &caller);
        });
        if (reads != nullptr) {
            attempt([&] {
                typed::Frame everything;
                everything.wildcard = true;
                require_within(*reads, method.reads.present ? method.reads : everything,
                               {Rule::Reads, at, "insufficient reads clause to call"}, &caller);
            });
        }
    }
    attempt([&] {
        callee.modifies = limit_of(method.modifies);
        callee.modifies.allocated = callee.entry.objects;
    });
}

// What the contract speaks of: the state on entry.
void Engine::enter_contract(Activation& callee) {
    const typed::Method& method = *callee.method;
    callee.entry = snapshot(facts(method).old);
    if (method.reads.present && !method.reads.wildcard) {
        callee.reads_are_limited = true;
        callee.reads = limit_of(method.reads);
        callee.reads->allocated = callee.entry.objects;
    }
    if (options_.observer != nullptr || options_.abstraction != nullptr) {
        for (const typed::VariablePtr& parameter : method.parameters) {
            callee.visible.push_back(parameter.get());
        }
        for (const typed::VariablePtr& result : method.results) {
            callee.visible.push_back(result.get());
        }
    }
}

void Engine::run_method(Activation& callee) {
    const typed::Method& method = *callee.method;
    if (method.body == nullptr) {
        if (method.kind == typed::MethodKind::Lemma && method.results.empty()) {
            assume_lemma(method);
            return;
        }
        throw Unknown{fmt::format("the method '{}' has no body", method.name), callee.called_at};
    }
    if (exec(*method.body) == nullptr) {
        // The end of the body returns, too; Dafny shows its postconditions at the brace that opens it, and unassigned
        // results at the brace that closes it.
        const SourceRange body = method.body->range;
        return_at({body.file, body.begin, std::min(body.end, body.begin + 1)}, method.body_end);
    }
}

// A lemma without proof is an assumption.
void Engine::assume_lemma(const typed::Method& method) {
    for (const typed::Clause& clause : method.postconditions) {
        if (!holds(*clause.expr)) {
            throw Discarded{fmt::format("what the lemma '{}' without proof says does not hold", method.name),
                            place_of(*clause.expr)};
        }
    }
}

void Engine::return_at(SourceRange at, SourceRange end) {
    const typed::Method& method = *active_->method;
    for (const typed::VariablePtr& result : method.results) {
        Value& value = (*active_)[*result];
        if (value.is_assigned() || (result->ghost && !checking())) {
            continue;
        }
        if (checking() ? must_be_assigned(*result) : !typed::has_default_value(result->type)) {
            fail({Rule::DefiniteAssignment, end,
                  fmt::format("out-parameter '{}', which is subject to definite-assignment rules, is uninitialized at "
                              "this return point",
                              result->name)});
        }
        value = any_value(result->type, at);
    }
    if (checking()) {
        require_clauses(method.postconditions, {Rule::Postcondition, at, {}}, nullptr);
    }
}

} // namespace daphnia::interpret
