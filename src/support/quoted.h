// What messages quote of a program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daphnia::support {

// Hints put what can be written as it stands between backquotes.
std::vector<std::string> quoted_code(std::string_view hint);

// Words and signs are put between single quotes, which a name may contain as well.
std::vector<std::string> quoted_words(std::string_view hint);

} // namespace daphnia::support
