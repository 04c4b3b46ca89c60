// The symbols of function types: what a value gives for arguments, and where it has a meaning.
//
// A value of sort Fn<A;B> gives apply(f, x) for each x of sort A, and has a meaning where domain(f, x) holds. The model
// are pairs of a function and a set, so that every term over x may be what a lambda gives: no axiom here asks for more
// than that such pairs exist. Nothing says when two values are equal, but for those that are the same function of the
// same captured values.
//
// Of values that may read the heap speak apply(f, h, x), domain(f, h, x) and reads(f, h, x): what the value gives,
// whether it has a meaning, and which arrays that depends on, in the heap h. The model are such triples of functions
// over all heaps that a program can have; none of these contains a value that reads the heap (resolve sees to it), so
// that there is no circle. closed(f) is learned of a value where it was checked that in every such heap its
// precondition, its reads clause and its body look into no array but those of the reads clause; nothing else is assumed
// of values that were never checked.
#pragma once

#include "encode/heap.h"
#include "encode/own_axioms.h"
#include "encode/sorts.h"

#include <map>
#include <vector>

namespace daphnia::encode {

class Collections;
class Membership;
class Vocabulary;

struct ArrowSymbols {
    logic::Function apply = nullptr;
    logic::Function domain = nullptr;
};

// The symbols of function types whose values may read the heap: all three take the value, the maps of the heap, and the
// arguments.
struct ReadingSymbols {
    logic::Function apply = nullptr;
    logic::Function domain = nullptr;
    logic::Function reads = nullptr;
    logic::Function closed = nullptr; // it has been checked that the value depends on what it reads alone
};

// Variables for the arguments of a function, and that they belong to the types of its parameters.
struct AnyArguments {
    std::vector<Term> variables;
    Term belong = nullptr;
};

// A value of a type of functions, applied to any arguments in any heap.
struct AppliedAnywhere {
    State state;
    std::vector<Term> variables; // the heaps, then the arguments
    std::vector<Term> arguments;
    Term good = nullptr;   // the heap is one that a program can have
    Term belong = nullptr; // the arguments belong to their types
    Term value = nullptr, domain = nullptr, reads = nullptr;
};

// The type of what functions read.
typed::Type set_of_objects();

class FunctionTypes {
  public:
    explicit FunctionTypes(Vocabulary& vocabulary);

    ArrowSymbols arrow(const typed::Type& type);
    const ReadingSymbols& reading(const typed::Type& type);
    AnyArguments any_arguments(const typed::Type& arrow, const State* state);
    AppliedAnywhere applied_anywhere(const typed::Type& type, Term value);

  private:
    void define_reading(const typed::Type& type, const ReadingSymbols& symbols);

    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Heap& heap_;
    Collections& collections_;
    Membership& membership_;
    std::map<Sort, ReadingSymbols> readings_;
};

} // namespace daphnia::encode
