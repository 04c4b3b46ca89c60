// A failing run in, the text of a method that repeats it out.
#pragma once

#include "refute/input.h"
#include "typed/typed.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::refute {

// How objects of classes can be made: objects that calls have made, and what calls make.
struct Makers {
    std::vector<Input> made;
    std::function<std::optional<Input>(const std::shared_ptr<const Making>&)> make;
};

// A method {:main} that calls the declaration with these arguments: behind the text of the program it is a program that
// fails when it is run in checking mode. Its names are not the program's. Objects that occur twice are one object.
// Empty when it cannot be written: nobody wants to read thousands of elements.
//
// An object of a class is made by the calls that have made it, when they still make the same; else it is a new one, to
// whose fields what they hold is assigned. Where there is neither, a comment says so in its place.
std::string reproducer(const typed::Program& program, const typed::Declaration& declaration, const Input& input,
                       const Makers& makers);
// Likewise, where no calls are known.
std::string reproducer(const typed::Program& program, const typed::Declaration& declaration, const Values& arguments,
                       const Heap& heap);

} // namespace daphnia::refute
