// Programs for tests: shell scripts that play a solver.
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <stdlib.h>

namespace daphnia::solver {

// A folder with one program of that name in it, removed at the end.
class Script {
  public:
    Script(const std::string& name, const std::string& body) {
        std::string pattern = (std::filesystem::temp_directory_path() / "daphnia_script_XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("no temporary folder");
        }
        folder_ = pattern;
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
    std::filesystem::path folder_, path_;
};

} // namespace daphnia::solver
