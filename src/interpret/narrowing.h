// Values that move to a narrower type: whether they fit it.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Checks;
class FunctionValues;
class Inhabitants;

class Narrowing {
  public:
    Narrowing(Run& run, Checks& checks, Inhabitants& inhabitants, FunctionValues& function_values)
        : run_(run), checks_(checks), inhabitants_(inhabitants), function_values_(function_values) {}

    void require_fits(const typed::Type& to, const typed::Type& from, const Value& value, const typed::Expr& at);
    void require_fits(const typed::Type& to, const typed::Type& from, const Value& value, SourceRange at);
    // What is called is not null, and other arguments fit their parameters.
    void require_argument(const typed::Variable& parameter, const Value& value, const typed::Expr& at);
    // What is passed was there in the previous state of what is called, if it has to be.
    bool existed(const typed::Variable& parameter, const Value& value, const Snapshot& previous);
    // The object that the value refers to. Compiled programs depend on its being there.
    Reference require_not_null(const typed::Expr& at, const Value& value);

  private:
    bool fits(const typed::Type& to, const typed::Type& from, const Value& value);
    void sample_function(const typed::Type& to, const typed::Type& from, const Value& value, const typed::Expr& at);

    Run& run_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    FunctionValues& function_values_;
};

} // namespace daphnia::interpret
