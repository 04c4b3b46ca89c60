// The symbols of declared functions and constants, and which calls may use what is known of them.
#pragma once

#include "encode/heap.h"
#include "encode/sorts.h"
#include "typed/call_graph.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace daphnia::encode {

class Vocabulary;

// The default layers: one unfolding for what is known and one more for what is asked (Dafny's fuel 1 and 2).
inline constexpr int kDefaultFuel = 1;

// What an object that the frame names holds in a region.
struct TakenRow {
    const typed::FrameEntry* entry;
    typed::Region region;
};

// How a function is named in the logic. A recursive function has layers f#0 … f#top (limited functions: Leino and
// Monahan, 2009): f#k unfolds to bodies that speak of f#(k-1), f#0 does not unfold, user text speaks of f#top.
struct FunctionSymbols {
    std::vector<logic::Function> layers;
    // ok(args): the call has been checked, so its axioms may be used; null when no axiom asks for it.
    logic::Function ok = nullptr;
    // What of the heap is passed: the map of each region of its footprint, or what each object in `reads` holds in
    // them.
    bool takes_regions = false;
    std::vector<std::size_t> footprint; // numbers of regions; empty where rows are taken
    std::vector<TakenRow> rows;         // empty where regions are taken
    // Of a two-state function also the maps of these regions in its previous state, and what was allocated then.
    std::vector<std::size_t> previous;
    bool takes_allocation = false;

    std::size_t top() const { return layers.size() - 1; }
};

class Functions {
  public:
    explicit Functions(Vocabulary& vocabulary);

    const FunctionSymbols& symbols(const typed::Function& function);
    logic::Function constant(const typed::Constant& constant);
    // The function of which the symbol is what user text calls; null when it is none.
    const typed::Function* called(logic::Function symbol) const;
    // The heap part of a call's arguments; `parameters` are the values of the function's parameters, `previous` is the
    // earlier state of a two-state function, of which others know nothing.
    std::vector<Term> heap_arguments(const typed::Function& function, const std::vector<Term>& parameters,
                                     const State& state, const State& previous);
    // The pattern with every call at layer 0: each call at a higher layer brings the equal one at layer 0 with it, so
    // the pattern matches calls at all layers.
    Term at_lowest_layer(Term pattern) const;

    // The function's axioms are guarded by ok(args), as it is being checked itself.
    bool is_guarded(typed::Callable callable) const;
    // The function being checked, applied to its own parameters, or what it stands for: no axiom may speak of this
    // call, as its contract and its termination are what is to be proved.
    void set_own_calls(std::vector<Term> calls) { own_calls_ = std::move(calls); }
    bool is_own_call(Term call) const;
    // Functions that stand for this one, a trait's, where their classes are spoken of.
    const std::vector<const typed::Function*>& overrides(const typed::Function& function) const;

    // Where this is known, so is the definition of the opaque function or constant. It is a true fact whatever the
    // symbol means: nobody can learn anything wrong from revealing.
    Term reveal(const std::string& name);
    // That its definition is known; null when nothing of the task reveals it.
    Term is_transparent(const std::string& name, const typed::Attributes& attributes) const;

    // Those that were spoken of since they were last taken; in this order. Null: there is none.
    const typed::Function* next_function();
    const typed::Constant* next_constant();

  private:
    std::vector<TakenRow> rows(const typed::Function& function) const;
    bool needs_ok(const typed::Function& function) const;
    int fuel(const typed::Function& function) const;

    Vocabulary& vocabulary_; // of which reads clauses may mention anything
    logic::TermStore& store_;
    Sorts& sorts_;
    Heap& heap_;
    std::vector<Term> own_calls_;
    std::map<const typed::Function*, FunctionSymbols> symbols_;
    std::map<logic::Function, const typed::Function*> by_symbol_; // as user text calls them
    std::map<logic::Function, logic::Function> lowest_layer_;
    std::map<const typed::Constant*, logic::Function> constants_;
    std::deque<const typed::Function*> undefined_functions_;
    std::deque<const typed::Constant*> undefined_constants_;
    std::map<std::string, Term> revealed_; // by name of what is opaque
};

} // namespace daphnia::encode
