#include "support/diagnostics.h"

#include <algorithm>
#include <tuple>

namespace daphnia::support {

void DiagnosticSink::error(Rule rule, SourceRange range, std::string message) {
    error(rule, range, std::move(message), {});
}

void DiagnosticSink::error(Rule rule, SourceRange range, std::string message, std::string hint) {
    report({Severity::Error, rule, std::move(message), range, {}, {}, nullptr, std::move(hint)});
}

void DiagnosticSink::warning(Rule rule, SourceRange range, std::string message) {
    report({Severity::Warning, rule, std::move(message), range, {}, {}});
}

void DiagnosticList::report(Diagnostic diagnostic) {
    const SourceRange& range = diagnostic.range;
    if (!known_.emplace(range.file, range.begin, range.end, diagnostic.rule, diagnostic.message).second) {
        return;
    }
    if (diagnostic.severity == Severity::Error) {
        ++errors_;
    }
    diagnostics_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> DiagnosticList::sorted() const {
    std::vector<Diagnostic> result = diagnostics_;
    sort_by_place(result);
    return result;
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
        if (comes_before(a.range, b.range)) {
            return true;
        }
        if (comes_before(b.range, a.range)) {
            return false;
        }
        const auto name = [](const Diagnostic& each) { return std::tie(info(each.rule).id, each.message); };
        return name(a) < name(b);
    });
}

} // namespace daphnia::support
