// Equality with Dafny's meaning: extensional where the logic's is not.
#pragma once

#include "encode/own_axioms.h"
#include "encode/sorts.h"

namespace daphnia::encode {

class Datatypes;
class Vocabulary;

class Equality {
  public:
    explicit Equality(Vocabulary& vocabulary);

    // a == b with Dafny's meaning (extensional on sequences).
    Term equal(const typed::Type& type, Term a, Term b);
    // Of a datatype with sequences in its values; said when it is first spoken of.
    void define(const typed::Type& type);

  private:
    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Datatypes& datatypes_;
};

} // namespace daphnia::encode
