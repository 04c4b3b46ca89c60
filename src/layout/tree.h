// The shape of a text: how its words belong together, as far as that shows. Never fails; what makes no sense stays
// words of the part that it stands in. Coarser than the source tree, and there for half-typed programs as well.
#pragma once

#include "parse/words.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace daphnia::layout {

enum class Part {
    File,
    Declaration,  // of `container`s: with the brace of the body
    Constructors, // of a datatype
    Constructor,
    Clause,    // requires …, invariant …, provides …
    Attribute, // {:name …}, @name(…)
    Body,      // { declarations }
    Block,     // { statements }
    Calculation,
    FunctionBody, // { expression }
    Statement,
    Cases, // of a match or of guards, with their braces
    Case,
    Type,
    // ---- expressions
    Operation,   // operands and operators of one level
    Implication, // a ==> b, b again one
    Prefixed,    // -e, !e
    Suffixed,    // e.f, e(…), e[…]
    Brackets,
    Comprehension, // forall, exists, set, map with variables
    If,
    Match,
    Let,
    Proof, // assert P; e
    Lambda,
    Atom, // one word
};

// Words [begin, end); parts inside of it in order, words between them its own.
struct Node {
    Part part;
    std::size_t begin;
    std::size_t end;
    std::vector<Node> parts = {};
    std::size_t keyword = 0; // of a declaration or statement: its main word, behind modifiers, attributes and labels
};

Node read_tree(std::string_view text, const parse::Words& words);

bool is_expression(Part part);

} // namespace daphnia::layout
