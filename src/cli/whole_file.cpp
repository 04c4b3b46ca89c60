#include "cli/whole_file.h"

#include "support/descriptor.h"
#include "support/error.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

namespace daphnia::cli {

namespace {

namespace fs = std::filesystem;
using support::Descriptor;

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
    throw support::InputError(fmt::format("{}: cannot be written: {}", path, reason));
}

[[noreturn]] void fail(const std::string& path) {
    fail(path, std::strerror(errno));
}

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

// Something that is there, and has no content that could be replaced.
bool is_special(const fs::path& path) {
    std::error_code unknown;
    const fs::file_status status = fs::status(path, unknown);
    return fs::exists(status) && !fs::is_regular_file(status);
}

void write_all(const Descriptor& file, std::string_view content, const std::string& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno != EINTR) {
            fail(path);
        }
        content.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

// A new file beside another, removed at the end of its life unless it took the other's place.
class Temporary {
  public:
    Temporary(const fs::path& target, const std::string& named) : target_(target), named_(named) {
        constexpr int kAttempts = 1000;
        constexpr mode_t kUsual = 0666; // as the process masks it
        for (int i = 0; i < kAttempts; ++i) {
            path_ = (folder_of(target) / fmt::format(".daphnia-{}-{}", ::getpid(), i)).string();
            file_ = Descriptor(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kUsual));
            if (file_.is_open()) {
                return;
            }
            if (errno != EEXIST) {
                break;
            }
        }
        fail(named_);
    }
    ~Temporary() {
        if (!done_ && file_.is_open()) {
            ::unlink(path_.c_str());
        }
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;

    void write(std::string_view content) { write_all(file_, content, named_); }

    void take_place() {
        struct stat before {};
        if (::stat(target_.c_str(), &before) == 0 && ::fchmod(file_.number(), before.st_mode & 07777U) != 0) {
            fail(named_);
        }
        if (::rename(path_.c_str(), target_.c_str()) != 0) {
            fail(named_);
        }
        done_ = true;
    }

  private:
    fs::path target_;
    std::string named_; // as the user named it
    std::string path_;
    Descriptor file_;
    bool done_ = false;
};

void write_to(const std::string& path, int flags, const std::string& content) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, 0666));
    if (!file.is_open()) {
        fail(path);
    }
    write_all(file, content, path);
}

} // namespace

fs::path target_of(const std::string& path) {
    constexpr int kMostLinks = 40; // as Linux has it
    std::error_code failure;
    fs::path result = fs::absolute(path, failure);
    for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(result, failure)); ++i) {
        result = result.parent_path() / fs::read_symlink(result, failure); // an absolute target replaces all
    }
    const fs::path canonical = fs::weakly_canonical(result, failure);
    return failure ? result : canonical;
}

void require_replaceable(const std::string& path) {
    std::error_code unknown;
    if (fs::is_directory(path, unknown)) {
        fail(path, "it is a folder");
    }
    const fs::path target = target_of(path);
    const std::string needed = is_special(path) ? path : folder_of(target).string();
    if (!target.has_filename() || ::access(needed.c_str(), W_OK) != 0) {
        fail(path);
    }
    if (!is_special(path) && !fs::is_directory(needed, unknown)) {
        fail(path, std::strerror(ENOTDIR));
    }
}

void replace_file(const std::string& path, const std::string& content) {
    if (is_special(path)) {
        write_to(path, 0, content);
        return;
    }
    Temporary temporary(target_of(path), path);
    temporary.write(content);
    temporary.take_place();
}

void append_to_file(const std::string& path, const std::string& content) {
    write_to(path, O_APPEND | O_CREAT, content);
}

} // namespace daphnia::cli
