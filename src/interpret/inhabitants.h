// What belongs to a type, declared constraints included, and what is taken of it where a program leaves the choice
// open.
#pragma once

#include "interpret/run.h"

#include <optional>

namespace daphnia::interpret {

class FunctionCalls;

class Inhabitants {
  public:
    Inhabitants(Run& run, FunctionCalls& function_calls) : run_(run), function_calls_(function_calls) {}

    bool belongs(const Value& value, const typed::Type& type, const Heap& heap);
    // Of a value of `from`, in the heap as it is now.
    bool belongs(const Value& value, const typed::Type& from, const typed::Type& to);
    // All cells of the object have values of their types, or none yet.
    bool cells_belong(Reference object);
    Value any_value(const typed::Type& type, SourceRange place);
    bool any_bool();
    std::optional<Value> default_value(const typed::Type& type);

  private:
    bool satisfies(const typed::SubsetType& subset, const Value& value);

    Run& run_;
    FunctionCalls& function_calls_;
};

} // namespace daphnia::interpret
