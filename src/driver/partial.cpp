#include "driver/partial.h"

#include "ast/ast.h"
#include "driver/blank.h"
#include "driver/includes.h"
#include "support/diagnostics.h"

#include <algorithm>
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
std::vector<SourceRange> to_leave_out(const std::vector<support::Diagnostic>& found, const SourceFile& file,
                                      const std::vector<ast::DeclPtr>& decls) {
    std::vector<SourceRange> small;
    std::vector<SourceRange> large;
    for (const support::Diagnostic& error : found) {
        if (error.severity == support::Severity::Error && error.range.file == &file) {
            const Part part = around(decls, error.range.begin);
            if (part.range.has_file()) {
                (part.has_parts ? large : small).push_back(part.range);
            }
        }
    }
    return small.empty() ? large : small;
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

} // namespace

PartialProgram resolve_what_is_right(const SourceFile& file, const std::string& identity,
                                     const resolve::Options& options) {
    PartialProgram result;
    resolve::Options noting = options;
    std::string text(file.text());
    for (int round = 0; round < kMostRounds; ++round) {
        if (round == 1) {
            result.texts_before.push_back(std::move(result.source));
        }
        result.source = std::make_unique<const SourceFile>(file.path(), text);
        // What has errors of syntax is not in the trees, and what needs it has errors of names.
        support::DiagnosticList syntax;
        Parsed parsed = parse_program({{result.source.get(), identity}}, syntax);
        if (parsed.programs.empty()) {
            return result;
        }
        result.included.clear();
        std::vector<const ast::Program*> addresses;
        for (const ast::Program& program : parsed.programs) {
            addresses.push_back(&program);
        }
        support::DiagnosticList errors;
        resolve::References references;
        noting.references = &references;
        result.program = resolve::resolve(addresses, errors, noting);
        if (round == 0) {
            result.references_before = references;
        }
        if (result.program) {
            result.references = std::move(references);
            for (IncludedFile& included : parsed.included) {
                result.included.push_back(std::move(included.source));
            }
            break;
        }
        for (std::size_t i = 0; round == 0 && i < parsed.included.size(); ++i) {
            result.texts_before.push_back(std::move(parsed.included[i].source));
        }
        const std::string before = text;
        for (SourceRange out : to_leave_out(errors.all(), *result.source, parsed.programs.back().decls)) {
            blank(text, out);
            out.file = &file;
            result.left_out.push_back(out);
        }
        if (text == before) {
            break;
        }
    }
    tidy(result.left_out);
    return result;
}

} // namespace daphnia::driver
