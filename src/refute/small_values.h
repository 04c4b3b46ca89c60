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
    // Of objects of classes those that calls have made, and (guesses) others.
    explicit SmallValues(const Vocabulary& vocabulary, bool guesses = true);

    // The values of exactly this size, at most a few hundred; references are to objects().
    const Values& of_size(const typed::Type& type, std::size_t size);
    const std::vector<ObjectDraft>& objects() const { return objects_; }
    // The `index`-th value of the type, or its last.
    Value simplest(const typed::Type& type);
    // Tuples of values whose sizes together are this.
    std::vector<Values> products(const std::vector<typed::Type>& types, std::size_t size);

  private:
    Values make(const typed::Type& type, std::size_t size);
    Values integers(std::size_t size, bool natural) const;
    Values reals(std::size_t size) const;
    Values characters(std::size_t size) const;
    Values functions(const typed::Type& type, std::size_t size);
    std::vector<Values> lists(const typed::Type& element, std::size_t size);
    Values references(const typed::Type& type, std::size_t size);
    void add_made(const typed::Type& type, std::size_t size, Values& result);
    void add_guessed(const typed::Type& type, std::size_t size, Values& result);
    void add_arrays(const typed::Type& type, const interpret::Lengths& lengths, std::size_t size, Values& result);
    Value added(const typed::Type& type, Values cells, interpret::Lengths lengths = {});

    const Vocabulary& vocabulary_;
    bool guesses_;
    std::map<std::size_t, std::vector<std::int64_t>> integers_of_size_;
    std::map<std::size_t, std::vector<char32_t>> characters_of_size_;
    std::map<std::size_t, std::vector<support::Rational>> reals_of_size_;
    std::map<std::string, std::vector<Values>> known_; // by the type's text, then by size
    std::vector<ObjectDraft> objects_;
};

// All tuples of arguments in order of their sizes together, up to `largest`; for several objects of one type also those
// in which they are the same object; for objects of classes also those that share others, or lead back to themselves,
// and several ways to fill their ghost fields. Stops when `visit` answers false.
void for_each_small_input(const Parameters& parameters, SmallValues& values, std::size_t largest,
                          const std::function<bool(Input)>& visit);

} // namespace daphnia::refute
