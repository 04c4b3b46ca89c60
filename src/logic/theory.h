// The theories: axioms of sequences, sets, multisets and maps that a person can audit, written in SMT-LIB
// syntax over sort parameters in src/logic/theories/*.smt2, embedded at build time and instantiated per element sort.
#pragma once

#include "logic/term.h"

#include <string>
#include <vector>

namespace daphnia::logic {

// One axiom. It is sent with a condition only when the condition, or an axiom already sent, mentions all
// function symbols of one of its triggers (for an axiom without quantifier: the symbol that it defines, or all of its
// function symbols).
struct Axiom {
    std::string name; // e.g. "seq.append.length<Int>"
    std::string why;  // one line of English
    Term formula = nullptr;
    Function defines = nullptr; // null when it defines none
    bool reserve = false;       // not for first attempts: it helps where they fail, and costs where they do not
};

// The symbols of Seq<element>; see src/logic/theories/seq.smt2 for what each means.
// Only inside the range given by their guards is anything known: at(s, -1) is unspecified.
struct SeqTheory {
    Sort element, seq;
    Function length, at, empty, build, append, update, take, drop, contains, equal;
    // prefix(s, t): s is a prefix of t
    Function prefix;
    // slice(row, lo, hi): the elements lo..hi of an (Array Int element)
    Function slice;
};

// The symbols of Set<element>; see src/logic/theories/set.smt2.
struct SetTheory {
    Sort element, set;
    Function contains, empty, insert, union_, intersection, difference, equal, subset, disjoint, size;
};

// The symbols of Multiset<element>; see src/logic/theories/multiset.smt2.
struct MultisetTheory {
    Sort element, multiset;
    Function count, empty, insert, union_, intersection, difference, update, equal, subset, disjoint, size;
};

// The symbols of Map<key,value>; see src/logic/theories/map.smt2.
struct MapTheory {
    Sort map;
    Function keys, value, empty, update, merge, remove, equal;
};

// The names of products and quotients of two unknowns; see src/logic/theories/int_products.smt2.
struct ProductTheory {
    Function multiply = nullptr, divide = nullptr;
    Function modulo = nullptr; // null for reals
};

// A pair is made of two, and gives them back.
struct PairSymbols {
    Function make, first, second;
};

// Instantiates the theory once per store and element sort and appends its axioms to `axioms` the first time.
class Theories {
  public:
    explicit Theories(TermStore& store);
    ~Theories();
    const SeqTheory& seq(Sort element);
    // The theory of this sort of sequences; null when it is none that was asked for.
    const SeqTheory* sequences_of(Sort seq) const;
    // Possibly infinite sets and maps are theories of their own, without sizes.
    const SetTheory& set(Sort element, bool infinite = false);
    const MapTheory& map(Sort key, Sort value, bool infinite = false);
    // The values of a map and its pairs of a key and its value, as sets
    Function map_values(Sort key, Sort value, bool infinite);
    Function map_items(Sort key, Sort value, const PairSymbols& pair, bool infinite);
    const MultisetTheory& multiset(Sort element);
    // multiset(s) of a sequence and of a set
    Function multiset_of_seq(Sort element);
    Function multiset_of_set(Sort element);
    // Of integers or reals
    const ProductTheory& products(Sort number);
    // All axioms of all theories instantiated so far, in a deterministic order.
    const std::vector<Axiom>& axioms() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Whether the solver has to reason about products or quotients of unknowns for it: one with a name, or without.
bool is_nonlinear(Term term);

// The solver's operator in place of a product with a name; null when the term is none.
Term native_product(TermStore& store, Term term);

// Which axioms a condition gets: without or with those that are kept in reserve.
enum class Effort { First, Further };

// The axioms of `candidates` that the goals can use (see Axiom), in their order: the fixpoint of the rule above.
std::vector<const Axiom*> relevant_axioms(const std::vector<Term>& goals, const std::vector<Axiom>& candidates,
                                          Effort effort = Effort::First);

} // namespace daphnia::logic
