// Runs a program to its end and gives back what it wrote and how it ended.
#pragma once

#include <nlohmann/json.hpp>
#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::tests {

struct Finished {
    int exit_code = -1; // 128 + the signal when one ended it
    std::string out, err;
};

// A program that runs in the background, with its output in files. Killed at the end of its life.
class Process {
  public:
    // Standard input is /dev/null. The program is looked up in the path when it has no slash.
    explicit Process(const std::vector<std::string>& command);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    pid_t id() const { return id_; }
    std::vector<pid_t> children() const;
    // Waits for its end; kills it when that takes longer.
    Finished wait(std::chrono::seconds patience = std::chrono::seconds(120));

  private:
    pid_t id_ = -1;
    bool running_ = true;
    std::filesystem::path out_, err_;
};

// Runs a command to its end.
Finished run(const std::vector<std::string>& command);
// The built program with these arguments.
Finished daphnia(std::vector<std::string> arguments);
std::vector<std::string> daphnia_command(std::vector<std::string> arguments);
// What `verify --format json` with these arguments writes; it must end with the exit code, and the document say so.
nlohmann::json report(const std::vector<std::string>& arguments, int expected_exit_code);

bool has(const std::string& text, const std::string& part);

// A folder of its own for the test, removed at the end.
class Scratch {
  public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    // Writes a file below the folder, with the folders that it needs, and gives its path.
    std::string file(const std::string& name, std::string_view content) const;
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

  private:
    std::filesystem::path folder_;
};

std::string read_file(const std::filesystem::path& path);

} // namespace daphnia::tests
