// The term language of the logic: immutable, hash-consed, sorted when built, without positions. The intermediate
// verification language, the conditions and the solver all speak of these terms, and nothing else.
#pragma once

#include "support/integer.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::logic {

class TermStore;

enum class SortKind { Bool, Int, Real, Bits, Named, Array };

// A sort; two sorts of one store are equal exactly when they are the same object.
struct SortNode {
    SortKind kind;
    std::uint32_t id;
    std::string name;                 // Named: as printed, e.g. "Seq<Int>"
    const SortNode* domain = nullptr; // Array
    const SortNode* range = nullptr;  // Array
    std::uint32_t width = 0;          // Bits: how many, at least one
};
using Sort = const SortNode*;

// An uninterpreted function symbol (a constant of the logic when it has no arguments).
struct FunctionNode {
    std::uint32_t id;
    std::string name;
    std::vector<Sort> arguments;
    Sort result;
};
using Function = const FunctionNode*;

enum class TermKind {
#define TERM(name, role, word) name,
#define NUMERIC(name, role, integer, real, bits) name,
#include "logic/term_kinds.def"
#undef TERM
#undef NUMERIC
};

// What a kind of term is to the patterns of quantifiers: one that may be matched as it stands, an interpreted operation
// on numbers, or logical structure, which cannot be matched.
enum class Role { Plain, Arithmetic, Logical };
Role role_of(TermKind kind);

struct TermNode;
using Term = const TermNode*;

// One alternative trigger: all its terms together must match.
using Trigger = std::vector<Term>;

struct Quantifier {
    std::string name;              // qid, for profiling; need not be unique
    std::vector<Term> variables;   // TermKind::Variable, each bound by this quantifier only
    std::vector<Trigger> triggers; // empty: the solver chooses
    int weight = 0;
};

struct TermNode {
    TermKind kind;
    std::uint32_t id; // in order of creation: order and hash use it, never the address
    Sort sort;
    std::vector<Term> children;             // arguments; the body, alone, for a quantifier
    Function function = nullptr;            // Apply
    std::string name;                       // Variable: unique in its store
    support::Integer value;                 // Integer, Real, Bits
    std::unique_ptr<Quantifier> quantifier; // Forall, Exists
};

// Owns sorts, functions and terms; everything it hands out lives as long as it does. Factories check sorts
// (InternalError when they do not fit) and simplify locally only.
class TermStore {
  public:
    TermStore();
    ~TermStore();
    TermStore(const TermStore&) = delete;
    TermStore& operator=(const TermStore&) = delete;

    Sort bool_sort() const;
    Sort int_sort() const;
    Sort real_sort() const;
    Sort bits_sort(std::uint32_t width);
    Sort named_sort(std::string_view name);
    Sort array_sort(Sort domain, Sort range);

    // The same name always gives the same function; InternalError when its signature differs.
    Function function(std::string_view name, std::vector<Sort> arguments, Sort result);
    // The function of that name, or null.
    Function find_function(std::string_view name) const;

    Term true_() const;
    Term false_() const;
    Term bool_(bool value) const { return value ? true_() : false_(); }
    Term integer(const support::Integer& value);
    Term real(const support::Integer& value);
    // What is too large for the width is cut, as by ToBits.
    Term bits(const support::Integer& value, std::uint32_t width);
    // A variable by name; the same name always gives the same term; InternalError when its sort differs.
    Term variable(std::string_view name, Sort sort);
    // The variable of that name, or null.
    Term find_variable(std::string_view name) const;
    // A variable with a name not used so far in this store: hint, hint!1, hint!2, …
    Term fresh_variable(std::string_view hint, Sort sort);
    Term apply(Function function, std::vector<Term> arguments);

    Term not_(Term a);
    Term and_(Term a, Term b);
    Term and_(std::vector<Term> operands);
    Term or_(Term a, Term b);
    Term or_(std::vector<Term> operands);
    Term implies(Term a, Term b);
    Term equal(Term a, Term b);
    Term not_equal(Term a, Term b) { return not_(equal(a, b)); }
    Term ite(Term condition, Term then, Term otherwise);
    Term add(Term a, Term b);
    Term subtract(Term a, Term b);
    Term negate(Term a); // this and the operations around it: of integers, reals or bits
    Term multiply(Term a, Term b);
    Term divide(Term a, Term b);
    Term modulo(Term a, Term b);
    Term less_equal(Term a, Term b);
    Term less(Term a, Term b);
    Term to_real(Term integer);
    Term floor(Term real);
    Term bit_and(Term a, Term b);
    Term bit_or(Term a, Term b);
    Term bit_xor(Term a, Term b);
    Term bit_not(Term a);
    Term shift_left(Term a, Term amount);
    Term shift_right(Term a, Term amount);
    Term to_bits(Term integer, std::uint32_t width);
    Term from_bits(Term bits);
    Term resize(Term bits, std::uint32_t width);
    Term select(Term array, Term index);
    Term store(Term array, Term index, Term value);
    // With no variables: the body. Variables not free in the body are kept.
    Term forall(Quantifier quantifier, Term body);
    Term exists(Quantifier quantifier, Term body);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Replaces free variables, in all terms below, triggers included. Iterative, with a cache: linear in the number of
// distinct subterms. `find` gives the replacement of a variable or null to keep it; bound variables are not asked.
// (Bound variables are unique per quantifier, so nothing can be captured as long as replacements are not open.)
class Substitution {
  public:
    Substitution(TermStore& store, std::function<Term(Term)> find);
    ~Substitution();
    Term operator()(Term term);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// The same node over other children, simplified by the factories; triggers are those of `node`, mapped by `map`.
Term rebuild(TermStore& store, Term node, std::vector<Term> children, const std::function<Term(Term)>& map);
// All variables free in a term, in order of their ids.
std::vector<Term> free_variables(Term term);
// Calls visit once for each distinct subterm, children before parents, triggers of quantifiers included.
void for_each_subterm(Term root, const std::function<void(Term)>& visit);

} // namespace daphnia::logic
