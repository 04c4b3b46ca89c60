#include "cli/options_cache.h"

#include "cli/words.h"
#include "support/environment.h"
#include "support/error.h"

#include <fmt/format.h>

namespace daphnia::cli {

namespace {

using cache::Mode;
using support::environment;
using support::InputError;

constexpr std::uint64_t kMostMegabytes = 1'000'000'000;
constexpr std::uint64_t kAll = 100; // percent

Mode mode(const std::string& option, const std::string& text) {
    constexpr Mode kModes[] = {Mode::Off, Mode::Read, Mode::Write, Mode::Replay};
    return kModes[choice(option, text, {"off", "read", "write", "replay"})];
}

void add_folder(CLI::App& command, Command& result, const std::string& size_description) {
    CacheOptions& options = result.cache;
    add_value(command, "--cache-dir", "FOLDER [~/.cache/daphnia]", "Where answers are kept on this machine",
              [&options](const std::string& text) { options.folder = text; });
    add_value(
        command, "--cache-size", fmt::format("MB [{}]", cache::Settings().megabytes), size_description,
        [&options](const std::string& text) { options.megabytes = number("--cache-size", text, kMostMegabytes); });
}

// What does nothing when there is no cache.
void refuse_with_off(const CacheOptions& options) {
    const auto refuse = [](const char* name, bool given) {
        if (given) {
            throw InputError(fmt::format("{}: there is no cache (--cache off)", name));
        }
    };
    refuse("--cache-dir", options.folder.has_value());
    refuse("--cache-size", options.megabytes.has_value());
    refuse("--remote-cache", options.remote.has_value());
    refuse("--cache-recheck", options.recheck_percent.has_value());
}

std::string folder_of(const CacheOptions& options) {
    return options.folder.value_or(cache::usual_folder());
}

void settle_command(Command& result) {
    if (result.cache.action == CacheAction::Clear && result.cache.megabytes) {
        throw InputError("--cache-size: clear leaves nothing");
    }
    if (folder_of(result.cache).empty()) {
        throw InputError("where is the cache? Say --cache-dir FOLDER");
    }
}

} // namespace

void add_cache(CLI::App& command, Command& result) {
    CacheOptions& options = result.cache;
    add_value(
        command, "--cache", "off|read|write|replay [write]",
        "Answers of the solver that were given before: not used, used, used and added to, or used without asking the "
        "solver at all",
        [&options](const std::string& text) { options.mode = mode("--cache", text); });
    add_folder(command, result, "Megabytes that the folder may take; what was not used for longest goes");
    add_value(command, "--remote-cache", "URL",
              "A server where answers are kept, too: redis://[:PASSWORD@]HOST[:PORT][/DATABASE], redis+unix:///PATH or "
              "http://HOST[:PORT][/PATH]; \"URL read-only\", \"URL timeout=MILLISECONDS\"",
              [&options](const std::string& text) { options.remote = text; });
    add_value(command, "--cache-recheck", "PERCENT [0]",
              "So many answers from the cache are asked for again; that one differs is a defect, exit code 70",
              [&options](const std::string& text) {
                  options.recheck_percent = static_cast<unsigned>(number("--cache-recheck", text, kAll));
              });
}

void add_cache_command(CLI::App& app, Command& result) {
    CLI::App& command =
        *app.add_subcommand("cache", "Look at the answers that are kept on this machine, or remove them");
    command
        .add_option_function<std::string>(
            "action",
            [&result](const std::string& text) {
                constexpr CacheAction kActions[] = {CacheAction::Stats, CacheAction::Clear, CacheAction::Trim};
                result.cache.action = kActions[choice("cache", text, {"stats", "clear", "trim"})];
            },
            "How much there is; remove all; or what was not used for longest, down to --cache-size")
        ->type_name("stats|clear|trim");
    add_folder(command, result, "Megabytes that are left after trim");
    command.callback([&result] { result.action = Action::Cache; });
}

void settle_cache(Command& result) {
    CacheOptions& options = result.cache;
    if (result.action == Action::Cache) {
        settle_command(result);
        return;
    }
    if (result.action == Action::MeasureComplexity) {
        result.options.verify.cache.mode = Mode::Off; // what is measured is the solver
        return;
    }
    cache::Settings& settings = result.options.verify.cache;
    const std::string usual_mode = environment("DAPHNIA_CACHE");
    settings.mode = options.mode ? *options.mode : usual_mode.empty() ? Mode::Write : mode("DAPHNIA_CACHE", usual_mode);
    if (settings.mode == Mode::Off) {
        refuse_with_off(options);
        return;
    }
    if (settings.mode == Mode::Replay && options.recheck_percent) {
        throw InputError("--cache-recheck: with --cache replay the solver is never asked");
    }
    if (settings.mode == Mode::Replay && result.options.verify.second_prover != nullptr) {
        throw InputError("--check-solver: with --cache replay no solver is asked");
    }
    settings.folder = folder_of(options);
    settings.folder_is_wanted = options.folder || options.mode || !environment("DAPHNIA_CACHE_DIR").empty();
    settings.megabytes = options.megabytes.value_or(settings.megabytes);
    settings.recheck_percent = options.recheck_percent.value_or(0);
    settings.secret = environment("DAPHNIA_CACHE_SECRET");
    const std::string remote = options.remote.value_or(environment("DAPHNIA_REMOTE_CACHE"));
    if (!remote.empty()) {
        settings.remote = cache::read_remote(remote);
    }
}

} // namespace daphnia::cli
