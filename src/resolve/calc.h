// calc: one claim per step, its hint, and the conclusion that follows from the operators of all steps.
#pragma once

#include "resolve/body_part.h"

#include <optional>
#include <vector>

namespace daphnia::resolve {

class Expressions;
class Operators;
class Statements;

class Calculations : BodyPart {
  public:
    Calculations(BodyState& state, Expressions& expressions, Operators& operators, Statements& statements)
        : BodyPart(state), expressions_(expressions), operators_(operators), statements_(statements) {}

    void calc_statement(SourceRange range, const ast::Calc& node, StmtList& out);
    std::optional<Draft> calc_conclusion(const ast::Calc& node);

  private:
    bool calc_operators_fit(const ast::Calc& node);
    Draft claim(const ast::Expr& left, const ast::Expr& right, ast::BinaryOp op, SourceRange op_range);
    StmtList hint_statements(const std::vector<ast::StmtPtr>& hints);
    typed::StmtPtr calc_hint(SourceRange range, const std::vector<ast::StmtPtr>& hints);

    Expressions& expressions_;
    Operators& operators_;
    Statements& statements_;
};

} // namespace daphnia::resolve
