// What a typed program adds to what its text says: types that are inferred, ghosts that follow from use, what overrides
// what.
#pragma once

#include "support/source.h"
#include "typed/typed.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::index {

struct Fact {
    support::SourceRange name; // in the declaration
    std::string type;          // of what has a value; else empty
    bool ghost;
};

struct Facts {
    std::vector<Fact> facts;
    std::vector<std::pair<support::SourceRange, support::SourceRange>> overrides; // names; who overrides comes first
};

Facts facts_of(const typed::Program& program);

struct FoundExpr {
    const typed::Expr* expr;
    bool ghost;
};
// The smallest around the place, in the file of that path; nothing when there is none. Of several of one size the
// outermost: what is in it was made by resolve.
std::optional<FoundExpr> find_expression(const typed::Program& program, const std::string& path, std::uint32_t offset);

} // namespace daphnia::index
