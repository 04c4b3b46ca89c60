// A seed in, the same sequence of choices out on every machine and with every standard library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace daphnia::oracle {

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    // SplitMix64 (Steele, Lea, Flood 2014).
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); } // bound > 0
    std::int64_t between(std::int64_t low, std::int64_t high) {                               // both included
        return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(unsigned percent) { return below(100) < percent; }
    template <typename Container>
    const auto& one_of(const Container& container) {
        return std::begin(container)[static_cast<std::ptrdiff_t>(below(std::size(container)))];
    }

  private:
    std::uint64_t state_;
};

} // namespace daphnia::oracle
