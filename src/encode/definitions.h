// The axioms of functions and constants: what a call means to those who may know it.
#pragma once

#include "encode/heap.h"
#include "encode/own_axioms.h"
#include "encode/sorts.h"

namespace daphnia::encode {

class Functions;
class Membership;
class Vocabulary;

class Definitions {
  public:
    explicit Definitions(Vocabulary& vocabulary);

    void define(const typed::Function& function);
    void define(const typed::Constant& constant);

  private:
    struct Instance;
    Instance instance(const typed::Function& function);
    void take_previous(const typed::Function& function, Instance& instance);
    Term existed(const typed::Function& function, const Instance& instance);
    Term guard(const typed::Function& function, Instance& instance);
    void add_definition(const typed::Function& function, std::size_t layer);
    void add_consequence(const typed::Function& function);
    void add_frame(const typed::Function& function);
    void add_override(const typed::Function& base, const typed::Function& override_, std::size_t layer);

    Vocabulary& vocabulary_; // of which bodies and contracts may mention anything
    logic::TermStore& store_;
    OwnAxioms& axioms_;
    Sorts& sorts_;
    Heap& heap_;
    Membership& membership_;
    Functions& functions_;
};

} // namespace daphnia::encode
