// Z3 in this process: one query, one answer, with Z3's own options. Provers and exports are made of it; whoever wants
// something proved talks to a Prover.
#pragma once

#include "solver/memory.h"
#include "solver/prover.h"

#include <cstdint>
#include <optional>
#include <string>

namespace daphnia::solver {

// What may be varied when a query is asked again.
struct Options {
    std::uint32_t seed = 0;
    std::optional<int> theory_weight;    // instead of every quantifier's weight other than 0
    bool nonlinear = true;               // reason about products of variables
    std::uint32_t eager_threshold = 100; // goes with the weights: change both or neither
    std::uint32_t renaming = 0;          // not 0: other names, and another order of the axioms
    std::uint32_t arithmetic = 2;        // Z3's arithmetic solver; 6 proves some products that 2 does not, but can hang
};

// Never throws for anything that the solver does: what goes wrong is Unknown with a reason. Z3's unit of resources is
// a step of it.
Answer prove(const Query& query, const Budget& budget = {}, const Options& options = {});

// "Z3 4.8.12"
std::string version();

// The query as a stand-alone SMT-LIB file: unsat means proved. A comment in it says with which options Z3 reads it as
// `prove` does.
std::string export_smt2(const Query& query, const Options& options = {});

} // namespace daphnia::solver
