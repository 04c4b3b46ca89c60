// The texts of the theories, embedded at build time from src/logic/theories: one constant per file.
#pragma once

#include <string_view>

namespace daphnia::logic {

extern const std::string_view kSeqTheory;
extern const std::string_view kSetTheory;
extern const std::string_view kMultisetTheory;
extern const std::string_view kMapTheory;
extern const std::string_view kMapValuesTheory;
extern const std::string_view kMapItemsTheory;
extern const std::string_view kMultisetOfSeqTheory;
extern const std::string_view kMultisetOfSetTheory;
extern const std::string_view kIntProductsTheory;
extern const std::string_view kRealProductsTheory;

} // namespace daphnia::logic
