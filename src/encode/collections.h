// What is asked of collections, whatever their kind: sequences, sets, multisets and maps.
#pragma once

#include "encode/sorts.h"

#include <functional>
#include <string>

namespace daphnia::encode {

class Datatypes;
class Vocabulary;

class Collections {
  public:
    explicit Collections(Vocabulary& vocabulary);

    // element in collection; of a map: key in map.
    Term contains(const typed::Type& collection, Term value, Term element);
    // |collection|
    Term size(const typed::Type& collection, Term value);
    // What holds of an element of a sequence, set or multiset holds of all of them.
    Term every_element(const std::string& name, const typed::Type& collection, Term value,
                       const std::function<Term(Term)>& holds);
    // multiset(s) of a sequence or set.
    logic::Function multiset_of(const typed::Type& collection);
    // map.Keys, map.Values, map.Items
    Term map_part(const typed::Type& map_type, typed::MapPartKind kind, Term map);
    Term string(const std::u32string& text);

  private:
    logic::TermStore& store_;
    Sorts& sorts_;
    Datatypes& datatypes_; // items are pairs
};

} // namespace daphnia::encode
