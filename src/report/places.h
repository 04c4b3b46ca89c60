// What files are called in reports for machines: the same wherever the project lies and however it was named.
#pragma once

#include <filesystem>
#include <string>

namespace daphnia::report {

class Places {
  public:
    Places() = default; // paths stay as they are
    // `start`: the folder from which relative paths lead; `root`: that of the project. Both absolute.
    Places(std::filesystem::path start, std::filesystem::path root);

    // From the root, without `.` and `..`; absolute for what does not lie below it.
    std::string path(const std::string& given) const;
    // The same as a reference (RFC 3986): relative, or with `file://`. Every byte that is not plain is percent-encoded,
    // so that any path can be told from any other.
    std::string uri(const std::string& given) const;
    // Of the root, with a slash at its end; empty when there is none.
    std::string root_uri() const;

  private:
    std::filesystem::path start_;
    std::filesystem::path root_;
};

} // namespace daphnia::report
