#include "reduce.h"

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

namespace daphnia::oracle {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kMostTries = 600;

std::string joined(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

} // namespace

std::string reduced(const std::string& text, const std::function<bool(const std::string&)>& shows) {
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    std::size_t tries = 0;
    // Large pieces first; then again, because what is gone lets more go.
    for (bool more = true; std::exchange(more, false);) {
        for (std::size_t size = std::max<std::size_t>(lines.size() / 2, 1); size > 0; size /= 2) {
            for (std::size_t begin = 0; begin + size <= lines.size() && tries < kMostTries;) {
                Lines shorter = lines;
                const auto first = shorter.begin() + static_cast<std::ptrdiff_t>(begin);
                shorter.erase(first, first + static_cast<std::ptrdiff_t>(size));
                ++tries;
                if (shows(joined(shorter))) {
                    lines = std::move(shorter);
                    more = true;
                } else {
                    ++begin;
                }
            }
        }
    }
    return joined(lines);
}

} // namespace daphnia::oracle
