// Ranks: what is inside a value has a smaller one, which is not negative.
#pragma once

#include "encode/own_axioms.h"
#include "encode/sorts.h"

#include <functional>
#include <map>
#include <vector>

namespace daphnia::encode {

class Datatypes;
class Vocabulary;

class Ranks {
  public:
    explicit Ranks(Vocabulary& vocabulary);

    // Of a datatype, or of a sequence or tuple that holds values of datatypes.
    // Of types that `decreases` does not compare by rank nothing is known but that it is less than that of a datatype's
    // value in which it is.
    Term of(const typed::Type& type, Term value);
    // Of what a constructor makes; said when the datatype is first spoken of.
    void define(const typed::Type& type, std::size_t constructor);

  private:
    // A value with a rank within another value.
    struct Inner {
        typed::Type type;
        Term value;
        std::vector<Term> pattern;   // what a condition speaks of when it speaks of this value
        std::vector<Term> variables; // the elements of sets on the way
        std::vector<Term> guards;
    };
    void find_inner(const typed::Type& declared, Inner outer, const std::function<void(const Inner&)>& found);
    void find_components(const typed::Type& tuple, const Inner& outer, const std::function<void(const Inner&)>& found);
    void define_sequence(const typed::Type& type, logic::Function rank_of);
    void define_tuple(const typed::Type& type, logic::Function rank_of);

    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Datatypes& datatypes_;
    std::map<Sort, logic::Function> other_ranks_;
};

} // namespace daphnia::encode
