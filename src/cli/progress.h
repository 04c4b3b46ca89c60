// A line on the error stream that says how far a run is, for runs longer than a second, on terminals only.
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>

namespace daphnia::cli {

class Progress {
  public:
    Progress(std::ostream& out, bool enabled) : out_(out), enabled_(enabled) {}

    // Erases the line when all is done.
    void show(std::size_t done, std::size_t total);

  private:
    std::ostream& out_;
    bool enabled_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

} // namespace daphnia::cli
