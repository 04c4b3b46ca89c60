#include "driver/shard.h"

#include "support/error.h"
#include "verify/declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace daphnia::driver {

namespace {

using Costs = std::vector<std::uint64_t>;

// Up to the next name in its file: about what belongs to the declaration.
Costs lengths(const std::vector<verify::Task>& tasks) {
    std::vector<support::SourceRange> names;
    for (const verify::Task& task : tasks) {
        names.push_back(verify::describe(*task.declaration).name_range);
    }
    std::vector<std::size_t> order(tasks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return support::comes_before(names[a], names[b]); });
    Costs result(tasks.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const support::SourceRange& name = names[order[i]];
        const bool last = i + 1 == order.size() || names[order[i + 1]].file != name.file;
        result[order[i]] = (last ? name.file->text().size() : names[order[i + 1]].begin) - name.begin;
    }
    return result;
}

// What an earlier run says; of declarations that it does not know, what one costs on average.
Costs known(const std::vector<verify::Task>& tasks, const report::Costs& earlier) {
    const std::uint64_t usual = earlier.mean();
    Costs result;
    for (const verify::Task& task : tasks) {
        const verify::DeclarationInfo about = verify::describe(*task.declaration);
        result.push_back(earlier.find(about.name_range.file->path(), about.name).value_or(usual));
    }
    return result;
}

// FNV-1a, twice: it tells apart what differs by accident, which is all that is asked of it.
class Digest {
  public:
    // With its length, so that texts do not run into each other.
    void add(std::string_view text) {
        const std::string size = fmt::format("{}:", text.size());
        for (const std::string_view each : {std::string_view(size), text}) {
            for (const char byte : each) {
                constexpr std::uint64_t kPrime = 0x100000001b3;
                first_ = (first_ ^ static_cast<unsigned char>(byte)) * kPrime;
                second_ = (second_ ^ static_cast<unsigned char>(byte ^ 0x55)) * kPrime;
            }
        }
    }
    std::string text() const { return fmt::format("{:016x}{:016x}", first_, second_); }

  private:
    std::uint64_t first_ = 0xcbf29ce484222325;
    std::uint64_t second_ = 0x84222325cbf29ce4;
};

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [rest, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool read = failure == std::errc() && rest == text.data() + text.size();
    return read ? std::optional(value) : std::nullopt;
}

} // namespace

ShardOptions shard_of(const std::string& text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto index = number(std::string_view(text).substr(0, slash));
    const auto of = number(std::string_view(text).substr(std::min(slash + 1, text.size())));
    if (!index || !of || *index < 1 || *index > *of) {
        throw support::InputError(fmt::format("'{}' is not K/N, with K from 1 to N", text));
    }
    ShardOptions result;
    result.number = *index;
    result.of = *of;
    return result;
}

std::vector<std::uint32_t> parts(const std::vector<verify::Task>& tasks, const ShardOptions& options) {
    const Costs costs = options.costs ? known(tasks, *options.costs) : lengths(tasks);
    std::vector<std::size_t> order(tasks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return costs[a] > costs[b]; });
    // Parts beyond the number of tasks stay empty, and need no place.
    std::vector<std::uint64_t> loads(std::min<std::size_t>(options.of, tasks.size()), 0);
    std::vector<std::uint32_t> result(tasks.size());
    for (const std::size_t task : order) {
        const auto least = std::min_element(loads.begin(), loads.end());
        result[task] = static_cast<std::uint32_t>(least - loads.begin()) + 1;
        *least += std::max<std::uint64_t>(costs[task], 1); // what costs nothing is spread, too
    }
    return result;
}

verify::Shard about(const ShardOptions& options, const std::vector<verify::FileResult>& files) {
    Digest digest;
    for (const verify::FileResult& file : files) {
        digest.add(file.path);
        digest.add(file.source == nullptr ? "" : file.source->path());
        digest.add(file.source == nullptr ? "" : file.source->text());
        for (const auto& included : file.included) {
            digest.add(included->path());
            digest.add(included->text());
        }
        digest.add(""); // no path: the end
    }
    return {options.number, options.of, options.costs ? "resources" : "length", options.options, digest.text()};
}

} // namespace daphnia::driver
