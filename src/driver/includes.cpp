#include "driver/includes.h"

#include "parse/parse.h"
#include "support/error.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

namespace daphnia::driver {

namespace {

namespace fs = std::filesystem;

// Walks from file to file without recursion: chains of includes may be long.
class IncludeWalk {
  public:
    IncludeWalk(const OpenTexts& texts, support::DiagnosticSink& sink) : texts_(texts), sink_(sink) {}

    Parsed run(const std::vector<RootFile>& files) && {
        for (const RootFile& file : files) {
            known_.insert(file.identity);
        }
        for (const RootFile& file : files) {
            walk(*file.source);
        }
        return std::move(result_);
    }

  private:
    struct OpenFile {
        ast::Program program;
        std::size_t next; // of its includes
    };

    void walk(const support::SourceFile& file) {
        open_.push_back({parse::parse(file, sink_), 0});
        while (!open_.empty()) {
            OpenFile& current = open_.back();
            if (current.next < current.program.includes.size()) {
                const ast::Include directive = current.program.includes[current.next++];
                enter(directive, current.program.file->path());
            } else {
                result_.programs.push_back(std::move(current.program));
                open_.pop_back();
            }
        }
    }

    void enter(const ast::Include& directive, const std::string& includer) {
        std::string path = (fs::path(includer).parent_path() / directive.path).lexically_normal().string();
        path = path.empty() ? "." : path;
        const std::string* open = texts_.find(path);
        std::error_code unknown;
        if (open == nullptr && !fs::exists(path, unknown)) {
            refuse(directive, fmt::format("file {} not found", path));
            return;
        }
        std::string identity = open == nullptr ? identity_of(path) : location_of(path);
        if (!known_.insert(identity).second) {
            return;
        }
        try {
            std::unique_ptr<const support::SourceFile> source =
                open == nullptr ? support::read_source_file(path)
                                : std::make_unique<const support::SourceFile>(path, *open);
            result_.included.push_back({std::move(source), std::move(identity), directive.range});
        } catch (const support::InputError& error) {
            refuse(directive, error.what());
            return;
        }
        open_.push_back({parse::parse(*result_.included.back().source, sink_), 0});
    }

    void refuse(const ast::Include& directive, std::string reason) {
        result_.unreadable = true;
        sink_.error(support::Rule::Include, directive.range, std::move(reason));
    }

    const OpenTexts& texts_;
    support::DiagnosticSink& sink_;
    Parsed result_;
    std::vector<OpenFile> open_;
    std::set<std::string> known_; // the identities of all files so far
};

} // namespace

std::string identity_of(const std::string& path) {
    std::error_code failure;
    const fs::path canonical = fs::canonical(path, failure);
    return failure ? std::string() : canonical.string();
}

Parsed parse_program(const std::vector<RootFile>& files, const OpenTexts& texts, support::DiagnosticSink& sink) {
    return IncludeWalk(texts, sink).run(files);
}

} // namespace daphnia::driver
