// The seam between what is to be proved and who proves it. What a prover can vary, in which order that is worth a try
// and for how much is known to the prover alone: it hands out attempts, and is asked for them.
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

// Whether the query is proved by looking at it: no solver is needed then.
bool is_trivial(const Query& query);

// Zero means no limit.
struct Budget {
    std::uint64_t resources = 0;    // in the prover's units, which count alike on every machine
    std::uint32_t milliseconds = 0; // of processor time: a net
    std::uint32_t memory_mb = 0;    // of the whole process: another net
};

// The smaller one of two limits, of which 0 is none.
template <typename Number>
Number lesser(Number a, Number b) {
    return a == 0 || b == 0 ? a + b : a < b ? a : b;
}
Budget lesser(const Budget& a, const Budget& b);

// What the user set at the in-process solver's units for one declaration, when nobody says otherwise: some three
// seconds.
constexpr std::uint64_t kUsualResources = 10'000'000;

// What ended something before its end.
enum class Limit : std::uint8_t {
    None,
    Resources,
    Time,
    Memory,
    Crash,
    NotCached, // nobody was to be asked, and no answer is known
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
        Proved,       // axioms and hypotheses imply the goal
        Disproved,    // they do not: all of them hold somewhere, and the goal does not
        CounterModel, // not proved, and there is a candidate for a counterexample
        Unknown,      // not proved, and nothing else is known
        OutOfBudget,  // a limit ended it first
        Failed,       // the solver gave no answer that can be understood
    };
    using Limit = solver::Limit;
    Status status = Status::Unknown;
    Limit limit = Limit::None; // OutOfBudget only: what ended
    std::uint64_t resources_used = 0;
    double seconds = 0;
    std::string reason;                    // unless proved: the solver's own words
    std::shared_ptr<CandidateModel> model; // CounterModel only; the terms' store must live on
    bool cached = false;                   // given before, and nobody has been asked again
};

std::string to_string(Answer::Status status);

// How products of unknowns are put: by the solver's own operators, with their names beside where triggers wait for
// these, or by their names alone, of which an axiom says what they mean. The solver's arithmetic finds other proofs
// then.
enum class Products : std::uint8_t { Native, Named };

// What a prover does differently from its usual ways.
enum class Manner : std::uint8_t {
    Usual,
    Deep,            // longer chains of instances of the theories' laws
    OtherArithmetic, // another procedure for numbers, which does not always answer interrupts
};

// One way to ask. Provers make them; whoever asks puts the query as `effort` and `products` say, gives no more than
// its share of the budget, and hands the attempt to `prove` unchanged.
struct Attempt {
    // When an attempt is made, and what its answer counts for.
    enum class Role : std::uint8_t {
        Deciding,      // in its turn; of several the last decides
        AfterGivingUp, // only where the deciding one has given up, and no limit has ended it; what it does not prove
                       // stays as it was decided, unless a limit has cut this attempt short
        AfterAll,      // the same, but after a limit, too
    };
    Role role = Role::Deciding;
    Manner manner = Manner::Usual;
    std::uint32_t seed = 0; // comes on top of the prover's own
    logic::Effort effort = logic::Effort::First;
    Products products = Products::Native;
    std::uint64_t parts = 1;  // it gets one of so many equal parts of what a deciding one would get
    Budget most;              // no more than this, whatever its share is
    std::uint64_t enough = 0; // with so many resources it has looked: that they end then cuts nothing short
};

// What is asked about, and why.
enum class Occasion : std::uint8_t {
    Together,   // many obligations at once, a brief look, a model that people can read
    Alone,      // one obligation
    LastResort, // one obligation that is not proved after all that; the attempts may cost the process
    Aside,      // whether something is impossible, which it is not expected to be
};

// What to do then, in this order, until one attempt proves it.
struct Plan {
    std::vector<Attempt> attempts; // may be empty for a last resort, and for nothing else
    Budget together;               // of all attempts of this occasion, whatever they are about
};

// Says the same whatever it has been asked before: processes can share one by forking.
class Prover {
  public:
    virtual ~Prover() = default;
    // "Z3 4.8.12"
    virtual std::string name() const = 0;
    // All that answers to such attempts depend on beside query and budget: what was set, in words of its own.
    virtual std::string parameters(const Attempt& attempt) const = 0;
    // `products`: whether products or quotients of unknowns occur in what is asked.
    virtual Plan plan(Occasion occasion, bool products) const = 0;
    // Never throws for anything that the solver does: what goes wrong is Unknown or Failed, with a reason. More
    // resources than the budget has are never said to be used.
    virtual Answer prove(const Query& query, const Budget& budget, const Attempt& attempt) const = 0;
};

struct ProverOptions {
    std::uint32_t seed = 0;
    bool nonlinear = true; // reason about products of unknowns
    // Not 0: other names for all symbols and another order of the axioms, which mean the same.
    std::uint32_t renaming = 0;
};

// Z3, in this process.
std::unique_ptr<const Prover> z3_prover(const ProverOptions& options);
// cvc5, as a program that is looked up in PATH and started for each query; at each it may take a second of processor
// time. InputError when there is no such program, or it does not say that it is cvc5.
//
// Its "sat" is Disproved. Without options that look for finite or otherwise special models (none is given) cvc5 says
// "sat" only of a state that it knows to satisfy every assertion, quantified ones included, and "unknown" where it has
// just found no more instances to try.
std::unique_ptr<const Prover> cvc5_prover(const std::string& program);

} // namespace daphnia::solver
