// Inputs in, results of checked runs out, under one budget of steps.
#include "refute/runner.h"

#include "refute/choices.h"

#include <algorithm>
#include <variant>

namespace daphnia::refute {

interpret::Result Runner::run(const Input& input, interpret::Observer* observer, interpret::Abstraction* abstraction) {
    constexpr std::uint64_t kOverhead = 300;     // of making a machine, in steps
    constexpr std::uint64_t kLongestShare = 16;  // one endless run must not take the place of all others
    constexpr std::uint64_t kAfterEndless = 160; // once one has been seen, there will be more
    constexpr std::uint64_t kFewestSteps = 2000; // whatever is left: a run that was begun is worth its end
    constexpr std::uint64_t kMostCells = 200'000;
    interpret::Options options;
    options.checking = true;
    options.observer = observer;
    options.abstraction = abstraction;
    // In a giant step the state was chosen: what it does to a guess is said as of any other measure.
    options.notes_guesses = abstraction == nullptr;
    options.limits.steps = std::max(steps_ / (endless_ ? kAfterEndless : kLongestShare), kFewestSteps);
    options.limits.cells = kMostCells;
    Chance chance(input.choices);
    RandomChoices choices(vocabulary_, chance);
    options.choices = input.choices == 0 ? nullptr : &choices;
    interpret::Machine machine(program_, options);
    allocate_objects(input, machine.heap());
    struct Call {
        interpret::Machine& machine;
        const Values& arguments;

        interpret::Result operator()(const std::unique_ptr<typed::Function>& function) const {
            return machine.call(*function, arguments);
        }
        interpret::Result operator()(const std::unique_ptr<typed::Method>& method) const {
            return machine.call(*method, arguments);
        }
        interpret::Result operator()(const std::unique_ptr<typed::Constant>& constant) const {
            return machine.evaluate(*constant);
        }
    };
    interpret::Result result = std::visit(Call{machine, input.arguments}, declaration_);
    spent_ += result.steps + kOverhead;
    endless_ = endless_ || (result.status == interpret::Status::OutOfSteps && !result.guesses.empty());
    return result;
}

interpret::Result Runner::promise(const Input& input) {
    constexpr std::uint64_t kOverhead = 200;
    constexpr std::uint64_t kMostSteps = 20'000;
    interpret::Options options;
    options.checking = true;
    options.limits.steps = kMostSteps;
    interpret::Machine machine(program_, options);
    allocate_objects(input, machine.heap());
    const auto first_result = input.arguments.begin() + static_cast<std::ptrdiff_t>(parameters_of(declaration_).size());
    const Values arguments(input.arguments.begin(), first_result);
    const Values results(first_result, input.arguments.end());
    interpret::Result result;
    if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration_)) {
        result = machine.promise(**method, arguments, results);
    } else if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration_)) {
        result = machine.promise(**function, arguments, results.at(0));
    }
    spent_ += result.steps + kOverhead;
    return result;
}

std::optional<Input> Runner::made(const std::shared_ptr<const Making>& making) {
    constexpr std::uint64_t kOverhead = 300;
    constexpr std::uint64_t kMostSteps = 20'000;
    constexpr std::uint64_t kMostCells = 1000;
    interpret::Options options;
    options.checking = true;
    options.limits.steps = kMostSteps;
    options.limits.cells = kMostCells;
    interpret::Machine machine(program_, options);
    allocate_objects({{}, making->objects}, machine.heap());
    Value object;
    for (const Making::Call& call : making->calls) {
        Values arguments = call.arguments;
        if (object.is_assigned()) {
            arguments.insert(arguments.begin(), object);
        }
        const interpret::Result result = machine.call(*call.method, arguments);
        spent_ += result.steps + kOverhead;
        if (!result.ended) {
            return std::nullopt;
        }
        object = object.is_assigned() ? object : result.results.at(0);
    }
    if (!object.is_assigned() || !object.is_reference() || object.as_reference().is_null() ||
        machine.heap().is_freed(object.as_reference())) {
        return std::nullopt;
    }
    Input input = input_of({object}, machine.heap());
    const typed::Type own = input.objects.front().type;
    typed::TypeMap known; // what the class was run for, and what is wanted
    for (std::size_t i = 0; i < own.arguments.size() && i < making->type.arguments.size(); ++i) {
        if (own.arguments[i].kind == typed::TypeKind::Parameter) {
            known.emplace(own.arguments[i].parameter, making->type.arguments[i]);
        }
    }
    for (ObjectDraft& draft : input.objects) {
        draft.type = typed::substitute(draft.type, known);
    }
    if (!(input.objects.front().type == making->type)) {
        return std::nullopt;
    }
    input.objects.front().making = making;
    return input;
}

} // namespace daphnia::refute
