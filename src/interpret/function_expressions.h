// Functions as values in expressions: nodes in, values out.
#pragma once

#include "interpret/run.h"

#include <vector>

namespace daphnia::interpret {

class Checks;
class Evaluation;
class Frames;
class FunctionValues;
class Narrowing;

class FunctionExpressions {
  public:
    FunctionExpressions(Run& run, Checks& checks, Evaluation& evaluation, Narrowing& narrowing, Frames& frames,
                        FunctionValues& function_values)
        : run_(run), checks_(checks), evaluation_(evaluation), narrowing_(narrowing), frames_(frames),
          function_values_(function_values) {}

    Value operator()(const typed::Lambda& node, const typed::Expr& expr) const;
    Value operator()(const typed::FunctionValue& node, const typed::Expr& expr) const;
    Value operator()(const typed::Apply& node, const typed::Expr& expr) const;
    Value operator()(const typed::RequiresOf& node, const typed::Expr& expr) const;
    Value operator()(const typed::ReadsOf& node, const typed::Expr& expr) const;

  private:
    // The function, then the arguments.
    Values applied(const typed::Expr& function, const std::vector<typed::ExprPtr>& arguments) const;

    Run& run_;
    Checks& checks_;
    Evaluation& evaluation_;
    Narrowing& narrowing_;
    Frames& frames_;
    FunctionValues& function_values_;
};

} // namespace daphnia::interpret
