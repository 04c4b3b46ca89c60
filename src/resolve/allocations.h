// `new`: what is allocated, and with which contents.
#pragma once

#include "resolve/body_part.h"
#include "resolve/values.h"

#include <string>

namespace daphnia::resolve {

class Expressions;
class IndexFunctions;

class Allocations : BodyPart {
  public:
    Allocations(BodyState& state, Expressions& expressions, IndexFunctions& index_functions)
        : BodyPart(state), expressions_(expressions), index_functions_(index_functions) {}

    PendingValue new_array(const ast::Rhs& rhs, const ast::NewArray& node);
    std::string instead_of(const ast::NewObject& node);

  private:
    Expressions& expressions_;
    IndexFunctions& index_functions_;
};

} // namespace daphnia::resolve
