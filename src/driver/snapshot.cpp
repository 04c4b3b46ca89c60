#include "driver/snapshot.h"

#include "driver/program_key.h"
#include "parse/tokens.h"
#include "support/match.h"
#include "verify/declaration.h"

#include <algorithm>
#include <set>

namespace daphnia::driver {

namespace {

using support::SourceFile;
using support::SourceRange;

std::vector<SourceRange> tokens_of(const SourceFile& file) {
    support::DiagnosticList ignored; // the parser has said it
    std::vector<SourceRange> result;
    for (const parse::Token& token : parse::tokenize(file, ignored)) {
        result.push_back({&file, token.begin, token.end});
    }
    return result;
}

SourceRange whole(const typed::Declaration& declaration) {
    return support::match(declaration, [](const auto& each) { return each->range; });
}

// The words of declarations that are left out as wholes: some of them are names, and who uses one of these may mean
// what is not there.
std::set<std::string> words_of(const std::vector<SourceRange>& left_out) {
    std::set<std::string> result;
    for (const SourceRange& out : left_out) {
        if (out.text().starts_with("{")) {
            continue; // a body, whose declaration is there
        }
        const SourceFile heading("", std::string(out.text()));
        for (const SourceRange& token : tokens_of(heading)) {
            result.emplace(token.text());
        }
    }
    return result;
}

// Whether what is left out is the body of a declaration that has become shorter by it: nothing stands between them.
bool is_body_of(const SourceRange& out, const SourceRange& declaration) {
    if (!out.text().starts_with("{") || out.begin < declaration.end) {
        return false;
    }
    const SourceRange between{out.file, declaration.end, out.begin};
    const SourceFile text("", std::string(between.text()));
    const std::vector<SourceRange> tokens = tokens_of(text); // the last one is the text's end
    return std::all_of(tokens.begin(), tokens.end(), [](const SourceRange& each) { return each.text().empty(); });
}

// The declarations of a program that have lost their bodies, or may not be the ones that were meant.
std::set<typed::Callable> uncertain(const typed::Program& program, const std::vector<SourceRange>& left_out) {
    const std::set<std::string> words = words_of(left_out);
    std::set<typed::Callable> result;
    for (const typed::Declaration& declaration : program.declarations) {
        const SourceRange range = whole(declaration);
        const auto is_part = [&](const SourceRange& out) {
            return range.has_file() && out.file->path() == range.file->path() &&
                   ((range.begin <= out.begin && out.end <= range.end) || is_body_of(out, range));
        };
        const std::string name(verify::describe(declaration).name_range.text());
        if (words.count(name) > 0 || std::any_of(left_out.begin(), left_out.end(), is_part)) {
            result.insert(support::match(declaration, [](const auto& each) -> typed::Callable { return each.get(); }));
        }
    }
    return result;
}

// Whether a walk over calls from the declaration comes to one of these.
bool reaches(const typed::Declaration& from, const std::set<typed::Callable>& goals, const typed::CallGraph& calls) {
    std::set<typed::Callable> seen;
    std::vector<typed::Callable> open = {
        support::match(from, [](const auto& each) -> typed::Callable { return each.get(); })};
    while (!open.empty()) {
        const typed::Callable next = open.back();
        open.pop_back();
        if (!seen.insert(next).second) {
            continue;
        }
        if (goals.count(next) > 0) {
            return true;
        }
        const std::vector<typed::Callable>& callees = calls.callees(next);
        open.insert(open.end(), callees.begin(), callees.end());
    }
    return false;
}

} // namespace

Snapshot::Snapshot(Input input, const Options& options)
    : options_(options), resolved_(Session(options).resolve(std::move(input))) {
    note_texts();
    support::DiagnosticList found;
    for (const support::Diagnostic& diagnostic : resolved_.diagnostics) {
        found.report(diagnostic);
    }
    if (resolved_.program) {
        select(found);
    }
    diagnostics_ = found.sorted();
}

void Snapshot::note_texts() {
    if (resolved_.source == nullptr) {
        return;
    }
    texts_.push_back({resolved_.source.get(), resolved_.program_source.get(), tokens_of(*resolved_.source)});
    for (const std::unique_ptr<const SourceFile>& file : resolved_.included) {
        const auto same = std::find_if(resolved_.included_in_program.begin(), resolved_.included_in_program.end(),
                                       [&](const auto& other) { return other->path() == file->path(); });
        texts_.push_back(
            {file.get(), same == resolved_.included_in_program.end() ? nullptr : same->get(), tokens_of(*file)});
    }
}

void Snapshot::select(support::DiagnosticSink& found) {
    for (const Text& text : texts_) {
        const SourceFile* file = resolved_.is_complete ? text.file : text.in_program;
        if (file != nullptr) {
            files_.all.push_back(file);
            if (resolved_.only_included.count(text.file) > 0) {
                files_.included.insert(file);
            }
        }
    }
    const auto selected = verify::select(*resolved_.program, files_, options_.filter_symbol, found);
    context_.emplace(*resolved_.program, options_.encode);
    const std::set<typed::Callable> bare = uncertain(*resolved_.program, resolved_.left_out);
    const bool cached = options_.verify.cache.mode != cache::Mode::Off;
    const std::string key = cached ? program_key(files_, options_.resolve, options_.encode) : "";
    for (const typed::Declaration* declaration : selected) {
        tasks_.push_back({&*context_, declaration, &files_, key});
        uncertain_.push_back(!bare.empty() && reaches(*declaration, bare, context_->calls));
    }
}

const Snapshot::Text* Snapshot::text_of(const SourceFile* file) const {
    const auto found = std::find_if(texts_.begin(), texts_.end(),
                                    [&](const Text& text) { return text.file == file || text.in_program == file; });
    return found == texts_.end() ? nullptr : &*found;
}

bool same_tokens(const Snapshot& a, const Snapshot& b) {
    const auto same_text = [](const SourceRange& one, const SourceRange& other) { return one.text() == other.text(); };
    return std::equal(a.texts_.begin(), a.texts_.end(), b.texts_.begin(), b.texts_.end(),
                      [&](const Snapshot::Text& one, const Snapshot::Text& other) {
                          return one.file->path() == other.file->path() &&
                                 std::equal(one.tokens.begin(), one.tokens.end(), other.tokens.begin(),
                                            other.tokens.end(), same_text);
                      });
}

namespace {

// Places inside of tokens and at their ends go with them; others with the end of the token before.
std::uint32_t moved(std::uint32_t place, bool is_end, const std::vector<SourceRange>& from,
                    const std::vector<SourceRange>& to) {
    // The first token that ends behind the place, or at it for an end.
    const auto token = std::partition_point(from.begin(), from.end(), [&](const SourceRange& each) {
        return is_end ? each.end < place : each.end <= place;
    });
    if (token == from.end()) {
        return to.empty() ? 0 : to.back().end;
    }
    const SourceRange& other = to[static_cast<std::size_t>(token - from.begin())];
    if (place <= token->begin) {
        return other.begin;
    }
    return std::min(other.begin + (place - token->begin), other.end);
}

} // namespace

SourceRange moved(const SourceRange& range, const Snapshot& from, const Snapshot& to) {
    const Snapshot::Text* old = from.text_of(range.file);
    if (old == nullptr) {
        return {};
    }
    const std::size_t index = static_cast<std::size_t>(old - from.texts_.data());
    const Snapshot::Text& now = to.texts_.at(index);
    const SourceFile* file = range.file == old->file || now.in_program == nullptr ? now.file : now.in_program;
    SourceRange result{file, moved(range.begin, false, old->tokens, now.tokens), 0};
    result.end = range.end <= range.begin ? result.begin : moved(range.end, true, old->tokens, now.tokens);
    return result;
}

} // namespace daphnia::driver
