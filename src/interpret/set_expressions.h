// Sets, multisets and maps in expressions: nodes in, values out.
#pragma once

#include "interpret/run.h"

namespace daphnia::interpret {

class Checks;
class Evaluation;
class Meter;
class Narrowing;
class Quantifiers;
class Variables;

class SetExpressions {
  public:
    SetExpressions(Meter& meter, Checks& checks, Variables& variables, Evaluation& evaluation, Quantifiers& quantifiers,
                   Narrowing& narrowing)
        : meter_(meter), checks_(checks), variables_(variables), evaluation_(evaluation), quantifiers_(quantifiers),
          narrowing_(narrowing) {}

    Value operator()(const typed::SetDisplay& node, const typed::Expr& expr) const;
    Value operator()(const typed::SetComprehension& node, const typed::Expr& expr) const;
    Value operator()(const typed::MultisetOf& node, const typed::Expr& expr) const;
    Value operator()(const typed::Multiplicity& node, const typed::Expr& expr) const;
    Value operator()(const typed::MultiplicityUpdate& node, const typed::Expr& expr) const;
    Value operator()(const typed::MapDisplay& node, const typed::Expr& expr) const;
    Value operator()(const typed::MapComprehension& node, const typed::Expr& expr) const;
    Value operator()(const typed::MapSelect& node, const typed::Expr& expr) const;
    Value operator()(const typed::MapUpdate& node, const typed::Expr& expr) const;
    Value operator()(const typed::MapPart& node, const typed::Expr& expr) const;
    Value set_operation(const typed::Binary& node, const Value& left, const Value& right,
                        const typed::Expr& expr) const;

  private:
    Meter& meter_;
    Checks& checks_;
    Variables& variables_;
    Evaluation& evaluation_;
    Quantifiers& quantifiers_;
    Narrowing& narrowing_;
};

} // namespace daphnia::interpret
