// Source trees back to Dafny source, laid out afresh. What is printed parses to the same tree.
#pragma once

#include "ast/ast.h"

#include <string>

namespace daphnia::ast {

std::string print(const Program& program);
std::string print(const Decl& decl);
std::string print(const Stmt& stmt);
std::string print(const Expr& expr);
std::string print(const Pattern& pattern);
std::string print(const Type& type);

} // namespace daphnia::ast
