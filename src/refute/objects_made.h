// The constructors and methods of classes in, objects that calls of them have made out: they are what their class says
// that its objects are, as the calls meet preconditions and keep what is promised.
#pragma once

#include "refute/runner.h"
#include "refute/vocabulary.h"

#include <vector>

namespace daphnia::refute {

// Of the classes to which the parameters of the declaration lead; smaller ones first. Nothing is run where there are
// none.
std::vector<Input> objects_made(Runner& runner, const Vocabulary& vocabulary);

// The program has a constructor of the class.
bool has_constructors(const typed::Program& program, const typed::Class& klass);

} // namespace daphnia::refute
