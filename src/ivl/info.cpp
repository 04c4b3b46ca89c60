// The table of obligation kinds.
#include "ivl/ivl.h"
#include "support/error.h"

#include <fmt/format.h>

#include <array>

namespace daphnia::ivl {

namespace {

constexpr std::array kInfo{
#define OBLIGATION(name, id, success, failure) ObligationInfo{id, success, failure},
#include "ivl/obligation_kinds.def"
#undef OBLIGATION
};

} // namespace

const ObligationInfo& info(ObligationKind kind) {
    return kInfo.at(static_cast<std::size_t>(kind));
}

ObligationKind obligation_kind(std::string_view id) {
    for (std::size_t i = 0; i < kInfo.size(); ++i) {
        if (kInfo[i].id == id) {
            return static_cast<ObligationKind>(i);
        }
    }
    DAPHNIA_CHECK(false, fmt::format("there is no obligation kind {}", id));
}

} // namespace daphnia::ivl
