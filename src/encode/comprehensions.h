// Comprehensions and choices: lifted to functions of what they mention (see Lifting), with the axioms that say what
// these give.
#pragma once

#include "encode/lifting.h"
#include "encode/own_axioms.h"
#include "encode/sorts.h"

#include <vector>

namespace daphnia::encode {

class Collections;
class Equality;
class Functions;
class Vocabulary;

class Comprehensions {
  public:
    explicit Comprehensions(Vocabulary& vocabulary);

    // seq(size, index => element): the same sequence for the same size and element.
    Term sequence(const typed::Type& seq_type, Term size, Term index, Term element);
    // set variables | range :: element: the same set for the same range and element.
    Term set(const typed::Type& set_type, const std::vector<Term>& variables, Term range, Term element);
    // map variables | range :: key := value, likewise.
    Term map(const typed::Type& map_type, const std::vector<Term>& variables, Term range, Term key, Term value);
    // Some values for which the condition holds, if there are any: the same values for the same condition.
    std::vector<Term> choice(const std::vector<Term>& variables, Term condition);

  private:
    void define_set(const typed::Type& set_type, const Lifted& made, logic::Function symbol);
    void define_map(const typed::Type& map_type, const Lifted& made, logic::Function symbol);

    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Lifting& lifting_;
    Collections& collections_;
    Equality& equality_;
    Functions& functions_; // triggers match calls at all layers
};

} // namespace daphnia::encode
