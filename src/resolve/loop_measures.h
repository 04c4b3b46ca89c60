// The measure of a loop that names none: from each comparison in the guard, how far its sides are apart.
#pragma once

#include "resolve/body_part.h"

#include <optional>

namespace daphnia::resolve {

class Expressions;

class LoopMeasures : BodyPart {
  public:
    LoopMeasures(BodyState& state, Expressions& expressions) : BodyPart(state), expressions_(expressions) {}

    typed::Decreases default_loop_decreases(const ast::Expr* guard, SourceRange range);

  private:
    // How far the sides of a comparison are apart, as a measure; nothing when it does not say.
    std::optional<Draft> distance(const ast::Expr& part);
    Draft difference(const ast::Expr& larger, const ast::Expr& smaller);

    Expressions& expressions_;
};

} // namespace daphnia::resolve
