// Near misses: what somebody may have meant who wrote a name that there is not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace daphnia::support {

// How many letters were changed, left out, added, or exchanged with their neighbour. Capitals count like small letters.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidates nearest to what was written, in alphabetical order: one slip away for names of up to four letters, two
// for longer ones; of two letters only the order may be wrong. Names that differ in their capitals alone are nearest.
// Nothing for names of one letter, and nothing when more than three are equally near: then none of them is likely.
std::vector<std::string> near_misses(std::string_view written, const std::vector<std::string>& candidates);

// "did you mean 'x', 'y' or 'z'?"; empty when there is nothing to propose.
std::string did_you_mean(std::string_view written, const std::vector<std::string>& candidates);
// The same of names that were found by near_misses, and are written with other signs around them.
std::string did_you_mean(const std::vector<std::string>& names);

} // namespace daphnia::support
