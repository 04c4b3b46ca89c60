#include "support/diagnostics.h"

#include <algorithm>
#include <tuple>

namespace daphnia::support {

void DiagnosticSink::error(std::string id, SourceRange range, std::string message) {
    error(std::move(id), range, std::move(message), {});
}

void DiagnosticSink::error(std::string id, SourceRange range, std::string message, std::string hint) {
    report({Severity::Error, std::move(id), std::move(message), range, {}, {}, nullptr, std::move(hint)});
}

void DiagnosticSink::warning(std::string id, SourceRange range, std::string message) {
    report({Severity::Warning, std::move(id), std::move(message), range, {}, {}});
}

void DiagnosticList::report(Diagnostic diagnostic) {
    const SourceRange& range = diagnostic.range;
    if (!known_.emplace(range.file, range.begin, range.end, diagnostic.id, diagnostic.message).second) {
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
        return std::tie(a.id, a.message) < std::tie(b.id, b.message);
    });
}

} // namespace daphnia::support
