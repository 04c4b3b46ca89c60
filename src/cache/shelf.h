// A store that is given up when it makes trouble. Private to this folder.
#pragma once

#include "cache/cache.h"
#include "cache/shared_flags.h"

#include <chrono>
#include <functional>

namespace daphnia::cache {

class Cache::Shelf {
  public:
    // `patience`: how long a process waits for it in all, beyond what a quick answer takes.
    Shelf(Place place, std::chrono::milliseconds patience);

    std::optional<std::string> get(const std::string& key, Usage& usage);
    void put(const std::string& key, const std::string& value, Usage& usage);
    bool writes() const { return place_.writes; }
    // Of an entry that is none.
    void distrust(Usage& usage);

  private:
    enum Flag : std::size_t { NoReading, NoWriting, Distrusted, Flags };

    template <typename Action>
    void attempt(Flag ended, Usage& usage, Action action);
    void note(Flag flag, const std::string& what, Usage& usage);

    Place place_;
    std::chrono::milliseconds patience_;
    std::chrono::steady_clock::duration waited_{};
    SharedFlags flags_{Flags};
};

} // namespace daphnia::cache
