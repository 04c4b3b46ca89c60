// Kernel in, Dafny-like text out, which shows what resolve spelled out: types, inferred measures, labels, ghostness.
#pragma once

#include "typed/typed.h"

#include <string>

namespace daphnia::typed {

// On one line, with as few parentheses as the kernel's operators need.
std::string print(const Expr& expr);
std::string print(const FrameEntry& entry); // "o`f"
// What a frame clause says after its keyword: "*", "{}" or its entries.
std::string print(const Frame& frame);
// "{:induction x}"; empty when nothing is asked for.
std::string print_attribute(const Induction& induction);
// Lines that end in a line break.
std::string print(const Stmt& stmt);
std::string print(const Declaration& declaration);
// Every declaration, in source order, with an empty line between two.
std::string print(const Program& program);

} // namespace daphnia::typed
