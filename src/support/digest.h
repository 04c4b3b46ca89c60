// Names for contents: a digest that nobody can find a second text for.
#pragma once

#include <string>
#include <string_view>

namespace daphnia::support {

std::string sha256_hex(std::string_view text); // 64 lower-case hex digits

} // namespace daphnia::support
