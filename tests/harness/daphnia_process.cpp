// Command line in, exit code and findings of one run of the built program out.
#include "daphnia_process.h"

#include <nlohmann/json.hpp>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace daphnia::harness {

namespace {

std::string quoted(const std::string& word) {
    std::string result = "'";
    for (const char c : word) {
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return result + "'";
}

std::string command_line(const std::vector<std::string>& command, const std::string& file) {
    const char* const other = std::getenv("DAPHNIA_BINARY");
    // The net below ctest's own: a run that hangs must not outlive its test.
    // Neither must it find anything in a cache.
    std::string line = "DAPHNIA_CACHE=off timeout 120 " + quoted(other == nullptr ? DAPHNIA_BINARY : other);
    for (const std::string& word : command) {
        line += " " + quoted(word);
    }
    return line + " --format json " + quoted(file) + " 2>&1";
}

std::size_t line_of(const nlohmann::json& range) {
    return range.is_null() ? 0 : range.at("start").at("line").get<std::size_t>();
}

// Of a static error, or of the reason for a failed proof.
std::string hint_of(const nlohmann::json& diagnostic) {
    for (const char* const reason : {"counterexample", "explanation"}) {
        if (diagnostic.contains(reason)) {
            return diagnostic.at(reason).value("hint", "");
        }
    }
    return diagnostic.value("hint", "");
}

std::vector<Finding> findings_of(const std::string& output) {
    const nlohmann::json document = nlohmann::json::parse(output);
    std::vector<Finding> result;
    for (const nlohmann::json& file : document.at("files")) {
        for (const nlohmann::json& each : file.at("diagnostics")) {
            result.push_back({line_of(each.at("range")), each.at("severity"), each.at("id"), each.value("verdict", ""),
                              each.at("message"), hint_of(each)});
        }
    }
    return result;
}

} // namespace

ProcessResult run_daphnia(const std::vector<std::string>& command, const std::string& file) {
    ProcessResult result;
    std::FILE* const pipe = popen(command_line(command, file).c_str(), "r");
    if (pipe == nullptr) {
        result.trouble = "cannot start a process";
        return result;
    }
    std::string output;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        output.append(buffer.data(), count);
    }
    const int status = pclose(pipe);
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    try {
        result.findings = findings_of(output);
    } catch (const nlohmann::json::exception& exception) {
        result.trouble = std::string(exception.what()) + "\n" + output;
    }
    return result;
}

} // namespace daphnia::harness
