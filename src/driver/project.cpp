#include "driver/project.h"

#include "driver/glob.h"
#include "driver/includes.h"
#include "driver/inputs.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace daphnia::driver {

namespace {

namespace fs = std::filesystem;
using support::InputError;

constexpr const char* kAllPrograms = "**/*.dfy";

// A pattern with `..` resolved: as it is shown, and from the root of the file system.
struct Pattern {
    std::string shown;
    std::string absolute;
    std::string place;
};

Pattern pattern_of(const fs::path& folder, const PlacedText& text) {
    const fs::path path = (folder / text.text).lexically_normal();
    return {path.string(), fs::absolute(path).lexically_normal().string(), text.place};
}

bool has(const std::vector<Pattern>& patterns, const Pattern& wanted) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const Pattern& each) { return each.absolute == wanted.absolute; });
}

// What a project file and those that it is based on say together.
struct Description {
    std::vector<Pattern> includes;
    std::vector<Pattern> excludes;
    std::vector<ProjectOption> options;
};

std::vector<Pattern> patterns_of(const fs::path& folder, const std::vector<PlacedText>& texts) {
    std::vector<Pattern> result;
    for (const PlacedText& text : texts) {
        result.push_back(pattern_of(folder, text));
    }
    return result;
}

// The base's patterns are added, but not against what the file says of the same pattern; its options give way.
void add_base(Description& description, const Description& base) {
    for (const Pattern& pattern : base.includes) {
        if (!has(description.excludes, pattern) && !has(description.includes, pattern)) {
            description.includes.push_back(pattern);
        }
    }
    for (const Pattern& pattern : base.excludes) {
        if (!has(description.includes, pattern) && !has(description.excludes, pattern)) {
            description.excludes.push_back(pattern);
        }
    }
    for (const ProjectOption& option : base.options) {
        const auto same = [&](const ProjectOption& each) { return each.name == option.name; };
        if (std::none_of(description.options.begin(), description.options.end(), same)) {
            description.options.push_back(option);
        }
    }
}

Description describe(const std::string& path) {
    std::vector<Description> chain;
    std::set<std::string> known;
    bool includes_all = false;
    std::string next = path;
    std::string place;
    while (!next.empty()) {
        if (!known.insert(identity_of(next)).second) {
            throw InputError(fmt::format("{}: the base leads back to {}", place, next));
        }
        ProjectFile file = [&] {
            try {
                return read_project_file(next);
            } catch (const InputError& error) {
                throw InputError(place.empty() ? error.what() : fmt::format("{}: base: {}", place, error.what()));
            }
        }();
        const fs::path folder = fs::path(next).parent_path();
        includes_all = chain.empty() ? !file.includes : includes_all;
        chain.push_back({patterns_of(folder, file.includes.value_or(std::vector<PlacedText>())),
                         patterns_of(folder, file.excludes), std::move(file.options)});
        next = file.base ? (folder / file.base->text).lexically_normal().string() : std::string();
        place = file.base ? file.base->place : std::string();
    }
    for (std::size_t i = chain.size() - 1; i > 0; --i) {
        add_base(chain[i - 1], chain[i]);
    }
    Description result = std::move(chain.front());
    if (includes_all && result.includes.empty()) {
        result.includes.push_back(pattern_of(fs::path(path).parent_path(), {kAllPrograms, path}));
    }
    std::sort(result.options.begin(), result.options.end(),
              [](const ProjectOption& a, const ProjectOption& b) { return a.name < b.name; });
    return result;
}

std::vector<std::string> absolute_names(const fs::path& path) {
    return names_of(fs::absolute(path).lexically_normal().string());
}

// Looks for the files that patterns name.
class Search {
  public:
    explicit Search(const Description& description) {
        for (const Pattern& pattern : description.excludes) {
            excludes_.emplace_back(pattern.absolute);
        }
    }

    void add(const Pattern& pattern) {
        const Glob glob(pattern.absolute);
        if (glob.is_path()) {
            add_path(pattern);
        } else {
            walk(pattern, glob);
        }
    }

    // By path, each once.
    std::vector<std::string> found() && { return {found_.begin(), found_.end()}; }

  private:
    bool is_excluded(const fs::path& path) const {
        const std::vector<std::string> names = absolute_names(path);
        return std::any_of(excludes_.begin(), excludes_.end(), [&](const Glob& glob) { return glob.covers(names); });
    }

    void add_path(const Pattern& pattern) {
        if (is_excluded(pattern.shown)) {
            return;
        }
        std::error_code unknown;
        if (fs::is_directory(pattern.shown, unknown)) {
            throw InputError(fmt::format("{}: {} is a folder; {}/**/*.dfy means the programs in it", pattern.place,
                                         pattern.shown, pattern.shown));
        }
        if (!fs::exists(pattern.shown, unknown)) {
            throw InputError(fmt::format("{}: file {} not found", pattern.place, pattern.shown));
        }
        found_.insert(pattern.shown);
    }

    // Links to folders are not followed, so that the walk ends and stays below its folder.
    void walk(const Pattern& pattern, const Glob& glob) {
        const fs::path root = fixed_folder(pattern.shown);
        std::error_code failure;
        if (!fs::is_directory(root, failure)) {
            return; // and nothing matches
        }
        fs::recursive_directory_iterator entry(root, failure);
        for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
            std::error_code unknown;
            const fs::path& path = entry->path();
            if (entry->is_directory(unknown)) {
                if (is_excluded(path)) {
                    entry.disable_recursion_pending();
                }
            } else if (glob.matches(absolute_names(path)) && path.extension() == ".dfy" && !is_excluded(path)) {
                refuse_escape(pattern, root, path);
                found_.insert(path.lexically_normal().string());
            }
        }
        if (failure) {
            throw InputError(
                fmt::format("{}: {}: cannot be read: {}", pattern.place, root.string(), failure.message()));
        }
    }

    // The folder in front of the first name with a star; "." when there is none.
    static fs::path fixed_folder(const std::string& pattern) {
        const std::string front = pattern.substr(0, pattern.find('*'));
        const std::size_t end = front.rfind('/');
        return end == std::string::npos ? "." : end == 0 ? "/" : front.substr(0, end);
    }

    static void refuse_escape(const Pattern& pattern, const fs::path& root, const fs::path& path) {
        std::error_code unknown;
        if (!fs::is_symlink(path, unknown)) {
            return;
        }
        const std::vector<std::string> inside = names_of(identity_of(root.string()));
        const std::vector<std::string> target = names_of(identity_of(path.string()));
        if (target.size() < inside.size() || !std::equal(inside.begin(), inside.end(), target.begin())) {
            throw InputError(
                fmt::format("{}: {} is a link that leads out of {}", pattern.place, path.string(), root.string()));
        }
    }

    std::vector<Glob> excludes_;
    std::set<std::string> found_;
};

bool belongs(const Project& project, const std::set<std::string>& files) {
    return std::any_of(project.files.begin(), project.files.end(),
                       [&](const std::string& file) { return files.count(identity_of(file)) > 0; });
}

} // namespace

Project open_project(const std::string& path) {
    Description description = describe(path);
    Search search(description);
    for (const Pattern& pattern : description.includes) {
        search.add(pattern);
    }
    return {path, std::move(search).found(), std::move(description.options)};
}

std::optional<Project> find_project(const std::string& start) {
    std::error_code unknown;
    const bool is_folder = fs::is_directory(start, unknown);
    std::set<std::string> files;
    for (const std::string& path : is_folder ? programs_below(start) : std::vector<std::string>{start}) {
        files.insert(identity_of(path));
    }
    files.erase(std::string()); // of what is not there
    fs::path folder = fs::absolute(start).lexically_normal();
    folder = is_folder && folder.has_filename() ? folder : folder.parent_path();
    while (true) {
        const fs::path candidate = folder / kProjectFileName;
        if (fs::exists(candidate, unknown)) {
            Project project = open_project(candidate.lexically_proximate(fs::current_path()).string());
            if (belongs(project, files)) {
                return project;
            }
        }
        if (folder == folder.parent_path()) {
            return std::nullopt;
        }
        folder = folder.parent_path();
    }
}

} // namespace daphnia::driver
