// The ids of the obligation kinds, from their table.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace daphnia::harness {

inline constexpr std::array kObligationIds = std::to_array<std::string_view>({
#define OBLIGATION(name, id, success, failure) id,
#include "ivl/obligation_kinds.def"
#undef OBLIGATION
});

inline bool is_obligation(std::string_view id) {
    return std::find(kObligationIds.begin(), kObligationIds.end(), id) != kObligationIds.end();
}

} // namespace daphnia::harness
