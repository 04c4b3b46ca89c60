// From procedures of the intermediate language to verification conditions: first the passive form (no assignments),
// then, for the whole procedure or for one assertion, hypotheses and a goal.
#pragma once

#include "ivl/ivl.h"
#include "logic/term.h"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace daphnia::vcgen {

// Assignments and havocs are gone: each variable has one incarnation per value instead.
using PassiveStatement = std::variant<ivl::Assert, ivl::Assume>;

struct PassiveBlock {
    std::string label;
    std::vector<PassiveStatement> statements;
    std::vector<std::size_t> successors; // each has a higher index, none is listed twice
};

struct PassiveProcedure {
    std::string name;
    std::vector<PassiveBlock> blocks;   // block 0 is the entry
    std::vector<ivl::Capture> captures; // of the procedure, in order, with the incarnations of their moments
};

// The first incarnation of a variable is the variable itself. Names with @ are made here: none may occur in the
// procedure.
PassiveProcedure passify(const ivl::Procedure& procedure, logic::TermStore& store);

// One assertion: `index` counts them in the order of blocks and statements.
struct Obligation {
    std::size_t index;
    std::size_t block;
    std::size_t statement;
    ivl::Origin origin;
    bool trivial; // the condition is literally true
};
std::vector<Obligation> obligations(const PassiveProcedure& procedure);

// Valid if and only if the hypotheses imply the goal. Linear in the size of the procedure.
struct Condition {
    std::vector<logic::Term> hypotheses;
    logic::Term goal = nullptr;
};
// Valid iff every assertion holds on every path.
Condition whole(const PassiveProcedure& procedure, logic::TermStore& store);
// Valid iff that assertion holds on every path on which all assertions before it hold.
Condition single(const PassiveProcedure& procedure, const Obligation& obligation, logic::TermStore& store);

// The first assertion that fails in a state, given what holds in it (nothing said counts as true): the index of its
// obligation. Only paths on which everything before holds are looked at.
std::optional<std::size_t> failing(const PassiveProcedure& procedure,
                                   const std::function<std::optional<bool>(logic::Term)>& holds);

std::string print(const PassiveProcedure& procedure);
std::string print(const Condition& condition);

} // namespace daphnia::vcgen
