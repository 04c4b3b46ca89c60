// Which subset types variables without a written type have, as in the released versions of Dafny: constraints between
// types with unknowns, in the order of the text, and decisions in a fixed order where they leave a choice. What a type
// is made of is known before (inference.h); here it is about nat and int, a subset type and its base.
//
// The order matters, because comparing or calculating with what is known makes the base type of an unknown at once, and
// assigning to it makes the join of all that is assigned only once all has been seen.
#pragma once

#include "typed/typed.h"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace daphnia::resolve {

class TypeSolver {
  public:
    using Term = std::size_t;
    using Arguments = std::map<const typed::TypeParameter*, Term>;

    // An unknown. One that keeps constraints is compared with subset types themselves rather than with their bases.
    Term unknown(bool keeps = false);
    // A type; what type parameters stand for is given.
    Term known(const typed::Type& type, const Arguments& arguments = {});
    // A type with this head and these arguments.
    Term made_of(typed::Type head, std::vector<Term> arguments);
    // The unknown is that of a number that is written: a base type; this one if nothing else says which.
    void number(Term term, const typed::Type& otherwise);
    // The unknown counts something: what is decided for it becomes its base type, but not what is assigned.
    void only_base(Term term);
    // The same type with the head that it must have, at the latest now.
    Term with_head(Term term, const typed::Type& shape);
    const std::vector<Term>& arguments(Term term) const { return terms_[head(term)].arguments; }
    // As far as it is known by now; subset types left as they are.
    Term head(Term term) const;
    Term base(Term term);
    bool is_open(Term term) const { return terms_[head(term)].open; }
    // Whether it is unknown, and nothing that has been said by now is to be a value of it.
    bool nothing_flows_into(Term term) const;

    // ---- what is to hold
    void subtype(Term super, Term sub) { subtype(super, sub, false, false); }
    void assignable(Term to, Term from);
    // Of a variable that is bound to a value where it is introduced.
    void bound(Term variable, Term value);
    void equatable(Term a, Term b);
    void element_of(Term element, Term collection);
    void indexed(Term collection, Term index, Term result);
    void sliced(Term collection, Term result);
    void updated(Term collection, Term index, Term value);
    void multiset_of(Term collection, Term element);

    void solve() { solve(true); }
    // The type of the shape, which says what it is where nothing has been found out.
    typed::Type result(Term term, const typed::Type& shape) const;

  private:
    struct Node {
        bool open = true;
        bool unknown = true; // was one when it was made
        bool keeps = false;
        bool only_base = false;
        bool literal = false;
        std::optional<Term> same; // what it has become
        typed::Type head;         // without arguments
        std::vector<Term> arguments;
        std::vector<std::size_t> above, below; // constraints in which it is the smaller, the larger one
    };
    struct Constraint {
        Term super, sub;
        bool keeps;
    };
    enum class Kind { Assignable, Equatable, EquatableArgument, Element, Indexable, Index, Result, Update, MultisetOf };
    struct Condition {
        Kind kind;
        Term first, second;
        Term third = 0;
        bool either_way = true; // of EquatableArgument
    };
    enum class Outcome { Waits, Done, Progress, More };

    void subtype(Term super, Term sub, bool keeps, bool decide);
    void same_type(Term a, Term b);
    void condition(Condition condition) { conditions_.push_back(condition); }
    bool is_subset(Term term) const;
    std::optional<typed::Type> exactly(Term term) const;
    Term seen(Term term, bool keeps) { return keeps ? head(term) : base(term); }
    std::vector<Term> tower(Term term);
    struct Ends {
        bool root, leaf, head;
    };
    Ends ends(Term term) const;
    enum class Direction { Same, Up, Down };
    std::vector<Direction> directions(Term term) const;
    Direction direction(const typed::Type& head, std::size_t argument, std::size_t count) const;
    bool same_head(Term a, Term b) const;
    bool equal(Term a, Term b, bool keeps);
    bool from_same_head(Term a, Term b, Term& first, Term& second);
    Term with_unknown_arguments(Term term);
    void become(Term unknown, Term type, bool keeps);
    void impose(Term super, Term sub);
    bool reaches(Term from, Term unknown, int direction);
    bool reaches(Term from, Term unknown, int direction, std::set<Term>& visited, int depth);
    std::vector<Term> neighbours(Term unknown, bool below, std::optional<bool> keeps);
    std::vector<Term> below_and_assigned(Term unknown);
    bool take_known_end(Term unknown, bool keeps, bool decide);
    bool take_extremum(Term unknown);
    std::optional<Term> join(Term a, Term b);
    std::optional<Term> meet(Term a, Term b);
    std::optional<Term> extremum(Term a, Term b, bool join);
    std::vector<Term> merged(const std::vector<Term>& types, std::vector<Term> into, bool join);
    bool first_below(Term term, std::optional<Term>& found, std::set<Term>& visited);
    std::optional<Term> element_type(Term collection, bool below, std::set<Term>& visited);
    bool determined(Term term) const;
    void assign_arguments(const typed::Type& head, const std::vector<Term>& to, const std::vector<Term>& from);
    void assign_known(Term to, Term from, bool decide);
    Outcome confirm(const Condition& condition, bool decide);
    Outcome confirm_assignable(const Condition& condition, bool decide);
    Outcome confirm_equatable(const Condition& condition, bool decide);
    Outcome confirm_use(const Condition& condition);
    Outcome confirm_indexable(const Condition& condition);

    void solve(bool decide);
    bool process(std::size_t constraint, std::set<std::size_t>& processed, bool decide);
    bool process_constraints(bool decide);
    bool process_conditions(bool decide, bool equalities_only);
    bool join_assigned();
    bool join_assigned(Term unknown, std::set<Term>& postponed);
    bool assigned_become_subtypes();
    bool decide_from_below(Term term, std::set<Term>& processed);
    bool decide_from_above(Term term, std::set<Term>& processed);
    bool decide_by_neighbours();
    bool decide_numbers();
    bool merge_unknowns();
    bool decide_equality();
    void collect_open(Term term, std::set<Term>& out) const;

    std::vector<Node> terms_;
    std::vector<Constraint> all_;       // by number
    std::vector<std::size_t> open_;     // constraints that are not dealt with
    std::vector<Condition> conditions_; // likewise
    std::vector<std::pair<Term, typed::Type>> numbers_;
};

} // namespace daphnia::resolve
