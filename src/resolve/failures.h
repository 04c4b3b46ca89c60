// `:-` in statements and expressions: what may have failed is held in a variable, asked whether it did, and then either
// passed on or taken out of it.
#pragma once

#include "resolve/body_part.h"
#include "resolve/calls.h"
#include "resolve/targets.h"
#include "resolve/values.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

class Assignments;
class Expressions;
class GenericCalls;
class Lets;

class Failures : BodyPart {
  public:
    Failures(BodyState& state, Expressions& expressions, GenericCalls& generics, Calls& calls, Lets& lets,
             Targets& targets, Values& values, Assignments& assignments)
        : BodyPart(state), expressions_(expressions), generics_(generics), calls_(calls), lets_(lets),
          targets_(targets), values_(values), assignments_(assignments) {}

    void assign_or_fail(SourceRange range, const ast::OrFailRhs& rhs, std::size_t count,
                        const std::function<std::vector<PendingTarget>()>& make_targets, StmtList& out);
    Draft let_or_fail(SourceRange range, const ast::LetOrFail& node, Context context);

  private:
    struct FailableValues;
    Draft ask(SourceRange range, const typed::Variable& value, const std::string& name);
    bool supports_failure(SourceRange range, const PreType& type, bool extract, ast::FailKeyword keyword);
    Draft extracted(SourceRange range, const ast::LetOrFail& node, const typed::Variable& held, Context context);
    std::optional<FailableValues> failable_values(const ast::OrFailRhs& rhs);
    std::optional<bool> check_failable(const ast::OrFailRhs& rhs, const FailableValues& found, std::size_t targets);
    void hold_place(SourceRange range, PendingTarget& target, const std::vector<PendingTarget>& others, StmtList& out);
    void unless_failed(SourceRange range, const ast::OrFailRhs& rhs, const typed::Variable& held, StmtList& out);

    Expressions& expressions_;
    GenericCalls& generics_;
    Calls& calls_;
    Lets& lets_;
    Targets& targets_;
    Values& values_;
    Assignments& assignments_;
};

} // namespace daphnia::resolve
