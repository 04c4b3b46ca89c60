// Assignments: places, the values for them, and the writes.
#pragma once

#include "interpret/run.h"

#include <vector>

namespace daphnia::interpret {

class Checks;
class Evaluation;
class Inhabitants;
class Meter;
class Narrowing;
class SequenceExpressions;

// An evaluated target of an assignment.
struct Place {
    const typed::Variable* variable = nullptr; // null: a cell of an object
    const typed::Type* type = nullptr;
    Reference object; // null: a ghost field where there is no ghost code
    std::size_t index = 0;
    SourceRange range;
};

class Assignments {
  public:
    Assignments(Run& run, Meter& meter, Checks& checks, Inhabitants& inhabitants, Evaluation& evaluation,
                SequenceExpressions& sequences, Narrowing& narrowing)
        : run_(run), meter_(meter), checks_(checks), inhabitants_(inhabitants), evaluation_(evaluation),
          sequences_(sequences), narrowing_(narrowing) {}

    Place place(const typed::Target& target);
    std::vector<Place> places(const std::vector<typed::Target>& targets);
    // It is ghost, and there is no ghost code.
    bool is_erased(const Place& place) const;
    // Two cells written at once are different, or get the same value.
    void require_distinct(const std::vector<Place>& places, const Values& values);
    void write(const Place& place, Value value);
    const Value& content(const Place& place);
    Value value_of(const typed::Value& value, const Place& target);

  private:
    Place element_place(const typed::ElementTarget& target, SourceRange range);
    Place field_place(const typed::FieldTarget& target, SourceRange range);
    Value empty_array(const typed::Type& type);
    Value new_object(const typed::NewObject& node, const Place& target, SourceRange range);
    Value any_value(const Place& target, SourceRange range);
    Value new_array(const typed::NewArray& node, SourceRange range);
    Values elements(const typed::NewArray& node, const Lengths& lengths, SourceRange range);
    Values displayed(const typed::NewArray& node, std::size_t size);
    Values default_elements(const typed::NewArray& node, const Lengths& lengths, SourceRange range);

    Run& run_;
    Meter& meter_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    Evaluation& evaluation_;
    SequenceExpressions& sequences_;
    Narrowing& narrowing_;
};

} // namespace daphnia::interpret
