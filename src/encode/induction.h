// Automatic induction for lemmas (Leino, VMCAI 2012): the lemma's own statement for all smaller arguments.
#pragma once

#include "encode/claims.h"
#include "encode/procedure_state.h"

namespace daphnia::encode {

struct Procedure;
class Termination;

class Induction : ProcedurePart {
  public:
    explicit Induction(Procedure& all);

    void assume_hypothesis(const typed::Method& lemma); // at the start of its body
    // False when the expression is no claim for which induction offers itself: nothing is proved then.
    bool prove(const typed::Expr& expr, const Scope& scope, Term guard, const OriginOf& origin);

  private:
    Claims& claims_;
    Termination& termination_;
};

} // namespace daphnia::encode
