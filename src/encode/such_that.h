// Assign-such-that: a value exists, and then it is any such value.
#pragma once

#include "encode/assignment.h"
#include "encode/procedure_state.h"

#include <vector>

namespace daphnia::encode {

class Claims;
class DefiniteAssignment;
struct Procedure;

class SuchThat : ProcedurePart {
  public:
    explicit SuchThat(Procedure& all);

    void operator()(const typed::AssignSuchThat& node);

  private:
    Term exists_value(const typed::AssignSuchThat& node, const std::vector<Destination>& targets);
    Scope with_values(const std::vector<Destination>& targets, const std::vector<Term>& values) const;

    Claims& claims_;
    DefiniteAssignment& assigned_;
    Assignments& assignments_;
};

} // namespace daphnia::encode
