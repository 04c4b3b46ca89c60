// Binary operators: what each does with the values of its operands, by their kind.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Checks;
class Evaluation;
class Meter;
class NumberExpressions;
class SetExpressions;

class Operators {
  public:
    Operators(Meter& meter, Checks& checks, Evaluation& evaluation, NumberExpressions& numbers, SetExpressions& sets)
        : meter_(meter), checks_(checks), evaluation_(evaluation), numbers_(numbers), sets_(sets) {}

    Value operator()(const typed::Binary& node, const typed::Expr& expr) const;

  private:
    Value operation(const typed::Binary& node, const Value& left, const Value& right, const typed::Expr& expr) const;
    // When two functions are equal is not known, unless they are the same.
    void require_comparable(const typed::Binary& node, const Value& left, const Value& right,
                            const typed::Expr& expr) const;

    Meter& meter_;
    Checks& checks_;
    Evaluation& evaluation_;
    NumberExpressions& numbers_;
    SetExpressions& sets_;
};

} // namespace daphnia::interpret
