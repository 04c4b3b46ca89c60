#include "cache/cache.h"

#include "cache/folder.h"
#include "cache/remote.h"
#include "cache/shelf.h"

#include <utility>

namespace daphnia::cache {

namespace {

// So many time-outs, in all, is a process ready to wait for a store.
constexpr unsigned kTimeouts = 5;
constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20U;
constexpr std::chrono::milliseconds kFolderPatience(10'000);

std::vector<Cache::Place> places_of(const Settings& settings) {
    std::vector<Cache::Place> result;
    const bool writes = settings.mode == Mode::Write;
    if (!settings.folder.empty()) {
        result.push_back({folder_store({settings.folder, settings.megabytes * kMegabyte, writes}), writes,
                          !settings.folder_is_wanted});
    }
    if (settings.remote) {
        const bool http = settings.remote->kind == Remote::Kind::Http;
        result.push_back({http ? http_store(*settings.remote) : redis_store(*settings.remote),
                          writes && !settings.remote->read_only});
    }
    return result;
}

} // namespace

Cache::Cache(const Settings& settings) : Cache(settings, places_of(settings)) {}

Cache::Cache(const Settings& settings, std::vector<Place> places) : settings_(settings) {
    const std::chrono::milliseconds patience =
        settings.remote ? kTimeouts * std::chrono::milliseconds(settings.remote->milliseconds) : kFolderPatience;
    for (Place& place : places) {
        shelves_.push_back(std::make_unique<Shelf>(std::move(place), patience));
    }
}

Cache::~Cache() = default;

// `read` makes of a text what it holds, or nothing.
template <typename Read>
auto Cache::find_by(const std::string& key, Read read) {
    decltype(read(std::string())) found;
    for (auto shelf = shelves_.begin(); shelf != shelves_.end(); ++shelf) {
        const std::optional<std::string> text = (*shelf)->get(key, usage_);
        if (!text) {
            continue;
        }
        found = read(*text);
        if (!found) {
            (*shelf)->distrust(usage_);
            continue;
        }
        for (auto nearer = shelves_.begin(); nearer != shelf; ++nearer) {
            (*nearer)->put(key, *text, usage_);
        }
        break;
    }
    return found;
}

std::optional<Entry> Cache::find(const std::string& key) {
    return find_by(key, [&](const std::string& text) { return read_entry(text, key, settings_.secret); });
}

std::optional<std::string> Cache::find_record(const std::string& key) {
    return find_by(key, [&](const std::string& text) { return read_record(text, key, settings_.secret); });
}

void Cache::keep(const std::string& key, const Entry& entry) {
    if (settings_.mode == Mode::Write) {
        put(key, write_entry(entry, key, settings_.secret));
    }
}

void Cache::keep_record(const std::string& key, std::string_view record) {
    if (settings_.mode != Mode::Write) {
        return;
    }
    if (const std::optional<std::string> text = write_record(record, key, settings_.secret)) {
        put(key, *text);
    }
}

void Cache::put(const std::string& key, const std::string& text) {
    for (const std::unique_ptr<Shelf>& shelf : shelves_) {
        shelf->put(key, text, usage_);
    }
}

Usage Cache::take_usage() {
    return std::exchange(usage_, Usage());
}

} // namespace daphnia::cache
