// Conditions to answers: asks Z3, in this process, whether hypotheses imply a goal. Z3 is known in this folder only.
#pragma once

#include "logic/term.h"
#include "logic/theory.h"
#include "support/integer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::solver {

// Do axioms and hypotheses imply the goal?
struct Query {
    std::vector<const logic::Axiom*> axioms;
    std::vector<logic::Term> hypotheses;
    logic::Term goal = nullptr;
};

// Zero means no limit. Resources are counted alike on every machine; processor time and memory are nets only.
struct Budget {
    std::uint64_t resources = 0;
    std::uint32_t milliseconds = 0;
    std::uint32_t memory_mb = 0; // of the whole process
};

// What may be varied when a query is asked again.
struct Options {
    std::uint32_t seed = 0;
    std::optional<int> theory_weight;    // instead of every quantifier's weight other than 0
    bool nonlinear = true;               // reason about products of variables
    std::uint32_t eager_threshold = 100; // goes with the weights: change both or neither
    std::uint32_t arithmetic = 2;        // Z3's arithmetic solver; 6 proves some products that 2 does not, but can hang
};

// The state in which the solver gave up. Quantified facts need not hold in it: it is a candidate, and only terms that
// occur in the query have values that mean something.
class CandidateModel {
  public:
    virtual ~CandidateModel() = default;
    virtual std::optional<bool> boolean(logic::Term term) = 0;
    virtual std::optional<support::Integer> integer(logic::Term term) = 0;
    virtual std::optional<support::Rational> real(logic::Term term) = 0;
    // The value as the solver writes it; for a term of an uninterpreted sort the name of an element of the universe.
    virtual std::string text(logic::Term term) = 0;
};

struct Answer {
    enum class Status {
        Proved,       // hypotheses imply the goal
        CounterModel, // not proved, and there is a candidate for a counterexample
        Unknown,      // not proved, and nothing else is known
        OutOfBudget,  // the budget ended first
    };
    enum class Limit { Resources, Time, Memory };
    Status status = Status::Unknown;
    Limit limit = Limit::Resources; // OutOfBudget only: what ended
    std::uint64_t resources_used = 0;
    double seconds = 0;
    std::string reason;                    // unless proved: the solver's own words
    std::shared_ptr<CandidateModel> model; // CounterModel only; the terms' store must live on
};

// Never throws for anything that the solver does: what goes wrong is Unknown with a reason.
Answer prove(const Query& query, const Budget& budget = {}, const Options& options = {});

// Makes the process keep the memory that queries free, in huge pages where the system has some: for one that asks
// often, before its first query. What is taken ahead is a small part of the limit, if there is one (0: none).
void keep_memory(std::uint64_t limit_mb);
// "Z3 4.8.12"
std::string version();

// The query as a stand-alone SMT-LIB file: unsat means proved. Read by Z3 it has the options of `prove`.
std::string export_smt2(const Query& query, const Options& options = {});

} // namespace daphnia::solver
