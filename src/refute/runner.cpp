// Inputs in, results of checked runs out, under one budget of steps.
#include "refute/runner.h"

#include "refute/choices.h"

#include <algorithm>
#include <variant>

namespace daphnia::refute {

interpret::Result Runner::run(const Input& input, interpret::Observer* observer, interpret::Abstraction* abstraction) {
    constexpr std::uint64_t kOverhead = 300;     // of making a machine, in steps
    constexpr std::uint64_t kLongestShare = 16;  // one endless run must not take the place of all others
    constexpr std::uint64_t kFewestSteps = 2000; // whatever is left: a run that was begun is worth its end
    constexpr std::uint64_t kMostCells = 200'000;
    interpret::Options options;
    options.checking = true;
    options.observer = observer;
    options.abstraction = abstraction;
    options.limits.steps = std::max(steps_ / kLongestShare, kFewestSteps);
    options.limits.cells = kMostCells;
    Chance chance(input.choices);
    RandomChoices choices(vocabulary_, chance);
    options.choices = input.choices == 0 ? nullptr : &choices;
    interpret::Machine machine(program_, options);
    allocate_arrays(input, machine.heap());
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
    return result;
}

} // namespace daphnia::refute
