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

  private:
    bool fits(const typed::Type& to, const typed::Type& from, const Value& value);
    void sample_function(const typed::Type& to, const typed::Type& from, const Value& value, const typed::Expr& at);

    Run& run_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    FunctionValues& function_values_;
};

} // namespace daphnia::interpret
