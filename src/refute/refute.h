// Obligations that are not proved in, what is wrong with them out: a failing run, or the loop or callee of which too
// little is known. Runs the interpreter on candidate inputs (the solver's, then small ones in order of size, then
// random ones with a fixed seed) and, where none fails, takes giant steps (Becker, Lourenço, Marché: Explaining
// Counterexamples with Giant-Step Assertion Checking, F-IDE 2021). Nothing is a guess: what it says, it has evaluated.
#pragma once

#include "interpret/interpret.h"
#include "support/explanation.h"
#include "support/rules.h"
#include "typed/typed.h"

#include <cstdint>
#include <string>
#include <vector>

namespace daphnia::refute {

using support::Rule;

// An obligation of the declaration, as interpret::Failure names it.
struct Target {
    Rule rule = Rule::Assertion;
    support::SourceRange range;
    std::vector<support::SourceRange> clauses; // related places: the clause or conjunct that is to hold
    // Nothing is to be found for it; a run that breaks it nevertheless contradicts the proof.
    bool proved = false;
    // The solver's answer: it has given up for lack of knowledge, or run out of its budget.
    bool exhausted = false;
    bool has_products = false;    // non-linear arithmetic in it
    bool has_quantifiers = false; // the program's own quantifiers in it
};

// What the solver's candidate model says about a moment of an execution. May be nonsense: it is run and checked.
struct CandidateState {
    const void* site = nullptr; // null: entry; else the typed::While (its head) or the typed::Stmt of a call (after it)
    std::vector<interpret::Binding> bindings;
    interpret::Heap heap;
};
struct Candidate {
    std::vector<CandidateState> states; // the entry first
};

struct Options {
    std::uint64_t steps = 0; // of all runs for one declaration together (--refute-limit); 0: nothing is run
    std::uint32_t seed = 1;
};

struct Finding {
    bool refuted = false; // then explanation.kind is Counterexample
    support::Explanation explanation;
};

struct Findings {
    std::vector<Finding> findings; // one for each target, in order; empty ones for those that are proved
    std::vector<interpret::Failure> contradictions; // of proved targets, one each: the proof is wrong, or the run
};

Findings refute(const typed::Program& program, const typed::Declaration& declaration,
                const std::vector<Target>& targets, const std::vector<Candidate>& candidates, const Options& options);

} // namespace daphnia::refute
