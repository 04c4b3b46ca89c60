// Which version of Daphnia's own code turned queries into answers.
#pragma once

#include <string_view>

namespace daphnia::cache {

// The SHA-256 of the sources that do so. An answer of an earlier version is no answer of this one: a mistake in how
// queries are put to the solver would live on in the cache after it has been corrected.
std::string_view generation();
// The SHA-256 of all sources: of everything between a program's text and what is said about it.
std::string_view generation_of_all();

} // namespace daphnia::cache
