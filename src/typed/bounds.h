// Bound variables and the condition on them in; what restricts each of them out, in an order in which the restrictions
// can be evaluated. Compilability (resolve) and running (interpret) ask the same question.
#pragma once

#include "typed/typed.h"

#include <vector>

namespace daphnia::typed {

// The sum of the terms (subtracted where negative) and the offset; of a character the code point counts.
struct Summand {
    const Expr* term;
    bool negative;
};
struct Sum {
    std::vector<Summand> summands;
    int offset = 0;
};

// A condition, or its negation where it is not `positive`.
struct Guard {
    const Expr* condition;
    bool positive;
};

// What every value of a variable meets, whenever the condition holds. Terms mention, of the variables asked about, only
// those that come before it in the list of restrictions.
struct Restriction {
    const Variable* variable;
    std::vector<Sum> lower, upper;       // lower <= value <= upper: integers and characters
    std::vector<Sum> equal;              // integers
    std::vector<const Expr*> exactly;    // value == term: other types
    std::vector<const Expr*> element_of; // value in term
    std::vector<const Expr*> part_of;    // value <= term: finite sets
    std::vector<Guard> guards;           // hold, or there is no value; terms have a meaning where all of them do
};

// Of a quantifier: its range and the antecedents of its body (forall), or its range and the conjuncts of its body
// (exists). Of a comprehension: its range. Of a statement: its range, or the conjuncts of its constraint, for those
// targets that are variables. Of a let: the conjuncts of its constraint. The order is that in which the fewest
// variables stay without a restriction to finitely many values.
std::vector<Restriction> restrictions(const Quantifier& quantifier);
std::vector<Restriction> restrictions(const SetComprehension& comprehension);
std::vector<Restriction> restrictions(const MapComprehension& comprehension);
std::vector<Restriction> restrictions(const ForallStatement& statement);
std::vector<Restriction> restrictions(const AssignSuchThat& statement);
std::vector<Restriction> restrictions(const LetSuchThat& let);

// The variables whose values a program could not enumerate at run time, by Dafny's rules.
std::vector<const Variable*> uncompilable_variables(const Quantifier& quantifier);
std::vector<const Variable*> uncompilable_variables(const ForallStatement& statement);
std::vector<const Variable*> uncompilable_variables(const LetSuchThat& let);

// The variables that keep the set or map from being known to be finite, by Dafny's rules.
std::vector<const Variable*> infinite_variables(const SetComprehension& comprehension);
std::vector<const Variable*> infinite_variables(const MapComprehension& comprehension);

// The variables that range over whatever references happen to be allocated, which functions must not depend on.
std::vector<const Variable*> allocation_dependent_variables(const Quantifier& quantifier);
std::vector<const Variable*> allocation_dependent_variables(const SetComprehension& comprehension);
std::vector<const Variable*> allocation_dependent_variables(const MapComprehension& comprehension);

} // namespace daphnia::typed
