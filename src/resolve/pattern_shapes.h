// Patterns without their variables, and what follows from their order: which case is never reached, which values none
// is for (Maranget, Warnings for pattern matching, JFP 2007).
#pragma once

#include "typed/typed.h"

#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

struct PatternShape {
    enum class Kind { Any, Constructor, Tuple, Literal, Or };
    Kind kind = Kind::Any;
    const typed::Datatype* datatype = nullptr; // of a constructor
    std::size_t constructor = 0;
    std::string literal;             // as it is written in its simplest form; "true" and "false" are all of bool
    std::vector<PatternShape> parts; // of constructors and tuples; the alternatives of Or
};

// Whether some value matches the pattern and none of those before.
bool is_reachable(const std::vector<PatternShape>& before, const PatternShape& pattern);
// A value that matches none of them, as a pattern; nothing when there is none.
std::optional<std::string> uncovered_value(const std::vector<PatternShape>& patterns);

} // namespace daphnia::resolve
