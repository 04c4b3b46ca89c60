#include "driver/reproducer.h"

#include "driver/blank.h"
#include "driver/includes.h"
#include "parse/parse.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

namespace daphnia::driver {

namespace {

namespace fs = std::filesystem;

// The run starts elsewhere than the program.
void blank_main_attributes(std::string& text, const std::vector<ast::DeclPtr>& declarations) {
    for (const ast::DeclPtr& declaration : declarations) {
        for (const ast::Attribute& attribute : declaration->attributes) {
            if (attribute.name.text == "main") {
                blank(text, attribute.range);
            }
        }
        if (const std::vector<ast::DeclPtr>* inner = members(*declaration)) {
            blank_main_attributes(text, *inner);
        }
    }
}

// Its text as part of a larger one. That it is a program is known.
std::string part(const support::SourceFile& file) {
    std::string text(file.text());
    support::DiagnosticList ignored;
    const ast::Program program = parse::parse(file, ignored);
    for (const ast::Include& directive : program.includes) {
        blank(text, directive.range);
    }
    blank_main_attributes(text, program.decls);
    return text + (text.empty() || text.back() == '\n' ? "" : "\n");
}

std::string whole(const verify::FileResult& file) {
    std::string text = part(*file.source);
    for (const auto& included : file.included) {
        text += part(*included);
    }
    return text;
}

// name.dfy, name-2.dfy, …
std::string numbered(const fs::path& path, std::size_t number) {
    if (number == 1) {
        return path.string();
    }
    return (path.parent_path() / fmt::format("{}-{}{}", path.stem().string(), number, path.extension().string()))
        .string();
}

void write(const std::string& path, const std::string& text, const std::set<std::string>& taken) {
    if (taken.count(identity_of(path)) > 0) {
        throw support::InputError(path + ": is a file of the program, and is not written over");
    }
    std::ofstream out(path, std::ios::binary);
    out << text << std::flush;
    if (!out) {
        throw support::InputError(path + ": cannot be written: " + std::strerror(errno));
    }
}

// What the run depends on, as the interpreter sees it.
std::string command(const std::string& path, const Options& options) {
    return fmt::format("daphnia run --no-verify{}{} {}",
                       options.encode.relax_definite_assignment ? " --relax-definite-assignment" : "",
                       options.resolve.reads_clauses_on_methods ? " --reads-clauses-on-methods" : "", path);
}

} // namespace

std::set<std::string> program_files(const verify::Run& run) {
    std::set<std::string> result;
    for (const verify::FileResult& file : run.files) {
        if (file.source != nullptr) {
            result.insert(identity_of(file.path)); // which may be a project file
            result.insert(identity_of(file.source->path()));
        }
        for (const auto& included : file.included) {
            result.insert(identity_of(included->path()));
        }
    }
    result.erase(std::string()); // of what is no file
    return result;
}

std::vector<Reproducer> write_reproducers(const verify::Run& run, const std::string& path, const Options& options) {
    const std::set<std::string> taken = program_files(run);
    std::vector<Reproducer> result;
    for (const verify::FileResult& file : run.files) {
        std::set<std::string> written; // several promises may be broken by one run
        for (const support::Diagnostic& each : file.diagnostics) {
            if (each.explanation == nullptr || each.explanation->reproducer.empty() ||
                !written.insert(each.explanation->reproducer).second) {
                continue;
            }
            const std::string name = numbered(path, result.size() + 1);
            result.push_back({name, each.range, command(name, options)});
            write(name, whole(file) + "\n" + each.explanation->reproducer, taken);
        }
    }
    return result;
}

} // namespace daphnia::driver
