// Text of a suite program in, what its comments expect of Daphnia out.
//
//   // run: verify --relax-definite-assignment     first line only: command and options; `verify` when absent
//   x := a[i] / y;  // error[index-range] error[division-by-zero]
//   assert z > 0;   // error[assertion]: "could not be proved"
//
// error[id] expects an error that is unproved, refuted or static; unproved[id], refuted[id] and exhausted[id] expect
// that verdict; warning[id] expects a warning. Quoted text must occur in the message. Nothing else may be reported.
//
//   x = 5;          // error[syntax] hint: ":="        behind either form: what must occur in the hint
//   y := zzz;       // error[unresolved] hint: none    there is no hint; without `hint` there may be one
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::harness {

enum class Word { Error, Unproved, Refuted, Exhausted, Warning };

struct Expectation {
    std::size_t line = 0; // 1-based
    Word word = Word::Error;
    std::string id;
    std::string text;      // empty: any message
    std::string hint = {}; // empty: any hint, or none
    bool no_hint = false;
};

struct Annotations {
    std::vector<std::string> command; // "verify" and its options
    std::vector<Expectation> expectations;
    std::vector<std::string> mistakes; // of the annotations themselves, with their lines
};

Annotations read_annotations(std::string_view text);

// What Daphnia said about one place.
struct Finding {
    std::size_t line = 0;
    std::string severity; // "error", "warning", "note"
    std::string id;
    std::string verdict; // empty for static errors
    std::string message;
    std::string hint = {};
};

// What was expected and not found, or found and not expected, a line each; empty when both sets are equal.
std::vector<std::string> differences(const std::vector<Expectation>& expected, const std::vector<Finding>& found);

std::string to_string(const Expectation& expectation);
std::string to_string(const Finding& finding);

} // namespace daphnia::harness
