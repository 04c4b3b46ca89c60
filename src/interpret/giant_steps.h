// Giant steps: what stands for a loop or a call, and whether it meets what the invariants or the contract say.
#pragma once

#include "interpret/run.h"
#include "interpret/statements.h"
#include "typed/effects.h"

#include <vector>

namespace daphnia::interpret {

class Conditions;
class Inhabitants;
class Loops;
class Termination;
class Variables;

class GiantSteps {
  public:
    GiantSteps(Run& run, Inhabitants& inhabitants, Variables& variables, Conditions& conditions,
               Termination& termination, Loops& loops)
        : run_(run), inhabitants_(inhabitants), variables_(variables), conditions_(conditions),
          termination_(termination), loops_(loops) {}

    bool run_abstractly(const typed::While& loop, const typed::Stmt& statement, Flow& flow);
    bool abstract_call(Activation& callee, const typed::Stmt& statement);

  private:
    std::vector<Reference> writable_by(const typed::Effects& effects);
    bool keeps_frame(const Heap& before, const std::vector<Reference>& writable);

    Run& run_;
    Inhabitants& inhabitants_;
    Variables& variables_;
    Conditions& conditions_;
    Termination& termination_;
    Loops& loops_;
};

} // namespace daphnia::interpret
