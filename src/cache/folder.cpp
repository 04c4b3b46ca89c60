// What is done with the folder of the local store as a whole.
#include "cache/folder.h"

#include "cache/folder_files.h"
#include "support/error.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>

namespace daphnia::cache {

namespace {

using support::Descriptor;

[[noreturn]] void fail(const std::string& path) {
    throw support::InputError(fmt::format("{}: {}", path, std::strerror(errno)));
}

// None that is open when there are no entries.
Descriptor open_entries(const std::string& path) {
    const Descriptor top = open_folder(path);
    if (!top.is_open()) {
        if (errno == ENOENT) {
            return {};
        }
        fail(path);
    }
    Descriptor entries = open_folder_at(top.number(), kEntries);
    if (!entries.is_open() && errno != ENOENT) {
        fail(path + "/" + kEntries);
    }
    return entries;
}

void for_each_folder(int entries, const std::function<void(int folder, const std::string& name)>& visit) {
    for (int number = 0; number < kFolders; ++number) {
        const std::string name = folder_name(number);
        const Descriptor folder = open_folder_at(entries, name.c_str());
        if (folder.is_open()) {
            visit(folder.number(), name);
        }
    }
}

void count(const Listing& found, FolderState& state) {
    const std::time_t now = std::time(nullptr);
    for (const File& file : found.entries) {
        ++state.entries;
        state.bytes += file.bytes;
        state.seconds_unused = std::max<std::int64_t>(state.seconds_unused, now - file.used.tv_sec);
    }
}

} // namespace

FolderState state_of_folder(const std::string& path) {
    FolderState state;
    const Descriptor entries = open_entries(path);
    if (entries.is_open()) {
        for_each_folder(entries.number(), [&](int folder, const std::string&) { count(list_folder(folder), state); });
    }
    return state;
}

FolderState trim_folder(const std::string& path, std::uint64_t bytes) {
    const Descriptor entries = open_entries(path);
    if (!entries.is_open()) {
        return {};
    }
    struct Place {
        int folder;
        File file;
    };
    std::vector<Place> all;
    std::vector<Descriptor> folders;
    std::uint64_t left = 0;
    for (int number = 0; number < kFolders; ++number) {
        Descriptor folder = open_folder_at(entries.number(), folder_name(number).c_str());
        if (!folder.is_open()) {
            continue;
        }
        trim_folder_of_entries(folder.number(), ~std::uint64_t{0}); // what nobody finishes
        for (File& file : list_folder(folder.number()).entries) {
            left += file.bytes;
            all.push_back({folder.number(), std::move(file)});
        }
        folders.push_back(std::move(folder));
    }
    std::sort(all.begin(), all.end(), [](const Place& a, const Place& b) {
        return a.file.used.tv_sec != b.file.used.tv_sec ? a.file.used.tv_sec < b.file.used.tv_sec
                                                        : a.file.used.tv_nsec < b.file.used.tv_nsec;
    });
    for (auto place = all.begin(); left > bytes && place != all.end(); ++place) {
        if (::unlinkat(place->folder, place->file.name.c_str(), 0) != 0 && errno != ENOENT) {
            fail(path);
        }
        left -= place->file.bytes;
    }
    return state_of_folder(path);
}

FolderState clear_folder(const std::string& path) {
    const FolderState before = state_of_folder(path);
    const Descriptor entries = open_entries(path);
    if (!entries.is_open()) {
        return before;
    }
    for_each_folder(entries.number(), [&](int folder, const std::string& name) {
        const Listing found = list_folder(folder);
        for (const std::vector<File>* files : {&found.entries, &found.unfinished}) {
            for (const File& file : *files) {
                if (::unlinkat(folder, file.name.c_str(), 0) != 0 && errno != ENOENT) {
                    fail(path);
                }
            }
        }
        ::unlinkat(entries.number(), name.c_str(), AT_REMOVEDIR); // refused while something else is in it
    });
    const Descriptor top = open_folder(path);
    if (top.is_open()) {
        ::unlinkat(top.number(), kEntries, AT_REMOVEDIR);
    }
    return before;
}

} // namespace daphnia::cache
