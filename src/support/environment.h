// What the process was started with.
#pragma once

#include <string>

namespace daphnia::support {

// The value of an environment variable; empty when there is none.
std::string environment(const char* name);

} // namespace daphnia::support
