#include "layout/format.h"

#include "layout/indenter.h"
#include "layout/lines.h"
#include "parse/parse.h"
#include "support/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::layout {

namespace {

using support::SourceRange;

// Declarations as far as errors concern them: those without a body of declarations, and the heads of the others.
void collect(const Text& text, const Node& node, std::vector<SourceRange>& result) {
    for (const Node& part : node.parts) {
        if (part.part == Part::Body) {
            collect(text, part, result);
        } else if (part.part == Part::Declaration) {
            const bool has_body = !part.parts.empty() && part.parts.back().part == Part::Body;
            SourceRange range = text.range(part);
            if (has_body) {
                range.end = text.range(part.parts.back()).begin;
            }
            result.push_back(range);
            if (has_body) {
                collect(text, part, result);
            }
        }
    }
}

std::string place_of(const support::Diagnostic& error) {
    const support::LineColumn place = error.range.begin_place();
    return fmt::format("line {}, column {}: {}", place.line, place.column, error.message);
}

} // namespace

Formatted format(const Text& text) {
    Formatted result;
    support::DiagnosticList errors;
    parse::parse(text.file(), errors);
    std::vector<SourceRange> declarations;
    if (errors.has_errors()) {
        collect(text, text.tree(), declarations);
    }
    for (const support::Diagnostic& error : errors.sorted()) {
        if (error.severity != support::Severity::Error) {
            continue;
        }
        // An error at the end of a declaration is shown at the word behind it.
        const auto found = std::find_if(declarations.begin(), declarations.end(), [&](const SourceRange& each) {
            return each.begin <= error.range.begin && error.range.begin < each.end;
        });
        const auto behind = std::find_if(declarations.begin(), declarations.end(),
                                         [&](const SourceRange& each) { return each.begin >= error.range.begin; });
        const auto broken = found != declarations.end()                                      ? found
                            : behind != declarations.begin() && behind != declarations.end() ? behind - 1
                                                                                             : declarations.end();
        if (broken == declarations.end()) {
            result.refused = place_of(error);
            result.left_alone.clear();
            return result;
        }
        result.left_alone.push_back(*broken);
        if (behind != declarations.end() && behind->begin == error.range.begin) {
            result.left_alone.push_back(*behind);
        }
    }
    const auto by_begin = [](const SourceRange& a, const SourceRange& b) { return a.begin < b.begin; };
    std::sort(result.left_alone.begin(), result.left_alone.end(), by_begin);
    result.left_alone.erase(std::unique(result.left_alone.begin(), result.left_alone.end()), result.left_alone.end());
    Lines lines(text, result.left_alone);
    Indenter(text, lines).run();
    result.edits = lines.take_edits();
    return result;
}

} // namespace daphnia::layout
