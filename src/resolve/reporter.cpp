// Counts and forwards static errors; see the header.
#include "resolve/reporter.h"

namespace daphnia::resolve {

void Reporter::error(support::Rule rule, SourceRange range, const std::string& message) {
    error(rule, range, message, {});
}

void Reporter::error(support::Rule rule, SourceRange range, const std::string& message, const std::string& hint) {
    if (!muted()) {
        ++errors_;
        sink_.error(rule, range, message, hint);
    }
}

void Reporter::error_even_muted(support::Rule rule, SourceRange range, const std::string& message) {
    ++errors_;
    sink_.error(rule, range, message);
}

void Reporter::warning(support::Rule rule, SourceRange range, const std::string& message, const std::string& hint) {
    if (!muted()) {
        sink_.report({support::Severity::Warning, rule, message, range, {}, {}, nullptr, hint});
    }
}

void Reporter::unsupported(SourceRange range, const std::string& what) {
    unsupported(range, what, {});
}

void Reporter::unsupported(SourceRange range, const std::string& what, const std::string& hint) {
    error(support::Rule::Unsupported, range, what + " not supported yet", hint);
}

void Reporter::not_in_language(SourceRange range, const std::string& what, const std::string& hint) {
    error(support::Rule::Unsupported, range, what + " not part of Daphnia's language", hint);
}

} // namespace daphnia::resolve
