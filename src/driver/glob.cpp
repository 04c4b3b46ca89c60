#include "driver/glob.h"

#include <algorithm>

namespace daphnia::driver {

namespace {

constexpr std::string_view kFolders = "**";

// One name, with any number of `*`. Each star takes as little as it can; only the last one is ever taken back.
bool matches_name(std::string_view pattern, std::string_view name) {
    std::size_t p = 0;
    std::size_t n = 0;
    std::size_t star = std::string_view::npos;
    std::size_t taken = 0; // up to here by the last star
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            taken = n;
        } else if (p < pattern.size() && pattern[p] == name[n]) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++taken;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(),
                       [](char each) { return each == '*'; });
}

} // namespace

std::vector<std::string> names_of(std::string_view path) {
    std::vector<std::string> result;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, end);
        if (!name.empty() && name != "." && name != "..") {
            result.emplace_back(name);
        }
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return result;
}

Glob::Glob(std::string_view pattern) {
    for (std::string& name : names_of(pattern)) {
        if (name.size() > 2 && name.starts_with("**.")) {
            names_.emplace_back(kFolders);
            name.erase(0, 1);
        }
        names_.push_back(name == "*.*" ? "*" : std::move(name));
    }
    if (pattern.ends_with('/')) {
        names_.emplace_back(kFolders);
        names_.emplace_back("*");
    }
    const auto end =
        std::find_if(names_.begin(), names_.end(), [](const auto& name) { return name.find('*') != name.npos; });
    fixed_.assign(names_.begin(), end);
}

// Of each number of names from the front, whether the pattern matches them: a row of the table of all prefixes of the
// pattern, so that many stars cost no more than their number.
std::vector<bool> Glob::matched_prefixes(const std::vector<std::string>& path) const {
    std::vector<bool> row(path.size() + 1, false);
    row[0] = true;
    for (const std::string& name : names_) {
        std::vector<bool> next(path.size() + 1, false);
        for (std::size_t i = 0; i <= path.size(); ++i) {
            if (name == kFolders) {
                next[i] = row[i] || (i > 0 && next[i - 1]);
            } else {
                next[i] = i > 0 && row[i - 1] && matches_name(name, path[i - 1]);
            }
        }
        row = std::move(next);
    }
    return row;
}

bool Glob::matches(const std::vector<std::string>& path) const {
    return matched_prefixes(path).back();
}

bool Glob::covers(const std::vector<std::string>& path) const {
    const std::vector<bool> row = matched_prefixes(path);
    return std::find(row.begin() + 1, row.end(), true) != row.end();
}

} // namespace daphnia::driver
