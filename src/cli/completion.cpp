#include "cli/completion.h"

#include "cli/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

namespace daphnia::cli {

namespace {

// What may follow an option, or stand as an argument.
struct Value {
    std::vector<std::string> words; // all there are; empty: others
    bool file = false;
};

struct OptionWords {
    std::string name; // without hyphens
    std::string description;
    bool takes_value = false;
    Value value;
};

struct CommandWords {
    std::string name;
    std::string description;
    std::vector<OptionWords> options;
    Value argument;
};

// "text|json" or "N [0]", as the help shows it: in small letters it says what may be written, in capitals what is
// meant.
Value value_of(const CLI::Option& option) {
    const std::string shown = option.get_option_text().empty() ? option.get_type_name() : option.get_option_text();
    const std::string kind = shown.substr(0, shown.find(' '));
    Value result;
    result.file = kind.starts_with("FILE") || kind.starts_with("FOLDER");
    const bool written = !kind.empty() && std::none_of(kind.begin(), kind.end(), [](unsigned char c) {
        return std::isupper(c) != 0 || c == '[' || c == ':';
    });
    for (std::size_t begin = 0; written && begin <= kind.size();) {
        const std::size_t end = std::min(kind.find('|', begin), kind.size());
        result.words.push_back(kind.substr(begin, end - begin));
        begin = end + 1;
    }
    return result;
}

CommandWords command_words(const CLI::App& command) {
    CommandWords result{command.get_name(), command.get_description(), {}, {}};
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_positional() && !result.argument.file && result.argument.words.empty()) {
            result.argument = value_of(*option); // the first: what a program is given follows it
        }
        for (const std::string& name : option->get_lnames()) {
            const bool takes_value = option->get_items_expected_max() > 0;
            result.options.push_back(
                {name, option->get_description(), takes_value, takes_value ? value_of(*option) : Value{}});
        }
    }
    return result;
}

std::vector<CommandWords> all_commands(const CLI::App& app) {
    std::vector<CommandWords> result;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        result.push_back(command_words(*command));
    }
    return result;
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

// Puts a mark before each of these characters.
std::string marked(const std::string& text, const std::string& characters, const std::string& mark) {
    std::string result;
    for (const char c : text) {
        result += characters.find(c) == std::string::npos ? std::string(1, c) : mark + c;
    }
    return result;
}

// Within '…' nothing means anything but the quote itself.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return result + "'";
}

// bash splits words at = and :, so that what follows --option= is a word of its own.
constexpr const char* kBashBegin = R"(# Completion for bash, made by: daphnia completion bash
_daphnia() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options= words= file=
    if [[ $word == [=:] ]]; then
        word=
    elif [[ $before == [=:] ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
)";
constexpr const char* kBashEnd = R"(    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    if [[ $file == any ]]; then
        compopt -o filenames
        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$word")
    elif [[ $file == program ]]; then
        compopt -o filenames
        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -X '!*.dfy' -- "$word"; compgen -d -- "$word")
    fi
}
complete -F _daphnia daphnia
)";

std::string bash_value(const Value& value, const char* file) {
    return fmt::format("words={} file={}", quoted(joined(value.words)), value.file ? file : "");
}

std::string bash_script(const std::vector<CommandWords>& commands) {
    std::vector<std::string> names;
    for (const CommandWords& command : commands) {
        names.push_back(command.name);
    }
    std::string result = kBashBegin;
    result += fmt::format("        mapfile -t COMPREPLY < <(compgen -W '{} --help --version' -- \"$word\")\n"
                          "        return\n    fi\n    case ${{COMP_WORDS[1]}} in\n",
                          joined(names));
    for (const CommandWords& command : commands) {
        std::vector<std::string> options;
        std::string values;
        for (const OptionWords& option : command.options) {
            options.push_back("--" + option.name);
            if (option.takes_value) {
                values += fmt::format("        --{}) {} ;;\n", option.name, bash_value(option.value, "any"));
            }
        }
        result += fmt::format("    {})\n        options={}\n        case $before in\n{}        *) {} ;;\n        esac\n"
                              "        ;;\n",
                              command.name, quoted(joined(options)), values, bash_value(command.argument, "program"));
    }
    return result + "    esac\n" + kBashEnd;
}

std::string zsh_value(const Value& value, const char* files) {
    if (!value.words.empty()) {
        return fmt::format("({})", joined(value.words));
    }
    return value.file ? files : "( )";
}

std::string zsh_script(const std::vector<CommandWords>& commands) {
    std::string result = "#compdef daphnia\n# Completion for zsh, made by: daphnia completion zsh\n"
                         "_daphnia() {\n    local -a commands\n    commands=(\n";
    for (const CommandWords& command : commands) {
        result += fmt::format("        {}\n", quoted(fmt::format("{}:{}", command.name, command.description)));
    }
    result += "    )\n    if ((CURRENT == 2)); then\n        _describe command commands\n"
              "        _arguments '--help[show help]' '--version[show the version]'\n        return\n    fi\n"
              "    shift words\n    ((CURRENT--))\n    case $words[1] in\n";
    for (const CommandWords& command : commands) {
        result += fmt::format("    {})\n        _arguments \\\n", command.name);
        for (const OptionWords& option : command.options) {
            const std::string description = marked(option.description, "[]:\\", "\\");
            const std::string value = option.takes_value ? ":value:" + zsh_value(option.value, "_files") : "";
            result += fmt::format(
                "            {} \\\n",
                quoted(fmt::format("--{}{}[{}]{}", option.name, option.takes_value ? "=" : "", description, value)));
        }
        result += fmt::format("            {}\n        ;;\n",
                              quoted("*:argument:" + zsh_value(command.argument, "_files -g \"*.dfy(-.)\"")));
    }
    // As a file of fpath it is the function itself; source <(…) is to work as well.
    return result + "    esac\n}\nif [[ $funcstack[1] == _daphnia ]]; then\n    _daphnia \"$@\"\nelse\n"
                    "    compdef _daphnia daphnia\nfi\n";
}

std::string fish_script(const std::vector<CommandWords>& commands) {
    std::string result = "# Completion for fish, made by: daphnia completion fish\ncomplete -c daphnia -f\n"
                         "complete -c daphnia -n __fish_use_subcommand -l help -d 'Show help'\n"
                         "complete -c daphnia -n __fish_use_subcommand -l version -d 'Show the version'\n";
    const auto text = [](const std::string& words) { return "'" + marked(words, "'\\", "\\") + "'"; };
    for (const CommandWords& command : commands) {
        result += fmt::format("complete -c daphnia -n __fish_use_subcommand -a {} -d {}\n", command.name,
                              text(command.description));
        const std::string condition = text("__fish_seen_subcommand_from " + command.name);
        for (const OptionWords& option : command.options) {
            std::string value;
            if (option.takes_value) {
                value = option.value.words.empty() && option.value.file ? " -r -F"
                                                                        : " -x -a " + text(joined(option.value.words));
            }
            result += fmt::format("complete -c daphnia -n {} -l {}{} -d {}\n", condition, option.name, value,
                                  text(option.description));
        }
        if (!command.argument.words.empty()) {
            result += fmt::format("complete -c daphnia -n {} -a {}\n", condition, text(joined(command.argument.words)));
        } else if (command.argument.file) {
            result += fmt::format("complete -c daphnia -n {} -k -a '(__fish_complete_suffix .dfy)'\n", condition);
        }
    }
    return result;
}

} // namespace

void add_completion(CLI::App& app, std::optional<Shell>& shell) {
    CLI::App& command = *app.add_subcommand("completion", "Print what a shell needs to complete commands and options");
    command
        .add_option_function<std::string>(
            "shell",
            [&shell](const std::string& text) {
                shell = static_cast<Shell>(choice("completion", text, {"bash", "zsh", "fish"}));
            },
            "For bash: source <(daphnia completion bash)")
        ->required()
        ->type_name("bash|zsh|fish");
}

std::string completion_script(const CLI::App& app, Shell shell) {
    const std::vector<CommandWords> commands = all_commands(app);
    switch (shell) {
    case Shell::Bash:
        return bash_script(commands);
    case Shell::Zsh:
        return zsh_script(commands);
    case Shell::Fish:
        return fish_script(commands);
    }
    return {};
}

} // namespace daphnia::cli
