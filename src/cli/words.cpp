#include "cli/words.h"

#include "driver/inputs.h"
#include "support/error.h"
#include "support/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <set>

namespace daphnia::cli {

namespace {

using support::InputError;

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// "a, b or c"
std::string listed(const std::vector<std::string>& words) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        result += (i == 0 ? "" : i + 1 < words.size() ? ", " : " or ") + words[i];
    }
    return result;
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> result;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        result.push_back(command->get_name());
    }
    return result;
}

// The command that the first word names.
CLI::App& command_of(CLI::App& app, const std::vector<std::string>& words) {
    const std::vector<std::string> names = command_names(app);
    if (words.empty()) {
        throw InputError(fmt::format("what is to be done? Say {}, and a file", listed(names)));
    }
    const std::string& first = words.front();
    if (std::find(names.begin(), names.end(), first) != names.end()) {
        return *app.get_subcommand(first);
    }
    std::error_code unknown;
    if (first.ends_with(".dfy") || std::filesystem::exists(first, unknown)) {
        throw InputError(fmt::format("the command is missing: daphnia verify {}", first));
    }
    const std::string meant = support::did_you_mean(first, names);
    throw InputError(
        fmt::format("'{}' is not a command; {}", first, meant.empty() ? "the commands are " + listed(names) : meant));
}

// /compile:0 or -compile:0, and no file.
bool is_old_style(const std::string& word) {
    if (word.size() < 2 || (word[0] != '/' && word[0] != '-') || !is_letter(word[1])) {
        return false;
    }
    const std::string name = word.substr(1, word.find(':') - 1);
    std::error_code unknown;
    return std::all_of(name.begin(), name.end(), is_letter) &&
           (word[0] == '-' || (word.find(':') != std::string::npos && !std::filesystem::exists(word, unknown)));
}

class Settler {
  public:
    Settler(CLI::App& command, std::vector<std::string> words) : command_(command), words_(std::move(words)) {}

    // All but the first word, which names the command.
    std::vector<std::string> run() && {
        std::vector<std::string> result{words_.front()};
        for (next_ = 1; next_ < words_.size();) {
            std::string word = words_[next_++];
            if (word == "--") {
                result.push_back(std::move(word));
                result.insert(result.end(), words_.begin() + static_cast<std::ptrdiff_t>(next_), words_.end());
                break;
            }
            result.push_back(word.starts_with("--") ? option(word) : other(std::move(word)));
        }
        return result;
    }

  private:
    std::string option(const std::string& word) {
        const std::size_t split = word.find_first_of(":=");
        const std::string name = word.substr(0, split);
        const CLI::Option* const known = command_.get_option_no_throw(name);
        if (known == nullptr) {
            const std::string meant = option_meant(name.substr(2));
            throw InputError(
                fmt::format("{} is not an option of {}; {}", name, words_[0],
                            meant.empty() ? fmt::format("daphnia {} --help lists them", words_[0]) : meant));
        }
        if (known == command_.get_help_ptr()) {
            return name;
        }
        const bool repeatable = known->get_items_expected_max() > 1;
        if (!seen_.insert(name).second && !repeatable) {
            throw InputError(fmt::format("{} is given twice", name));
        }
        const bool flag = known->get_items_expected_max() == 0;
        if (split != std::string::npos) {
            return fmt::format("{}={}", name,
                               flag ? spoken(truth(name, word.substr(split + 1)))
                                    : present(name, word.substr(split + 1)));
        }
        const bool more = next_ < words_.size();
        if (flag) {
            // A word of its own may be 1 or 0 for other reasons: a path, an argument of the program.
            const std::string next = more ? lower_case(words_[next_]) : std::string();
            if (next == "true" || next == "false") {
                ++next_;
                return fmt::format("{}={}", name, next);
            }
            return name;
        }
        return fmt::format("{}={}", name, present(name, more ? words_[next_++] : std::string()));
    }

    std::string option_meant(const std::string& written) const {
        std::vector<std::string> known;
        for (const CLI::Option* option : command_.get_options()) {
            for (const std::string& name : option->get_lnames()) {
                known.push_back(name);
            }
        }
        std::vector<std::string> near = support::near_misses(written, known);
        for (std::string& each : near) {
            each.insert(0, "--");
        }
        return support::did_you_mean(near);
    }

    static std::string spoken(bool value) { return value ? "true" : "false"; }

    static std::string present(const std::string& option, std::string value) {
        if (value.empty()) {
            throw InputError(fmt::format("{} needs a value", option));
        }
        return value;
    }

    // A path, an argument of the program, or something that is neither.
    std::string other(std::string word) {
        if (word == driver::kStandardInput && !seen_.insert(word).second) {
            throw InputError("standard input (-) can be read only once");
        }
        if (word != "-h" && is_old_style(word)) {
            throw InputError(fmt::format("{} is an option in Dafny's old style; options begin with --, and daphnia {} "
                                         "--help lists them",
                                         word, words_[0]));
        }
        return word;
    }

    CLI::App& command_;
    std::vector<std::string> words_;
    std::size_t next_ = 0;
    std::set<std::string> seen_; // options, and standard input
};

} // namespace

std::vector<std::string> settle_words(CLI::App& app, std::vector<std::string> words) {
    if (!words.empty() && words.front().starts_with("-") && app.get_option_no_throw(words.front()) != nullptr) {
        return words; // --help, --version
    }
    CLI::App& command = command_of(app, words);
    return Settler(command, std::move(words)).run();
}

CLI::Option& add_value(CLI::App& command, const std::string& name, const std::string& kind,
                       const std::string& description, const std::function<void(const std::string&)>& set) {
    return *command.add_option_function<std::string>(name, set, description)->option_text(kind);
}

std::uint64_t number(const std::string& option, const std::string& text, std::uint64_t smallest,
                     std::uint64_t largest) {
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc() || rest != end || value < smallest || value > largest) {
        throw InputError(fmt::format("{}: '{}' is not a whole number from {} to {}", option, text, smallest, largest));
    }
    return value;
}

std::uint64_t number(const std::string& option, const std::string& text, std::uint64_t largest) {
    return number(option, text, 0, largest);
}

double decimal(const std::string& option, const std::string& text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc() || rest != end || !std::isfinite(value) || std::signbit(value)) {
        throw InputError(fmt::format("{}: '{}' is not a number from 0 on, such as 1.5", option, text));
    }
    return value;
}

bool truth(const std::string& option, const std::string& text) {
    const std::string word = lower_case(text);
    if (word == "true" || word == "1") {
        return true;
    }
    if (word == "false" || word == "0") {
        return false;
    }
    throw InputError(fmt::format("{}: '{}' is not false or true", option, text));
}

std::size_t choice(const std::string& option, const std::string& text, const std::vector<std::string>& words) {
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) {
        throw InputError(fmt::format("{}: '{}' is not {}", option, text, listed(words)));
    }
    return static_cast<std::size_t>(found - words.begin());
}

} // namespace daphnia::cli
