// What an editor can fold away.
#pragma once

#include "layout/text.h"

#include <cstdint>
#include <vector>

namespace daphnia::layout {

enum class FoldKind { Body, Specification, Case, Brackets, Comment, Imports };

// Lines are 1-based. The first stays visible, those up to and including the last are hidden: the line of a closing
// brace is not among them.
struct Fold {
    std::uint32_t first_line;
    std::uint32_t last_line; // larger than the first
    FoldKind kind;

    friend bool operator==(const Fold&, const Fold&) = default;
};

// In order of their first line; at most one for each first line, the largest.
std::vector<Fold> folds(const Text& text);

} // namespace daphnia::layout
