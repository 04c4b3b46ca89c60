// Frames: what reads and modifies clauses name, with displays of sets flattened.
#pragma once

#include "resolve/body_part.h"

#include <string>
#include <vector>

namespace daphnia::resolve {

class Expressions;
class Meanings;
class Members;

class Frames : BodyPart {
  public:
    Frames(BodyState& state, Meanings& meanings, Expressions& expressions, Members& members)
        : BodyPart(state), meanings_(meanings), expressions_(expressions), members_(members) {}

    enum class Clause { Reads, Modifies, Unchanged };
    typed::Frame frame(const ast::SpecClauses& specs, ast::SpecKind kind);
    typed::Frame of(const std::vector<ast::FrameExpr>& items, Clause clause);

  private:
    void add(const ast::FrameExpr& item, Clause clause, typed::Frame& frame);
    void frame_object(const ast::Expr& expr, Clause clause, typed::Frame& frame);
    void require_objects(const Draft& draft, Clause clause, const std::string& hint);
    Draft frame_of_function(const ast::Expr& expr, const ast::Member& member);

    Meanings& meanings_;
    Expressions& expressions_;
    Members& members_;
};

} // namespace daphnia::resolve
