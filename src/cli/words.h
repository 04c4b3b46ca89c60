// The words of a command line before CLI11 reads them: Dafny's ways of writing options become one, and what cannot be
// meant is refused in plain words.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace daphnia::cli {

// `--name:value` and `--name value` become `--name=value`, for flags too, whose value is true or false. What follows
// `--` stays as it is. Throws InputError for what is no command or no option, lacks its value or is there twice.
std::vector<std::string> settle_words(CLI::App& app, std::vector<std::string> words);

// An option with a value, whose kind the help shows behind its name.
CLI::Option& add_value(CLI::App& command, const std::string& name, const std::string& kind,
                       const std::string& description, const std::function<void(const std::string&)>& set);

// The value of an option. Throw InputError, with the option's name, for other texts.
std::uint64_t number(const std::string& option, const std::string& text, std::uint64_t smallest, std::uint64_t largest);
std::uint64_t number(const std::string& option, const std::string& text, std::uint64_t largest); // from 0
double decimal(const std::string& option, const std::string& text);                              // not negative
bool truth(const std::string& option, const std::string& text);
// Which of these words the text is.
std::size_t choice(const std::string& option, const std::string& text, const std::vector<std::string>& words);

} // namespace daphnia::cli
