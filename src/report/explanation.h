// Why a proof failed, as text for a terminal.
#pragma once

#include "report/terminal.h"
#include "support/explanation.h"

namespace daphnia::report {

// A few lines: what fails, with what values, what to try. Values that the headline gives already are not repeated.
void write_explanation(const support::Explanation& explanation, const Terminal& terminal);

// What to try, on a line; nothing when it is empty.
void write_hint(const std::string& hint, const Terminal& terminal);

// The run as a table, a line for each moment: where, what, and each variable that has changed since the line before.
void write_trace(const support::Explanation& explanation, const Terminal& terminal);

} // namespace daphnia::report
