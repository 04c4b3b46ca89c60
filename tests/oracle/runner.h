// Programs in; out: which of their declarations Daphnia proves, and what happens when these are run in checking mode on
// many inputs that meet their preconditions. A broken check of what is proved is a defect of the prover.
#pragma once

#include "driver/inputs.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace daphnia::oracle {

struct RunnerOptions {
    std::size_t inputs = 40;      // that meet the precondition, for each proved declaration
    std::uint64_t steps = 20'000; // of a run
    // How many times as many a run gets of what is proved to end, before it counts as endless; 0: none does.
    std::uint64_t patience = 100;
    std::uint32_t seed = 1;
    std::uint64_t resources = 2'000'000; // of the solver, for each check
    std::uint32_t seconds = 10;          // the same
};

struct Totals {
    std::size_t programs = 0;
    std::size_t rejected_programs = 0; // errors of syntax, names or types
    std::size_t internal_errors = 0;
    std::size_t declarations = 0;
    std::size_t proved = 0;
    std::size_t refuted = 0;      // not proved, and a run shows why
    std::size_t runs = 0;         // of inputs that meet the precondition
    std::size_t undetermined = 0; // runs in which something could not be evaluated
    std::size_t unfinished = 0;   // runs that ran out of steps, stack or memory, or were stopped by expect
    std::size_t never_run = 0;    // proved declarations for which no input meets the precondition
    std::size_t uncertain = 0;    // broken checks of what is proved with the help of what is not
    std::size_t broken = 0;       // broken checks of what is proved: defects
    std::size_t endless = 0;      // proved declarations with a run that does not come to its end: likewise

    Totals& operator+=(const Totals& other);
};

// A broken check, or an endless run, of a proved declaration, for people.
struct Breakage {
    std::string declaration;
    std::string id;     // of the check; "endless"
    std::string report; // the check, its place, its parts with their values, the input
};

struct Examination {
    std::string path;
    Totals totals;
    std::vector<Breakage> broken;
    std::vector<Breakage> uncertain;
    std::map<std::string, std::size_t> reasons; // why runs stayed undetermined or unfinished, how often
    std::string internal_error;                 // of the pipeline; empty when there is none
    std::string rejection;                      // the first error of syntax, names or types; likewise
};

class Runner {
  public:
    explicit Runner(RunnerOptions options) : options_(options) {}

    // All programs are verified together. A program whose first line asks for options is run with them.
    std::vector<Examination> examine(std::vector<driver::Input> programs) const;

  private:
    RunnerOptions options_;
};

} // namespace daphnia::oracle
