// Expressions of the source become drafts of the kernel. This is the way by which every part comes from an expression
// to what stands in it; each case is told by the part that it belongs to.
#pragma once

#include "resolve/body_part.h"

namespace daphnia::resolve {

struct BodyParts;

class Expressions : BodyPart {
  public:
    Expressions(BodyState& state, BodyParts& parts) : BodyPart(state), parts_(parts) {}

    // Dafny's message for conditions of statements.
    static constexpr const char* kCondition = "condition is expected to be of type bool, but is {}";

    Draft expression(const ast::Expr& expr, Context context);
    // Resolved and required to be of type bool; {0} in the message is the type found.
    Draft condition(const ast::Expr& expr, Context context, const char* message);
    // A condition that is to be proved: no method is called in it.
    Draft claimed(const ast::Expr& expr, Context context, const char* message);
    // An expression that is resolved with a voice elsewhere.
    Draft again(const ast::Expr& expr, Context context);

  private:
    bool budget_left(SourceRange range);

    class Cases;

    BodyParts& parts_;
    bool too_large_ = false; // which is reported once
};

} // namespace daphnia::resolve
