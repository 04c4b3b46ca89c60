// Reals, bits, and conversions between numbers: values in, values out, or the check that breaks.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Checks;
class Evaluation;
class Inhabitants;
class Narrowing;

class NumberExpressions {
  public:
    NumberExpressions(Run& run, Checks& checks, Inhabitants& inhabitants, Evaluation& evaluation, Narrowing& narrowing)
        : run_(run), checks_(checks), inhabitants_(inhabitants), evaluation_(evaluation), narrowing_(narrowing) {}

    Value operator()(const typed::RealLiteral& node, const typed::Expr& expr) const;
    Value operator()(const typed::Unary& node, const typed::Expr& expr) const;
    Value operator()(const typed::Convert& node, const typed::Expr& expr) const;
    Value operator()(const typed::TypeTest& node, const typed::Expr& expr) const;
    Value bits_operation(const typed::Binary& node, const Value& left, const Value& right) const;
    Value character(const typed::Binary& node, const Value& left, const Value& right, const typed::Expr& expr) const;

  private:
    Value converted(const typed::Convert& node, const Value& operand, const typed::Type& to,
                    const typed::Expr& expr) const;
    Value whole_number(const typed::Expr& operand, const Value& value, const typed::Expr& expr) const;

    Run& run_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    Evaluation& evaluation_;
    Narrowing& narrowing_;
};

// Whether the number is a Unicode scalar value, which chars are.
bool is_scalar(const Value& number);

} // namespace daphnia::interpret
