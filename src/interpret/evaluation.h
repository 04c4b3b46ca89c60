// Expressions in, their values out: each node goes to the part that knows it.
#pragma once

#include "interpret/run.h"

#include <functional>

namespace daphnia::interpret {

class BasicExpressions;
class FunctionCalls;
class FunctionExpressions;
class Meter;
class Narrowing;
class NumberExpressions;
class ObjectExpressions;
class Operators;
class Quantifiers;
class SequenceExpressions;
class SetExpressions;
class Termination;
class Variables;

class Evaluation {
  public:
    Evaluation(Run& run, Meter& meter, Variables& variables, BasicExpressions& basics, Operators& operators,
               NumberExpressions& numbers, SequenceExpressions& sequences, ObjectExpressions& objects,
               SetExpressions& sets, FunctionExpressions& functions, Quantifiers& quantifiers, Narrowing& narrowing,
               Termination& termination, FunctionCalls& function_calls)
        : run_(run), meter_(meter), variables_(variables), basics_(basics), operators_(operators), numbers_(numbers),
          sequences_(sequences), objects_(objects), sets_(sets), functions_(functions), quantifiers_(quantifiers),
          narrowing_(narrowing), termination_(termination), function_calls_(function_calls) {}

    Value eval(const typed::Expr& expr);
    // The same, without a copy where the value is held by a variable; `room` keeps it otherwise.
    const Value& peek(const typed::Expr& expr, Value& room);
    bool holds(const typed::Expr& expr) { return eval(expr).as_bool(); }
    void bind(const typed::Let& let);
    // Runs the call of a function; `look` is told of its body while the parameters have their values.
    void look_into(const typed::FunctionCall& node, const typed::Expr& call,
                   const std::function<void(const typed::Expr& body)>& look);

  private:
    Run& run_;
    Meter& meter_;
    Variables& variables_;
    BasicExpressions& basics_;
    Operators& operators_;
    NumberExpressions& numbers_;
    SequenceExpressions& sequences_;
    ObjectExpressions& objects_;
    SetExpressions& sets_;
    FunctionExpressions& functions_;
    Quantifiers& quantifiers_;
    Narrowing& narrowing_;
    Termination& termination_;
    FunctionCalls& function_calls_;
};

} // namespace daphnia::interpret
