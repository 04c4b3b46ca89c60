// A variable has another value for as long as an object lives, also where what is thrown ends it.
#pragma once

#include <utility>

namespace daphnia::interpret {

template <typename T>
class Temporarily {
  public:
    Temporarily(T& variable, T value) : variable_(variable), outer_(std::exchange(variable, std::move(value))) {}
    ~Temporarily() { variable_ = std::move(outer_); }
    Temporarily(const Temporarily&) = delete;
    Temporarily& operator=(const Temporarily&) = delete;

  private:
    T& variable_;
    T outer_;
};

} // namespace daphnia::interpret
