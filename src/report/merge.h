// The reports of all shards of a run become the report of the run.
#pragma once

#include <string>
#include <vector>

namespace daphnia::report {

struct Merged {
    std::string text; // the JSON document
    int exit_code = 0;
};

// Throws InputError when a report cannot be read, when a shard is missing or there twice, and when they are not shards
// of the same whole: another version of Daphnia or of the solver, other options, other files, other parts.
Merged merge_reports(const std::vector<std::string>& paths);

} // namespace daphnia::report
