// Random choices wherever a program leaves one open.
#pragma once

#include "interpret/interpret.h"
#include "refute/random_values.h"

namespace daphnia::oracle {

class RandomChoices final : public interpret::Choices {
  public:
    RandomChoices(const refute::Vocabulary& vocabulary, refute::Chance& chance)
        : chance_(chance), values_(vocabulary, chance) {}

    interpret::Value any_value(const typed::Type& type, interpret::Heap& heap) override;
    bool any_bool() override;
    std::size_t any_of(std::size_t count) override;

  private:
    refute::Chance& chance_;
    refute::RandomValues values_;
};

} // namespace daphnia::oracle
