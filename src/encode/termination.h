// Termination: that the measures of recursive calls and of loops decrease.
#pragma once

#include "encode/measure.h"
#include "encode/procedure_state.h"

namespace daphnia::encode {

class Claims;
struct Procedure;

class Termination : ProcedurePart {
  public:
    explicit Termination(Procedure& all);

    Measure entry; // of the declaration, when it is entered

    Measure measure(const typed::Decreases& decreases, Scope& scope);
    Measure hold(Measure measure); // its values now, whatever is assigned later
    void check_measure(const typed::Decreases& decreases);
    void require_termination(typed::Callable callee, const typed::Decreases& callee_decreases, Scope& callee_scope,
                             Term guard, support::SourceRange at);
    // What stands for a member of a trait ends when that one does: their measures, in the scope of both.
    void require_below(const typed::Decreases& own, const typed::Decreases& base, Scope& scope,
                       const ivl::Origin& origin);
    void require_loop_decreases(const typed::While& node, const Measure& before);

  private:
    Claims& claims_;
};

} // namespace daphnia::encode
