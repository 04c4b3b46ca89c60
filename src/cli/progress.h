// A line on the error stream that says how far a run is, for runs longer than a second, on terminals only.
#pragma once

#include "verify/run.h"

#include <chrono>
#include <cstddef>
#include <iosfwd>

namespace daphnia::cli {

// Passes everything on, and takes its line away while others may write.
class Progress final : public verify::RunObserver {
  public:
    // `next`: who is told, too; null: nobody is.
    Progress(std::ostream& out, bool enabled, verify::RunObserver* next) : out_(out), enabled_(enabled), next_(next) {}

    void resolved(const verify::Run& run, const std::vector<std::vector<support::SourceRange>>& planned) override;
    void started(std::size_t file, std::size_t declaration) override;
    void outcome(std::size_t file, std::size_t declaration, const std::vector<support::Diagnostic>& found) override;
    void finished(const verify::Run& run, std::size_t file) override;

  private:
    void show();
    void hide();

    std::ostream& out_;
    bool enabled_;
    verify::RunObserver* next_;
    std::size_t done_ = 0; // declarations
    std::size_t total_ = 0;
    std::size_t files_done_ = 0;
    std::size_t files_total_ = 0;
    bool shown_ = false;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

} // namespace daphnia::cli
