#include "index/rename.h"

#include "parse/lexemes.h"
#include "parse/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

namespace daphnia::index {

namespace {

// By file, in order of their places.
using Cuts = std::map<std::size_t, std::vector<SourceRange>>;

// A text with the new name in it, and where its places are from those of the old one.
class Edited {
  public:
    Edited(const SourceFile& file, const std::vector<SourceRange>& cuts, const std::string& name)
        : cuts_(cuts), growth_(static_cast<std::int64_t>(name.size())) {
        std::string text;
        std::size_t from = 0;
        for (const SourceRange& cut : cuts) {
            text += file.text().substr(from, cut.begin - from);
            text += name;
            from = cut.end;
        }
        text += file.text().substr(from);
        source_ = std::make_unique<const SourceFile>(file.path(), std::move(text));
    }

    const SourceFile& source() const { return *source_; }

    std::uint32_t moved(std::uint32_t place) const {
        std::int64_t shift = 0;
        for (const SourceRange& cut : cuts_) {
            if (cut.begin >= place) {
                break;
            }
            shift += growth_ - static_cast<std::int64_t>(cut.end - cut.begin);
        }
        return static_cast<std::uint32_t>(place + shift);
    }

  private:
    std::vector<SourceRange> cuts_;
    std::int64_t growth_;
    std::unique_ptr<const SourceFile> source_;
};

// What each name stands for, by numbers of files and places: (file, place) of the use, and of the declaration.
using Meanings = std::set<std::tuple<std::size_t, std::uint32_t, std::size_t, std::uint32_t>>;

struct Reading {
    Meanings meanings;
    std::vector<support::Diagnostic> errors;
};

Reading read(const std::vector<const SourceFile*>& files, resolve::Options options) {
    support::DiagnosticList found;
    std::vector<ast::Program> programs;
    for (const SourceFile* file : files) {
        programs.push_back(parse::parse(*file, found));
    }
    std::vector<const ast::Program*> addresses;
    std::map<const SourceFile*, std::size_t> numbers;
    for (std::size_t i = 0; i < files.size(); ++i) {
        addresses.push_back(&programs[i]);
        numbers.emplace(files[i], i);
    }
    resolve::References references;
    options.references = &references;
    resolve::resolve(addresses, found, options);
    Reading result;
    std::map<std::pair<std::size_t, std::uint32_t>, std::pair<std::size_t, std::uint32_t>> last;
    for (const resolve::Reference& reference : references.uses()) {
        if (reference.declaration.has_file()) {
            last.insert_or_assign({numbers.at(reference.use.file), reference.use.begin},
                                  std::pair(numbers.at(reference.declaration.file), reference.declaration.begin));
        }
    }
    for (const auto& [use, declaration] : last) {
        result.meanings.emplace(use.first, use.second, declaration.first, declaration.second);
    }
    for (const support::Diagnostic& each : found.sorted()) {
        if (each.severity == support::Severity::Error) {
            result.errors.push_back(each);
        }
    }
    return result;
}

std::size_t number_of(const std::vector<const SourceFile*>& files, const SourceFile* file) {
    return static_cast<std::size_t>(std::find(files.begin(), files.end(), file) - files.begin());
}

// Why the program with the new name is not the same program; empty when it is.
std::string difference(const Index& index, const Cuts& cuts, const std::string& old_name, const std::string& new_name,
                       const resolve::Options& options) {
    std::vector<Edited> edited;
    std::vector<const SourceFile*> texts;
    edited.reserve(index.files().size());
    for (std::size_t i = 0; i < index.files().size(); ++i) {
        const auto found = cuts.find(i);
        edited.emplace_back(*index.files()[i], found == cuts.end() ? std::vector<SourceRange>() : found->second,
                            new_name);
        texts.push_back(&edited.back().source());
    }
    const Reading before = read(index.files(), options);
    const Reading after = read(texts, options);
    if (after.errors.size() > before.errors.size()) {
        const auto clash = std::find_if(after.errors.begin(), after.errors.end(), [](const support::Diagnostic& error) {
            return error.rule == support::Rule::Duplicate;
        });
        const support::Diagnostic& shown = clash == after.errors.end() ? after.errors.front() : *clash;
        return fmt::format("with the name '{}' the program is wrong, line {}: {}", new_name,
                           shown.range.begin_place().line, shown.message);
    }
    Meanings expected;
    for (const auto& [file, place, of_file, of_place] : before.meanings) {
        expected.emplace(file, edited[file].moved(place), of_file, edited[of_file].moved(of_place));
    }
    for (const auto& meaning : after.meanings) {
        if (!expected.contains(meaning)) {
            const SourceRange at{texts[std::get<0>(meaning)], std::get<1>(meaning), std::get<1>(meaning)};
            return fmt::format("'{}' would mean something else on line {}", new_name, at.begin_place().line);
        }
    }
    return after.meanings.size() == expected.size()
               ? std::string()
               : fmt::format("not all that '{}' stands for could be found", old_name);
}

} // namespace

std::string cannot_be_renamed(const Index& index, SymbolId id) {
    const Symbol& symbol = index.symbol(id);
    if (symbol.kind == SymbolKind::Constructor && !parse::is_identifier(symbol.name)) {
        return "this constructor has no name";
    }
    return {};
}

Renaming rename(const Index& index, SymbolId id, const std::string& new_name, const resolve::Options& options) {
    Renaming result;
    result.refusal = cannot_be_renamed(index, id);
    if (!result.refusal.empty()) {
        return result;
    }
    if (!parse::is_identifier(new_name)) {
        const bool word = !new_name.empty() &&
                          new_name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                     "0123456789?") == std::string::npos &&
                          (new_name.front() < '0' || new_name.front() > '9');
        result.refusal =
            fmt::format(fmt::runtime(word ? "'{}' is a word of the language" : "'{}' is not a name"), new_name);
        return result;
    }
    if (new_name.starts_with('_')) {
        result.refusal = "names do not begin with an underscore";
        return result;
    }
    Cuts cuts;
    for (const Occurrence& occurrence : index.occurrences(id)) {
        cuts[number_of(index.files(), occurrence.range.file)].push_back(occurrence.range);
    }
    if (new_name != index.symbol(id).name) {
        result.refusal = difference(index, cuts, index.symbol(id).name, new_name, options);
    }
    if (result.refusal.empty()) {
        for (const auto& [file, ranges] : cuts) {
            result.ranges.insert(result.ranges.end(), ranges.begin(), ranges.end());
        }
    }
    return result;
}

} // namespace daphnia::index
