// The end of inference for a declaration: holes are closed or reported, operators become those of the kernel, and every
// expression and variable gets its type (see refine.h for the subset types).
#pragma once

#include "resolve/body_part.h"
#include "resolve/refine.h"
#include "resolve/released_types.h"

#include <optional>
#include <vector>

namespace daphnia::resolve {

class Settling : BodyPart {
  public:
    explicit Settling(BodyState& state) : BodyPart(state) {}

    // Settles all types, and reports what could not be.
    void finish();
    // Instead: what follows for the type of this variable, when that is known.
    std::optional<typed::Type> inferred_type(const typed::Variable& variable);
    // The largest type of the kernel that an expression of this type can have, when it is known.
    std::optional<typed::Type> known_type(const PreType& type) const;

  private:
    void note_types();
    void settle_operators();
    void settle_newtypes();
    void report_open_types();
    void report_open_type_arguments();
    void check_literal_sizes();
    void refine_types();
    GenericCall generic_call(const Instantiation& use) const;
    ReleasedTypes released_types(const std::vector<RefinedExpr>& exprs, const std::vector<GenericCall>& calls) const;
    void refuse_guesses(const Guesses& guesses);
};

} // namespace daphnia::resolve
