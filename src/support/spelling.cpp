// Distances between words, and the words that are near enough; see the header.
#include "support/spelling.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace daphnia::support {

namespace {

constexpr std::size_t kShort = 4;        // letters of a name of which only one may be wrong
constexpr std::size_t kMostProposed = 3; // names in one sentence
constexpr std::size_t kLongest = 64;     // letters of a name that is compared with others

std::string lower_case(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

// The number of slips between two names; nothing when they are too many to be slips.
std::optional<std::size_t> slips(std::string_view written, std::string_view candidate) {
    const std::size_t shorter = std::min(written.size(), candidate.size());
    const std::size_t longer = std::max(written.size(), candidate.size());
    if (shorter < 2 || longer > kLongest || written == candidate) {
        return std::nullopt;
    }
    const std::size_t distance = edit_distance(written, candidate);
    if (shorter == 2 && distance > 0 &&
        !std::is_permutation(written.begin(), written.end(), candidate.begin(), candidate.end())) {
        return std::nullopt; // half of its letters would be wrong
    }
    return distance <= (longer <= kShort ? 1 : 2) ? std::optional(distance) : std::nullopt;
}

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::string from = lower_case(a);
    const std::string to = lower_case(b);
    std::vector<std::size_t> before_last;
    std::vector<std::size_t> last(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::vector<std::size_t> row(to.size() + 1, i);
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t changed = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        before_last = std::exchange(last, std::move(row));
    }
    return last[to.size()];
}

std::vector<std::string> near_misses(std::string_view written, const std::vector<std::string>& candidates) {
    std::vector<std::string> result;
    std::optional<std::size_t> nearest;
    for (const std::string& candidate : candidates) {
        const std::optional<std::size_t> distance = slips(written, candidate);
        if (!distance || (nearest && *distance > *nearest)) {
            continue;
        }
        if (distance != nearest) {
            result.clear();
            nearest = distance;
        }
        result.push_back(candidate);
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result.size() > kMostProposed ? std::vector<std::string>() : result;
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& candidates) {
    return did_you_mean(near_misses(written, candidates));
}

std::string did_you_mean(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        list += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + ("'" + names[i] + "'");
    }
    return list.empty() ? "" : "did you mean " + list + "?";
}

} // namespace daphnia::support
