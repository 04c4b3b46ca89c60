// A candidate model in, states of the program out: what the solver believes the variables and objects to be, as values
// that the interpreter can run. They may be nonsense, and are run and checked.
#pragma once

#include "encode/observation.h"
#include "refute/refute.h"
#include "solver/prover.h"
#include "vcgen/vcgen.h"

namespace daphnia::verify {

// The states of all captures. Sequences and arrays are cut at a few dozen elements.
refute::Candidate candidate(const std::vector<ivl::Capture>& captures, const encode::Observation& observation,
                            solver::CandidateModel& model, logic::TermStore& store);

// Asks that lengths and numbers of the entry state be small, so that a model is one that people can read.
std::vector<logic::Term> small_inputs(const std::vector<ivl::Capture>& captures, const encode::Observation& observation,
                                      logic::TermStore& store);

} // namespace daphnia::verify
