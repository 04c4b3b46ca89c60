// Frames: what reads and modifies clauses name, with displays of sets flattened.
#pragma once

#include "resolve/body_part.h"

namespace daphnia::resolve {

class Expressions;
class Meanings;
class Members;

class Frames : BodyPart {
  public:
    Frames(BodyState& state, Meanings& meanings, Expressions& expressions, Members& members)
        : BodyPart(state), meanings_(meanings), expressions_(expressions), members_(members) {}

    typed::Frame frame(const ast::SpecClauses& specs, ast::SpecKind kind);

  private:
    void frame_object(const ast::Expr& expr, bool reads, typed::Frame& frame);
    Draft frame_of_function(const ast::Expr& expr, const ast::Member& member);

    Meanings& meanings_;
    Expressions& expressions_;
    Members& members_;
};

} // namespace daphnia::resolve
