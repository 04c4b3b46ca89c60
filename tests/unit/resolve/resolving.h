// A program as text in, what resolve says about it or makes of it out.
#pragma once

#include "parse/parse.h"
#include "resolve/resolve.h"
#include "typed/print.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

struct Resolved {
    std::unique_ptr<support::SourceFile> file; // ranges point here
    std::optional<typed::Program> program;
    // "line:column id: message", columns 1-based, in the order of the text; syntax errors included.
    std::vector<std::string> said;
};

inline Resolved resolved(const std::string& text, const Options& options = {}) {
    Resolved result;
    result.file = std::make_unique<support::SourceFile>("test.dfy", text);
    support::DiagnosticList list;
    const ast::Program tree = parse::parse(*result.file, list);
    if (!list.has_errors()) {
        result.program = resolve(tree, list, options);
    }
    for (const support::Diagnostic& diagnostic : list.sorted()) {
        const support::LineColumn at = diagnostic.range.begin_place();
        result.said.push_back(
            fmt::format("{}:{} {}: {}", at.line, at.column, support::info(diagnostic.rule).id, diagnostic.message));
    }
    return result;
}

// What is said about a program; nothing when it is accepted.
inline std::vector<std::string> said(const std::string& text, const Options& options = {}) {
    Resolved result = resolved(text, options);
    if (!result.program && result.said.empty()) {
        result.said.push_back("refused without a word");
    }
    return result.said;
}

using Said = std::vector<std::string>;

// What is said about a body of a method with a few variables of each type; columns count from the body's start.
inline std::vector<std::string> said_in_body(const std::string& body) {
    return said("method Callee(x: int) returns (y: int)\nlemma Lemma(n: nat)\nfunction F(x: int, b: bool): int\n"
                "method M(i: int, n: nat, p: bool, c: char, s: seq<int>, t: string, a: array<int>) returns (r: int)\n"
                "  modifies a\n{\n" +
                body + "\n}");
}

// The kernel of a program, as text.
inline std::string kernel(const std::string& text) {
    const Resolved result = resolved(text);
    return result.program ? typed::print(*result.program) : fmt::format("{}", fmt::join(result.said, "\n"));
}

} // namespace daphnia::resolve
