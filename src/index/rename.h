// Another name for something, everywhere at once. It is tried before it is given: the program means the same with it.
#pragma once

#include "index/index.h"
#include "resolve/resolve.h"

#include <string>
#include <vector>

namespace daphnia::index {

struct Renaming {
    std::vector<SourceRange> ranges; // to be replaced by the new name; by file and place, none twice
    std::string refusal;             // why there are none; empty when there are
};

// Why it can have no other name, whatever it is; empty when it can.
std::string cannot_be_renamed(const Index& index, SymbolId id);
Renaming rename(const Index& index, SymbolId id, const std::string& new_name, const resolve::Options& options);

} // namespace daphnia::index
