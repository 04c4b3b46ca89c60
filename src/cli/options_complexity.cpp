#include "cli/options_complexity.h"

#include "cli/words.h"
#include "report/costs.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace daphnia::cli {

namespace {

constexpr std::uint64_t kMost = 1'000'000;

} // namespace

void add_complexity(CLI::App& command, Command& result) {
    ComplexityCommand& target = result.complexity;
    add_value(command, "--mutations", fmt::format("N [{}]", target.options.mutations),
              "Verify everything so many times: as verify does, then with other seeds, names and orders",
              [&target](const std::string& text) {
                  target.options.mutations = static_cast<std::uint32_t>(number("--mutations", text, 1, kMost));
              });
    add_value(command, "--worst-amount", fmt::format("N [{}]", target.worst),
              "How many of the declarations that cost most are listed",
              [&target](const std::string& text) { target.worst = number("--worst-amount", text, 0, kMost); });
    add_value(
        command, "--max-flips", fmt::format("N [{}]", target.tolerance.flips),
        "So many declarations may be proved with some mutations and not with others; more are no success, exit code 4",
        [&target](const std::string& text) { target.tolerance.flips = number("--max-flips", text, 0, kMost); });
    add_value(command, "--max-cv", "X",
              "The cost of no declaration may vary more: standard deviation as a part of the mean; else exit code 4",
              [&target](const std::string& text) { target.tolerance.variation = decimal("--max-cv", text); });
    CLI::Option& baseline = add_value(
        command, "--baseline", "REPORT", "An earlier JSON report of verify or of this command, to compare costs with",
        [&target](const std::string& path) { target.options.baseline = report::read_costs(path); });
    add_value(command, "--max-growth", fmt::format("FACTOR [{}]", target.tolerance.growth),
              "By no more may the mean cost of a declaration have grown since the baseline; else exit code 4",
              [&target](const std::string& text) { target.tolerance.growth = decimal("--max-growth", text); })
        .needs(&baseline);
}

} // namespace daphnia::cli
