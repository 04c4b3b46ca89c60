// Literals, variables, tuples, values of datatypes: nodes in, values out.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Checks;
class Conditions;
class Evaluation;
class Narrowing;
class Statements;
class Variables;

class BasicExpressions {
  public:
    BasicExpressions(Run& run, Checks& checks, Variables& variables, Evaluation& evaluation, Conditions& conditions,
                     Narrowing& narrowing, Statements& statements)
        : run_(run), checks_(checks), variables_(variables), evaluation_(evaluation), conditions_(conditions),
          narrowing_(narrowing), statements_(statements) {}

    Value operator()(const typed::BoolLiteral& node, const typed::Expr& expr) const;
    Value operator()(const typed::IntLiteral& node, const typed::Expr& expr) const;
    Value operator()(const typed::CharLiteral& node, const typed::Expr& expr) const;
    Value operator()(const typed::StringLiteral& node, const typed::Expr& expr) const;
    Value operator()(const typed::NullLiteral& node, const typed::Expr& expr) const;
    Value operator()(const typed::VariableRead& node, const typed::Expr& expr) const;
    Value operator()(const typed::ConstantRead& node, const typed::Expr& expr) const;
    Value operator()(const typed::IfThenElse& node, const typed::Expr& expr) const;
    Value operator()(const typed::Let& node, const typed::Expr& expr) const;
    Value operator()(const typed::TupleDisplay& node, const typed::Expr& expr) const;
    Value operator()(const typed::TupleSelect& node, const typed::Expr& expr) const;
    Value operator()(const typed::DatatypeValue& node, const typed::Expr& expr) const;
    Value operator()(const typed::DatatypeTest& node, const typed::Expr& expr) const;
    Value operator()(const typed::DatatypeSelect& node, const typed::Expr& expr) const;
    Value operator()(const typed::StatementExpr& node, const typed::Expr& expr) const;

  private:
    Run& run_;
    Checks& checks_;
    Variables& variables_;
    Evaluation& evaluation_;
    Conditions& conditions_;
    Narrowing& narrowing_;
    Statements& statements_;
};

} // namespace daphnia::interpret
