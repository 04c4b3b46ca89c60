// Clauses of a contract that have no meaning for some values in, those values and the clause that would exclude them
// out. A caller knows of a result what is promised, and no more, so that promises are tried on results of any kind.
#pragma once

#include "refute/input.h"
#include "refute/refute.h"
#include "refute/runner.h"
#include "refute/small_values.h"
#include "refute/targets.h"

#include <optional>
#include <string>
#include <vector>

namespace daphnia::refute {

// What to write so that the expression that the failure is about has a meaning; empty when no clause is known.
std::string definedness_hint(const typed::Declaration& declaration, const interpret::Failure& failure);

// The text with arguments in place of the names of parameters.
std::string with_arguments(const std::string& text, const std::vector<typed::VariablePtr>& parameters,
                           const std::vector<typed::ExprPtr>& arguments);

class PromiseSearch {
  public:
    PromiseSearch(Runner& runner, Targets& targets, const Vocabulary& vocabulary);

    // Tries arguments and results in order of size, and closes each target for which it finds some.
    void search();
    const std::optional<Finding>& found(std::size_t target) const { return found_[target]; }

  private:
    bool may_go_on() const;
    Finding explain(std::size_t target, const Input& input);

    Runner& runner_;
    Targets& targets_;
    SmallValues values_;
    Parameters promised_; // the parameters, then the results
    std::vector<std::optional<Finding>> found_;
    std::vector<support::SourceRange> promises_;
};

} // namespace daphnia::refute
