// Types and functions of a program as symbols of the logic, with the axioms that say what they mean.
//
// The vocabulary of an encoding is made of parts, each with one story. A part names, as its fields, the parts that it
// calls; so the arrows between them can be read in their headers. What types contain each other, and functions in
// constraints of types, make these arrows a circle: parts are made together and live as long as the vocabulary. A part
// that encodes what the user wrote has the whole vocabulary, as that may speak of anything.
#pragma once

#include "encode/collections.h"
#include "encode/comprehensions.h"
#include "encode/datatypes.h"
#include "encode/definitions.h"
#include "encode/encode.h"
#include "encode/equality.h"
#include "encode/function_membership.h"
#include "encode/function_types.h"
#include "encode/function_values.h"
#include "encode/functions.h"
#include "encode/heap.h"
#include "encode/lifting.h"
#include "encode/membership.h"
#include "encode/own_axioms.h"
#include "encode/products.h"
#include "encode/ranks.h"
#include "encode/sorts.h"
#include "encode/type_predicates.h"

#include <vector>

namespace daphnia::encode {

// The terms of both, in their order.
std::vector<Term> joined(std::vector<Term> first, const std::vector<Term>& second);

class Vocabulary {
  public:
    // `task` is the declaration being checked: its own component's functions get guarded axioms (soundness trap 1).
    Vocabulary(const Context& context, typed::Callable task, logic::TermStore& store);
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

    logic::TermStore& store() const { return store_; }
    const Context& context() const { return context_; }
    typed::Callable task() const { return task_; }
    const Reach& reach() const { return reach_; }

    // Axioms of everything spoken of so far and of what these axioms speak of.
    std::vector<logic::Axiom> axioms();

  private: // before the parts, which are made from it
    const Context& context_;
    typed::Callable task_;
    logic::TermStore& store_;
    const Reach reach_; // of the task

  public:
    OwnAxioms own_axioms;
    Lifting lifting; // of comprehensions, lambdas and choices
    Sorts sorts;
    Products products;
    Heap heap;
    TypePredicates predicates;
    Membership membership;
    Datatypes datatypes;
    Ranks ranks;
    Equality equality;
    Collections collections;
    Comprehensions comprehensions;
    FunctionTypes function_types;
    FunctionMembership function_membership;
    FunctionValues function_values;
    Functions functions;
    Definitions definitions;
};

} // namespace daphnia::encode
