// Conversions between types, and tests of types.
#pragma once

#include "resolve/body_part.h"

namespace daphnia::resolve {

class Expressions;

class Conversions : BodyPart {
  public:
    Conversions(BodyState& state, Expressions& expressions) : BodyPart(state), expressions_(expressions) {}

    Draft conversion(SourceRange range, const ast::Conversion& node, Context context);
    Draft type_test(SourceRange range, const ast::TypeTest& node, Context context);

  private:
    Expressions& expressions_;
};

} // namespace daphnia::resolve
