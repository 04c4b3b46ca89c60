#include "cli/progress.h"

#include <fmt/format.h>

#include <ostream>

namespace daphnia::cli {

void Progress::show(std::size_t done, std::size_t total) {
    constexpr auto kPatience = std::chrono::seconds(1);
    if (!enabled_ || std::chrono::steady_clock::now() - start_ < kPatience) {
        return;
    }
    if (done < total) {
        out_ << fmt::format("\r\x1b[Kverified {} of {} declarations", done, total) << std::flush;
        shown_ = true;
    } else if (shown_) {
        out_ << "\r\x1b[K" << std::flush;
    }
}

} // namespace daphnia::cli
