// Products, quotients and remainders: of two unknowns by names that triggers can hold, else by the solver's operators.
#pragma once

#include "encode/sorts.h"

namespace daphnia::encode {

class Vocabulary;

class Products {
  public:
    explicit Products(Vocabulary& vocabulary);

    // Multiply, Divide or Modulo: of two unknowns by its name (see logic::ProductTheory), else by the solver's
    // operator.
    Term of(typed::BinaryOp op, Term left, Term right);
    // A named product of numerals as the number that it is; other terms as they are.
    Term computed(Term term);

  private:
    logic::TermStore& store_;
    Sorts& sorts_;
};

} // namespace daphnia::encode
