// Patterns of paths as Dafny's project files have them: `*` stands for any part of one name, `**` for any number of
// folders, everything else for itself. `*.*` is `*`, `**.dfy` is `**/*.dfy`, and a pattern that ends with `/` means all
// that is below.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daphnia::driver {

// The names of a path without `.`, `..` and empty ones, from the root or the folder that it is relative to.
std::vector<std::string> names_of(std::string_view path);

class Glob {
  public:
    // An absolute path, `..` resolved.
    explicit Glob(std::string_view pattern);

    // Names that are there as they are written, in front of the first that is not. All of them: the pattern is a path.
    const std::vector<std::string>& fixed() const { return fixed_; }
    bool is_path() const { return fixed_.size() == names_.size(); }

    bool matches(const std::vector<std::string>& path) const;
    // The path, or a folder that it is in.
    bool covers(const std::vector<std::string>& path) const;

  private:
    std::vector<bool> matched_prefixes(const std::vector<std::string>& path) const;

    std::vector<std::string> names_;
    std::vector<std::string> fixed_;
};

} // namespace daphnia::driver
