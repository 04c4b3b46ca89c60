// An input in, what a checked run of the declaration does with it out; all runs share one budget.
#pragma once

#include "interpret/interpret.h"
#include "refute/input.h"
#include "refute/vocabulary.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace daphnia::refute {

class Runner {
  public:
    Runner(const typed::Program& program, const typed::Declaration& declaration, const Vocabulary& vocabulary,
           std::uint64_t steps)
        : program_(program), declaration_(declaration), vocabulary_(vocabulary), steps_(steps) {}

    interpret::Result run(const Input& input, interpret::Observer* observer = nullptr,
                          interpret::Abstraction* abstraction = nullptr);

    // What is promised of results, which follow the arguments in the input, in place of a run.
    interpret::Result promise(const Input& input);

    // What the calls make, by itself: the first object, and the only argument. Nothing when one of them does not come
    // to its end, or breaks a check, or is not allowed.
    std::optional<Input> made(const std::shared_ptr<const Making>& making);

    const typed::Program& program() const { return program_; }
    const typed::Declaration& declaration() const { return declaration_; }
    std::uint64_t budget() const { return steps_; }
    std::uint64_t spent() const { return spent_; }
    bool is_spent() const { return spent_ >= steps_; }

  private:
    const typed::Program& program_;
    const typed::Declaration& declaration_;
    const Vocabulary& vocabulary_;
    std::uint64_t steps_;
    std::uint64_t spent_ = 0;
    bool endless_ = false; // a run with a guessed measure that fails has not come to its end
};

} // namespace daphnia::refute
