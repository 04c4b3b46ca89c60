// A prover that remembers.
#pragma once

#include "cache/cache.h"
#include "solver/prover.h"

#include <memory>

namespace daphnia::cache {

// Gives the answers that `asked` would give, from the cache where they are known, and keeps those that `asked` gives if
// it would give them each time: proofs and the like, and that the solver's units are used up. What time, memory or a
// crash has ended is not kept.
//
// An answer that has left some of its budget of units holds for each budget that is as large as its cost. With
// `Mode::Replay`, what is not known is OutOfBudget, with Limit::NotCached. A model is the one that the solver's would
// be, from the values that were looked at when it was made.
//
// InternalError when a sample of what is known, asked again, has another answer.
std::unique_ptr<const solver::Prover> remembering_prover(std::unique_ptr<const solver::Prover> asked,
                                                         std::shared_ptr<Cache> cache);

} // namespace daphnia::cache
