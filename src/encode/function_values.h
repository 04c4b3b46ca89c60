// Functions as values: lambdas and declared functions, with the axioms that say what such a value gives.
#pragma once

#include "encode/function_types.h"
#include "encode/lifting.h"

#include <map>
#include <vector>

namespace daphnia::encode {

class FunctionMembership;
class Functions;

// A value of a function type: wherever the domain holds of the variables, it gives the body. The same for the same
// domain and body.
struct LambdaParts {
    State applied; // in which it is applied, with `reads`
    std::vector<Term> variables;
    Term domain = nullptr;
    Term body = nullptr;
    Term reads = nullptr; // null: it reads nothing
};

// A lambda that reads nothing.
struct KnownLambda {
    Lifted made; // domain and body
    logic::Function apply;
};

class FunctionValues {
  public:
    explicit FunctionValues(Vocabulary& vocabulary);

    Term lambda(const typed::Type& type, const LambdaParts& parts);
    // A declared function as a value; `receiver` is null where it has none.
    Term of(const typed::Function& function, Term receiver);
    // Null: the symbol is not that of a lambda which reads nothing.
    const KnownLambda* known_lambda(logic::Function symbol) const;

  private:
    void define_lambda(const typed::Type& type, const Lifted& made, logic::Function symbol, bool reads);
    void define(const typed::Function& function, logic::Function symbol);

    Vocabulary& vocabulary_; // of which preconditions may mention anything
    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Heap& heap_;
    Lifting& lifting_;
    Membership& membership_;
    FunctionTypes& function_types_;
    FunctionMembership& function_membership_;
    Functions& functions_;
    std::map<const typed::Function*, logic::Function> known_;
    std::map<logic::Function, KnownLambda> lambdas_; // by symbol
};

} // namespace daphnia::encode
