#include "cli/options_project.h"

#include "cli/programs.h"
#include "cli/words.h"
#include "support/error.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::cli {

namespace {

using support::InputError;

// What a project file may set.
const std::vector<std::string> kProjectOptions{"allow-warnings",
                                               "cores",
                                               "disable-nonlinear-arithmetic",
                                               "fail-on-assumptions",
                                               "isolate-assertions",
                                               "manual-triggers",
                                               "random-seed",
                                               "reads-clauses-on-methods",
                                               "refute-limit",
                                               "relax-definite-assignment",
                                               "resource-limit",
                                               "solver-memory-limit",
                                               "step-limit",
                                               "type-system-refresh",
                                               "verification-time-limit",
                                               "verify-included-files",
                                               "warn-contradictory-assumptions",
                                               "warn-redundant-assumptions",
                                               "warn-shadowing"};

bool exists(const CLI::App& app, const std::string& option) {
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    return std::any_of(commands.begin(), commands.end(),
                       [&](const CLI::App* command) { return command->get_option_no_throw(option) != nullptr; });
}

std::optional<driver::Project> project_of(Command& command) {
    std::vector<std::string> named;
    std::copy_if(command.paths.begin(), command.paths.end(), std::back_inserter(named), is_project_file);
    if (named.size() > 1) {
        throw InputError(
            fmt::format("only one project file can be used at a time; both {} and {} are named", named[0], named[1]));
    }
    if (!named.empty()) {
        return driver::open_project(named.front());
    }
    if (!command.find_project) {
        return std::nullopt;
    }
    const std::string& start = command.paths.front();
    if (start == driver::kStandardInput) {
        throw InputError("--find-project starts from a file, and the first one is standard input");
    }
    std::optional<driver::Project> result = driver::find_project(start);
    if (!result) {
        command.notes.push_back(fmt::format("note: no {} in the folder of {} or above it has {} in its program",
                                            driver::kProjectFileName, start, start));
    }
    return result;
}

// Adds the options of the project file to the words, one after the other, so that each is refused at its own place.
class Completion {
  public:
    Completion(const std::vector<std::string>& words, const CLI::App& app, const ParseWords& parse)
        : words_(words), app_(app), parse_(parse), command_(parse(words)) {}

    Command run() && {
        const bool has_programs = app_.get_subcommand(words_.front())->get_option_no_throw("--find-project") != nullptr;
        std::optional<driver::Project> project = has_programs ? project_of(command_) : std::nullopt;
        if (!project) {
            return std::move(command_);
        }
        std::vector<std::string> warnings;
        for (const driver::ProjectOption& option : project->options) {
            if (exists(app_, "--" + option.name)) {
                add(option);
            } else {
                warnings.push_back(unknown(option));
            }
        }
        if (!warnings.empty() && !command_.options.strictness.allow_warnings) {
            throw InputError(warnings.front() + ", and --allow-warnings is false");
        }
        for (const std::string& warning : warnings) {
            command_.notes.push_back("warning: " + warning);
        }
        command_.project = std::move(project);
        return std::move(command_);
    }

  private:
    static std::string unknown(const driver::ProjectOption& option) {
        const std::string meant = support::did_you_mean(option.name, kProjectOptions);
        return fmt::format("{}: option '{}' is not an option of Daphnia and changes nothing{}{}", option.place,
                           option.name, meant.empty() ? "" : "; ", meant);
    }

    bool is_given(const std::string& option) const {
        const auto end = std::find(words_.begin(), words_.end(), "--");
        return std::any_of(words_.begin(), end,
                           [&](const std::string& word) { return word == option || word.starts_with(option + "="); });
    }

    void add(const driver::ProjectOption& option) {
        if (std::find(kProjectOptions.begin(), kProjectOptions.end(), option.name) == kProjectOptions.end()) {
            throw InputError(
                fmt::format("{}: option '{}' is taken from the command line only", option.place, option.name));
        }
        const std::string name = "--" + option.name;
        const CLI::Option* const known = app_.get_subcommand(words_.front())->get_option_no_throw(name);
        if (known == nullptr || is_given(name)) {
            return; // it is for other commands, or the command line decides
        }
        if (!option.is_single || option.value.empty()) {
            throw InputError(fmt::format("{}: option '{}' needs one value", option.place, option.name));
        }
        try {
            const bool flag = known->get_items_expected_max() == 0;
            const std::string value = flag ? (truth(name, option.value) ? "true" : "false") : option.value;
            std::vector<std::string> more = words_;
            more.insert(more.begin() + 1, fmt::format("{}={}", name, value));
            Command completed = parse_(more);
            completed.notes = command_.notes;
            command_ = std::move(completed);
            words_ = std::move(more);
        } catch (const InputError& error) {
            throw InputError(fmt::format("{}: {}", option.place, error.what()));
        } catch (const CLI::ExcludesError&) {
            // it makes no sense beside what the command line says
        }
    }

    std::vector<std::string> words_;
    const CLI::App& app_;
    const ParseWords& parse_;
    Command command_;
};

} // namespace

void add_find_project(CLI::App& command, Command& result) {
    command.add_flag(
        "--find-project", result.find_project,
        "Look for a project file (dfyconfig.toml) with the first file in its program, in the file's folder "
        "and above it");
}

Command with_project(const std::vector<std::string>& words, const CLI::App& app, const ParseWords& parse) {
    return Completion(words, app, parse).run();
}

} // namespace daphnia::cli
