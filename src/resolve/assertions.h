// Statements that say something, or print it: assert, assume, expect, print.
#pragma once

#include "resolve/body_part.h"

namespace daphnia::resolve {

class Expressions;
class Labels;
class Statements;

class Assertions : BodyPart {
  public:
    Assertions(BodyState& state, Expressions& expressions, Statements& statements, Labels& labels)
        : BodyPart(state), expressions_(expressions), statements_(statements), labels_(labels) {}

    void assert_statement(SourceRange range, const ast::Assert& node, StmtList& out);
    void assume_statement(SourceRange range, const ast::Assume& node, StmtList& out);
    void expect_statement(SourceRange range, const ast::Expect& node, StmtList& out);
    void print_statement(SourceRange range, const ast::Print& node, StmtList& out);

  private:
    Expressions& expressions_;
    Statements& statements_;
    Labels& labels_;
};

} // namespace daphnia::resolve
