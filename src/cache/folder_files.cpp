#include "cache/folder_files.h"

#include <fmt/format.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace daphnia::cache {

namespace {

using support::Descriptor;

constexpr std::time_t kAbandoned = 3600; // seconds after which nobody is still writing a file
constexpr std::uint64_t kBlock = 512;    // the unit of st_blocks

bool is_older(const File& a, const File& b) {
    return a.used.tv_sec != b.used.tv_sec ? a.used.tv_sec < b.used.tv_sec : a.used.tv_nsec < b.used.tv_nsec;
}

} // namespace

std::string folder_name(int number) {
    return fmt::format("{:02x}", number);
}

bool is_key(const std::string& name) {
    constexpr std::size_t kDigits = 64;
    return name.size() == kDigits && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool is_unfinished(const std::string& name) {
    return name.starts_with("new-");
}

Descriptor open_folder(const std::string& path) {
    return Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

Descriptor open_folder_at(int folder, const char* name) {
    return Descriptor(::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Listing list_folder(int folder) {
    Listing result;
    // The stream closes its descriptor, and has a place of its own in the folder.
    const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* const opened = own < 0 ? nullptr : ::fdopendir(own);
    if (opened == nullptr) {
        return result;
    }
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(opened, &::closedir);
    while (const dirent* each = ::readdir(stream.get())) {
        const std::string name = each->d_name;
        struct stat about {};
        if ((!is_key(name) && !is_unfinished(name)) ||
            ::fstatat(folder, name.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(about.st_mode)) {
            continue;
        }
        File file{name, static_cast<std::uint64_t>(about.st_blocks) * kBlock, about.st_mtim};
        (is_key(name) ? result.entries : result.unfinished).push_back(std::move(file));
    }
    return result;
}

std::uint64_t trim_folder_of_entries(int folder, std::uint64_t bytes) {
    Listing found = list_folder(folder);
    for (const File& file : found.unfinished) {
        if (file.used.tv_sec + kAbandoned < std::time(nullptr)) {
            ::unlinkat(folder, file.name.c_str(), 0);
        }
    }
    std::uint64_t left = 0;
    for (const File& file : found.entries) {
        left += file.bytes;
    }
    std::sort(found.entries.begin(), found.entries.end(), is_older);
    for (auto file = found.entries.begin(); left > bytes && file != found.entries.end(); ++file) {
        ::unlinkat(folder, file->name.c_str(), 0);
        left -= file->bytes;
    }
    return left;
}

} // namespace daphnia::cache
