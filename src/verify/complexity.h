// How much it hangs by a thread that something is proved: verdicts and costs of declarations whose conditions are put
// to the solver several times, each time in other words.
#pragma once

#include "support/source.h"
#include "verify/run.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::verify {

struct Sample {
    Verdict verdict = Verdict::Exhausted;
    std::uint64_t resources = 0; // the solver's units
};

// Of one declaration.
struct Complexity {
    std::string name;
    std::string kind;
    support::SourceRange name_range;
    std::vector<Sample> samples;           // one for each mutation, in their order
    std::optional<std::uint64_t> baseline; // what it has cost in an earlier run, if it is known

    std::size_t proofs() const;
    // It is proved with some mutations and not with others.
    bool flips() const;
    double mean() const;
    double deviation() const; // the standard deviation of the samples; 0 of a single one
    double variation() const; // the deviation as a part of the mean; 0 when the mean is
    std::uint64_t most() const;
    // The mean as a multiple of the baseline, if there is one; infinite when that is 0, and the mean is not.
    std::optional<double> growth() const;
};

struct Measurement {
    Run run; // the one that ended the measurement before its end, else the first: ranges point into its files
    bool complete = false;
    std::vector<std::uint32_t> seeds;           // of each mutation
    std::vector<std::vector<Complexity>> files; // of each file of the run, in source order
};

// What is no success.
struct Tolerance {
    std::uint64_t flips = 0; // declarations
    std::optional<double> variation;
    double growth = 2;

    // Whether a declaration alone is beyond it.
    bool exceeded_by(const Complexity& complexity) const;
};

std::size_t flips(const Measurement& measurement);

// That of the run when it ended the measurement. 4 when a declaration is never proved, when more flip than may, when
// one exceeds the tolerance, or for assumptions that count; else 0.
int exit_code(const Measurement& measurement, const Tolerance& tolerance);

} // namespace daphnia::verify
