// What was shown by proving an obligation, in Dafny's words.
#pragma once

#include "support/rules.h"

#include <string_view>

namespace daphnia::verify {

// "assertion always holds". Each obligation has such words.
std::string_view success(support::Rule rule);

} // namespace daphnia::verify
