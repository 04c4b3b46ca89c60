// Conditions that are claimed or assumed, down to the conjunct that is false and the values of its parts.
#pragma once

#include "interpret/checks.h"
#include "interpret/run.h"

#include <cstdint>
#include <string>
#include <vector>

namespace daphnia::interpret {

class Evaluation;
class Quantifiers;
class Statements;

class Conditions {
  public:
    Conditions(Run& run, Checks& checks, Evaluation& evaluation, Quantifiers& quantifiers, Statements& statements)
        : run_(run), checks_(checks), evaluation_(evaluation), quantifiers_(quantifiers), statements_(statements) {}

    // A new run begins here.
    void start() { sampled_assumptions_ = 0; }
    // The first conjunct that is false, in the order in which the prover proves them; null when all hold.
    const typed::Expr* false_conjunct(const typed::Expr& expr);
    // Requires a clause; the breach's range is the conjunct's own unless it is given.
    void require(const typed::Expr& clause, const Breach& breach, Activation* blamed = nullptr);
    void require_clauses(const std::vector<typed::Clause>& clauses, const Breach& breach, Activation* blamed);
    void require_case(const typed::Assert& node);
    std::vector<EvaluatedPart> parts_of(const typed::Expr& conjunct);
    void assume(const typed::Expr& condition, const char* reason);
    // The same of a state that was chosen. A universal claim about more values than can be tried is taken for true when
    // it is true of all that were tried, and counted: whoever shows the state has to say so.
    void assume_of_abstract_state(const typed::Expr& condition, const char* reason);
    // Where one does not hold, nobody is to be blamed here, and nothing is known of what follows.
    void know(const std::vector<typed::Clause>& clauses, const std::string& otherwise);
    // The same of clauses of which those that cannot be evaluated are passed over.
    void know_if_known(const std::vector<typed::Clause>& clauses, const std::string& otherwise);
    std::uint64_t sampled_assumptions() const { return sampled_assumptions_; }

  private:
    bool holds_with_meaning(const typed::Expr& condition);

    Run& run_;
    Checks& checks_;
    Evaluation& evaluation_;
    Quantifiers& quantifiers_;
    Statements& statements_;
    std::uint64_t sampled_assumptions_ = 0;
};

} // namespace daphnia::interpret
