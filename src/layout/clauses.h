// Which clauses may stand where, in their usual order. Private to layout.
#pragma once

#include "layout/text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::layout {

// Of a declaration or statement; empty: it has none.
std::vector<std::string_view> clauses_of(const Text& text, const Node& node);

// `invariant`; of `yield ensures P` both words.
std::string clause_keyword(const Text& text, const Node& clause);
// The same of a clause that is given as text.
std::string clause_keyword(std::string_view clause);

// From the file down to the innermost part that contains an offset or ends there.
std::vector<const Node*> path_to(const Text& text, std::uint32_t offset);

} // namespace daphnia::layout
