// forall statements: a proof or a write for all values at once.
#pragma once

#include "encode/procedure_state.h"

namespace daphnia::encode {

class Assignments;
class Claims;
struct Procedure;
class Statements;

class ForallStatements : ProcedurePart {
  public:
    explicit ForallStatements(Procedure& all);

    void operator()(const typed::ForallStatement& node);
    // What is known after it.
    Term conclusion(const typed::ForallStatement& node);

  private:
    Term bind(const typed::ForallStatement& node);
    void assign(const typed::ForallStatement& node, const typed::Assign& assign);
    void require_distinct(const typed::ForallStatement& node, const typed::Assign& assign);

    Claims& claims_;
    Assignments& assignments_;
    Statements& statements_;
};

} // namespace daphnia::encode
