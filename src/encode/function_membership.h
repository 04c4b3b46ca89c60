// Which functions as values belong to a type of functions.
#pragma once

#include "encode/function_types.h"
#include "encode/type_predicates.h"

#include <vector>

namespace daphnia::encode {

class FunctionMembership {
  public:
    explicit FunctionMembership(Vocabulary& vocabulary);

    // As Membership::is, of function types.
    Term is(const typed::Type& type, Term value, const State* state);
    // A value of type `from` is one of type `to`, as far as can be seen in this state: a function that may read the
    // heap and reads nothing here reads nothing anywhere.
    Term fits(const typed::Type& to, const typed::Type& from, Term value, const State& state);
    // Of a lambda that may read the heap, over variables for what it captures.
    void relate_to_captured(const typed::Type& type, Term lambda, const std::vector<Term>& captured);

  private:
    Term takes_and_gives(const typed::Type& type, Term value, const State* state);
    Term gives_when_it_reads(const typed::Type& type, Term value);
    // It reads nothing, so that what it gives does not depend on the heap.
    Term is_pure(const typed::Type& type, Term value);
    Term is_allocated(const typed::Type& type, Term value, const State& state);

    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Heap& heap_;
    TypePredicates& predicates_;
    Collections& collections_;
    Membership& membership_;
    FunctionTypes& function_types_;
};

} // namespace daphnia::encode
