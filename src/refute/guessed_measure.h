// A measure that nobody wrote and that a run contradicts in, what that means out: the run goes on, and its end, or that
// it has none, is what counts. Whatever is proposed in place of the guess was tried on runs.
#pragma once

#include "refute/input.h"
#include "refute/refute.h"
#include "refute/runner.h"
#include "refute/vocabulary.h"

#include <vector>

namespace daphnia::refute {

// `input` is one whose run contradicts the guess; `others` are inputs whose runs count for what is proposed.
support::Explanation guessed_measure(Runner& runner, const Target& target, const Input& input,
                                     const std::vector<Input>& others, const Vocabulary& vocabulary);

// "m goes from 3 to 5", of the component that decides; empty when nothing was recorded.
std::string change_of_measure(const interpret::Failure& failure);

bool is_loop(const typed::Declaration& declaration, const support::SourceRange& range);

// The failure of that guess in a run.
const interpret::Failure* guess_at(const interpret::Result& result, const Target& target, const void* owner);

} // namespace daphnia::refute
