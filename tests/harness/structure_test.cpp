// The sources keep to the arrows that src/README.md draws, and what the READMEs name exists.
#include "programs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace daphnia::harness {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> result;
    for (std::string line; std::getline(stream, line);) {
        result.push_back(line);
    }
    return result;
}

std::vector<std::string> cells_of(const std::string& row) {
    std::istringstream stream(row);
    std::vector<std::string> cells;
    for (std::string cell; std::getline(stream, cell, '|');) {
        cells.push_back(cell);
    }
    return cells;
}

// The words in `backticks` of a cell.
std::vector<std::string> names_in(const std::string& cell) {
    static const std::regex name("`([a-z]+)`");
    std::vector<std::string> result;
    for (std::sregex_iterator it(cell.begin(), cell.end(), name), end; it != end; ++it) {
        result.push_back((*it)[1]);
    }
    return result;
}

// Folder to the folders that it may use, from the table's rows: | `folder` | holds | may use |, where "may use" lists
// folders, or says "all above", or "all above but" some.
std::map<std::string, Names> allowed_arrows() {
    std::map<std::string, Names> arrows;
    Names above;
    for (const std::string& line : lines_of(read_text(project_root() / "src/README.md"))) {
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() < 4 || names_in(cells[1]).size() != 1) {
            continue;
        }
        const std::string folder = names_in(cells[1]).front();
        const std::vector<std::string> listed = names_in(cells[3]);
        Names allowed(listed.begin(), listed.end());
        if (cells[3].find("all above") != std::string::npos) {
            allowed = above;
            for (const std::string& exception : listed) {
                allowed.erase(exception);
            }
        }
        arrows[folder] = allowed;
        above.insert(folder);
    }
    return arrows;
}

// Libraries that npm has put below src/vscode.
bool is_foreign(const fs::directory_entry& entry) {
    return entry.is_directory() && entry.path().filename() == "node_modules";
}

std::vector<fs::path> sources_below(const fs::path& folder) {
    std::vector<fs::path> result;
    for (auto it = fs::recursive_directory_iterator(folder); it != fs::recursive_directory_iterator(); ++it) {
        const std::string extension = it->path().extension().string();
        if (is_foreign(*it)) {
            it.disable_recursion_pending();
        } else if (extension == ".h" || extension == ".cpp" || extension == ".def") {
            result.push_back(it->path());
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

Names folders_of_src() {
    Names result;
    for (const fs::directory_entry& entry : fs::directory_iterator(project_root() / "src")) {
        if (entry.is_directory() && !sources_below(entry.path()).empty()) {
            result.insert(entry.path().filename().string());
        }
    }
    return result;
}

TEST(Structure, TheTableNamesEveryFolderAndNoOther) {
    Names in_table;
    for (const auto& [folder, allowed] : allowed_arrows()) {
        in_table.insert(folder);
    }
    EXPECT_EQ(in_table, folders_of_src());
}

TEST(Structure, IncludesFollowTheArrows) {
    static const std::regex include(R"re(^\s*#\s*include\s*"([a-z_]+)/[^"]*")re");
    const std::map<std::string, Names> arrows = allowed_arrows();
    const Names folders = folders_of_src();
    for (const std::string& folder : folders) {
        for (const fs::path& source : sources_below(project_root() / "src" / folder)) {
            for (const std::string& line : lines_of(read_text(source))) {
                std::smatch match;
                if (!std::regex_search(line, match, include) || !folders.contains(match[1])) {
                    continue;
                }
                const std::string used = match[1];
                EXPECT_TRUE(used == folder || arrows.at(folder).contains(used))
                    << source << " includes " << used << ", which " << folder << " may not use";
            }
        }
    }
}

// The libraries that exactly one folder may know.
TEST(Structure, ForeignLibrariesStayBehindTheirFolder) {
    static const std::regex antlr(R"re(#\s*include\s*[<"](antlr4|Daphnia[A-Z]))re");
    static const std::regex z3(R"re(#\s*include\s*[<"]z3)re");
    static const std::regex servers(R"re(#\s*include\s*[<"](hiredis|event2))re");
    static const std::regex digests(R"re(#\s*include\s*[<"]openssl)re");
    for (const std::string& folder : folders_of_src()) {
        for (const fs::path& source : sources_below(project_root() / "src" / folder)) {
            const std::string text = read_text(source);
            EXPECT_TRUE(folder == "parse" || !std::regex_search(text, antlr)) << source;
            EXPECT_TRUE(folder == "solver" || !std::regex_search(text, z3)) << source;
            EXPECT_TRUE(folder == "cache" || !std::regex_search(text, servers)) << source;
            EXPECT_TRUE(folder == "support" || !std::regex_search(text, digests)) << source;
        }
    }
}

TEST(Structure, NothingLiesLooseInSrc) {
    for (const fs::directory_entry& entry : fs::directory_iterator(project_root() / "src")) {
        EXPECT_TRUE(entry.is_directory() || entry.path().filename() == "README.md") << entry.path();
    }
}

std::vector<fs::path> readmes() {
    std::vector<fs::path> result;
    for (auto it = fs::recursive_directory_iterator(project_root()); it != fs::recursive_directory_iterator(); ++it) {
        const std::string name = it->path().filename().string();
        if (is_foreign(*it) || (it->is_directory() && (name.front() == '.' || name.rfind("build", 0) == 0))) {
            it.disable_recursion_pending();
        } else if (name == "README.md") {
            result.push_back(it->path());
        }
    }
    return result;
}

// Names in `backticks` that can only be meant as paths: with a slash, or with the ending of a file.
std::vector<std::string> paths_in(const std::string& text) {
    static const std::regex quoted("`([A-Za-z0-9_.][A-Za-z0-9_./-]*)`");
    static const std::regex path(R"re(.*/.*|.+\.(h|cpp|def|md|dfy|txt|cmake|smt2|g4|py|sh))re");
    std::vector<std::string> result;
    bool in_code_block = false;
    for (const std::string& line : lines_of(text)) {
        if (line.rfind("```", 0) == 0) {
            in_code_block = !in_code_block;
        }
        for (std::sregex_iterator it(line.begin(), line.end(), quoted), end; !in_code_block && it != end; ++it) {
            const std::string name = (*it)[1];
            if (std::regex_match(name, path) && name.rfind("build/", 0) != 0) {
                result.push_back(name);
            }
        }
    }
    return result;
}

// A path counts from the README, from the project's root or from src/; or it names a file somewhere below the README.
bool exists_near(const fs::path& readme, const std::string& name) {
    const fs::path folder = readme.parent_path();
    if (fs::exists(folder / name) || fs::exists(project_root() / name) || fs::exists(project_root() / "src" / name)) {
        return true;
    }
    const fs::recursive_directory_iterator files(folder);
    return std::any_of(begin(files), end(files),
                       [&](const fs::directory_entry& entry) { return entry.path().filename() == name; });
}

TEST(Structure, PathsNamedInReadmesExist) {
    for (const fs::path& readme : readmes()) {
        for (const std::string& name : paths_in(read_text(readme))) {
            EXPECT_TRUE(exists_near(readme, name)) << readme << " names " << name;
        }
    }
}

} // namespace
} // namespace daphnia::harness
