// What classes and traits have from the traits that they extend, and which of their own members stand for a trait's.
#pragma once

#include "resolve/globals.h"

namespace daphnia::resolve {

// Once all members are declared, and before any name of one is looked up: the members that each class and trait
// inherits, and the rules of Dafny for those that it declares again. Of a function or method that stands for one of a
// trait it is recorded which (typed::Overridden); that its contract fits is left to proof.
void inherit_members(Globals& globals);

} // namespace daphnia::resolve
