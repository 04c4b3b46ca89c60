// An answer as a store keeps it.
#pragma once

#include "cache/model.h"
#include "solver/prover.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daphnia::cache {

// No entry is larger, and nothing larger is read.
constexpr std::size_t kLargestEntry = std::size_t{1} << 20U;

struct Entry {
    solver::Answer::Status status = solver::Answer::Status::Unknown; // OutOfBudget: that of resources
    std::uint64_t resources = 0;
    std::string reason;
    ModelValues model; // CounterModel only
};

// A text that holds its key, and a digest of itself: with a secret one that only those can make who know it, else one
// that tells what is damaged. Values of models are left out where they would make it too large.
std::string write_entry(const Entry& entry, const std::string& key, std::string_view secret);
// Nothing when the text is anything else than what write_entry gives for this key and this secret.
std::optional<Entry> read_entry(std::string_view text, const std::string& key, std::string_view secret);

// The same for bytes that mean something to somebody else. Nothing where they are too many to be kept.
std::optional<std::string> write_record(std::string_view record, const std::string& key, std::string_view secret);
std::optional<std::string> read_record(std::string_view text, const std::string& key, std::string_view secret);

} // namespace daphnia::cache
