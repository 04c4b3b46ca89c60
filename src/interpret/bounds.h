// A bound variable's restriction and a way to evaluate terms in, its possible values out, one after the other.
//
// A quantifier is run by asking typed::restrictions once, and then, from the first restriction to the last: make the
// candidates (with the variables before it set), and for each candidate set the variable and go on with the next
// restriction; after the last one the condition itself is evaluated, as candidates are only a superset of what meets
// it.
#pragma once

#include "interpret/heap.h"
#include "interpret/value.h"
#include "typed/bounds.h"

#include <functional>
#include <optional>

namespace daphnia::interpret {

// The value of a term, or nothing when it is undefined or cannot be evaluated: then that restriction is ignored, as it
// may stand behind another that fails (`i < |s| && x in s[i]`).
using Evaluate = std::function<std::optional<Value>(const typed::Expr&)>;

enum class Extent {
    Finite,  // all values are enumerated: a forall that held for all of them is true
    Endless, // each value comes at some time, but there is no end: only a witness decides
    Partial, // nothing is enumerated, or not everything
};

class Candidates {
  public:
    Candidates(const typed::Restriction& restriction, const Evaluate& evaluate, const Heap& heap);
    // Without restriction: any value of the type.
    Candidates(const typed::Type& type, const Heap& heap);

    Extent extent() const { return extent_; }
    // What the values are known to belong to: where that is not the variable's type, its constraints are not tested.
    const typed::Type& source() const { return source_; }
    // The next value of the variable's type, in Dafny's order: integers and characters upwards from the lower bound
    // (downwards from the upper when there is no lower; 0, 1, -1, 2, … when there is none), elements in the order of
    // the sequence, objects in the order of their allocation, subsets in that of binary numbers. Nothing after the
    // last.
    std::optional<Value> next();

  private:
    // Integers, those of characters' code points included; without `low` downwards, without both 0, 1, -1, 2, …
    struct Interval {
        std::optional<Value> low, high;
    };
    bool add_given(const typed::Restriction& restriction, const Evaluate& evaluate, const Heap& heap, bool known);
    bool add_equal(const typed::Restriction& restriction, const Evaluate& evaluate, const Heap& heap,
                   const std::function<bool(const typed::Type&)>& is_wanted);
    void add_listed(Values candidates, const typed::Type& type, const Heap& heap);
    void add_all(const typed::Type& type, const Heap& heap);
    std::optional<Value> next_number();
    Value next_subset();

    typed::Type source_;
    Extent extent_ = Extent::Finite;
    std::optional<Interval> interval_; // otherwise listed
    bool characters_ = false;
    Value number_; // the last one of the interval; not assigned at the start
    Values listed_;
    std::size_t next_listed_ = 0;
    std::optional<Values> elements_; // of which all subsets are the candidates
    std::vector<bool> chosen_;       // those of the next subset
    bool all_chosen_ = false;        // the last subset has come out
};

} // namespace daphnia::interpret
