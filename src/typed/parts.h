// What a type is made of: its arguments, and of datatypes the types of their fields, as deep as that goes.
#pragma once

#include "typed/type.h"

#include <functional>

namespace daphnia::typed {

// Whether the type or a part of it is found. Of types that grow without end nothing is known, so that they may be.
bool has_part(const Type& type, const std::function<bool(const Type&)>& is_found);

} // namespace daphnia::typed
