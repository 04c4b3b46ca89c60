// One part of a run's declarations, the same on every machine: of several runs with the same files and options each
// verifies its own part, and all of them together verify everything.
#pragma once

#include "report/costs.h"
#include "verify/run.h"
#include "verify/task.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::driver {

struct ShardOptions {
    std::uint32_t number = 1; // from 1
    std::uint32_t of = 1;
    std::optional<report::Costs> costs; // of an earlier run; absent: longer declarations are taken to cost more
    std::vector<std::string> options;   // the words of the command line that verdicts depend on, in order
};

// "2/5". Throws InputError for what is no shard.
ShardOptions shard_of(const std::string& text);

// Whose part each task is, from 1. The dearest are given away first, each to who has the least to do: the dearest part
// costs at most a third more than that of the best division (Graham, 1969), as far as costs are known.
std::vector<std::uint32_t> parts(const std::vector<verify::Task>& tasks, const ShardOptions& options);

// What a report says of the part and of the whole, whose files these are.
verify::Shard about(const ShardOptions& options, const std::vector<verify::FileResult>& files);

} // namespace daphnia::driver
