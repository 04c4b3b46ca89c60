// The stores of a run together: entries in and out, and never a word that stops anybody.
#pragma once

#include "cache/entry.h"
#include "cache/settings.h"
#include "cache/store.h"
#include "cache/usage.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::cache {

// Is made before the processes fork that use it, and shares with them what they find out about stores: one that does
// not answer is given up by all of them.
class Cache {
  public:
    explicit Cache(const Settings& settings);
    // With these stores, the nearest first, of which some may be for reading alone.
    struct Place {
        std::unique_ptr<Store> store;
        bool writes = true;
        bool silent = false; // nobody asked for it: trouble with it is nobody's business
    };
    Cache(const Settings& settings, std::vector<Place> places);
    ~Cache();
    Cache(const Cache&) = delete;
    Cache& operator=(const Cache&) = delete;

    const Settings& settings() const { return settings_; }
    // Looks in the nearest store first. What is found farther away is kept nearer, too.
    std::optional<Entry> find(const std::string& key);
    void keep(const std::string& key, const Entry& entry);
    // The same with records (see entry.h), which have keys of their own. One that is too large is not kept.
    std::optional<std::string> find_record(const std::string& key);
    void keep_record(const std::string& key, std::string_view record);

    Usage& usage() { return usage_; } // of this process
    Usage take_usage();

  private:
    class Shelf;
    template <typename Read>
    auto find_by(const std::string& key, Read read);
    void put(const std::string& key, const std::string& text);

    Settings settings_;
    std::vector<std::unique_ptr<Shelf>> shelves_;
    Usage usage_;
};

} // namespace daphnia::cache
