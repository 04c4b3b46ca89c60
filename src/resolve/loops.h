// Loops: while with guards and cases, and for, which is spelled out as while.
#pragma once

#include "resolve/body_part.h"
#include "resolve/labels.h"

namespace daphnia::resolve {

class Branches;
class Expressions;
class Frames;
class LoopMeasures;
class Specifications;
class Statements;

class Loops : BodyPart {
  public:
    Loops(BodyState& state, Expressions& expressions, Statements& statements, Branches& branches, Labels& labels,
          LoopMeasures& measures, Specifications& specifications, Frames& frames)
        : BodyPart(state), expressions_(expressions), statements_(statements), branches_(branches), labels_(labels),
          measures_(measures), specifications_(specifications), frames_(frames) {}

    void while_statement(SourceRange range, const ast::While& node, StmtList& out);
    void while_cases(SourceRange range, const ast::WhileCases& node, StmtList& out);
    void for_statement(SourceRange range, const ast::For& node, StmtList& out);

  private:
    typed::While new_loop(SourceRange keyword, LoopLabels& loop);
    void loop_specification(const ast::SpecClauses& specs, typed::While& loop);
    void for_loop(SourceRange range, const ast::For& node, const typed::Variable& index, const typed::Variable* low,
                  const typed::Variable* high, StmtList& out);
    void for_measure(const ast::For& node, const typed::Variable& index, const typed::Variable* low,
                     const typed::Variable* high, typed::While& result);

    Expressions& expressions_;
    Statements& statements_;
    Branches& branches_;
    Labels& labels_;
    LoopMeasures& measures_;
    Specifications& specifications_;
    Frames& frames_;
};

} // namespace daphnia::resolve
