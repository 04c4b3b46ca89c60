// What types are called in other languages.
#pragma once

#include <string_view>

namespace daphnia::support {

// The type of the language that corresponds: `bool` for `boolean`, `seq` for `List`; empty for all other words.
std::string_view type_called(std::string_view word);

} // namespace daphnia::support
