// Contracts: requires, ensures and invariants, and measures.
#pragma once

#include "resolve/body_part.h"

#include <vector>

namespace daphnia::resolve {

class Expressions;
class Labels;

class Specifications : BodyPart {
  public:
    Specifications(BodyState& state, Expressions& expressions, Labels& labels)
        : BodyPart(state), expressions_(expressions), labels_(labels) {}

    // The clauses of one kind; `expectation` is Dafny's message when one is not of type bool.
    std::vector<typed::Clause> clauses(const ast::SpecClauses& specs, ast::SpecKind kind, const char* expectation,
                                       Context context);
    typed::Decreases decreases(const ast::SpecClauses& specs, Context context);
    // Dafny's measure for a callable that names none: all its parameters, in order.
    typed::Decreases default_decreases(const std::vector<typed::VariablePtr>& parameters, SourceRange range);

  private:
    typed::Clause clause(const ast::SpecClause& clause, const char* expectation, Context context);

    Expressions& expressions_;
    Labels& labels_;
};

} // namespace daphnia::resolve
