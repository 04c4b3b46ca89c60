// Verified programs in, programs with one change each out: wrong bodies, and loops or callees that say too little.
#pragma once

#include "support/source.h"
#include "typed/typed.h"

#include <string>
#include <string_view>
#include <vector>

namespace daphnia::oracle {

enum class MutantKind {
    Body,      // an operator, a number, a variable or a statement of compiled code
    Function,  // the same in the body of a function, which other contracts may be written with
    Invariant, // a conjunct of a loop invariant is taken away
    Contract,  // a conjunct of the postcondition of a method that is called is taken away
    Proof,     // an assertion, a lemma call or a calculation is taken away
};
std::string_view to_string(MutantKind kind);

struct Mutant {
    MutantKind kind = MutantKind::Body;
    support::SourceRange range; // what is replaced
    std::string replacement;
    support::SourceRange subject; // the loop (Invariant) or the callee's name (Contract)
};

// All mutants of the program, in the order of their places, each once. Some may be no programs, or mean the same.
std::vector<Mutant> mutants(const typed::Program& program);

// The program's text with the mutant's change.
std::string text_of(const Mutant& mutant);
// "12:5: < becomes <="
std::string describe(const Mutant& mutant);

} // namespace daphnia::oracle
