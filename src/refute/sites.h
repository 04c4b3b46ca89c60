// A declaration in, its loops and calls out: the places where a proof knows less than a run.
#pragma once

#include "typed/typed.h"

#include <vector>

namespace daphnia::refute {

struct Site {
    const typed::Stmt* statement = nullptr;
    const typed::While* loop = nullptr; // null: a call
    const typed::Call* call = nullptr;

    // As the interpreter and the solver's candidates name it.
    const void* key() const { return loop != nullptr ? static_cast<const void*>(loop) : statement; }
};

// In source order; calls without results that write nothing are none.
std::vector<Site> sites_of(const typed::Declaration& declaration);

bool covers(const support::SourceRange& outer, const support::SourceRange& inner);
// The variables that are read somewhere in those ranges, in the order of the ranges.
std::vector<const typed::Variable*> variables_in(const typed::Declaration& declaration,
                                                 const std::vector<support::SourceRange>& ranges);

} // namespace daphnia::refute
