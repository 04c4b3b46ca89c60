// A failing run in, the text of a method that repeats it out.
#pragma once

#include "interpret/heap.h"
#include "interpret/value.h"
#include "typed/typed.h"

#include <string>

namespace daphnia::refute {

// A method {:main} that calls the declaration with these arguments: behind the text of the program it is a program that
// fails when it is run in checking mode. Its names are not the program's. Arrays that occur twice are one array. Empty
// when it cannot be written: nobody wants to read thousands of elements.
std::string reproducer(const typed::Program& program, const typed::Declaration& declaration,
                       const interpret::Values& arguments, const interpret::Heap& heap);

} // namespace daphnia::refute
