// Seeded chance in, values out that are related to each other: contracts ask for equal lengths, numbers about a length,
// sorted elements, an element that occurs.
#pragma once

#include "refute/input.h"
#include "refute/vocabulary.h"

#include <cstddef>
#include <random>

namespace daphnia::refute {

// The same numbers on every machine, which the distributions of the standard library do not promise.
class Chance {
  public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : engine_() % bound; }
    bool one_in(std::size_t count) { return below(count) == 0; }

  private:
    std::mt19937 engine_;
};

class RandomValues {
  public:
    RandomValues(const Vocabulary& vocabulary, Chance& chance) : vocabulary_(vocabulary), chance_(chance) {}

    // Arguments whose numbers and lengths are about `size`.
    Input input(const Parameters& parameters, std::size_t size);
    // The same with one or two changes.
    Input changed(const Input& input, const Parameters& parameters);
    // The same with one change made to all lists of one length alike: contracts tie such lists together, and what is
    // changed in one of them alone does not meet the precondition.
    Input changed_together(const Input& input, const Parameters& parameters);

    // For values outside of arguments: what they may be related to, then values.
    void forget();
    void note(const Value& value, const typed::Type& type);
    Value value(const typed::Type& type, std::size_t size);
    Value changed(const Value& value, const typed::Type& type);
    Values changed_elements(Values elements, const typed::Type& element, bool fixed_length);

  private:
    // What it refers to counts only with `follow`, and only one object far: objects lead back to each other, by way of
    // the collections in their fields, too.
    void note_numbers(const Value& value, bool follow);
    std::int64_t integer(std::size_t size);
    Values list(const typed::Type& element, std::size_t size);
    Values list_of(const typed::Type& element, std::size_t length, std::size_t size);
    std::size_t length(std::size_t size);
    ObjectDraft array(const typed::Type& type, std::size_t size);
    ObjectDraft changed_array(ObjectDraft array);
    Value datatype(const typed::Type& type, std::size_t size);
    Value part(const typed::Type& type, std::size_t size);
    Value make(const typed::Type& type, std::size_t size);
    Value function(const typed::Type& type, std::size_t size);
    Value reference(const typed::Type& type, std::size_t size);
    Value object(const typed::Type& type, std::size_t size);
    Input finished(const Values& arguments);
    void change_object(std::size_t number);
    void arrange(Values& elements, const typed::Type& element);

    const Vocabulary& vocabulary_;
    Chance& chance_;
    std::vector<ObjectDraft> objects_;   // of the input that is being made
    std::vector<std::int64_t> integers_; // in it
    std::size_t inside_ = 0;             // of how many datatypes the value that is made is a part
    std::vector<std::size_t> lengths_;   // in it
    std::size_t room_ = 0;               // how many parts the value that is made may still get
    std::vector<std::pair<typed::Type, Value>> made_;
};

} // namespace daphnia::refute
