// Unbounded integers and exact fractions: Dafny's int has no size, its real no rounding.
#pragma once

#include <gmpxx.h>

#include <string>

namespace daphnia::support {

using Integer = mpz_class;
using Rational = mpq_class; // in lowest terms

// As Dafny prints a real: 0.5, -2.0, (1.0 / 3.0).
std::string to_string(const Rational& value);
// The largest integer that is not larger.
Integer floor(const Rational& value);

} // namespace daphnia::support
