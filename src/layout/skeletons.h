// Pieces of program to fill in. Private to layout.
#pragma once

#include "layout/completion.h"

#include <vector>

namespace daphnia::layout {

std::vector<Skeleton> statement_skeletons();
std::vector<Skeleton> expression_skeletons();
std::vector<Skeleton> member_skeletons(); // of modules, classes and types
std::vector<Skeleton> module_skeletons(); // of modules only
std::vector<Skeleton> clause_skeletons(std::string_view keyword);

} // namespace daphnia::layout
