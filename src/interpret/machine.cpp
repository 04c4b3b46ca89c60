// Declaration and arguments in, how the run ended out.
#include "interpret/assignments.h"
#include "interpret/basic_expressions.h"
#include "interpret/checks.h"
#include "interpret/collector.h"
#include "interpret/conditions.h"
#include "interpret/dispatch.h"
#include "interpret/evaluation.h"
#include "interpret/frames.h"
#include "interpret/function_calls.h"
#include "interpret/function_expressions.h"
#include "interpret/function_values.h"
#include "interpret/giant_steps.h"
#include "interpret/inhabitants.h"
#include "interpret/loops.h"
#include "interpret/meter.h"
#include "interpret/method_calls.h"
#include "interpret/narrowing.h"
#include "interpret/number_expressions.h"
#include "interpret/object_expressions.h"
#include "interpret/operators.h"
#include "interpret/quantifiers.h"
#include "interpret/run.h"
#include "interpret/sequence_expressions.h"
#include "interpret/set_expressions.h"
#include "interpret/snapshots.h"
#include "interpret/statements.h"
#include "interpret/termination.h"
#include "interpret/variables.h"

#include <algorithm>

namespace daphnia::interpret {

// The parts of a run. Each is given those that it calls; they call each other in turn, as a program's text does.
class Machine::Implementation {
  public:
    Implementation(const typed::Program& program, const Options& options) : run_(program, options) {}

    Heap& heap() { return run_.heap(); }
    Result call(const typed::Method& method, const Values& arguments);
    Result call(const typed::Function& function, const Values& arguments);
    Result evaluate(const typed::Constant& constant);
    Result promise(const typed::Method& method, const Values& arguments, const Values& results);
    Result promise(const typed::Function& function, const Values& arguments, const Value& result);

  private:
    template <typename Work>
    Result guarded(const Work& work);
    void assume_arguments(Activation& activation, const std::vector<typed::VariablePtr>& parameters,
                          const Values& arguments);

    Run run_;
    Collector collector_{run_, variables_};
    Meter meter_{run_};
    Checks checks_{run_};
    Inhabitants inhabitants_{run_, function_calls_};
    Variables variables_{run_, checks_, inhabitants_, evaluation_, narrowing_};
    Evaluation evaluation_{run_,     meter_, variables_, basics_,      operators_, numbers_,     sequences_,
                           objects_, sets_,  functions_, quantifiers_, narrowing_, termination_, function_calls_};
    BasicExpressions basics_{run_, checks_, variables_, evaluation_, conditions_, narrowing_, statements_};
    ObjectExpressions objects_{run_, checks_, inhabitants_, evaluation_, narrowing_, frames_, snapshots_};
    Operators operators_{meter_, checks_, evaluation_, numbers_, sets_};
    NumberExpressions numbers_{run_, checks_, inhabitants_, evaluation_, narrowing_};
    SequenceExpressions sequences_{run_, meter_, checks_, evaluation_, conditions_, narrowing_, frames_};
    SetExpressions sets_{meter_, checks_, variables_, evaluation_, quantifiers_, narrowing_};
    FunctionExpressions functions_{run_, checks_, evaluation_, narrowing_, frames_, function_values_};
    Quantifiers quantifiers_{run_, meter_, checks_, inhabitants_, evaluation_};
    Conditions conditions_{run_, checks_, evaluation_, quantifiers_, statements_};
    Narrowing narrowing_{run_, checks_, inhabitants_, function_values_};
    Frames frames_{run_, checks_, evaluation_, function_values_};
    Snapshots snapshots_{run_};
    Dispatch dispatch_{run_};
    Termination termination_{run_, checks_, evaluation_};
    FunctionValues function_values_{run_, checks_, inhabitants_, evaluation_, frames_, function_calls_};
    FunctionCalls function_calls_{run_,         meter_,      checks_,       collector_, inhabitants_,
                                  evaluation_,  conditions_, narrowing_,    frames_,    snapshots_,
                                  termination_, dispatch_,   method_calls_, statements_};
    MethodCalls method_calls_{run_,         checks_,     collector_,   inhabitants_, variables_,
                              evaluation_,  conditions_, narrowing_,   frames_,      snapshots_,
                              termination_, dispatch_,   assignments_, giant_steps_, statements_};
    Assignments assignments_{run_, meter_, checks_, inhabitants_, evaluation_, sequences_, narrowing_};
    Loops loops_{run_,    checks_,    inhabitants_, variables_,   evaluation_, conditions_,
                 frames_, snapshots_, termination_, giant_steps_, statements_};
    GiantSteps giant_steps_{run_, inhabitants_, variables_, conditions_, termination_, loops_};
    Statements statements_{run_,         meter_,      checks_, collector_, inhabitants_,  variables_,   evaluation_,
                           quantifiers_, conditions_, frames_, snapshots_, method_calls_, assignments_, loops_};
};

// Runs the work, and says how it ended.
template <typename Work>
Result Machine::Implementation::guarded(const Work& work) {
    Result result;
    collector_.start();
    meter_.start();
    checks_.start();
    conditions_.start();
    termination_.start();
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
    if (result.ended && checks_.first_undetermined()) {
        result.status = Status::Undetermined;
        result.reason = checks_.first_undetermined()->reason;
        result.place = checks_.first_undetermined()->place;
    }
    result.guesses = termination_.take_guesses();
    result.steps = meter_.steps();
    result.undetermined_checks = checks_.undetermined();
    result.sampled_assumptions = conditions_.sampled_assumptions();
    return result;
}

void Machine::Implementation::assume_arguments(Activation& activation,
                                               const std::vector<typed::VariablePtr>& parameters,
                                               const Values& arguments) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const typed::Variable& parameter = *parameters[i];
        if (i >= arguments.size() || !inhabitants_.belongs(arguments[i], parameter.type, run_.heap())) {
            throw Discarded{"an argument does not belong to its type", parameter.range};
        }
        activation[parameter] = arguments[i];
    }
    // What objects hold was chosen; of arrays, for what elements are made of.
    for (std::uint32_t number = 1; number <= run_.heap().object_count(); ++number) {
        const Reference object{number};
        if (run_.heap().is_freed(object) || (typed::is_array(run_.heap().type_of(object)) &&
                                             !typed::has_constraint(run_.heap().element_type(object)))) {
            continue;
        }
        if (!inhabitants_.cells_belong(object)) {
            throw Discarded{"what an object holds does not belong to its type", {}};
        }
    }
}

Result Machine::Implementation::call(const typed::Method& method, const Values& arguments) {
    return guarded([&](Result& result) {
        Activation activation(run_, &method, method.slots, {});
        activation.method = &method;
        assume_arguments(activation, method.parameters, arguments);
        activation.enter();
        method_calls_.enter_contract(activation, nullptr);
        if (run_.checking()) {
            termination_.fix_measure(method.decreases, false);
            for (const typed::Clause& clause : method.preconditions) {
                conditions_.assume(*clause.expr, "the precondition does not hold");
            }
            method_calls_.fix_frame(activation);
            termination_.fix_measure(method.decreases, true);
        }
        method_calls_.run_method(activation);
        for (const typed::VariablePtr& parameter : method.results) {
            result.results.push_back(activation[*parameter]);
        }
    });
}

Result Machine::Implementation::call(const typed::Function& function, const Values& arguments) {
    return guarded([&](Result& result) {
        Activation activation(run_, &function, function.slots, {});
        activation.function = &function;
        if (function.two_state) {
            activation.entry = snapshots_.now();
        }
        assume_arguments(activation, function.parameters, arguments);
        activation.enter();
        if (run_.checking()) {
            activation.reads_are_limited = !function.reads.wildcard;
            termination_.fix_measure(function.decreases, false);
            frames_.put_off_reads(activation, [&] {
                for (const typed::Clause& clause : function.preconditions) {
                    conditions_.assume(*clause.expr, "the precondition does not hold");
                }
            });
            checks_.attempt([&] { frames_.reads_limit(activation); });
            frames_.check_frame(function.reads);
            termination_.fix_measure(function.decreases, true);
        }
        if (function.body == nullptr) {
            throw Unknown{"the function '" + function.name + "' has no body", function.name_range};
        }
        Value value;
        function_calls_.run_function(activation, value);
        result.results.push_back(std::move(value));
    });
}

Result Machine::Implementation::evaluate(const typed::Constant& constant_) {
    return guarded([&](Result& result) { result.results.push_back(variables_.constant(constant_)); });
}

Result Machine::Implementation::promise(const typed::Method& method, const Values& arguments, const Values& results) {
    return guarded([&](Result&) {
        if (method.kind == typed::MethodKind::Constructor) {
            throw Unknown{"what a constructor makes is not there before it is called", method.name_range};
        }
        Activation activation(run_, &method, method.slots, {});
        activation.method = &method;
        assume_arguments(activation, method.parameters, arguments);
        assume_arguments(activation, method.results, results);
        activation.enter();
        method_calls_.enter_contract(activation, nullptr);
        for (const typed::Clause& clause : method.preconditions) {
            conditions_.assume(*clause.expr, "the precondition does not hold");
        }
        for (const typed::Clause& clause : method.postconditions) {
            conditions_.assume(*clause.expr, "the postcondition does not hold");
        }
    });
}

Result Machine::Implementation::promise(const typed::Function& function, const Values& arguments, const Value& result) {
    return guarded([&](Result&) {
        Activation activation(run_, &function, function.slots, {});
        activation.function = &function;
        if (function.two_state) {
            activation.entry = snapshots_.now();
        }
        assume_arguments(activation, function.parameters, arguments);
        if (!inhabitants_.belongs(result, function.result->type, run_.heap())) {
            throw Discarded{"the result does not belong to its type", function.result->range};
        }
        activation[*function.result] = result;
        activation.enter();
        for (const typed::Clause& clause : function.preconditions) {
            conditions_.assume(*clause.expr, "the precondition does not hold");
        }
        activation.own_result = &result; // what the function is said to give
        for (const typed::Clause& clause : function.postconditions) {
            conditions_.assume(*clause.expr, "the postcondition does not hold");
        }
    });
}

Machine::Machine(const typed::Program& program, Options options)
    : implementation_(std::make_unique<Implementation>(program, options)) {}

Machine::~Machine() = default;

Heap& Machine::heap() {
    return implementation_->heap();
}

Result Machine::call(const typed::Method& method, const Values& arguments) {
    return implementation_->call(method, arguments);
}

Result Machine::call(const typed::Function& function, const Values& arguments) {
    return implementation_->call(function, arguments);
}

Result Machine::promise(const typed::Method& method, const Values& arguments, const Values& results) {
    return implementation_->promise(method, arguments, results);
}

Result Machine::promise(const typed::Function& function, const Values& arguments, const Value& result) {
    return implementation_->promise(function, arguments, result);
}

Result Machine::evaluate(const typed::Constant& constant) {
    return implementation_->evaluate(constant);
}

} // namespace daphnia::interpret
