// Loops: proved by their invariants (Floyd 1967, Hoare 1969), cut at the head.
#pragma once

#include "encode/frames.h"
#include "encode/intervals.h"
#include "encode/procedure_state.h"

#include <map>
#include <optional>

namespace daphnia::encode {

class Claims;
class DefiniteAssignment;
class Permissions;
struct Procedure;
class Statements;
class Termination;

class Loops : ProcedurePart {
  public:
    explicit Loops(Procedure& all);

    // The body of the method is what follows.
    void enter(const typed::Method& method);
    void operator()(const typed::While& node);

  private:
    void prove_invariants(const typed::While& node, support::Rule kind);
    void assume_intervals(const Intervals& intervals);
    void havoc(const typed::Effects& effects, const std::optional<FrameLimit>& own, const State& at_entry);

    Claims& claims_;
    Permissions& permissions_;
    DefiniteAssignment& assigned_;
    Termination& termination_;
    Statements& statements_;
    std::map<const typed::While*, Intervals> intervals_; // of the method's loops
};

} // namespace daphnia::encode
