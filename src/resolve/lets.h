// Let expressions, those of the text and those that spell out what evaluates something once.
#pragma once

#include "resolve/body_part.h"

#include <vector>

namespace daphnia::resolve {

class Expressions;
class Patterns;

// A let in the making: its variables with their values.
struct Held {
    typed::Let let;
    NewVariables variables;
};

class Lets : BodyPart {
  public:
    Lets(BodyState& state, Expressions& expressions, Patterns& patterns)
        : BodyPart(state), expressions_(expressions), patterns_(patterns) {}

    Draft let(SourceRange range, const ast::Let& node, Context context);
    // With patterns for values that are resolved.
    Draft let_in(SourceRange range, const std::vector<const ast::Pattern*>& patterns, std::vector<Draft> values,
                 bool ghost, const ast::Expr& body, Context context);
    Draft let_such_that(SourceRange range, const ast::LetSuchThat& node, Context context);
    const typed::Variable& hold(Held& held, SourceRange range, Draft value, bool ghost = false);
    Draft let_held(SourceRange range, SourceRange anchor, Held held, Draft body);
    // The value in front of the dot of a static member, which does not depend on it: it has to have a meaning, though.
    Draft beside(Draft object, Draft member);

  private:
    Expressions& expressions_;
    Patterns& patterns_;
};

} // namespace daphnia::resolve
