// What each stage makes of a program, in a form that a person can read and a tool can read back.
#pragma once

#include "ast/ast.h"
#include "driver/session.h"
#include "typed/typed.h"

#include <iosfwd>
#include <string_view>

namespace daphnia::driver {

void print_ast(const ast::Program& program, std::string_view filter, std::ostream& out);

// Any stage after ast, of the declarations whose name contains options.filter_symbol, without those of included files.
void print_stage(const typed::Program& program, const support::SourceFiles& files, DumpStage stage,
                 const Options& options, std::ostream& out);

} // namespace daphnia::driver
