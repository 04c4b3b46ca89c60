// The limits of a run: steps, elements, the machine's stack.
#include "interpret/engine.h"

#include <fmt/format.h>

#include <limits>

namespace daphnia::interpret {

namespace {

constexpr std::size_t kElementsPerStep = 16; // copied in the time of a step, about
constexpr std::size_t kLargestBits = 1U << 24U;

} // namespace

void Engine::charge(std::size_t elements, SourceRange place) {
    steps_ += elements / kElementsPerStep;
    if (options_.limits.cells != 0 && elements > options_.limits.cells) {
        throw Exhausted{Status::OutOfMemory, "a sequence or array gets too long", place};
    }
}

void Engine::charge_cells(std::size_t elements, SourceRange place) {
    charge(elements, place);
    if (options_.limits.cells != 0 && heap_.cells() + elements > options_.limits.cells) {
        throw Exhausted{Status::OutOfMemory, "the arrays of the program get too large", place};
    }
}

// Numbers double their length with each square.
void Engine::charge_product(const Value& left, const Value& right, SourceRange place) {
    if (left.as_small() && right.as_small()) {
        return;
    }
    const auto bits = [](const Value& value) {
        const auto size = [](const Integer& number) { return mpz_sizeinbase(number.get_mpz_t(), 2); };
        return value.is_real() ? size(value.as_real().get_num()) + size(value.as_real().get_den())
                               : size(value.as_integer());
    };
    const std::size_t total = bits(left) + bits(right);
    if (total > kLargestBits) {
        throw Exhausted{Status::OutOfMemory, "a number gets too large", place};
    }
    steps_ += total / (kElementsPerStep * std::numeric_limits<std::size_t>::digits);
}

void Engine::exhausted(SourceRange place) {
    if (steps_ > step_limit_) {
        throw Exhausted{Status::OutOfSteps, fmt::format("the run does not end within {} steps", step_limit_), place};
    }
    throw Exhausted{
        Status::OutOfStack,
        fmt::format("the calls of '{}' nest too deep", active_ == nullptr ? std::string() : name_of(active_->owner)),
        active_ == nullptr ? place : active_->called_at};
}

} // namespace daphnia::interpret
