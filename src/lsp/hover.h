// What is known about a place: of the name there, and of what is proved there.
#pragma once

#include "lsp/feature.h"

#include <optional>
#include <string>

namespace daphnia::lsp {

struct Hover {
    std::string markdown;
    std::optional<Range> range; // of the name
};

std::optional<Hover> hover_at(const TextPlace& place, const Locator& locator);

} // namespace daphnia::lsp
