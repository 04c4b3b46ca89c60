// Programs for tests: shell scripts that play a solver.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

namespace daphnia::solver {

// A folder with one program of that name in it, removed at the end.
class Script {
  public:
    Script(const std::string& name, const std::string& body)
        : folder_(std::filesystem::temp_directory_path() /
                  ("daphnia_script_" + std::to_string(::getpid()) + "_" + std::to_string(++count_))) {
        std::filesystem::create_directories(folder_);
        path_ = folder_ / name;
        std::ofstream(path_) << "#!/bin/sh\n" << body << '\n';
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
    }
    ~Script() { std::filesystem::remove_all(folder_); }
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;

    std::string path() const { return path_.string(); }
    std::string file(const std::string& name) const { return (folder_ / name).string(); }

  private:
    static inline int count_ = 0;
    std::filesystem::path folder_, path_;
};

} // namespace daphnia::solver
