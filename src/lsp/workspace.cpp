#include "lsp/workspace.h"

#include "driver/open_texts.h"
#include "lsp/uri.h"
#include "support/error.h"

#include <algorithm>
#include <utility>

namespace daphnia::lsp {

namespace {

std::string location(const std::string& uri) {
    const std::string path = path_of(uri);
    return is_file(path) ? driver::location_of(path) : path;
}

bool is_project_file(const std::string& path) {
    return path.ends_with(driver::kProjectFileEnding);
}

// Whether the program is made of the file, as far as its last look knows.
bool contains(const Program& program, const std::string& path) {
    const std::vector<std::string>& own = program.own_files();
    if (std::find(own.begin(), own.end(), path) != own.end()) {
        return true;
    }
    return program.moment() != nullptr && program.moment()->file(path) != nullptr;
}

// A file that it includes could not be read: perhaps there is one, if the editor says so.
bool misses_files(const Program& program) {
    if (program.moment() == nullptr) {
        return false;
    }
    const auto& found = program.moment()->program.diagnostics();
    return std::any_of(found.begin(), found.end(),
                       [](const auto& diagnostic) { return diagnostic.rule == support::Rule::Include; });
}

} // namespace

const Document& Workspace::document(const std::string& uri) const {
    const auto path = paths_.find(uri);
    if (path == paths_.end()) {
        throw RequestError(ErrorCode::InvalidParams, uri + " is not open");
    }
    return documents_.at(path->second);
}

// A file can be open under several names: each is a text of its own, and the first stands for the file.
std::string Workspace::path_for(const std::string& uri) const {
    const auto is_free = [&](const std::string& path) { return documents_.count(path) == 0; };
    const std::string canonical = location(uri);
    return is_free(canonical) ? canonical : is_free(path_of(uri)) ? path_of(uri) : uri;
}

void Workspace::open(const std::string& uri, std::int64_t version, std::string text) {
    const auto known = paths_.find(uri);
    const std::string path = known == paths_.end() ? path_for(uri) : known->second;
    documents_.erase(path);
    paths_[uri] = path;
    const Document& document =
        documents_.emplace(path, Document(uri, path, version, std::move(text), encoding_)).first->second;
    assign(document);
    for (const auto& [name, program] : programs_) {
        if (contains(*program, path) || misses_files(*program)) {
            dirty_.insert(program.get());
        }
    }
}

void Workspace::change(const std::string& uri, std::int64_t version, const Json& changes) {
    const std::string path = document(uri).path();
    documents_.at(path).change(version, changes);
    for (const auto& [name, program] : programs_) {
        if (contains(*program, path)) {
            dirty_.insert(program.get());
        }
    }
}

void Workspace::close(const std::string& uri) {
    const std::string path = document(uri).path();
    documents_.erase(path);
    paths_.erase(uri);
    program_of_.erase(path);
    refusals_.erase(path);
    release_unused();
    for (const auto& [name, program] : programs_) {
        if (contains(*program, path)) { // what lies on the disk counts
            program->forget(path);
            dirty_.insert(program.get());
        }
    }
}

void Workspace::refresh() {
    for (const auto& [path, document] : documents_) {
        assign(document);
    }
    release_unused();
    for (const auto& [name, program] : programs_) {
        dirty_.insert(program.get());
    }
}

// Finds the program of the document, or makes it. What a project describes has its name.
void Workspace::assign(const Document& document) {
    const std::string& path = document.path();
    refusals_.erase(path);
    program_of_.erase(path);
    if (is_project_file(path)) {
        return;
    }
    std::string name = path;
    std::vector<std::string> files = {path};
    driver::Options options = options_.program;
    if (is_file(path)) {
        try {
            if (const std::optional<driver::Project> project = driver::find_project(path)) {
                options = options_.of_project(*project);
                name = project->path;
                files.clear();
                for (const std::string& file : project->files) {
                    files.push_back(driver::location_of(file));
                }
            }
        } catch (const support::InputError& error) {
            refusals_[path] = error.what();
            return;
        }
    }
    std::unique_ptr<Program>& program = programs_[name];
    if (program == nullptr || program->own_files() != files) {
        if (program != nullptr) {
            dirty_.erase(program.get());
        }
        program = std::make_unique<Program>(name, std::move(files), std::move(options));
        dirty_.insert(program.get());
    }
    program_of_[path] = name;
}

void Workspace::release_unused() {
    std::set<std::string> used;
    for (const auto& [path, name] : program_of_) {
        used.insert(name);
    }
    std::erase_if(programs_, [&](const auto& entry) {
        const bool unused = used.count(entry.first) == 0;
        if (unused) {
            dirty_.erase(entry.second.get());
        }
        return unused;
    });
}

Program* Workspace::program_of(const Document& document) {
    const auto name = program_of_.find(document.path());
    return name == program_of_.end() ? nullptr : programs_.at(name->second).get();
}

std::vector<Program*> Workspace::programs() const {
    std::vector<Program*> result;
    for (const auto& [name, program] : programs_) {
        result.push_back(program.get());
    }
    return result;
}

std::vector<Program*> Workspace::look() {
    std::vector<Program*> result(dirty_.begin(), dirty_.end());
    for (Program* program : result) {
        program->look(documents_,
                      options_.verify_on == VerifyOn::Change || options_.verify_on == VerifyOn::ChangeProject);
    }
    dirty_.clear();
    return result;
}

} // namespace daphnia::lsp
