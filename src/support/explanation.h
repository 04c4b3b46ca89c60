// Why a proof failed, in the program's own terms. Text and places only, so that it can go through a pipe and into any
// report; every value in it was computed by a run.
#pragma once

#include "support/source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::support {

enum class ExplanationKind : std::uint8_t {
    Counterexample, // a run from `inputs` breaks the clause: the program (or its contract) is wrong
    WeakInvariant,  // the invariants hold in `state` at the loop `subject`, but not after one more iteration, or they
                    // let the run go on to where the clause is broken
    WeakContract,   // the contract of `subject` permits the results in `state`, after which the clause is broken
    GuessedMeasure, // nobody wrote a measure, and the one that was guessed does not decrease for `inputs`
    NoMeaning,      // a clause of the contract has no meaning for `inputs` and the results in `state`
    NoDefinition,   // nothing is known about `subject` (without body) beyond its contract
    GaveUp,         // no failing state is known; `headline` says what the solver had to give up on
};
std::string_view to_string(ExplanationKind kind); // the word in JSON

struct NamedValue {
    std::string name;  // "a", "s", or the text of an expression: "a[i]"
    std::string type;  // as written in a program; empty for an expression
    std::string value; // in the program's syntax; empty when it could not be evaluated
};

struct TraceRow {
    SourceRange range; // the statement or the loop
    std::string event; // "entry", "iteration 2", or empty after a plain statement
    std::vector<NamedValue> state;
};

struct Explanation {
    ExplanationKind kind = ExplanationKind::GaveUp;
    std::string headline; // one line, lower case first letter, no final period
    SourceRange subject;  // the loop or the callee's name; no place for the others
    std::vector<NamedValue> inputs;
    std::vector<NamedValue> state;
    SourceRange clause;            // the broken conjunct
    std::vector<NamedValue> parts; // of it, with their values
    // The run. Of a long one (trace_cut) the first and the last rows: as many of each, or one more of the last.
    std::vector<TraceRow> trace;
    bool trace_cut = false;
    std::string reproducer; // of a counterexample: a Dafny method that fails when it is run; may be empty
    std::string hint;       // what to try; may be empty
};

} // namespace daphnia::support
