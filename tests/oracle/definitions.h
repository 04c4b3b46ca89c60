// A seed in, a random program out whose definitions depend on each other, perhaps in a circle: subset types, newtypes
// and datatypes with constraints and witnesses that speak of one another, and lemmas that try to prove `false` by that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>

namespace daphnia::oracle {

// The lemma `Falsehood` ensures false; `Control`, where there is one, what is true, by the same steps.
struct DefinitionProgram {
    std::string text;
    bool circular; // something is defined by way of its own extension, or has a value only if it has one
};
DefinitionProgram generate_definitions(std::uint64_t seed);

struct DefinitionOptions {
    std::uint64_t seed = 1; // of the first program; each has the next one
    std::size_t programs = 1'000;
    bool verbose = false; // also say which programs are refused, and which true lemmas are not proved
};

// Verifies the programs and prints what is wrong, and totals. False when there is a defect: a `Falsehood` that is
// proved like all that it rests on, a circular program that is accepted, one that is not and is refused, or an internal
// error.
bool run_definitions(const DefinitionOptions& options, std::ostream& out);

} // namespace daphnia::oracle
