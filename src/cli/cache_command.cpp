#include "cli/cache_command.h"

#include "cache/folder.h"
#include "support/error.h"

#include <fmt/format.h>

#include <ostream>

namespace daphnia::cli {

namespace {

constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20U;

std::string amount(const cache::FolderState& state) {
    return fmt::format("{} {}, {:.1f} MB", state.entries, state.entries == 1 ? "entry" : "entries",
                       static_cast<double>(state.bytes) / static_cast<double>(kMegabyte));
}

std::string age(std::int64_t seconds) {
    constexpr std::int64_t kHour = 3600;
    constexpr std::int64_t kDay = 24 * kHour;
    return seconds >= 2 * kDay    ? fmt::format("{} days", seconds / kDay)
           : seconds >= 2 * kHour ? fmt::format("{} hours", seconds / kHour)
                                  : fmt::format("{} minutes", seconds / 60);
}

} // namespace

int manage_cache(const Command& command, std::ostream& out) {
    const std::string folder = command.cache.folder.value_or(cache::usual_folder());
    const std::uint64_t megabytes = command.cache.megabytes.value_or(cache::Settings().megabytes);
    switch (command.cache.action) {
    case CacheAction::None:
        throw support::InputError("what is to be done with the cache? Say stats, clear or trim");
    case CacheAction::Stats: {
        const cache::FolderState state = cache::state_of_folder(folder);
        out << fmt::format("{}: {} of {} MB", folder, amount(state), megabytes);
        out << (state.entries == 0 ? "\n" : fmt::format("; unused for up to {}\n", age(state.seconds_unused)));
        return 0;
    }
    case CacheAction::Clear:
        out << fmt::format("{}: removed {}\n", folder, amount(cache::clear_folder(folder)));
        return 0;
    case CacheAction::Trim:
        out << fmt::format("{}: left {}\n", folder, amount(cache::trim_folder(folder, megabytes * kMegabyte)));
        return 0;
    }
    throw support::InternalError("nothing is done with the cache");
}

} // namespace daphnia::cli
