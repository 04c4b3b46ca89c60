// Assignment in all its forms: where something is written, and what.
#pragma once

#include "encode/location.h"
#include "encode/procedure_state.h"

#include <optional>
#include <vector>

namespace daphnia::encode {

class Claims;
class Definedness;
class DefiniteAssignment;
class Permissions;
struct Procedure;

// An evaluated target; what is evaluated is held.
struct Destination {
    Location location;
    typed::Type type; // of what may be there
    support::SourceRange range;

    const typed::Variable* variable() const { return location.variable(); } // null: not a variable
};

class Assignments : ProcedurePart {
  public:
    explicit Assignments(Procedure& all);

    void operator()(const typed::Assign& node);
    Destination destination(const typed::Target& target);
    std::vector<Destination> destinations(const std::vector<typed::Target>& targets);
    void write(const Destination& to, Term value);
    void require_distinct(const std::vector<Destination>& locations, const std::vector<Term>& values);

  private:
    Term value_of(const typed::Value& value, const Destination& target);
    Destination element_of(const typed::ElementTarget& target, support::SourceRange range);
    Destination field_of(const typed::FieldTarget& target, support::SourceRange range);
    std::optional<Term> are_different(const Location& a, const Location& b) const;
    Term new_array(const typed::NewArray& node, support::SourceRange range);
    std::vector<Term> lengths_of(const typed::NewArray& node);
    // The row of a new array, known as far as the program says what it holds.
    Term content_of(const typed::NewArray& node, const std::vector<Term>& lengths, support::SourceRange range);
    Term empty_array(const typed::Type& type);
    Term new_object(const typed::NewObject& node, const Destination& target);

    Claims& claims_;
    Permissions& permissions_;
    DefiniteAssignment& assigned_;
    Definedness& definedness_;
};

} // namespace daphnia::encode
