// Targets of assignments: what can be assigned, and what the text names instead.
#pragma once

#include "resolve/body_part.h"

#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

class Expressions;
class Meanings;
class Members;
class Suggestions;

struct PendingTarget {
    typed::Target target;
    PreType type;
};

class Targets : BodyPart {
  public:
    Targets(BodyState& state, Meanings& meanings, Members& members, Suggestions& suggestions, Expressions& expressions)
        : BodyPart(state), meanings_(meanings), members_(members), suggestions_(suggestions),
          expressions_(expressions) {}

    PendingTarget target(const ast::Expr& expr);
    PendingTarget variable_target(const typed::Variable& variable, SourceRange range);
    void check_distinct_variables(const std::vector<PendingTarget>& targets, const std::string& statement);
    void check_assumption_variables(const std::vector<PendingTarget>& targets, const ast::AssignRhs& rhs);
    void check_such_that_target(const ast::Expr& lhs, const typed::Target& target,
                                const std::vector<typed::Target>& before, bool assumed);
    // Of an assignment that is refused.
    void forget(std::vector<PendingTarget> targets);

  private:
    // Nothing when the expression names no field; reported, where it names one that cannot be assigned.
    PendingTarget element_target(SourceRange range, const ast::Index& index);
    std::optional<PendingTarget> field_target(const ast::Expr& expr);

    Meanings& meanings_;
    Members& members_;
    Suggestions& suggestions_;
    Expressions& expressions_;
};

} // namespace daphnia::resolve
