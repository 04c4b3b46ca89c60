// Fields of objects, and what is said of states of the heap: nodes in, values out.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Checks;
class Evaluation;
class Frames;
class Inhabitants;
class Narrowing;
class Snapshots;

class ObjectExpressions {
  public:
    ObjectExpressions(Run& run, Checks& checks, Inhabitants& inhabitants, Evaluation& evaluation, Narrowing& narrowing,
                      Frames& frames, Snapshots& snapshots)
        : run_(run), checks_(checks), inhabitants_(inhabitants), evaluation_(evaluation), narrowing_(narrowing),
          frames_(frames), snapshots_(snapshots) {}

    Value operator()(const typed::FieldRead& node, const typed::Expr& expr) const;
    Value operator()(const typed::Unchanged& node, const typed::Expr& expr) const;
    Value operator()(const typed::Old& node, const typed::Expr& expr) const;
    Value operator()(const typed::Fresh& node, const typed::Expr& expr) const;
    Value operator()(const typed::Allocated& node, const typed::Expr& expr) const;

  private:
    bool is_same_in(const Heap& before, Reference object, const typed::Field* field, SourceRange place) const;

    Run& run_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    Evaluation& evaluation_;
    Narrowing& narrowing_;
    Frames& frames_;
    Snapshots& snapshots_;
};

} // namespace daphnia::interpret
