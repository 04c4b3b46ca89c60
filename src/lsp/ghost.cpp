// What of a document is ghost: declarations as a whole, else statements.
#include "lsp/publication.h"
#include "support/match.h"
#include "typed/walk.h"

#include <algorithm>
#include <tuple>

namespace daphnia::lsp {

namespace {

using support::SourceRange;

bool contains(const SourceRange& outer, const SourceRange& inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

// Checks that nobody wrote have the range of what they check.
bool is_written(const typed::Stmt& stmt) {
    const auto* check = std::get_if<typed::Assert>(&stmt.node);
    return stmt.range.has_file() && stmt.range.begin < stmt.range.end &&
           (check == nullptr || check->kind == typed::AssertKind::Assertion);
}

// The outermost ghost statements; none that has compiled ones at its place or in it.
void add_statements(const typed::Declaration& declaration, std::vector<SourceRange>& out) {
    std::vector<SourceRange> ghost;
    std::vector<SourceRange> compiled;
    const auto look_at = [&](const typed::Stmt& stmt) {
        if (is_written(stmt)) {
            (stmt.ghost ? ghost : compiled).push_back(stmt.range);
        }
    };
    typed::for_each_child(declaration, {{}, [&](const typed::Stmt& stmt) {
                                            typed::for_each_below(stmt, {{}, look_at});
                                        }});
    for (const SourceRange& range : ghost) {
        const auto in_it = [&](const SourceRange& other) { return contains(range, other); };
        const auto around_it = [&](const SourceRange& other) { return !(other == range) && contains(other, range); };
        if (std::none_of(compiled.begin(), compiled.end(), in_it) &&
            std::none_of(ghost.begin(), ghost.end(), around_it)) {
            out.push_back(range);
        }
    }
}

} // namespace

Json ghost_status(const Program& program, const Document& document, const Locator& locator) {
    const driver::Resolved& resolved = program.moment()->program.resolved();
    std::vector<SourceRange> ranges;
    if (resolved.program) {
        for (const typed::Declaration& declaration : resolved.program->declarations) {
            const auto [range, ghost] =
                support::match(declaration, [](const auto& each) { return std::make_pair(each->range, each->ghost); });
            if (!range.has_file() || locator.document(*range.file) != &document) {
                continue;
            }
            if (ghost) {
                ranges.push_back(range);
            } else {
                add_statements(declaration, ranges);
            }
        }
    }
    std::sort(ranges.begin(), ranges.end(), support::comes_before);
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
    Json diagnostics = Json::array();
    for (const SourceRange& range : ranges) {
        diagnostics.push_back({{"range", to_json(locator.range(range, program.moment()->edits))}});
    }
    return {{"uri", document.uri()}, {"version", document.version()}, {"diagnostics", std::move(diagnostics)}};
}

} // namespace daphnia::lsp
