// Operators: what their operands must be, chains as conjunctions, <== turned round. Which of the kernel's operators is
// meant where types decide (+ on sequences) is settled at the end.
#pragma once

#include "resolve/body_part.h"

#include <optional>

namespace daphnia::resolve {

class Expressions;

class Operators : BodyPart {
  public:
    Operators(BodyState& state, Expressions& expressions) : BodyPart(state), expressions_(expressions) {}

    Draft unary(SourceRange range, const ast::Unary& node, Context context);
    Draft binary_operator(SourceRange range, const ast::Binary& node, Context context);
    Draft chain(SourceRange range, const ast::Chain& node, Context context);
    Draft apply(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft decreases_to(SourceRange range, const ast::DecreasesTo& node, Context context);
    Draft membership(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft arithmetic(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    // bits.RotateLeft(amount); nothing when it is something else that is called.
    std::optional<Draft> rotation(SourceRange range, const ast::Call& call, const ast::Member& callee, Draft& object,
                                  Context context);

  private:
    Draft logical(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    void compare_by_rank(SourceRange op_range, const PreType& small, const PreType& large, bool small_first);
    Draft ordering(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft bitwise(SourceRange range, SourceRange op_range, ast::BinaryOp op, Draft left, Draft right);
    Draft shift(SourceRange range, SourceRange op_range, typed::BinaryOp op, Draft left, Draft right);
    Draft without_keys(SourceRange range, SourceRange op_range, Draft map, Draft keys);

    Expressions& expressions_;
};

} // namespace daphnia::resolve
