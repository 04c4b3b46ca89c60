// Bodies of functions and methods and values of constants, against what is declared of them.
#pragma once

#include "resolve/body_part.h"

#include <vector>

namespace daphnia::resolve {

class Expressions;
class Labels;
class Statements;

class Bodies : BodyPart {
  public:
    Bodies(BodyState& state, Expressions& expressions, Statements& statements, Labels& labels)
        : BodyPart(state), expressions_(expressions), statements_(statements), labels_(labels) {}

    typed::ExprPtr function_body(const ast::Expr& body, const typed::Variable& result, SourceRange at,
                                 const char* message);
    void must_fit(const typed::Constant& constant, const Draft& value);
    typed::StmtPtr method_body(const ast::Block& block, const typed::Method& method);
    // The labels of preconditions are known in the body.
    void declare_precondition_labels(const std::vector<typed::Clause>& preconditions);

  private:
    Expressions& expressions_;
    Statements& statements_;
    Labels& labels_;
};

} // namespace daphnia::resolve
