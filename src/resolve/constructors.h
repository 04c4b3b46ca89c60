// Bodies of constructors: what stands before `new;` assigns variables, one for each field, of which the object is then
// made; what stands behind it is the body of a method.
#pragma once

#include "resolve/body_part.h"

namespace daphnia::resolve {

class Statements;

class Constructors : BodyPart {
  public:
    Constructors(BodyState& state, Statements& statements) : BodyPart(state), statements_(statements) {}

    typed::StmtPtr body(const ast::Block& block, const typed::Method& constructor);

  private:
    // `this` is made of what the variables hold by now.
    void make_object(const typed::Method& constructor, const std::vector<const typed::Variable*>& cells, SourceRange at,
                     StmtList& out);

    Statements& statements_;
};

} // namespace daphnia::resolve
