// A text as plain words and comments, for whoever needs the text itself and not what it means: layout, editors. Works
// on every text, half-typed ones as well.
#pragma once

#include "support/diagnostics.h"
#include "support/source.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace daphnia::parse {

enum class WordKind {
    Keyword,
    TypeName, // int, seq, array2, bv8: the types that are built in
    Identifier,
    Number,
    String,
    Character,
    Operator,
    Bracket,   // ( ) [ ] { } {: and the angle brackets of types
    Separator, // , ; : . ::
    Unknown,   // no token at all
};

// What a word is when its text does not say it.
enum class WordRole {
    None,
    TypeOpen, // the angle brackets around types
    TypeClose,
    BarOpen, // |s|
    BarClose,
    RangeBar,       // forall x | P
    LemmaSemicolon, // Lemma(); e
    Lambda,         // the name or parenthesis that starts a lambda expression
    StatementParen, // starts a statement: no call of what is before it
    ProofForall,    // a forall statement in front of an expression
    ExpressionCase,
    StatementCase, // of a match or of guards
    LabelName,     // assert L: P
    AttributeAt,   // the `@` of an attribute
    AttributeName,
};

struct Word {
    WordKind kind;
    WordRole role;
    std::uint32_t begin; // byte offsets
    std::uint32_t end;
    bool closed = true; // false: a string whose end is missing
};

struct Comment {
    std::uint32_t begin;
    std::uint32_t end; // of a line comment: before the line break
    bool line;         // `//`, otherwise `/* */`
    bool closed = true;
};

// A part of the text between the braces of modules and types.
struct WordChunk {
    enum class Kind {
        Declaration, // words [begin, end)
        Container,   // the same, and the brace behind it, if there is one, opens a body of declarations
        Close,       // the brace at `begin` closes the innermost container; begin == end: the brace is missing
    };
    Kind kind;
    std::size_t begin;
    std::size_t end;
};

struct Words {
    std::vector<Word> words; // in order; comments are not among them
    std::vector<Comment> comments;
    std::vector<WordChunk> chunks;
};

// Reports what is no token, and brackets of modules and types that do not match, as parse() does.
Words read_words(const support::SourceFile& file, support::DiagnosticSink& sink);

} // namespace daphnia::parse
