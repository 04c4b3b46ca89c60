// What a program was made from, as a digest.
#pragma once

#include "encode/encode.h"
#include "resolve/resolve.h"
#include "support/source_files.h"

#include <string>

namespace daphnia::driver {

// Programs with the same key are the same, declaration for declaration and place for place. What the files are called
// is no part of it: no stage looks at that.
std::string program_key(const support::SourceFiles& files, const resolve::Options& resolve,
                        const encode::Options& encode);

} // namespace daphnia::driver
