// Random choices wherever a program leaves one open, and whether it does.
#pragma once

#include "interpret/interpret.h"
#include "refute/random_values.h"

namespace daphnia::refute {

class RandomChoices final : public interpret::Choices {
  public:
    RandomChoices(const Vocabulary& vocabulary, Chance& chance)
        : vocabulary_(vocabulary), chance_(chance), values_(vocabulary, chance) {}

    interpret::Value any_value(const typed::Type& type, interpret::Heap& heap) override;
    bool any_bool() override;
    std::size_t any_of(std::size_t count) override;

  private:
    interpret::Value allocated(const typed::Type& type, interpret::Heap& heap, int depth);

    const Vocabulary& vocabulary_;
    Chance& chance_;
    RandomValues values_;
};

// Whether the declaration's own code leaves a choice open: `*`, overlapping cases, elements and fields without initial
// value, `modify`.
bool has_choices(const typed::Declaration& declaration);

} // namespace daphnia::refute
