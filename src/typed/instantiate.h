// A program in which calls name generic declarations and type arguments in; out, the same program in which they name
// instances. That this ends is checked before (resolve/generic_rules.h).
#pragma once

#include "typed/typed.h"

namespace daphnia::typed {

void instantiate(Program& program);

// The declaration that is verified in place of this one: its origin, or itself.
inline const Function& origin_of(const Function& function) {
    return function.instance.origin == nullptr ? function : *function.instance.origin;
}
inline const Method& origin_of(const Method& method) {
    return method.instance.origin == nullptr ? method : *method.instance.origin;
}

} // namespace daphnia::typed
