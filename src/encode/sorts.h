// What types are in the logic: the sort of each, and the theory of the values of collections.
#pragma once

#include "logic/theory.h"
#include "typed/typed.h"

namespace daphnia::encode {

using logic::Sort;
using logic::Term;

// In how many bits values of the type are held. The logic has no bits of width 0: the one value of bv0 is a zero of one
// bit, which belongs to the type, as the other value does not.
inline std::uint32_t bits_held(const typed::Type& type) {
    return type.width == 0 ? 1 : type.width;
}

class Sorts {
  public:
    explicit Sorts(logic::TermStore& store) : store_(store), theories_(store) {}

    Sort of(const typed::Type& type);
    Sort ref() const { return store_.named_sort("Ref"); }

    const logic::SeqTheory& seq(const typed::Type& seq_type) { return theories_.seq(of(seq_type.arguments.at(0))); }
    const logic::SetTheory& set(const typed::Type& set_type) {
        return theories_.set(of(set_type.arguments.at(0)), typed::is_infinite(set_type));
    }
    const logic::MapTheory& map(const typed::Type& map_type) {
        return theories_.map(of(map_type.arguments.at(0)), of(map_type.arguments.at(1)), typed::is_infinite(map_type));
    }
    const logic::MultisetTheory& multiset(const typed::Type& multiset_type) {
        return theories_.multiset(of(multiset_type.arguments.at(0)));
    }
    // Of sorts, where no type is at hand.
    logic::Theories& theories() { return theories_; }

  private:
    logic::TermStore& store_;
    logic::Theories theories_;
};

} // namespace daphnia::encode
