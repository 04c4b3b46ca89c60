// Parts of JSON documents that several reports have.
#pragma once

#include "verify/run.h"

#include <nlohmann/json.hpp>

namespace daphnia::report {

using Json = nlohmann::ordered_json;

// Null for a range that belongs to no file; one in another file than the path of the document's file names it.
Json json_range(const support::SourceRange& range, const verify::FileResult& file);
// One file with all that was found in it; of a part of a run, with what is needed to put the parts together.
Json json_file(const verify::FileResult& file, bool of_shard = false);

} // namespace daphnia::report
