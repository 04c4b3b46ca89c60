// Reads and writes entries as files.
#include "cache/entry.h"
#include "cache/folder.h"
#include "cache/folder_files.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

namespace daphnia::cache {

namespace {

using support::Descriptor;

constexpr std::time_t kFreshUse = 3600;    // seconds in which a use is not noted again
constexpr std::uint64_t kLeastFile = 4096; // what a small file takes
constexpr std::uint64_t kMostWrites = 16;  // after so many writes a folder is looked after
constexpr mode_t kFolderMode = 0777;       // less what the user's mask takes away
constexpr mode_t kFileMode = 0666;

constexpr std::string_view kTagText = "Signature: 8a477f597d28d172789f06886806bc55\n"
                                      "# This folder is a cache of Daphnia (https://bford.info/cachedir/).\n";

// Why something did not work, with the folder that the user knows.
[[noreturn]] void fail(const std::string& path, const char* what, int error) {
    throw StoreFailure(StoreFailure::Use::Some, fmt::format("{}: {} ({})", path, what, std::strerror(error)));
}

class FolderStore final : public Store {
  public:
    explicit FolderStore(const FolderOptions& options) : options_(options) {}

    std::string name() const override { return options_.path; }

    std::optional<std::string> get(const std::string& key) override {
        const Descriptor folder = open_folder_of(key);
        if (!folder.is_open()) {
            return std::nullopt;
        }
        // What is no file of ours must not keep anybody waiting.
        const Descriptor file(::openat(folder.number(), key.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        struct stat about {};
        if (!file.is_open() || ::fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode) ||
            about.st_size > static_cast<off_t>(kLargestEntry)) {
            return std::nullopt;
        }
        std::optional<std::string> result = read(file.number(), static_cast<std::size_t>(about.st_size));
        if (result && options_.writes && about.st_mtim.tv_sec + kFreshUse < std::time(nullptr)) {
            ::futimens(file.number(), nullptr); // refused: somebody else's file, and as old as it looks
        }
        return result;
    }

    void put(const std::string& key, const std::string& value) override {
        Descriptor folder = open_folder_of(key);
        if (!folder.is_open()) {
            folder = make_folder_of(key);
        }
        write(folder.number(), key, value);
        look_after(folder.number(), key);
    }

  private:
    // None that is open when there is none, or something that must not be used.
    Descriptor open_folder_of(const std::string& key) {
        if (!entries_.is_open()) {
            const Descriptor top = open_folder(options_.path);
            entries_ = top.is_open() ? open_folder_at(top.number(), kEntries) : Descriptor();
        }
        return entries_.is_open() ? open_folder_at(entries_.number(), key.substr(0, 2).c_str()) : Descriptor();
    }

    Descriptor make_folder_of(const std::string& key) {
        std::error_code failure;
        std::filesystem::create_directories(options_.path, failure);
        if (failure) {
            fail(options_.path, "the folder cannot be made", failure.value());
        }
        const Descriptor top = open_folder(options_.path);
        if (!top.is_open()) {
            fail(options_.path, "the folder cannot be used", errno);
        }
        if (::mkdirat(top.number(), kEntries, kFolderMode) == 0) {
            write_tag(top.number());
        } else if (errno != EEXIST) {
            fail(options_.path, "nothing can be written there", errno);
        }
        entries_ = open_folder_at(top.number(), kEntries);
        const std::string name = key.substr(0, 2);
        if (entries_.is_open()) {
            ::mkdirat(entries_.number(), name.c_str(), kFolderMode);
        }
        const int error = errno;
        Descriptor folder = entries_.is_open() ? open_folder_at(entries_.number(), name.c_str()) : Descriptor();
        if (!folder.is_open()) {
            fail(options_.path, "no folder for entries can be made there", entries_.is_open() ? error : errno);
        }
        return folder;
    }

    // That it cannot be written, or is there, does no harm.
    static void write_tag(int top) {
        const Descriptor tag(::openat(top, kTag, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kFileMode));
        if (tag.is_open()) {
            static_cast<void>(write_all(tag.number(), kTagText));
        }
    }

    static std::optional<std::string> read(int file, std::size_t size) {
        std::string result(size, '\0');
        std::size_t count = 0;
        while (count < size) {
            const ssize_t got = ::read(file, result.data() + count, size - count);
            if (got < 0 && errno == EINTR) {
                continue;
            }
            if (got <= 0) {
                return std::nullopt;
            }
            count += static_cast<std::size_t>(got);
        }
        return result;
    }

    static bool write_all(int file, std::string_view rest) {
        while (!rest.empty()) {
            const ssize_t written = ::write(file, rest.data(), rest.size());
            if (written < 0 && errno != EINTR) {
                return false;
            }
            rest.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
        }
        return true;
    }

    // Under a name of its own first: a process of another machine may be writing the same, and may have this one's
    // number.
    void write(int folder, const std::string& key, const std::string& value) {
        const std::string name = fmt::format("new-{:08x}{:08x}{:08x}", random_(), random_(), random_());
        Descriptor file(
            ::openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kFileMode));
        if (!file.is_open()) {
            fail(options_.path, "nothing can be written there", errno);
        }
        const bool written = write_all(file.number(), value);
        int error = errno;
        file.close(); // network file systems say only here that there was no room
        if (written && ::renameat(folder, name.c_str(), folder, key.c_str()) == 0) {
            return;
        }
        error = written ? errno : error;
        ::unlinkat(folder, name.c_str(), 0);
        fail(options_.path, "an entry cannot be written there", error);
    }

    // A small folder is looked after each time, a large one more seldom.
    void look_after(int folder, const std::string& key) {
        const std::uint64_t most = options_.bytes / kFolders;
        const std::uint64_t interval = std::clamp<std::uint64_t>(most / kLeastFile / kMostWrites, 1, kMostWrites);
        std::uint64_t& writes = writes_.at(std::strtoul(key.substr(0, 2).c_str(), nullptr, 16));
        if (++writes % interval == 0) {
            trim_folder_of_entries(folder, std::max(most, kLeastFile));
        }
    }

    FolderOptions options_;
    Descriptor entries_; // of this process, once it is opened
    std::random_device random_;
    std::array<std::uint64_t, kFolders> writes_{};
};

} // namespace

std::unique_ptr<Store> folder_store(const FolderOptions& options) {
    return std::make_unique<FolderStore>(options);
}

} // namespace daphnia::cache
