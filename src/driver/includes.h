// A program that is spread over files: its own, those that they include, and so on.
#pragma once

#include "ast/ast.h"
#include "driver/open_texts.h"
#include "support/diagnostics.h"
#include "support/source.h"

#include <memory>
#include <string>
#include <vector>

namespace daphnia::driver {

// The same for every path to a file: links followed, `.` and `..` gone. Empty for what is no file.
std::string identity_of(const std::string& path);

struct IncludedFile {
    std::unique_ptr<const support::SourceFile> source;
    std::string identity;
    support::SourceRange directive; // the first that names it
};

// A file that is part of a program because the user names it.
struct RootFile {
    const support::SourceFile* source;
    std::string identity;
};

struct Parsed {
    // Of each file, after those that it includes, as far as they do not include each other; the last of the program's
    // own comes last.
    std::vector<ast::Program> programs;
    std::vector<IncludedFile> included; // in the order in which they are first named
    bool unreadable = false;            // some file that is included; a diagnostic says why
};

// Paths are relative to the file in which they stand. Each file counts once, by its identity, so that files may include
// each other. Syntax errors of all files go into the sink. Of files that are open, `texts` has the text.
Parsed parse_program(const std::vector<RootFile>& files, const OpenTexts& texts, support::DiagnosticSink& sink);

} // namespace daphnia::driver
