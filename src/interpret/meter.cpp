// See the header.
#include "interpret/meter.h"

#include <fmt/format.h>
#include <limits>
#include <sys/resource.h>
#include <utility>

namespace daphnia::interpret {

namespace {

constexpr std::size_t kElementsPerStep = 16; // copied in the time of a step, about
constexpr std::size_t kLargestBits = 1U << 24U;

// Where nothing else is said: most of the stack that the process may have; callers have used some of it.
std::size_t stack_of_process() {
    constexpr std::size_t kUnlimited = std::size_t{64} << 20U;
    rlimit limit{};
    const bool known = getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    const std::size_t all = known ? static_cast<std::size_t>(limit.rlim_cur) : kUnlimited;
    return all / 4 * 3;
}

} // namespace

void Meter::start() {
    steps_ = 0;
    const std::size_t most = run_.options().limits.stack_bytes;
    stack_floor_ = static_cast<const char*>(__builtin_frame_address(0)) - (most == 0 ? stack_of_process() : most);
}

void Meter::charge(std::size_t elements, SourceRange place) {
    steps_ += elements / kElementsPerStep;
    if (run_.options().limits.cells != 0 && elements > run_.options().limits.cells) {
        throw Exhausted{Status::OutOfMemory, "a sequence or array gets too long", place};
    }
}

void Meter::charge_cells(std::size_t elements, SourceRange place) {
    charge(elements, place);
    const std::size_t most = run_.options().limits.cells;
    if ((most != 0 && run_.heap().cells() + elements > most) || run_.heap().is_full()) {
        throw Exhausted{Status::OutOfMemory, "the arrays of the program get too large", place};
    }
}

// Numbers double their length with each square.
void Meter::charge_product(const Value& left, const Value& right, SourceRange place) {
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

void Meter::exhausted(SourceRange place) {
    if (steps_ > step_limit_) {
        throw Exhausted{Status::OutOfSteps, fmt::format("the run does not end within {} steps", step_limit_), place};
    }
    throw Exhausted{Status::OutOfStack,
                    fmt::format("the calls of '{}' nest too deep",
                                run_.active() == nullptr ? std::string() : name_of(run_.active()->owner)),
                    run_.active() == nullptr ? place : run_.active()->called_at};
}

std::string Meter::name_of(typed::Callable callable) const {
    for (const typed::Declaration& declaration : run_.program().declarations) {
        const auto [address, name] =
            std::visit([](const auto& node) { return std::pair<typed::Callable, std::string>(node.get(), node->name); },
                       declaration);
        if (address == callable) {
            return name;
        }
    }
    return {};
}

} // namespace daphnia::interpret
