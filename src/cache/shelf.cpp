#include "cache/shelf.h"

#include <fmt/format.h>

#include <utility>

namespace daphnia::cache {

namespace {

using Clock = std::chrono::steady_clock;

// What a store takes that is near.
constexpr std::chrono::milliseconds kQuick(50);

} // namespace

Cache::Shelf::Shelf(Place place, std::chrono::milliseconds patience) : place_(std::move(place)), patience_(patience) {}

void Cache::Shelf::note(Flag flag, const std::string& what, Usage& usage) {
    if (flags_.raise(flag) && !place_.silent) {
        usage.notes.push_back(what);
    }
}

// Whatever goes wrong costs a note. A store that always answers a little before its time is over costs more than it
// saves, and is given up like one that does not.
template <typename Action>
void Cache::Shelf::attempt(Flag ended, Usage& usage, Action action) {
    if (flags_.is_up(ended) || flags_.is_up(NoReading)) {
        return;
    }
    const Clock::time_point start = Clock::now();
    try {
        action();
    } catch (const StoreFailure& failure) {
        const Flag flag = failure.left == StoreFailure::Use::None ? NoReading : ended;
        note(flag,
             fmt::format("the cache {}; it is {} for the rest of this run", failure.what(),
                         flag == NoReading ? "not used" : "not written"),
             usage);
    }
    const Clock::duration took = Clock::now() - start;
    if (took > kQuick) {
        waited_ += took;
    }
    if (waited_ > patience_) {
        note(NoReading,
             fmt::format("the cache {} is slow; it is not used for the rest of this run", place_.store->name()), usage);
    }
}

std::optional<std::string> Cache::Shelf::get(const std::string& key, Usage& usage) {
    std::optional<std::string> result;
    attempt(NoReading, usage, [&] { result = place_.store->get(key); });
    return result;
}

void Cache::Shelf::put(const std::string& key, const std::string& value, Usage& usage) {
    if (place_.writes) {
        attempt(NoWriting, usage, [&] { place_.store->put(key, value); });
    }
}

void Cache::Shelf::distrust(Usage& usage) {
    note(Distrusted,
         fmt::format("the cache {} has entries that are damaged or made with another secret; they are not used",
                     place_.store->name()),
         usage);
}

} // namespace daphnia::cache
