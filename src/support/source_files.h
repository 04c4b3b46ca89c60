// The files that a program is made of, and text that comes from something other than a file of its own.
#pragma once

#include "support/source.h"

#include <iosfwd>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace daphnia::support {

struct SourceFiles {
    std::vector<const SourceFile*> all;
    // Those that are there because others include them: what they declare is taken as proved.
    std::set<const SourceFile*> included;

    bool includes(const SourceRange& range) const { return included.count(range.file) > 0; }
};

// What read_source_file does with a file, for what is already open; `name` stands for the path.
std::unique_ptr<SourceFile> read_source(std::istream& in, const std::string& name);

} // namespace daphnia::support
