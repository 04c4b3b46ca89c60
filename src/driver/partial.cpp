#include "driver/partial.h"

#include "ast/ast.h"
#include "driver/blank.h"
#include "driver/includes.h"
#include "support/diagnostics.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace daphnia::driver {

namespace {

using support::SourceFile;
using support::SourceRange;

// Each round leaves something out. Errors lead to others, but in a program that people write not over so many steps.
constexpr int kMostRounds = 20;

bool contains(const SourceRange& outer, std::uint32_t offset) {
    return outer.has_file() && outer.begin <= offset && offset < std::max(outer.end, outer.begin + 1);
}

// A declaration has its modifiers and attributes in front of it.
SourceRange whole(const ast::Decl& decl) {
    SourceRange result = decl.range;
    for (const ast::Modifier& modifier : decl.modifiers) {
        result.begin = std::min(result.begin, modifier.range.begin);
    }
    for (const ast::Attribute& attribute : decl.attributes) {
        result.begin = std::min(result.begin, attribute.range.begin);
    }
    return result;
}

SourceRange body(const ast::Decl& decl) {
    if (const auto* method = std::get_if<ast::MethodDecl>(&decl.node)) {
        return method->body ? method->body->range : SourceRange();
    }
    const auto* function = std::get_if<ast::FunctionDecl>(&decl.node);
    return function != nullptr && !function->by_method ? function->body_braces : SourceRange();
}

// Something that can be left out.
struct Part {
    SourceRange range; // without a file: there is nothing
    bool has_parts = false;
};

// The smallest one around a place. A body goes first: what is wrong with it may be said at the name, and others can
// still speak of what has no body.
Part around(const std::vector<ast::DeclPtr>& decls, std::uint32_t offset) {
    for (const ast::DeclPtr& decl : decls) {
        if (!contains(whole(*decl), offset)) {
            continue;
        }
        const std::vector<ast::DeclPtr>* inner = members(*decl);
        if (inner != nullptr) {
            const Part member = around(*inner, offset);
            if (member.range.has_file()) {
                return member;
            }
        }
        return {body(*decl).has_file() ? body(*decl) : whole(*decl), inner != nullptr};
    }
    return {};
}

// Where the errors are in the file. What is said of a module or class as a whole may follow from its parts: it goes
// only when there is nothing smaller.
struct LeftOut {
    std::vector<SourceRange> small;
    std::vector<SourceRange> large;
};

void find_errors(const std::vector<support::Diagnostic>& found, const SourceFile& file,
                 const std::vector<ast::DeclPtr>& decls, LeftOut& result) {
    for (const support::Diagnostic& error : found) {
        if (error.severity == support::Severity::Error && error.range.file == &file) {
            const Part part = around(decls, error.range.begin);
            if (part.range.has_file()) {
                (part.has_parts ? result.large : result.small).push_back(part.range);
            }
        }
    }
}

// In order, without what is a part of something else.
void tidy(std::vector<SourceRange>& ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const SourceRange& a, const SourceRange& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<SourceRange> result;
    for (const SourceRange& range : ranges) {
        if (result.empty() || range.end > result.back().end) {
            result.push_back(range);
        }
    }
    ranges = std::move(result);
}

// The program's own files on their way: each with what is left out of it.
class Attempt {
  public:
    explicit Attempt(const std::vector<RootFile>& files) : files_(files) {
        for (const RootFile& file : files) {
            texts_.emplace_back(file.source->text());
        }
        left_out_.resize(files.size());
    }

    // Resolves what is there; true when that is enough, or nothing more can be left out.
    bool make(const OpenTexts& texts, const resolve::Options& options) {
        for (auto* files : {&result_.sources, &result_.included}) {
            std::move(files->begin(), files->end(), std::back_inserter(result_.texts_before));
            files->clear();
        }
        std::vector<RootFile> roots;
        for (std::size_t i = 0; i < files_.size(); ++i) {
            result_.sources.push_back(std::make_unique<const SourceFile>(files_[i].source->path(), texts_[i]));
            roots.push_back({result_.sources.back().get(), files_[i].identity});
        }
        // What has errors of syntax is not in the trees, and what needs it has errors of names.
        support::DiagnosticList syntax;
        Parsed parsed = parse_program(roots, texts, syntax);
        std::vector<const ast::Program*> addresses;
        for (const ast::Program& program : parsed.programs) {
            addresses.push_back(&program);
        }
        support::DiagnosticList errors;
        resolve::References references;
        resolve::Options noting = options;
        noting.references = &references;
        result_.program = addresses.empty() ? std::nullopt : resolve::resolve(addresses, errors, noting);
        // An error in one place can keep others from being looked at, until it is left out.
        for (const resolve::Reference& reference : references.uses()) {
            result_.references_before.note(reference.use, reference.declaration);
        }
        for (const resolve::KnownType& known : references.types()) {
            result_.references_before.note_type(known.variable, known.type);
        }
        result_.references = result_.program ? std::move(references) : resolve::References{};
        for (IncludedFile& included : parsed.included) {
            result_.included.push_back(std::move(included.source));
        }
        return result_.program || !leave_out(errors.all(), parsed.programs);
    }

    PartialProgram result() && {
        for (std::vector<SourceRange>& ranges : left_out_) {
            tidy(ranges);
            result_.left_out.insert(result_.left_out.end(), ranges.begin(), ranges.end());
        }
        return std::move(result_);
    }

  private:
    // Whether there was something to leave out.
    bool leave_out(const std::vector<support::Diagnostic>& errors, const std::vector<ast::Program>& programs) {
        LeftOut found;
        for (const ast::Program& program : programs) {
            find_errors(errors, *program.file, program.decls, found);
        }
        bool changed = false;
        for (SourceRange out : found.small.empty() ? found.large : found.small) {
            for (std::size_t i = 0; i < files_.size(); ++i) {
                if (out.file == result_.sources[i].get()) {
                    const std::string before = texts_[i];
                    blank(texts_[i], out);
                    changed = changed || texts_[i] != before;
                    out.file = files_[i].source;
                    left_out_[i].push_back(out);
                }
            }
        }
        return changed;
    }

    const std::vector<RootFile>& files_;
    std::vector<std::string> texts_;
    std::vector<std::vector<SourceRange>> left_out_;
    PartialProgram result_;
};

} // namespace

PartialProgram resolve_what_is_right(const std::vector<RootFile>& files, const OpenTexts& texts,
                                     const resolve::Options& options) {
    Attempt attempt(files);
    for (int round = 0; round < kMostRounds; ++round) {
        if (attempt.make(texts, options)) {
            break;
        }
    }
    return std::move(attempt).result();
}

} // namespace daphnia::driver
