// forall statements: a proof for all, a call for all, or an assignment to many elements.
#pragma once

#include "resolve/body_part.h"

namespace daphnia::resolve {

class Calculations;
class Comprehensions;
class Specifications;
class Statements;

class ForallStatements : BodyPart {
  public:
    ForallStatements(BodyState& state, Comprehensions& comprehensions, Statements& statements,
                     Calculations& calculations, Specifications& specifications)
        : BodyPart(state), comprehensions_(comprehensions), statements_(statements), calculations_(calculations),
          specifications_(specifications) {}

    void forall_statement(SourceRange range, const ast::ForallStmt& node, StmtList& out);

  private:
    void classify_forall(SourceRange range, const ast::ForallStmt& node, const StmtList& body,
                         typed::ForallStatement& statement);
    void classify_forall_assignment(const typed::Assign& assign, SourceRange range, typed::ForallStatement& statement);

    Comprehensions& comprehensions_;
    Statements& statements_;
    Calculations& calculations_;
    Specifications& specifications_;
};

} // namespace daphnia::resolve
