// Types and functions of a program as symbols of the logic, with the axioms that say what they mean.
#pragma once

#include "encode/encode.h"
#include "encode/heap.h"
#include "encode/lifting.h"
#include "logic/theory.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace daphnia::encode {

using logic::Sort;
using logic::Term;

// How a function is named in the logic. A recursive function has layers f#0 … f#top (limited functions: Leino and
// Monahan, 2009): f#k unfolds to bodies that speak of f#(k-1), f#0 does not unfold, user text speaks of f#top.
struct FunctionSymbols {
    std::vector<logic::Function> layers;
    // ok(args): the call has been checked, so its axioms may be used; null when no axiom asks for it.
    logic::Function ok = nullptr;
    // What of the heap is passed: the map of each region of its footprint, or the row of each array in `reads`.
    bool takes_regions = false;
    std::vector<std::size_t> footprint; // numbers of regions; empty where rows are taken

    std::size_t top() const { return layers.size() - 1; }
};

// In how many bits values of the type are held. The logic has no bits of width 0: the one value of bv0 is a zero of one
// bit, which belongs to the type, as the other value does not.
inline std::uint32_t bits_held(const typed::Type& type) {
    return type.width == 0 ? 1 : type.width;
}

// The terms of both, in their order.
std::vector<Term> joined(std::vector<Term> first, const std::vector<Term>& second);

struct FrameLaw;

class Vocabulary {
  public:
    // `task` is the declaration being checked: its own component's functions get guarded axioms (soundness trap 1).
    Vocabulary(const Context& context, typed::Callable task, logic::TermStore& store);

    logic::TermStore& store() { return store_; }
    const Context& context() const { return context_; }
    typed::Callable task() const { return task_; }
    // The function being checked, applied to its own parameters: no axiom may speak of this call, as its contract and
    // its termination are what is to be proved.
    void set_own_call(Term call) { own_call_ = call; }
    bool is_own_call(Term call) const { return call == own_call_; }

    Heap& heap() { return heap_; }
    Sort sort(const typed::Type& type);
    const logic::SeqTheory& seq(const typed::Type& seq_type) { return theories_.seq(sort(seq_type.arguments.at(0))); }
    const logic::SetTheory& set(const typed::Type& set_type) {
        return theories_.set(sort(set_type.arguments.at(0)), typed::is_infinite(set_type));
    }
    const logic::MapTheory& map(const typed::Type& map_type) {
        return theories_.map(sort(map_type.arguments.at(0)), sort(map_type.arguments.at(1)),
                             typed::is_infinite(map_type));
    }
    // Multiply, Divide or Modulo: of two unknowns by its name (see logic::ProductTheory), else by the solver's
    // operator.
    Term product(typed::BinaryOp op, Term left, Term right);
    // A named product of numerals as the number that it is; other terms as they are.
    Term computed_product(Term term);
    // map.Keys, map.Values, map.Items
    Term map_part(const typed::Type& map_type, typed::MapPartKind kind, Term map);
    const logic::MultisetTheory& multiset(const typed::Type& multiset_type) {
        return theories_.multiset(sort(multiset_type.arguments.at(0)));
    }
    // multiset(s) of a sequence or set.
    logic::Function multiset_of(const typed::Type& collection);
    // element in collection; of a map: key in map.
    Term contains(const typed::Type& collection, Term value, Term element);
    // What holds of an element of a sequence, set or multiset holds of all of them.
    Term every_element(const std::string& name, const typed::Type& collection, Term value,
                       const std::function<Term(Term)>& holds);
    // |collection|
    Term size(const typed::Type& collection, Term value);

    // `value` belongs to `type`, beyond its sort. With `state`, references in it are allocated there.
    Term is(const typed::Type& type, Term value, const State* state);
    bool is_constrained(const typed::Type& type, bool allocation) const;
    // A value of a type parameter that is declared to have some.
    Term some_value(const typed::Type& parameter);

    // The symbols of a tuple type: its constructor and selectors.
    struct TupleSymbols {
        logic::Function make = nullptr;
        std::vector<logic::Function> select;
    };
    const TupleSymbols& tuple(const typed::Type& type);
    // The symbols of a datatype (datatypes.cpp).
    struct DatatypeSymbols {
        logic::Function tag = nullptr;
        std::vector<logic::Function> constructors;
        std::vector<logic::Function> select; // by destructor
        logic::Function rank = nullptr;      // what is inside a value has a smaller one
        logic::Function equal = nullptr;     // null: the equality of the logic
    };
    const DatatypeSymbols& datatype(const typed::Type& type);
    // The symbols of a function type (lambda.cpp): what a value gives for arguments, and whether it has a meaning for
    // them.
    struct ArrowSymbols {
        logic::Function apply = nullptr;
        logic::Function domain = nullptr;
    };
    ArrowSymbols arrow(const typed::Type& type);
    // Variables for the arguments of a function, and that they belong to the types of its parameters.
    struct AnyArguments {
        std::vector<Term> variables;
        Term belong = nullptr;
    };
    AnyArguments any_arguments(const typed::Type& arrow, const State* state);
    // The symbols of function types whose values may read the heap (reading.cpp): all three take the value, the maps of
    // the heap, and the arguments.
    struct ReadingSymbols {
        logic::Function apply = nullptr;
        logic::Function domain = nullptr;
        logic::Function reads = nullptr;
        logic::Function closed = nullptr; // it has been checked that the value depends on what it reads alone
    };
    const ReadingSymbols& reading(const typed::Type& type);
    // A value of type `from` is one of type `to`, as far as can be seen in this state: a function that may read the
    // heap and reads nothing here reads nothing anywhere.
    Term fits(const typed::Type& to, const typed::Type& from, Term value, const State& state);
    // A value of a function type: wherever the domain holds of the variables, it gives the body. The same for the same
    // domain and body.
    struct LambdaParts {
        State applied; // in which it is applied, with `reads`
        std::vector<Term> variables;
        Term domain = nullptr;
        Term body = nullptr;
        Term reads = nullptr; // null: it reads nothing
    };
    Term lambda(const typed::Type& type, const LambdaParts& parts);
    // A declared function as a value; `receiver` is null where it has none.
    Term function_value(const typed::Function& function, Term receiver);
    Term construct(const typed::Type& type, std::size_t constructor, std::vector<Term> arguments);
    // The value is made by this constructor.
    Term is_made_by(const typed::Type& type, Term value, std::size_t constructor);
    Term destruct(const typed::Type& type, Term value, std::size_t destructor);
    // Of a datatype, or of a sequence or tuple that holds values of datatypes.
    // Of types that `decreases` does not compare by rank nothing is known but that it is less than that of a datatype's
    // value in which it is.
    Term rank(const typed::Type& type, Term value);
    // a == b with Dafny's meaning (extensional on sequences).
    Term equal(const typed::Type& type, Term a, Term b);
    Term string(const std::u32string& text);

    const FunctionSymbols& function(const typed::Function& function);
    logic::Function constant(const typed::Constant& constant);
    // Where this is known, so is the definition of the opaque function or constant. It is a true fact whatever the
    // symbol means: nobody can learn anything wrong from revealing.
    Term reveal(const std::string& name);
    // seq(size, index => element): the same sequence for the same size and element.
    Term comprehension(const typed::Type& seq_type, Term size, Term index, Term element);
    // set variables | range :: element: the same set for the same range and element.
    Term set_comprehension(const typed::Type& set_type, const std::vector<Term>& variables, Term range, Term element);
    // map variables | range :: key := value, likewise.
    Term map_comprehension(const typed::Type& map_type, const std::vector<Term>& variables, Term range, Term key,
                           Term value);
    // Some values for which the condition holds, if there are any: the same values for the same condition.
    std::vector<Term> choice(const std::vector<Term>& variables, Term condition);
    // The function's axioms are guarded by ok(args), as it is being checked itself.
    bool is_guarded(typed::Callable callable) const;
    bool needs_ok(const typed::Function& function) const;
    // The heap part of a call's arguments; `parameters` are the values of the function's parameters.
    std::vector<Term> heap_arguments(const typed::Function& function, const std::vector<Term>& parameters,
                                     const State& state);

    // The pattern with every call at layer 0: each call at a higher layer brings the equal one at layer 0 with it, so
    // the pattern matches calls at all layers.
    Term at_lowest_layer(Term pattern);
    // Axioms of everything spoken of so far and of what these axioms speak of.
    std::vector<logic::Axiom> axioms();
    void add_axiom(std::string name, std::string why, Term formula, logic::Function defines = nullptr);

  private:
    friend class Computation;
    Term parameter_is(const typed::Type& type, Term value, const State* state);
    Term satisfies(const typed::Function& constraint, Term value);
    // The predicate is<T> of values of the type and, with allocation, of what is allocated.
    struct Membership {
        std::string name;
        logic::Function predicate;
        bool allocation;
        bool first;   // its axioms are still to be written,
        State inside; // over an allocation of their own

        const State* state() const { return allocation ? &inside : nullptr; }
    };
    Membership membership(const typed::Type& type, bool allocation);
    Term belongs(const Membership& to, Term value, const State* state);
    // What the axioms of the predicate range over, beside these.
    std::vector<Term> with_allocation(const Membership& of, std::vector<Term> variables) const;
    Term elements_are(const typed::Type& type, Term value, const State* state);
    Term elements_belong(const typed::Type& type, Term value, const State* state);
    Term datatype_is(const typed::Type& type, Term value, const State* state);
    void define_membership(const typed::Type& type, const Membership& is_of);
    Term arrow_is(const typed::Type& type, Term value, const State* state);
    Term takes_and_gives(const typed::Type& type, Term value, const State* state);
    Term gives_when_it_reads(const typed::Type& type, Term value);
    // It reads nothing, so that what it gives does not depend on the heap.
    Term is_pure(const typed::Type& type, Term value);
    void relate_to_captured(const typed::Type& type, Term lambda, const std::vector<Term>& captured);
    void define_reading(const typed::Type& type, const ReadingSymbols& symbols);
    void add_frame_law(const FrameLaw& law);
    // A value of a type of functions, applied to any arguments in any heap.
    struct Applied {
        State state;
        std::vector<Term> variables; // the heaps, then the arguments
        std::vector<Term> arguments;
        Term good = nullptr;   // the heap is one that a program can have
        Term belong = nullptr; // the arguments belong to their types
        Term value = nullptr, domain = nullptr, reads = nullptr;
    };
    Applied applied_anywhere(const typed::Type& type, Term value);
    Term reading_is_allocated(const typed::Type& type, Term value, const State& state);
    void define_function_value(const typed::Function& function, logic::Function symbol);
    void relate_allocations(const typed::Type& type, logic::Function predicate, Term d, Term alloc);
    void define_constructor(const typed::Type& type, std::size_t constructor);
    void define_tag(const typed::Type& type);
    void define_rank(const typed::Type& type, std::size_t constructor);
    void define_sequence_rank(const typed::Type& type, logic::Function rank);
    void define_tuple_rank(const typed::Type& type, logic::Function rank);
    void define_equality(const typed::Type& type);
    void define_function(const typed::Function& function);
    void define_constant(const typed::Constant& constant);
    struct Instance;
    Instance instance(const typed::Function& function);
    void add_definition(const typed::Function& function, std::size_t layer);
    void add_consequence(const typed::Function& function);
    void add_frame(const typed::Function& function);
    Term guard(const typed::Function& function, Instance& instance);
    int fuel(const typed::Function& function) const;
    // That its definition is known; null when nothing of the task reveals it.
    Term is_transparent(const std::string& name, const typed::Attributes& attributes) const;

    const Context& context_;
    typed::Callable task_;
    Term own_call_ = nullptr;
    logic::TermStore& store_;
    logic::Theories theories_;
    Heap heap_;
    std::map<Sort, ReadingSymbols> readings_;
    std::map<Sort, TupleSymbols> tuples_;
    std::map<Sort, DatatypeSymbols> datatypes_;
    std::map<Sort, logic::Function> other_ranks_;
    std::map<logic::Function, std::pair<const typed::Datatype*, std::size_t>> constructors_;
    std::map<const typed::Function*, FunctionSymbols> functions_;
    std::map<logic::Function, const typed::Function*> by_symbol_; // as user text calls them
    std::map<const typed::Function*, logic::Function> function_values_;
    std::map<logic::Function, logic::Function> lowest_layer_;
    std::map<const typed::Constant*, logic::Function> constants_;
    std::deque<const typed::Function*> undefined_functions_;
    std::deque<const typed::Constant*> undefined_constants_;
    Lifting lifting_; // of comprehensions, lambdas and choices
    struct KnownLambda {
        Lifted made; // domain and body
        logic::Function apply;
    };
    std::map<logic::Function, KnownLambda> lambdas_; // by symbol, of those that read nothing
    void define_lambda(const typed::Type& type, const Lifted& made, logic::Function symbol, bool reads);
    void define_set_comprehension(const typed::Type& set_type, const Lifted& made, logic::Function symbol);
    void define_map_comprehension(const typed::Type& map_type, const Lifted& made, logic::Function symbol);
    std::map<std::string, Term> revealed_;              // by name of what is opaque
    std::map<std::string, logic::Function> predicates_; // defined "is" predicates by name
    std::vector<logic::Axiom> axioms_;
};

} // namespace daphnia::encode
