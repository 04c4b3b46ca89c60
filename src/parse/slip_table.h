// The table of slips; slips.cpp reads it. Private to parse.
#pragma once

#include <cstdint>
#include <span>

namespace daphnia::parse {

enum class SlipPlace : std::uint8_t {
    Anywhere,
    Declaration,  // a declaration should start here
    Ended,        // a declaration could be complete here
    AfterBody,    // the same, right behind the brace of a body
    Head,         // between the keyword of a declaration and its body
    MethodHead,   // of methods and lemmas
    FunctionHead, // of functions and predicates
    Statement,    // a statement could start or end here
    FunctionBody, // somewhere in the braces of a function
    MethodBody,   // somewhere in the braces of a method
    Type,         // a type should start here
    Binder,       // the variables of a quantifier or comprehension
    Block,        // the brace of a branch or loop should stand here
    CaseArrow,    // `=>` should stand here, behind a pattern
    ElseBranch,   // the `else` of an expression
    ThenBranch,   // the `then` of an expression
};

// How it is recognised: words and signs as they are written, with one blank between them.
//   @x     the token at which the parser stopped, which is `x`; without any, it stopped within the pattern
//   a,b    one of several; an empty one is the comma itself
//   ~      the two tokens touch
//   ^      a statement starts here
//   …      any tokens, or none
//   NAME WORD NUMBER STRING TYPE EXPR ANY   a name, a name or keyword, a number, a string, a type (as other languages
//          write it, too), tokens up to the next sign of the pattern, any one token
// What the wildcards stand for (but ANY) goes into the hint as {0}, {1}, …; {w} is the token at which the parser
// stopped, and {s} is the statement up to there.
struct Slip {
    SlipPlace place;
    const char* pattern;
    const char* hint;
};

std::span<const Slip> slips_of_declarations();
std::span<const Slip> slips_of_statements();
std::span<const Slip> slips_of_expressions();
// What is said only when no word is a near miss of a keyword.
std::span<const Slip> slips_after_near_misses();

// Of characters that begin no token.
struct CharacterSlip {
    const char* text;
    const char* hint;
};
std::span<const CharacterSlip> slips_of_characters();

} // namespace daphnia::parse
