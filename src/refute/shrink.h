// An input that has some property in, a smaller one that still has it out.
#pragma once

#include "refute/input.h"

#include <functional>

namespace daphnia::refute {

// Tries at most `attempts` simpler inputs; `keeps` tells whether one still has the property.
Input shrunk(Input input, const Parameters& parameters, std::size_t attempts,
             const std::function<bool(const Input&)>& keeps);

// Simpler values of the same type, the simplest first; none for what is simple already.
Values simpler(const Value& value, const typed::Type& type);

} // namespace daphnia::refute
