// Declarations of local variables, with and without patterns.
#pragma once

#include "resolve/body_part.h"

namespace daphnia::resolve {

class Assignments;
class Calls;
class Expressions;
class Failures;
class Patterns;
class Targets;
class Values;

class LocalVariables : BodyPart {
  public:
    LocalVariables(BodyState& state, Expressions& expressions, Calls& calls, Patterns& patterns, Targets& targets,
                   Values& values, Assignments& assignments, Failures& failures)
        : BodyPart(state), expressions_(expressions), calls_(calls), patterns_(patterns), targets_(targets),
          values_(values), assignments_(assignments), failures_(failures) {}

    void var_statement(SourceRange range, const ast::VarDecl& node, StmtList& out);
    void var_pattern_statement(SourceRange range, const ast::VarPatternDecl& node, StmtList& out);

  private:
    NewVariables declare_locals(const ast::VarDecl& node);
    void declare_assumption(const typed::Variable& variable, bool ghost);
    void begin_as_true(const typed::Variable& variable, SourceRange range, StmtList& out);

    Expressions& expressions_;
    Calls& calls_;
    Patterns& patterns_;
    Targets& targets_;
    Values& values_;
    Assignments& assignments_;
    Failures& failures_;
};

} // namespace daphnia::resolve
