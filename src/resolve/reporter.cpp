// Counts and forwards static errors; see the header.
#include "resolve/reporter.h"

namespace daphnia::resolve {

void Reporter::error(const std::string& id, SourceRange range, const std::string& message) {
    if (!muted()) {
        error_even_muted(id, range, message);
    }
}

void Reporter::error_even_muted(const std::string& id, SourceRange range, const std::string& message) {
    ++errors_;
    sink_.error(id, range, message);
}

void Reporter::warning(const std::string& id, SourceRange range, const std::string& message) {
    if (!muted()) {
        sink_.warning(id, range, message);
    }
}

void Reporter::unsupported(SourceRange range, const std::string& what) {
    if (!muted() && refused_.insert(what).second) {
        error("unsupported", range, what + " not supported yet");
    }
}

void Reporter::not_in_language(SourceRange range, const std::string& what) {
    if (!muted() && refused_.insert(what).second) {
        error("unsupported", range, what + " not part of Daphnia's language");
    }
}

} // namespace daphnia::resolve
