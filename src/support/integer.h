// Unbounded integers: Dafny's int has no size.
#pragma once

#include <gmpxx.h>

namespace daphnia::support {

using Integer = mpz_class;

} // namespace daphnia::support
