// Declaration and arguments in, how the run ended out.
#include "interpret/engine.h"

#include "support/match.h"

#include <sys/resource.h>

#include <algorithm>
#include <limits>

namespace daphnia::interpret {

namespace {

// Where nothing else is said: most of the stack that the process may have; callers have used some of it.
std::size_t stack_of_process() {
    constexpr std::size_t kUnlimited = std::size_t{64} << 20U;
    rlimit limit{};
    const bool known = getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    const std::size_t all = known ? static_cast<std::size_t>(limit.rlim_cur) : kUnlimited;
    return all / 4 * 3;
}

std::size_t constant_count(const typed::Program& program) {
    return static_cast<std::size_t>(
        std::count_if(program.declarations.begin(), program.declarations.end(), [](const auto& declaration) {
            return std::holds_alternative<std::unique_ptr<typed::Constant>>(declaration);
        }));
}

} // namespace

Engine::Engine(const typed::Program& program, Options options)
    : program_(program), options_(options), constants_(constant_count(program)),
      step_limit_(options.limits.steps == 0 ? std::numeric_limits<std::uint64_t>::max() : options.limits.steps) {}

// Runs the work, and says how it ended.
template <typename Work>
Result Engine::guarded(const Work& work) {
    Result result;
    steps_ = 0;
    undetermined_checks_ = 0;
    sampled_assumptions_ = 0;
    within_postcondition_ = 0;
    first_undetermined_.reset();
    guesses_.clear();
    active_ = nullptr;
    reads_ = &heap_;
    const std::size_t stack = options_.limits.stack_bytes == 0 ? stack_of_process() : options_.limits.stack_bytes;
    stack_floor_ = static_cast<const char*>(__builtin_frame_address(0)) - stack;
    try {
        work(result);
    } catch (const PathEnd&) {
        result.status = Status::Finished;
    } catch (Broken& broken) {
        result.status = Status::Failed;
        result.failure = std::move(broken.failure);
    } catch (const Discarded& discarded) {
        result.status = Status::Rejected;
        result.reason = discarded.reason;
        result.place = discarded.place;
    } catch (const Unknown& unknown) {
        result.status = Status::Undetermined;
        result.reason = unknown.reason;
        result.place = unknown.place;
    } catch (const Exhausted& exhausted) {
        result.status = exhausted.status;
        result.reason = exhausted.reason;
        result.place = exhausted.place;
    }
    result.ended = result.status == Status::Finished;
    if (result.ended && first_undetermined_) {
        result.status = Status::Undetermined;
        result.reason = first_undetermined_->reason;
        result.place = first_undetermined_->place;
    }
    result.guesses = std::move(guesses_);
    result.steps = steps_;
    result.undetermined_checks = undetermined_checks_;
    result.sampled_assumptions = sampled_assumptions_;
    return result;
}

void Engine::assume_arguments(Activation& activation, const std::vector<typed::VariablePtr>& parameters,
                              const Values& arguments) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const typed::Variable& parameter = *parameters[i];
        if (i >= arguments.size() || !belongs(arguments[i], parameter.type, heap_)) {
            throw Discarded{"an argument does not belong to its type", parameter.range};
        }
        activation[parameter] = arguments[i];
    }
    // What arrays hold was chosen for what elements are made of.
    for (std::uint32_t object = 1; object <= heap_.object_count(); ++object) {
        const typed::Type& element = heap_.element_type(Reference{object});
        if (typed::has_constraint(element) &&
            !std::all_of(heap_.elements(Reference{object}).begin(), heap_.elements(Reference{object}).end(),
                         [&](const Value& each) { return !each.is_assigned() || belongs(each, element, heap_); })) {
            throw Discarded{"an element of an array does not belong to its type", {}};
        }
    }
}

Result Engine::call(const typed::Method& method, const Values& arguments) {
    return guarded([&](Result& result) {
        Activation activation(*this, &method, method.slots, {});
        activation.method = &method;
        assume_arguments(activation, method.parameters, arguments);
        activation.enter();
        enter_contract(activation);
        if (checking()) {
            fix_measure(method.decreases, false);
            for (const typed::Clause& clause : method.preconditions) {
                assume(*clause.expr, "the precondition does not hold");
            }
            attempt([&] {
                activation.modifies = limit_of(method.modifies);
                activation.modifies.allocated = activation.entry.objects;
            });
            fix_measure(method.decreases, true);
        }
        run_method(activation);
        for (const typed::VariablePtr& parameter : method.results) {
            result.results.push_back(activation[*parameter]);
        }
    });
}

Result Engine::call(const typed::Function& function, const Values& arguments) {
    return guarded([&](Result& result) {
        Activation activation(*this, &function, function.slots, {});
        activation.function = &function;
        assume_arguments(activation, function.parameters, arguments);
        activation.enter();
        if (checking()) {
            activation.reads_are_limited = !function.reads.wildcard;
            fix_measure(function.decreases, false);
            for (const typed::Clause& clause : function.preconditions) {
                assume(*clause.expr, "the precondition does not hold");
            }
            attempt([&] { reads_limit(activation); });
            check_frame(function.reads);
            fix_measure(function.decreases, true);
        }
        if (function.body == nullptr) {
            throw Unknown{"the function '" + function.name + "' has no body", function.name_range};
        }
        Value value;
        run_function(activation, value);
        result.results.push_back(std::move(value));
    });
}

Result Engine::evaluate(const typed::Constant& constant_) {
    return guarded([&](Result& result) { result.results.push_back(constant(constant_)); });
}

Result Engine::promise(const typed::Method& method, const Values& arguments, const Values& results) {
    return guarded([&](Result&) {
        Activation activation(*this, &method, method.slots, {});
        activation.method = &method;
        assume_arguments(activation, method.parameters, arguments);
        assume_arguments(activation, method.results, results);
        activation.enter();
        enter_contract(activation);
        for (const typed::Clause& clause : method.preconditions) {
            assume(*clause.expr, "the precondition does not hold");
        }
        for (const typed::Clause& clause : method.postconditions) {
            assume(*clause.expr, "the postcondition does not hold");
        }
    });
}

Result Engine::promise(const typed::Function& function, const Values& arguments, const Value& result) {
    return guarded([&](Result&) {
        Activation activation(*this, &function, function.slots, {});
        activation.function = &function;
        assume_arguments(activation, function.parameters, arguments);
        if (!belongs(result, function.result->type, heap_)) {
            throw Discarded{"the result does not belong to its type", function.result->range};
        }
        activation[*function.result] = result;
        activation.enter();
        for (const typed::Clause& clause : function.preconditions) {
            assume(*clause.expr, "the precondition does not hold");
        }
        activation.own_result = &result; // what the function is said to give
        for (const typed::Clause& clause : function.postconditions) {
            assume(*clause.expr, "the postcondition does not hold");
        }
    });
}

std::string Engine::name_of(typed::Callable callable) const {
    for (const typed::Declaration& declaration : program_.declarations) {
        const auto [address, name] =
            std::visit([](const auto& node) { return std::pair<typed::Callable, std::string>(node.get(), node->name); },
                       declaration);
        if (address == callable) {
            return name;
        }
    }
    return {};
}

class Machine::Implementation {
  public:
    Implementation(const typed::Program& program, Options options) : engine(program, options) {}

    Engine engine;
};

Machine::Machine(const typed::Program& program, Options options)
    : implementation_(std::make_unique<Implementation>(program, options)) {}

Machine::~Machine() = default;

Heap& Machine::heap() {
    return implementation_->engine.heap();
}

Result Machine::call(const typed::Method& method, const Values& arguments) {
    return implementation_->engine.call(method, arguments);
}

Result Machine::call(const typed::Function& function, const Values& arguments) {
    return implementation_->engine.call(function, arguments);
}

Result Machine::promise(const typed::Method& method, const Values& arguments, const Values& results) {
    return implementation_->engine.promise(method, arguments, results);
}

Result Machine::promise(const typed::Function& function, const Values& arguments, const Value& result) {
    return implementation_->engine.promise(function, arguments, result);
}

Result Machine::evaluate(const typed::Constant& constant) {
    return implementation_->engine.evaluate(constant);
}

} // namespace daphnia::interpret
