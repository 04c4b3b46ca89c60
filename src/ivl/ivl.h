// The intermediate verification language: procedures of blocks with assert, assume, assign, havoc and goto over logic
// terms (the job that Boogie does for Dafny). Made by encode, or read from text; turned into conditions by vcgen.
#pragma once

#include "logic/term.h"
#include "logic/theory.h"
#include "support/rules.h"
#include "support/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace daphnia::ivl {

struct RelatedPlace {
    support::SourceRange range;
    std::string message; // "this is the postcondition that could not be proved"
};

// Why a statement is there: position, reason and related places ride here, because terms have none.
struct Origin {
    support::Rule rule; // which the assertion checks
    support::SourceRange range;
    std::vector<RelatedPlace> related;
    std::string message;        // replaces the rule's phrase when not empty ({:error "…"})
    bool contradiction = false; // the user expects that nothing reaches it ({:contradiction})
};

// A conjunct that a declaration takes as given, for those who ask what its proof needs. Whatever is only there because
// of it, its own definedness as well, carries it.
enum class PremiseKind : std::uint8_t { Requires, Invariant, Assume };
struct Premise {
    PremiseKind kind;
    support::SourceRange clause; // all of it
    support::SourceRange conjunct;
};

struct Assert {
    logic::Term condition;
    Origin origin;
    std::optional<Premise> premise = {};
};
struct Assume {
    logic::Term condition;
    std::optional<Premise> premise = {};
};
struct Assign {
    logic::Term variable; // TermKind::Variable, one of the procedure's variables
    logic::Term value;
};
struct Havoc {
    logic::Term variable;
};
// Names the values of some terms at a moment of the execution, so that they can be looked up in a model. It changes
// nothing about what holds.
struct Capture {
    std::size_t moment; // whoever makes it knows what the number means
    std::vector<logic::Term> values;
};
using Statement = std::variant<Assert, Assume, Assign, Havoc, Capture>;

// Blocks are in topological order: every successor has a higher index (loops are cut by the encoder), block 0 is
// the entry. A block without successors ends the procedure; `Assume false` ends a path early.
struct Block {
    std::string label; // unique in its procedure
    std::vector<Statement> statements;
    std::vector<std::size_t> successors;
};

// Free variables of the terms that are never assigned nor havocked are constants with arbitrary values; variables that
// are start with arbitrary values too.
struct Procedure {
    std::string name;
    std::vector<Block> blocks;
};

// What one verification task proves: procedures over common axioms. Everything lives in `store`.
struct Program {
    logic::TermStore* store = nullptr;
    std::vector<logic::Axiom> axioms; // candidates; only what a condition mentions is sent
    std::vector<Procedure> procedures;
};

// One statement, as in a program's text.
std::string print(const Statement& statement);
// Concrete syntax, one statement per line; terms in SMT-LIB syntax. print(read(print(p))) == print(p).
std::string print(const Program& program);
// Reads the syntax that print writes (ranges are lost: origins get the place in this text). Reports syntax and
// sort errors into `errors` as "line N: …" and returns false then.
bool read(std::string_view text, logic::TermStore& store, Program& program, std::vector<std::string>& errors);

} // namespace daphnia::ivl
