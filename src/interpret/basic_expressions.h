// Literals, variables, tuples, values of datatypes, earlier states: nodes in, values out.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Checks;
class Conditions;
class Evaluation;
class Inhabitants;
class Narrowing;
class Snapshots;
class Statements;
class Variables;

class BasicExpressions {
  public:
    BasicExpressions(Run& run, Checks& checks, Inhabitants& inhabitants, Variables& variables, Evaluation& evaluation,
                     Conditions& conditions, Narrowing& narrowing, Snapshots& snapshots, Statements& statements)
        : run_(run), checks_(checks), inhabitants_(inhabitants), variables_(variables), evaluation_(evaluation),
          conditions_(conditions), narrowing_(narrowing), snapshots_(snapshots), statements_(statements) {}

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
    Value operator()(const typed::Old& node, const typed::Expr& expr) const;
    Value operator()(const typed::Fresh& node, const typed::Expr& expr) const;
    Value operator()(const typed::Allocated& node, const typed::Expr& expr) const;
    Value operator()(const typed::StatementExpr& node, const typed::Expr& expr) const;

  private:
    Run& run_;
    Checks& checks_;
    Inhabitants& inhabitants_;
    Variables& variables_;
    Evaluation& evaluation_;
    Conditions& conditions_;
    Narrowing& narrowing_;
    Snapshots& snapshots_;
    Statements& statements_;
};

} // namespace daphnia::interpret
