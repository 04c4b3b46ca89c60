// A type in, its values in order of size out: 0, 1, -1, 2, …; false, true; short sequences of small values before
// longer ones; literals of the program among the small numbers.
#pragma once

#include "refute/input.h"
#include "refute/vocabulary.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>

namespace daphnia::refute {

class SmallValues {
  public:
    explicit SmallValues(const Vocabulary& vocabulary);

    // The values of exactly this size, at most a few hundred; references are to arrays().
    const Values& of_size(const typed::Type& type, std::size_t size);
    const std::vector<ArrayDraft>& arrays() const { return arrays_; }
    // The `index`-th value of the type, or its last.
    Value simplest(const typed::Type& type);

  private:
    Values make(const typed::Type& type, std::size_t size);
    Values integers(std::size_t size, bool natural) const;
    Values reals(std::size_t size) const;
    Values characters(std::size_t size) const;
    Values functions(const typed::Type& type, std::size_t size);
    std::vector<Values> lists(const typed::Type& element, std::size_t size);
    std::vector<Values> products(const std::vector<typed::Type>& types, std::size_t size);

    std::map<std::size_t, std::vector<std::int64_t>> integers_of_size_;
    std::map<std::size_t, std::vector<char32_t>> characters_of_size_;
    std::map<std::size_t, std::vector<support::Rational>> reals_of_size_;
    std::map<std::string, std::vector<Values>> known_; // by the type's text, then by size
    std::vector<ArrayDraft> arrays_;
};

// All tuples of arguments in order of their sizes together, up to `largest`; for several arrays of one type also those
// in which they are the same array. Stops when `visit` answers false.
void for_each_small_input(const Parameters& parameters, SmallValues& values, std::size_t largest,
                          const std::function<bool(Input)>& visit);

} // namespace daphnia::refute
