// Datatypes as uninterpreted sorts: constructors, a tag, selectors and a rank, with the axioms that say what they mean;
// and tuples.
//
// Every value is what one of its constructors makes of its fields (the axiom of the tag), and constructors are
// injective and disjoint, as selectors and tag give back what went in. The standard model are finite trees, with the
// size as rank: the axioms hold there, so they are consistent. They are triggered by terms of the condition only: no
// axiom brings a tag of what it selects, so that none unfolds a value without end. A generic datatype has sorts and
// symbols for each of its base types; what its fields are there follows from the type arguments.
#pragma once

#include "encode/own_axioms.h"
#include "encode/sorts.h"

#include <map>
#include <vector>

namespace daphnia::encode {

class Equality;
class Ranks;
class Vocabulary;

// The symbols of a tuple type: its constructor and selectors.
struct TupleSymbols {
    logic::Function make = nullptr;
    std::vector<logic::Function> select;
};

struct DatatypeSymbols {
    logic::Function tag = nullptr;
    std::vector<logic::Function> constructors;
    std::vector<logic::Function> select; // by destructor
    logic::Function rank = nullptr;      // what is inside a value has a smaller one
    logic::Function equal = nullptr;     // null: the equality of the logic
};

// Which constructor a symbol is.
struct ConstructorOf {
    const typed::Datatype* datatype = nullptr;
    std::size_t number = 0;
};

class Datatypes {
  public:
    explicit Datatypes(Vocabulary& vocabulary);

    const TupleSymbols& tuple(const typed::Type& type);
    const DatatypeSymbols& of(const typed::Type& type);
    Term construct(const typed::Type& type, std::size_t constructor, std::vector<Term> arguments);
    // The value is made by this constructor.
    Term is_made_by(const typed::Type& type, Term value, std::size_t constructor);
    Term destruct(const typed::Type& type, Term value, std::size_t destructor);

    // Null: it is no constructor; the sort is not that of a datatype.
    const ConstructorOf* constructor(logic::Function symbol) const;
    const DatatypeSymbols* of(Sort sort) const;

  private:
    void define_constructor(const typed::Type& type, std::size_t constructor);
    void define_tag(const typed::Type& type);

    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Ranks& ranks_;
    Equality& equality_;
    std::map<Sort, TupleSymbols> tuples_;
    std::map<Sort, DatatypeSymbols> known_;
    std::map<logic::Function, ConstructorOf> constructors_;
};

} // namespace daphnia::encode
