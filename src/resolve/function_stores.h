// Functions that are stored in objects and arrays, as Dafny allows it (HigherOrderHeapAllocationChecker): none that
// reads the heap, and in a field none that could be given the object.
#pragma once

#include "resolve/reporter.h"
#include "typed/typed.h"

namespace daphnia::resolve {

// On the program once its types are settled.
void check_function_stores(const typed::Program& program, Reporter& reporter);

} // namespace daphnia::resolve
