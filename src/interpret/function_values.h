// Functions as values: lambdas with what they capture, declared functions, and tables; and what it is to apply them.
#pragma once

#include "interpret/run.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace daphnia::interpret {

class Checks;
class Evaluation;
class Frames;
class FunctionCalls;
class Inhabitants;

class FunctionValues {
  public:
    FunctionValues(Run& run, Checks& checks, Inhabitants& inhabitants, Evaluation& evaluation, Frames& frames,
                   FunctionCalls& function_calls)
        : run_(run), checks_(checks), inhabitants_(inhabitants), evaluation_(evaluation), frames_(frames),
          function_calls_(function_calls) {}

    Value closure(const typed::Expr& lambda);
    static Value declared(const typed::Expr& function, Value receiver);
    Value apply(const Value& function, const Values& arguments, const typed::Expr& expr);
    bool has_meaning_for(const Value& function, const Values& arguments, const typed::Expr& expr);
    // The arrays on which what it gives for the arguments depends.
    std::vector<Reference> reads_of(const Value& function, const Values& arguments, const typed::Expr& expr);
    void require_readable_by(const Value& function, const Values& arguments, const typed::Expr& expr);
    static bool reads_nothing(const Value& function);
    // A few arguments of the type of functions; what cannot be evaluated for them is passed over.
    void for_sample_arguments(const typed::Type& arrow, const std::function<void(const Values&)>& visit);

  private:
    bool belong(const Values& arguments, const std::vector<typed::VariablePtr>& parameters, std::size_t first);

    Run& run_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    Evaluation& evaluation_;
    Frames& frames_;
    FunctionCalls& function_calls_;
    std::unordered_map<const typed::Expr*, std::vector<const typed::Variable*>> captured_; // by lambda
    bool sampling_ = false; // of functions: what they call is not sampled in turn
};

} // namespace daphnia::interpret
