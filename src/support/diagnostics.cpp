#include "support/diagnostics.h"

#include <algorithm>
#include <tuple>

namespace daphnia::support {

void DiagnosticSink::error(std::string id, SourceRange range, std::string message) {
    report({Severity::Error, std::move(id), std::move(message), range, {}, {}});
}

void DiagnosticSink::warning(std::string id, SourceRange range, std::string message) {
    report({Severity::Warning, std::move(id), std::move(message), range, {}, {}});
}

void DiagnosticList::report(Diagnostic diagnostic) {
    const bool known = std::any_of(diagnostics_.begin(), diagnostics_.end(), [&](const Diagnostic& other) {
        return other.range == diagnostic.range && other.id == diagnostic.id && other.message == diagnostic.message;
    });
    if (known) {
        return;
    }
    if (diagnostic.severity == Severity::Error) {
        ++errors_;
    }
    diagnostics_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> DiagnosticList::sorted() const {
    std::vector<Diagnostic> result = diagnostics_;
    std::stable_sort(result.begin(), result.end(), [](const Diagnostic& a, const Diagnostic& b) {
        if (comes_before(a.range, b.range)) {
            return true;
        }
        if (comes_before(b.range, a.range)) {
            return false;
        }
        return std::tie(a.id, a.message) < std::tie(b.id, b.message);
    });
    return result;
}

} // namespace daphnia::support
