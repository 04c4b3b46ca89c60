// The commands of the program, as its help lists them.
#pragma once

#include "process.h"

#include <regex>
#include <set>
#include <string>

namespace daphnia::tests {

// The first group of each match.
inline std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::set<std::string> result;
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
        result.insert((*it)[1]);
    }
    return result;
}

inline std::set<std::string> commands() {
    const std::string help = daphnia({"--help"}).out;
    return matches(help.substr(help.find("Subcommands:")), std::regex("\n  ([a-z-]+) "));
}

} // namespace daphnia::tests
