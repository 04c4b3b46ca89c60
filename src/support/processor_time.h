// The processor time of this process: what a busy machine does not use up.
#pragma once

#include <chrono>

namespace daphnia::support {

// Of all its threads together, since it began.
std::chrono::nanoseconds processor_time();

} // namespace daphnia::support
