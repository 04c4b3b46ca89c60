// Texts in, their index out; and the programs of the suite and the examples, with what they include.
#pragma once

#include "ast/ast.h"
#include "index/index.h"
#include "parse/parse.h"
#include "resolve/resolve.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::index {

using Texts = std::vector<std::pair<std::string, std::string>>; // paths with texts

// Everything that an index is made from.
struct Workspace {
    std::vector<std::unique_ptr<const SourceFile>> sources;
    std::vector<const SourceFile*> files;
    std::vector<ast::Program> trees;
    support::DiagnosticList diagnostics;
    resolve::References references;
    std::optional<typed::Program> program;
    std::optional<Index> index;

    const SourceFile& file(std::size_t number = 0) const { return *files.at(number); }
};

inline std::unique_ptr<Workspace> workspace(const Texts& texts) {
    auto result = std::make_unique<Workspace>();
    for (const auto& [path, text] : texts) {
        result->sources.push_back(std::make_unique<const SourceFile>(path, text));
        result->files.push_back(result->sources.back().get());
        result->trees.push_back(parse::parse(*result->files.back(), result->diagnostics));
    }
    std::vector<const ast::Program*> addresses;
    for (const ast::Program& tree : result->trees) {
        addresses.push_back(&tree);
    }
    resolve::Options options;
    options.references = &result->references;
    options.reads_clauses_on_methods = true;
    result->program = resolve::resolve(addresses, result->diagnostics, options);
    if (result->diagnostics.has_errors()) {
        result->program.reset();
    }
    Material material{result->files, result->program ? &*result->program : nullptr, {&result->references}};
    result->index.emplace(material);
    return result;
}

inline std::unique_ptr<Workspace> workspace(const std::string& text) {
    return workspace(Texts{{"test.dfy", text}});
}

// Text with marks: ‹…› around what is meant. The text without them, and the ranges in order.
struct Marked {
    std::string text;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
};

inline Marked marked(const std::string& with_marks) {
    const std::string open = "‹";
    const std::string close = "›";
    Marked result;
    for (std::size_t at = 0; at < with_marks.size();) {
        if (with_marks.compare(at, open.size(), open) == 0) {
            const auto here = static_cast<std::uint32_t>(result.text.size());
            result.ranges.emplace_back(here, here);
            at += open.size();
        } else if (with_marks.compare(at, close.size(), close) == 0) {
            result.ranges.back().second = static_cast<std::uint32_t>(result.text.size());
            at += close.size();
        } else {
            result.text += with_marks[at++];
        }
    }
    return result;
}

inline std::string read_text(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline std::vector<std::filesystem::path> programs_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> result;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".dfy") {
            result.push_back(entry.path());
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

// What it includes comes before a file.
inline void add_with_included(const std::filesystem::path& path, Texts& texts) {
    const std::string name = std::filesystem::weakly_canonical(path).string();
    for (const auto& known : texts) {
        if (known.first == name) {
            return;
        }
    }
    const std::string text = read_text(path);
    texts.emplace_back(name, text);
    const SourceFile file(name, text);
    support::DiagnosticList unheard;
    for (const ast::Include& include : parse::parse(file, unheard).includes) {
        add_with_included(path.parent_path() / include.path, texts);
    }
}

inline std::unique_ptr<Workspace> workspace_of(const std::filesystem::path& path) {
    Texts texts;
    add_with_included(path, texts);
    return workspace(texts);
}

} // namespace daphnia::index
