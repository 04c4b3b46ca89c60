// Expressions that range over bound variables: quantifiers, and sets and maps of all that satisfies a condition.
#pragma once

#include "resolve/body_part.h"

namespace daphnia::resolve {

class Expressions;
class Operators;

struct Binders {
    NewVariables variables;
    typed::ExprPtr range; // may be null
};

class Comprehensions : BodyPart {
  public:
    Comprehensions(BodyState& state, Expressions& expressions, Operators& operators)
        : BodyPart(state), expressions_(expressions), operators_(operators) {}

    Binders binders(const ast::QuantifierDomain& domain, const char* range_message, Context context);
    Draft quantifier(SourceRange range, const ast::Quantifier& node, Context context);
    Draft set_comprehension(SourceRange range, const ast::SetComprehension& node, Context context);
    Draft map_comprehension(SourceRange range, const ast::MapComprehension& node, Context context);

  private:
    Expressions& expressions_;
    Operators& operators_;
};

} // namespace daphnia::resolve
