// Reads JSON reports that Daphnia has written. Private to this folder.
#pragma once

#include "support/error.h"
#include "support/source.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>

namespace daphnia::report {

using Document = nlohmann::ordered_json;

// Throws InputError for what cannot be read, is no JSON, or is nested deeper than any report.
Document parse_document(const std::string& path);

// The same, with whatever `read` takes out of it. It may throw what nlohmann's accesses throw: a field is missing then,
// or of another type.
template <typename Read>
auto read_document(const std::string& path, Read read) {
    const Document document = parse_document(path);
    try {
        return read(document);
    } catch (const Document::exception& error) {
        throw support::InputError(fmt::format("{}: is no report of Daphnia: {}", path, error.what()));
    }
}

// The path that a range of a document's file is in; the range may be null.
std::string path_of(const Document& range, const Document& file);

} // namespace daphnia::report
