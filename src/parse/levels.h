// What the role pass remembers about each bracket that is open: a small stack machine's stack. Private to parse.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace daphnia::parse {

enum class Mode {
    Declarations, // the file, or the body of a module, class or type
    Statements,
    Calculation,
    Expression, // everything else, types and formals included
};

// What comes after the bracket closes.
enum class Close {
    Operand,   // it closed an expression: operators may follow
    Prefix,    // it closed a proof or calculation in front of an expression
    Statement, // a statement may follow
    Hint,      // another hint or a line of the calculation may follow
    Restore,   // an attribute: as it was before
};

// What a `case` belongs to.
enum class Cases { None, Guards, StatementPatterns, ExpressionPatterns };

// A keyword that waits for something on its own level: `match` for its first case or brace, `for` for `to`, …
struct Opener {
    enum class Kind { If, While, For, Match, Calc };
    Kind kind;
    bool statement;
    std::size_t index;       // of its token in the output
    std::size_t binders = 0; // how many were open before it
};

// The cases of a match or of guards without braces.
struct OpenCases {
    Cases kind;
    std::size_t binders; // how many were open before it
};

// A `=>` that is to come.
struct PendingArrow {
    enum class Kind { StatementCase, ExpressionCase, Lambda };
    Kind kind;
};

// A `;` that is to come before the expression goes on: let, assert in an expression, …
struct PendingSemicolon {
    bool in_pattern;     // still left of `:=`
    bool by_allowed;     // an assertion may have a `by` block in its place
    std::size_t binders; // how many were open before it
};

// The variables of a quantifier or comprehension.
struct Binder {
    enum class Part { Variables, Domain, Range, Term };
    std::size_t keyword; // its type
    std::size_t index;   // of its token in the output
    Part part = Part::Variables;
    bool separated = false; // a `<-`, `|` or `::` was there
};

struct Level {
    Mode mode;
    std::size_t open; // type of the token that opened it
    Close close = Close::Operand;
    Cases cases = Cases::None;
    // Before an attribute; see Close::Restore.
    bool saved_operand_end = false;
    bool saved_statement_start = false;
    std::size_t saved_previous = 0;

    std::vector<OpenCases> open_cases{}; // matches without braces, innermost last
    std::vector<Opener> openers{};
    std::vector<PendingArrow> arrows{};
    std::vector<PendingSemicolon> semicolons{};
    std::vector<Binder> binders{};
    bool in_clauses = false;         // behind requires, ensures, …
    bool forall_proof = false;       // a `forall` with `ensures` in an expression: its block is to come
    bool after_line = false;         // of a calculation: hints may follow
    std::uint32_t operators = 0;     // since the last separator
    std::uint32_t else_branches = 0; // `else if` of the statement being read
};

} // namespace daphnia::parse
