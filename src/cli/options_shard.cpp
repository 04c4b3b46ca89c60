#include "cli/options_shard.h"

#include "report/costs.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace daphnia::cli {

namespace {

// On these no verdict depends. Neither does one on a cache, whose options may hold passwords besides.
bool is_indifferent(const std::string& option) {
    static const std::set<std::string> kIndifferent{"--cores", "--format",      "--report", "--reproducer",
                                                    "--shard", "--shard-costs", "--trace"};
    return kIndifferent.count(option) > 0 || option.find("cache") != std::string::npos;
}

} // namespace

CLI::Option& add_shard(CLI::App& command, Command& result) {
    std::optional<driver::ShardOptions>& target = result.options.shard;
    CLI::Option& shard = *command.add_option_function<std::string>(
        "--shard",
        [&target](const std::string& text) {
            try {
                driver::ShardOptions parsed = driver::shard_of(text);
                parsed.costs = target ? std::move(target->costs) : std::nullopt;
                target = std::move(parsed);
            } catch (const support::InputError& error) {
                throw support::InputError(fmt::format("--shard: {}", error.what()));
            }
        },
        "Verify the K-th of N parts of the declarations, the same on every machine");
    shard.option_text("K/N");
    command
        .add_option_function<std::string>(
            "--shard-costs",
            [&target](const std::string& path) {
                target = target.value_or(driver::ShardOptions());
                target->costs = report::read_costs(path);
            },
            "Balance the parts by what declarations cost in this JSON report of an earlier run; all parts need the "
            "same")
        ->option_text("REPORT")
        ->needs(&shard);
    return shard;
}

void add_merge_reports(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand("merge-reports", "Make one JSON report of those of all shards of a run");
    command
        .add_option("report", result.paths,
                    "What verify --shard K/N --format json has written, for each K from 1 to N, in any order")
        ->required()
        ->type_name("REPORT");
    command.callback([&result] { result.action = Action::Merge; });
}

void settle_shard(Command& command) {
    if (!command.options.shard) {
        return;
    }
    std::vector<std::string>& options = command.options.shard->options;
    for (const std::string& word : command.words) {
        if (word.starts_with("--") && !is_indifferent(word.substr(0, word.find('=')))) {
            options.push_back(word.find('=') == std::string::npos ? word + "=true" : word);
        }
    }
    std::sort(options.begin(), options.end());
}

} // namespace daphnia::cli
