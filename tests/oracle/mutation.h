// Mutants verified, refuted and counted: how often a wrong body is refuted, and a weak invariant or contract named.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace daphnia::oracle {

struct MutationOptions {
    std::vector<std::string> paths; // files and folders of programs that verify
    std::size_t mutants = 0;        // a sample of that size, half of it bodies; 0: all
    std::uint64_t seed = 1;
    std::uint64_t refute_steps = 5'000'000; // as daphnia verify --refute-limit
    std::uint64_t thorough_steps =
        0;                   // for wrong bodies that are not refuted: is there a failing run at all? 0: not asked
    std::size_t inputs = 20; // run on each declaration of a mutant that is proved
    bool verbose = false;    // a line for each mutant
};

// False when a mutant was refuted that has the right body, or proved although a run breaks it.
bool run_mutation(const MutationOptions& options, std::ostream& out);

} // namespace daphnia::oracle
