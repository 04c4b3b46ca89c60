#include "cli/progress.h"

#include <fmt/format.h>

#include <ostream>

namespace daphnia::cli {

void Progress::show() {
    constexpr auto kPatience = std::chrono::seconds(1);
    if (enabled_ && done_ < total_ && std::chrono::steady_clock::now() - start_ >= kPatience) {
        const std::string files =
            files_total_ > 1 ? fmt::format("{} of {} files, ", files_done_, files_total_) : std::string();
        out_ << fmt::format("\r\x1b[Kverified {}{} of {} declarations", files, done_, total_) << std::flush;
        shown_ = true;
    }
}

void Progress::hide() {
    if (shown_) {
        out_ << "\r\x1b[K" << std::flush;
        shown_ = false;
    }
}

void Progress::resolved(const verify::Run& run, const std::vector<std::vector<support::SourceRange>>& planned) {
    files_total_ = planned.size();
    for (const std::vector<support::SourceRange>& names : planned) {
        total_ += names.size();
    }
    if (next_ != nullptr) {
        next_->resolved(run, planned);
    }
}

void Progress::started(std::size_t file, std::size_t declaration) {
    if (next_ != nullptr) {
        next_->started(file, declaration);
    }
}

void Progress::outcome(std::size_t file, std::size_t declaration, const std::vector<support::Diagnostic>& found) {
    hide();
    if (next_ != nullptr) {
        next_->outcome(file, declaration, found);
    }
    ++done_;
    show();
}

void Progress::finished(const verify::Run& run, std::size_t file) {
    hide();
    if (next_ != nullptr) {
        next_->finished(run, file);
    }
    ++files_done_;
    show();
}

} // namespace daphnia::cli
