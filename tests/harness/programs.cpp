// Folders of programs in, their paths out; and a file's text.
#include "programs.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace daphnia::harness {

namespace fs = std::filesystem;

fs::path project_root() {
    return fs::path(DAPHNIA_ROOT);
}

std::vector<fs::path> programs_below(const std::string& folder) {
    std::vector<fs::path> result;
    const fs::path root = project_root() / folder;
    if (fs::exists(root)) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
            if (entry.path().extension() == ".dfy") {
                result.push_back(entry.path());
            }
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

std::vector<fs::path> all_programs() {
    std::vector<fs::path> result = programs_below("tests/suite");
    const std::vector<fs::path> examples = programs_below("examples");
    result.insert(result.end(), examples.begin(), examples.end());
    return result;
}

std::string read_text(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        throw std::runtime_error("cannot read " + path.string());
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string test_name(const fs::path& path) {
    std::string name = fs::relative(path, project_root()).replace_extension().string();
    for (char& c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
            c = '_';
        }
    }
    return name;
}

} // namespace daphnia::harness
