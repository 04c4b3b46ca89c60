// Whether an id is that of something that is proved.
#pragma once

#include "support/rules.h"

#include <string_view>

namespace daphnia::harness {

inline bool is_obligation(std::string_view id) {
    const auto rule = support::rule_named(id);
    return rule && support::info(*rule).is_obligation();
}

} // namespace daphnia::harness
