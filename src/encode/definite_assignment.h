// Definite assignment: a location that must be assigned before use carries a flag that says whether it is.
#pragma once

#include "encode/location.h"
#include "encode/procedure_state.h"

#include <map>

namespace daphnia::encode {

struct Procedure;

class DefiniteAssignment : ProcedurePart {
  public:
    explicit DefiniteAssignment(Procedure& all);

    // By location; those that need no flag, or have got their value, are not in it.
    using Flags = std::map<Location, Term>;

    // Gives the variable a place to live, and a flag where it must be assigned.
    void track(const typed::Variable& variable);
    void mark(const Location& location);          // it is assigned
    Term flag_of(const Location& location) const; // null: it surely has a value
    void forget(const Location& location) { flags_.erase(location); }
    const Flags& flags() const { return flags_; }
    void restore(Flags flags) { flags_ = std::move(flags); }
    void require_results(support::SourceRange at);
    // Whether the value, written to the location, makes it assigned.
    bool is_given(const typed::Value& value, const Location& location) const;
    // Whether the next statement gives the variable its value before anybody can look at it.
    bool is_initialised_by(const typed::Variable& variable, const typed::Stmt* next) const;

  private:
    bool must_be_assigned(const typed::Variable& variable) const;

    Flags flags_;
};

} // namespace daphnia::encode
