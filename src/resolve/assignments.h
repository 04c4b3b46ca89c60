// Assignments in all forms: parallel, of the results of calls, such-that, return.
#pragma once

#include "resolve/body_part.h"
#include "resolve/calls.h"
#include "resolve/targets.h"
#include "resolve/values.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace daphnia::resolve {

class Allocations;
class Expressions;
class Failures;
class Reveals;
class Suggestions;

class Assignments : BodyPart {
  public:
    Assignments(BodyState& state, Suggestions& suggestions, Expressions& expressions, Calls& calls, Reveals& reveals,
                Targets& targets, Values& values, Allocations& allocations, Failures& failures)
        : BodyPart(state), suggestions_(suggestions), expressions_(expressions), calls_(calls), reveals_(reveals),
          targets_(targets), values_(values), allocations_(allocations), failures_(failures) {}

    void assign_statement(SourceRange range, const ast::Assign& node, StmtList& out);
    void assign_all(SourceRange range, const ast::AssignRhs& rhs,
                    const std::function<std::vector<PendingTarget>()>& make_targets, StmtList& out);
    void assign_values(SourceRange range, SourceRange at, std::vector<PendingTarget> targets,
                       std::vector<PendingValue> values, StmtList& out);
    void such_that(SourceRange range, std::vector<typed::Target> targets, const ast::SuchThatRhs& rhs, StmtList& out);
    void call_statement(SourceRange range, const ast::ExprStmt& node, StmtList& out);
    void call_method(SourceRange range, SourceRange at, const MethodEntry& entry, MethodArguments arguments,
                     std::vector<PendingTarget> targets, StmtList& out);
    void return_statement(SourceRange range, const ast::Return& node, StmtList& out);

  private:
    PendingValue value(const ast::Rhs& rhs, StmtList& out);
    void report_multi_assignment(SourceRange at, std::size_t targets, std::size_t values, const char* hint = "");

    Suggestions& suggestions_;
    Expressions& expressions_;
    Calls& calls_;
    Reveals& reveals_;
    Targets& targets_;
    Values& values_;
    Allocations& allocations_;
    Failures& failures_;
};

} // namespace daphnia::resolve
