// The variables of the active call, and the constants of the program.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Checks;
class Evaluation;
class Inhabitants;
class Narrowing;

class Variables {
  public:
    Variables(Run& run, Checks& checks, Inhabitants& inhabitants, Evaluation& evaluation, Narrowing& narrowing);

    const Value& read(const typed::Variable& variable, const typed::Expr& at);
    const Value& constant(const typed::Constant& constant);
    const Values& constants() const { return constants_; } // not assigned until asked for
    bool must_be_assigned(const typed::Variable& variable) const;
    void declare(const typed::Variable& variable);
    // What an observer sees.
    State state();
    void observe(const typed::Stmt& statement);

  private:
    Run& run_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    Evaluation& evaluation_;
    Narrowing& narrowing_;
    Values constants_; // by place
};

} // namespace daphnia::interpret
