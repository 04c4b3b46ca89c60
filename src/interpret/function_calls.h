// Calls of functions: arguments in, the result out; in checking mode with the contract around the body.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Collector;
class Checks;
class Conditions;
class Dispatch;
class Evaluation;
class Frames;
class Inhabitants;
class Meter;
class MethodCalls;
class Narrowing;
class Snapshots;
class Statements;
class Termination;

class FunctionCalls {
  public:
    FunctionCalls(Run& run, Meter& meter, Checks& checks, Collector& collector, Inhabitants& inhabitants,
                  Evaluation& evaluation, Conditions& conditions, Narrowing& narrowing, Frames& frames,
                  Snapshots& snapshots, Termination& termination, Dispatch& dispatch, MethodCalls& method_calls,
                  Statements& statements)
        : run_(run), meter_(meter), checks_(checks), collector_(collector), inhabitants_(inhabitants),
          evaluation_(evaluation), conditions_(conditions), narrowing_(narrowing), frames_(frames),
          snapshots_(snapshots), termination_(termination), dispatch_(dispatch), method_calls_(method_calls),
          statements_(statements) {}

    Value operator()(const typed::FunctionCall& node, const typed::Expr& expr);
    // The same; `at_body` is told of the body that is run, in the callee's activation.
    Value call(const typed::FunctionCall& node, const typed::Expr& expr,
               const std::function<void(const typed::Expr&)>* at_body);
    // Of a function without contract, by nobody's text.
    Value apply(const typed::Function& function, const Values& arguments, SourceRange place);
    // With the arguments in the callee's variables.
    Value run_call(Activation& callee, const typed::Function& function, const typed::Expr& expr);
    void run_function(Activation& activation, Value& result);

  private:
    Value run_definition(Activation& callee, const typed::Function& function, const typed::Expr& expr);
    Value run_override(Activation& given, const typed::Function& function, const typed::Expr& expr);
    template <typename Work>
    void at_its_end(Activation& activation, const Value& result, const Work& work);
    Value run_by_method(Activation& given, const typed::Function& function, const typed::Expr& expr);
    void check_function_call(Activation& caller, Activation& callee, const typed::Function& function,
                             const typed::Expr& expr);

    Run& run_;
    Meter& meter_;
    Checks& checks_;
    Collector& collector_;
    Inhabitants& inhabitants_;
    Evaluation& evaluation_;
    Conditions& conditions_;
    Narrowing& narrowing_;
    Frames& frames_;
    Snapshots& snapshots_;
    Termination& termination_;
    Dispatch& dispatch_;
    MethodCalls& method_calls_;
    Statements& statements_;
    int within_postcondition_ = 0; // of functions: calls in them are run without evaluating theirs
};

} // namespace daphnia::interpret
