// Which values belong to a type, beyond its sort; and which of them are allocated.
#pragma once

#include "encode/own_axioms.h"
#include "encode/type_predicates.h"

namespace daphnia::encode {

class Collections;
class Datatypes;
class FunctionMembership;
class Functions;
class Vocabulary;

class Membership {
  public:
    explicit Membership(Vocabulary& vocabulary);

    // `value` belongs to `type`, beyond its sort. With `state`, references in it are allocated there.
    Term is(const typed::Type& type, Term value, const State* state);
    bool is_constrained(const typed::Type& type, bool allocation) const;
    // A value of a type parameter that is declared to have some.
    Term some_value(const typed::Type& parameter);
    // What is allocated belongs to the type and stays allocated: said of the predicate, over these variables.
    void relate_allocations(const typed::Type& type, logic::Function predicate, Term value, Term alloc);

  private:
    Term parameter_is(const typed::Type& type, Term value, const State* state);
    Term satisfies(const typed::Function& constraint, Term value);
    Term elements_are(const typed::Type& type, Term value, const State* state);
    Term elements_belong(const typed::Type& type, Term value, const State* state);
    Term datatype_is(const typed::Type& type, Term value, const State* state);
    void define_datatype(const typed::Type& type, const TypePredicate& is_of);

    Vocabulary& vocabulary_; // of which constraints may mention anything
    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Heap& heap_;
    TypePredicates& predicates_;
    Collections& collections_;
    Datatypes& datatypes_;
    Functions& functions_;
    FunctionMembership& function_membership_;
};

} // namespace daphnia::encode
