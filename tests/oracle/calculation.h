// Statements of calculations: text out, and the symbolic state after it.
#pragma once

#include "workshop.h"

#include <set>

namespace daphnia::oracle {

constexpr std::size_t kLongestMerged = 600; // characters of a symbol

struct CalculationState {
    Workshop& workshop;
    Scope scope;
    std::set<std::string> written; // parameters: arrays that the code writes
    bool ghost = false;            // in ghost code
};

// One statement, or a few that belong together. `depth` bounds the nesting.
std::string statement(CalculationState& state, unsigned depth);
std::string block(CalculationState& state, unsigned depth);
std::string branches(CalculationState& state, unsigned depth);
std::string leaving_block(CalculationState& state, unsigned depth);

// Every array that may be `name` changes with it.
void set_elements(CalculationState& state, const std::string& name, const std::optional<std::string>& elements);

} // namespace daphnia::oracle
