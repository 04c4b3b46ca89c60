// What the terms of an encoding say about the variables of the program: at which moments their values are captured, and
// terms for the parts of those values, to be evaluated in a candidate model.
#pragma once

#include "encode/encode.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace daphnia::encode {

class Vocabulary;
enum class EntryPart;

// A moment of an execution, numbered by its place in Observation::moments. Its ivl::Capture has the values of the
// variables in this order, then the map of each region of the heap, in the order of their names.
struct Moment {
    const void* site =
        nullptr; // null: entry; else the typed::While (its head), or the typed::Stmt of a call (after it)
    std::vector<const typed::Variable*> variables;
};

class Observation {
  public:
    Observation();
    ~Observation();
    Observation(const Observation&) = delete;
    Observation& operator=(const Observation&) = delete;

    std::vector<Moment> moments;

    // Parts of values, as terms in the store of the encoding. `type` is that of the value.
    logic::Term size(const typed::Type& type, logic::Term value) const; // of a sequence, set or multiset
    logic::Term sequence_element(const typed::Type& type, logic::Term value, logic::Term index) const;
    logic::Term contains(const typed::Type& type, logic::Term value, logic::Term element) const;
    logic::Term multiplicity(const typed::Type& type, logic::Term value, logic::Term element) const;
    logic::Term map_value(const typed::Type& type, logic::Term value, logic::Term key) const;
    logic::Term component(const typed::Type& type, logic::Term value, std::size_t index) const;
    logic::Term tag(const typed::Type& type, logic::Term value) const; // of a datatype: its constructor
    logic::Term destructor(const typed::Type& type, logic::Term value, std::size_t destructor) const;
    logic::Term null() const;
    logic::Term array_length(logic::Term array, std::size_t dimension) const;
    // The number of a heap among the values of a capture, after the variables.
    std::size_t heap_number(const typed::Type& array) const;
    logic::Term array_element(logic::Term heap, logic::Term array, const std::vector<logic::Term>& indices) const;

  private:
    friend ivl::Program encode(const Context& context, const typed::Declaration& declaration, logic::TermStore& store,
                               Observation* observation, Detail);
    friend ivl::Program entry(const typed::Declaration& declaration, EntryPart part, Observation& observation);
    std::unique_ptr<Vocabulary> vocabulary_;
};

} // namespace daphnia::encode
