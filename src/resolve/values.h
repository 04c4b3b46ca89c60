// Right-hand sides of assignments: expressions, `*` and allocations.
#pragma once

#include "resolve/body_part.h"

namespace daphnia::resolve {

class Allocations;
class Expressions;

struct PendingValue {
    typed::Value value;
    PreType type;
    const typed::Expr* expr = nullptr;
    bool allocation = false;
};

class Values : BodyPart {
  public:
    Values(BodyState& state, Expressions& expressions, Allocations& allocations)
        : BodyPart(state), expressions_(expressions), allocations_(allocations) {}

    PendingValue value(const ast::Rhs& rhs);
    PendingValue pending(Draft draft);
    // Of an assignment that is refused.
    void forget(PendingValue value);

  private:
    Expressions& expressions_;
    Allocations& allocations_;
};

} // namespace daphnia::resolve
