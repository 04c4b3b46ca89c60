// Branches in expressions and statements: if, guards that choose a value, and cases with guards.
#pragma once

#include "resolve/body_part.h"

#include <optional>
#include <vector>

namespace daphnia::resolve {

class Expressions;
class Labels;
class Statements;

class Branches : BodyPart {
  public:
    Branches(BodyState& state, Expressions& expressions, Statements& statements, Labels& labels)
        : BodyPart(state), expressions_(expressions), statements_(statements), labels_(labels) {}

    Draft if_then_else(SourceRange range, const ast::IfExpr& node, Context context);
    void if_statement(SourceRange range, const ast::If& node, StmtList& out);
    void if_cases(SourceRange range, const ast::IfCases& node, StmtList& out);
    std::vector<typed::Alternative> alternatives(const std::vector<ast::GuardedCase>& cases);
    Draft case_guard(const ast::GuardedCase& guarded);

  private:
    typed::StmtPtr guarded_block(SourceRange range, const std::optional<ast::GuardBinding>& binding,
                                 const ast::Expr& condition, const std::vector<ast::StmtPtr>& stmts);
    Draft guard_exists(const ast::GuardBinding& binding, const ast::Expr& condition, Context context);

    Expressions& expressions_;
    Statements& statements_;
    Labels& labels_;
};

} // namespace daphnia::resolve
