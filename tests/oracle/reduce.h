// A text that shows something in, a shorter one that still shows it out: lines are left out while it stays.
#pragma once

#include <functional>
#include <string>

namespace daphnia::oracle {

std::string reduced(const std::string& text, const std::function<bool(const std::string&)>& shows);

} // namespace daphnia::oracle
