// A statement of the source becomes one or several of the kernel, appended to what the enclosing block holds so far.
// This is the way by which every part comes from a statement to what stands in it; each kind is told by the part that
// it belongs to.
#pragma once

#include "resolve/body_part.h"

#include <vector>

namespace daphnia::resolve {

struct BodyParts;
class Expressions;
class Labels;

class Statements : BodyPart {
  public:
    Statements(BodyState& state, BodyParts& parts, Expressions& expressions, Labels& labels)
        : BodyPart(state), parts_(parts), expressions_(expressions), labels_(labels) {}

    void statement(const ast::Stmt& stmt, StmtList& out);
    typed::StmtPtr block(const ast::Block& block);
    typed::StmtPtr statements_as_block(SourceRange range, const std::vector<ast::StmtPtr>& stmts);
    StmtList nested_statements(const std::vector<ast::StmtPtr>& stmts);
    StmtList proof_statements(const ast::Block& block);
    typed::StmtPtr proof_block(const ast::Block& block);
    Draft statement_expression(SourceRange range, const ast::StmtExpr& node, Context context);

  private:
    class Cases;

    BodyParts& parts_;
    Expressions& expressions_;
    Labels& labels_;
};

} // namespace daphnia::resolve
