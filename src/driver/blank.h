// Parts of a program's text that are taken out, so that everything else stays where it is.
#pragma once

#include "ast/ast.h"
#include "support/source.h"

#include <string>
#include <vector>

namespace daphnia::driver {

// Puts blanks in place of the range, which may reach beyond the text; lines stay as they are.
void blank(std::string& text, const support::SourceRange& range);

// The declarations inside of a declaration; null for a kind that has none.
const std::vector<ast::DeclPtr>* members(const ast::Decl& decl);

} // namespace daphnia::driver
