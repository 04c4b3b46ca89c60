// What all parts of resolving a body hand to each other: an expression that is being built, and what may be said where
// it stands.
#pragma once

#include "resolve/inference.h"
#include "resolve/reporter.h"
#include "typed/typed.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace daphnia::resolve {

// An expression that is still known as changeable, and its type as far as known.
struct Draft {
    std::unique_ptr<typed::Expr> expr;
    PreType type;
};

using StmtList = std::vector<typed::StmtPtr>;

enum class Place { Function, Method, Lemma, Constant };

// What may be said where an expression or statement stands.
struct Context {
    bool two_state = false; // old, fresh
    bool in_old = false;
};

// The first `length` bytes of a range: its keyword or opening bracket.
inline SourceRange first_token(SourceRange range, std::uint32_t length) {
    return {range.file, range.begin, std::min(range.end, range.begin + length)};
}

} // namespace daphnia::resolve
