// The two kinds of exception there are. Errors in the user's program are never exceptions: they are diagnostics.
#pragma once

#include <stdexcept>
#include <string>

namespace daphnia::support {

// The outside world failed (unreadable file, bad option): caught once by the faces, exit code 1.
class InputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Daphnia itself is wrong: exit code 70, never turned into a verdict.
class InternalError : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

[[noreturn]] void fail_check(const char* condition, const char* file, int line, const std::string& message);

} // namespace daphnia::support

// States an invariant of Daphnia's own; throws InternalError when it does not hold.
#define DAPHNIA_CHECK(condition, message)                                                                              \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            ::daphnia::support::fail_check(#condition, __FILE__, __LINE__, (message));                                 \
        }                                                                                                              \
    } while (false)
