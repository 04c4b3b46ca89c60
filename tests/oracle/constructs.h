// What a random program is made of, and how often: the one table of weights.
#pragma once

#include "random.h"

#include <initializer_list>

namespace daphnia::oracle {

enum class Construct {
    // Units: one or a few declarations that belong together.
    Calculation,     // straight-line code with a contract computed from it
    ValueFunction,   // a function of values, a predicate
    NatRecursion,    // a recursive function over nat, its closed form, a method that computes it
    SeqRecursion,    // a recursive function over a sequence, laws about it, loops that compute it
    MutualRecursion, // two functions that call each other
    ArrayFunction,   // functions that read arrays, frames that leave them alone
    ArrayHelper,     // methods that write arrays, with exact contracts
    ArrayLoop,       // arrays filled, mapped, reversed, copied
    Search,          // search with break, return, labels
    SequenceLoop,    // sequences mapped, filtered, joined, nested
    Control,         // labels, jumps, choice, several loops
    Identity,        // lemmas that state laws of the theories
    QuantifierFact,  // lemmas with quantifiers, forall statements, witnesses
    Calculus,        // calc
    ConstantValue,
    Datatypes,  // lists, trees, records, enumerations: functions, matches, updates, members
    Mixed,      // conversions, other element types, arrays of arrays, default arguments
    Ground,     // claims about concrete values
    Collection, // sets, multisets and maps
    Generic,    // type parameters, abstract types
    Lambdas,    // functions as values
    SubsetType, // declared constraints
    Hidden,     // opaque functions, labelled assertions, and where they are revealed
    Chosen,     // let-such-that
    Numbers,    // reals and bits
    Failures,   // :-
    Inferred,   // types that are left out
    Reading,    // functions as values that read the heap
    Measures,   // what comes to an end, by measures of every type
    Arguments,  // subset types and newtypes as type arguments
    Matrices,   // arrays of two dimensions and three
    Objects,    // classes and traits
    GhostParts, // ghost fields and components in collections
    // Statements of calculations.
    Declare,
    Assign,
    Swap,
    WriteElement,
    SwapElements,
    IfElse,
    Leave, // break out of a labelled block
    CallMethod,
    Choose, // :|
    CountedLoop,
    FillLoop,
    AnyLoop, // with a random body
    ForallAssign,
    NewArray,
    Claim,         // assert, assert by
    GhostSnapshot, // a labelled state and old@
    Output,        // print, expect
    Havoc,         // *
    // Expressions.
    Literal,
    Variable,
    Arithmetic,
    Division,
    Length,
    Index,
    Conditional,
    Let,
    Conversion,
    Component,
    CallFunction,
    Comparison,
    Connective,
    Quantified,
    Membership,
    Concatenation,
    Slice,
    Update,
    Comprehension,
    Display,
    // Elements whose place the right-hand side changes: a unit, and two statements of calculations.
    ElementTargets,
    CallIntoElement,
    ElementAndIndex, // a[i], i := …
};

// One of the constructs, by weight.
Construct pick(Random& random, std::initializer_list<Construct> constructs);

} // namespace daphnia::oracle
