// Calls of methods: arguments in, results out; in checking mode with the contract around the body.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Collector;
class Assignments;
class Checks;
class Conditions;
class Dispatch;
class Evaluation;
class Frames;
class GiantSteps;
class Inhabitants;
class Narrowing;
class Snapshots;
class Statements;
class Termination;
class Variables;

class MethodCalls {
  public:
    MethodCalls(Run& run, Checks& checks, Collector& collector, Inhabitants& inhabitants, Variables& variables,
                Evaluation& evaluation, Conditions& conditions, Narrowing& narrowing, Frames& frames,
                Snapshots& snapshots, Termination& termination, Dispatch& dispatch, Assignments& assignments,
                GiantSteps& giant_steps, Statements& statements)
        : run_(run), checks_(checks), collector_(collector), inhabitants_(inhabitants), variables_(variables),
          evaluation_(evaluation), conditions_(conditions), narrowing_(narrowing), frames_(frames),
          snapshots_(snapshots), termination_(termination), dispatch_(dispatch), assignments_(assignments),
          giant_steps_(giant_steps), statements_(statements) {}

    void call_method(const typed::Call& node, const typed::Stmt& statement);
    void enter_contract(Activation& callee, const Snapshot* previous);
    // What it may write: what its frame names on entry, and what is new then.
    void fix_frame(Activation& callee);
    void run_method(Activation& activation);
    void return_at(SourceRange at, SourceRange end);

  private:
    void run_override(Activation& given, const typed::Method& method);
    void check_method_call(Activation& caller, Activation& callee, const typed::Method& method,
                           const typed::Stmt& statement, const Snapshot* previous);
    void assume_lemma(const typed::Method& method);

    Run& run_;
    Checks& checks_;
    Collector& collector_;
    Inhabitants& inhabitants_;
    Variables& variables_;
    Evaluation& evaluation_;
    Conditions& conditions_;
    Narrowing& narrowing_;
    Frames& frames_;
    Snapshots& snapshots_;
    Termination& termination_;
    Dispatch& dispatch_;
    Assignments& assignments_;
    GiantSteps& giant_steps_;
    Statements& statements_;
};

} // namespace daphnia::interpret
