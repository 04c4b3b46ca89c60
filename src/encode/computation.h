// Calls whose arguments are literals are computed: layers alone would stop after a few unfoldings (Amin, Leino and
// Rompf, Computing with an SMT Solver, TAP 2014). What comes out are true facts about these calls, nothing else.
#pragma once

#include "encode/vocabulary.h"

#include <map>
#include <optional>
#include <vector>

namespace daphnia::encode {

class Computation {
  public:
    explicit Computation(Vocabulary& vocabulary);

    // f(arguments) == body for the calls in the terms, and for those that evaluating them brings up.
    std::vector<Term> facts(const std::vector<Term>& roots);
    bool is_literal(Term term);
    // A literal, or a lambda of which all that it captures is known.
    bool is_known(Term term);

  private:
    // What a lambda that is known gives.
    Term apply_to_lambda(Term term);
    // The function of which the term is a call as user text has it; null when it is none.
    const typed::Function* function_of(Term term) const;
    std::optional<std::vector<Term>> elements(Term sequence) const;
    Term sequence(Sort sort, const std::vector<Term>& elements);
    Term equality(Term term, Term left, Term right);
    Term apply_to_sequence(const logic::SeqTheory& theory, Term term);
    Term apply_to_constructor(Term term);
    Term simplify(Term term);
    bool takes_heap(const typed::Function& function) const;
    Term general_call(const typed::Function& function, Term call);
    Term unfold(const typed::Function& function, Term call);
    Term over_values(Term term);
    Term unfold_call(Term term);
    Term step(Term term);
    // Gives the term, and what evaluating it needs, an entry in values_.
    void evaluate(Term root);

    Vocabulary& vocabulary_;
    logic::TermStore& store_;
    std::map<std::pair<std::size_t, Sort>, Term> any_; // arguments that do not matter, by position
    std::map<Term, Term> values_;                      // literal, or as far as it was computed
    std::map<Term, Term> next_;                        // what a term is the same as
    std::map<Term, bool> literals_;                    // of applications
    std::vector<Term> facts_;
    std::size_t unfoldings_ = 0;
};

} // namespace daphnia::encode
