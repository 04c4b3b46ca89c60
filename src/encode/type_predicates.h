// The predicates is<T> of types whose values are more than their sort says: one symbol for each, of which somebody is
// told that its axioms are still to be written.
#pragma once

#include "encode/heap.h"
#include "encode/sorts.h"

#include <map>
#include <string>
#include <vector>

namespace daphnia::encode {

class Vocabulary;

// The predicate is<T> of values of the type and, with allocation, of what is allocated.
struct TypePredicate {
    std::string name;
    logic::Function predicate;
    bool allocation;
    bool first;   // its axioms are still to be written,
    State inside; // over an allocation of their own

    const State* state() const { return allocation ? &inside : nullptr; }
};

class TypePredicates {
  public:
    explicit TypePredicates(Vocabulary& vocabulary);

    TypePredicate of(const typed::Type& type, bool allocation);
    // Another predicate of values of the type.
    TypePredicate named(const std::string& name, const typed::Type& type, bool allocation);
    Term belongs(const TypePredicate& to, Term value, const State* state);
    // What the axioms of the predicate range over, beside these.
    std::vector<Term> with_allocation(const TypePredicate& of, std::vector<Term> variables) const;

  private:
    logic::TermStore& store_;
    Sorts& sorts_;
    Heap& heap_;
    std::map<std::string, logic::Function> known_; // by name
};

} // namespace daphnia::encode
