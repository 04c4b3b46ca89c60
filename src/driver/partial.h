// What can be made of a program with errors: the same program without the bodies and declarations that have them.
#pragma once

#include "driver/includes.h"
#include "resolve/references.h"
#include "resolve/resolve.h"
#include "support/source.h"
#include "typed/typed.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::driver {

struct PartialProgram {
    // Nothing when errors stand outside of all declarations of these files, as those of included files do.
    std::optional<typed::Program> program;
    // The files of the program, which its ranges point into; every place is where it is in the files as they are.
    std::vector<std::unique_ptr<const support::SourceFile>> sources; // with blanks in place of what is left out
    std::vector<std::unique_ptr<const support::SourceFile>> included;
    std::vector<support::SourceRange> left_out; // ranges of the files as they are, in order
    resolve::References references;             // of the files of the program
    // What names stand for, errors included, where most of them were known, and the texts that it speaks of, with
    // others.
    resolve::References references_before;
    std::vector<std::unique_ptr<const support::SourceFile>> texts_before;
};

// The body of a declaration with an error is left out before all of it is, so that others can still speak of it. What
// cannot be resolved without something that is left out is left out as well.
PartialProgram resolve_what_is_right(const std::vector<RootFile>& files, const OpenTexts& texts,
                                     const resolve::Options& options);

} // namespace daphnia::driver
