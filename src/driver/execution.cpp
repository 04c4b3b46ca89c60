// Runs a method on the interpreter and says how it ended; see the header.
#include "driver/execution.h"

#include "interpret/interpret.h"
#include "support/characters.h"
#include "support/error.h"

#include <fmt/format.h>

#include <ostream>

namespace daphnia::driver {

namespace {

using interpret::Status;
using interpret::Value;
using interpret::Values;

constexpr std::size_t kCallsShown = 4;

Value argument_list(const Runnable& program, const ExecutionOptions& options) {
    Values result;
    const auto add = [&](const std::string& text) {
        const std::optional<std::u32string> characters = support::from_utf8(text);
        if (!characters) {
            throw support::InputError(fmt::format("argument {} of the program is not UTF-8", result.size()));
        }
        result.push_back(Value::string(*characters));
    };
    add(program.path);
    for (const std::string& argument : options.arguments) {
        add(argument);
    }
    return Value::sequence(std::move(result));
}

Values arguments_of(const Runnable& program, const typed::Method& method, const ExecutionOptions& options) {
    Values result;
    for (const typed::VariablePtr& parameter : method.parameters) {
        if (parameter->ghost) {
            const std::optional<Value> value = interpret::default_value(parameter->type);
            DAPHNIA_CHECK(value.has_value(), "a method that may be started has only ghost parameters with defaults");
            result.push_back(*value);
        } else {
            result.push_back(argument_list(program, options));
        }
    }
    return result;
}

// Where the active calls were made, from the innermost; of many the first and the last ones.
std::vector<support::Related> call_places(const std::vector<support::SourceRange>& calls) {
    std::vector<support::Related> result;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (calls.size() <= kCallsShown || i < kCallsShown / 2 || i >= calls.size() - kCallsShown / 2) {
            const bool gap = calls.size() > kCallsShown && i == calls.size() - kCallsShown / 2;
            result.push_back({calls[i], gap ? fmt::format("{} calls further out, called from here", i) // counted from 0
                                            : std::string("called from here")});
        }
    }
    return result;
}

support::Diagnostic broken(const interpret::Failure& failure) {
    support::Diagnostic result;
    result.rule = failure.rule;
    result.message = failure.message;
    result.range = failure.range;
    result.related = call_places(failure.calls);
    support::Explanation explanation;
    explanation.kind = support::ExplanationKind::Counterexample;
    explanation.clause = failure.clause;
    for (const interpret::EvaluatedPart& part : failure.parts) {
        explanation.parts.push_back({part.text, {}, part.value});
    }
    result.explanation = std::make_shared<const support::Explanation>(std::move(explanation));
    return result;
}

support::Diagnostic ended_early(const interpret::Result& result) {
    support::Diagnostic diagnostic;
    diagnostic.rule = support::Rule::Run;
    diagnostic.message = fmt::format("the program could not run on: {}", result.reason);
    diagnostic.range = result.place;
    return diagnostic;
}

} // namespace

Execution execute(const Runnable& program, const typed::Method& method, const ExecutionOptions& options,
                  std::ostream& output) {
    interpret::Options settings;
    settings.checking = options.checking;
    settings.relax_definite_assignment = options.relax_definite_assignment;
    settings.limits.steps = options.steps;
    settings.output = &output;
    interpret::Machine machine(program.program, settings);
    const interpret::Result result = machine.call(method, arguments_of(program, method, options));
    output.flush();
    Execution execution;
    execution.finished = result.ended;
    execution.undetermined_checks = result.undetermined_checks;
    if (result.status == Status::Failed) {
        execution.halted = result.failure->rule == support::Rule::Expect;
        execution.failure = broken(*result.failure);
    } else if (!result.ended) {
        execution.failure = ended_early(result);
    }
    return execution;
}

std::string halting_place(const support::SourceRange& range) {
    const support::LineColumn place = range.begin_place();
    return fmt::format("{}({},{})", range.file->path(), place.line, place.column - 1);
}

} // namespace daphnia::driver
