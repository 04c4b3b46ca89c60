// Loops: invariants, measure and frame around each iteration.
#pragma once

#include "interpret/cycle.h"
#include "interpret/run.h"
#include "interpret/statements.h"
#include "support/rules.h"

#include <optional>

namespace daphnia::interpret {

class Checks;
class Conditions;
class Evaluation;
class Frames;
class GiantSteps;
class Inhabitants;
class Snapshots;
class Termination;
class Variables;

class Loops {
  public:
    Loops(Run& run, Checks& checks, Inhabitants& inhabitants, Variables& variables, Evaluation& evaluation,
          Conditions& conditions, Frames& frames, Snapshots& snapshots, Termination& termination,
          GiantSteps& giant_steps, Statements& statements)
        : run_(run), checks_(checks), inhabitants_(inhabitants), variables_(variables), evaluation_(evaluation),
          conditions_(conditions), frames_(frames), snapshots_(snapshots), termination_(termination),
          giant_steps_(giant_steps), statements_(statements) {}

    Flow run_loop(const typed::While& loop, const typed::Stmt& statement);
    bool iterate(const typed::While& loop, const typed::Stmt& statement, Flow& flow);

  private:
    void require_invariants(const typed::While& loop, Rule rule);
    void require_progress(const typed::While& loop, const typed::Stmt& statement, std::uint64_t iteration,
                          Cycle& cycle);

    Run& run_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    Variables& variables_;
    Evaluation& evaluation_;
    Conditions& conditions_;
    Frames& frames_;
    Snapshots& snapshots_;
    Termination& termination_;
    GiantSteps& giant_steps_;
    Statements& statements_;
};

} // namespace daphnia::interpret
