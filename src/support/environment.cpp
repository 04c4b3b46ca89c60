#include "support/environment.h"

#include <cstdlib>

namespace daphnia::support {

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

} // namespace daphnia::support
