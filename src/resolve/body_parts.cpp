#include "resolve/body_parts.h"

namespace daphnia::resolve {

// A part may refer to one that is made after it: none is called before all are there.
BodyParts::BodyParts(Globals& globals, EnclosingDeclaration declaration)
    : state(globals, std::move(declaration)), meanings(state), suggestions(state, meanings, expressions),
      members(state, meanings, suggestions, generics, functions, collections, datatypes, lets),
      expressions(state, *this), operators(state, expressions), conversions(state, expressions),
      collections(state, expressions, operators, lets), comprehensions(state, expressions, operators),
      index_functions(state, expressions), lets(state, expressions, patterns),
      datatypes(state, suggestions, expressions, generics, arguments, lets), patterns(state, suggestions, datatypes),
      matches(state, meanings, suggestions, expressions, datatypes, statements),
      heap_states(state, expressions, labels, frames),
      calls(state, meanings, suggestions, expressions, members, generics, arguments, functions, operators, datatypes,
            lets, heap_states),
      arguments(state, expressions), generics(state, meanings),
      functions(state, expressions, members, generics, arguments, labels, frames, lets),
      statements(state, *this, expressions, labels), assertions(state, expressions, statements, labels),
      reveals(state, meanings, suggestions, expressions, labels), branches(state, expressions, statements, labels),
      loops(state, expressions, statements, branches, labels, measures, specifications, frames),
      measures(state, expressions), labels(state, statements),
      foralls(state, comprehensions, statements, calculations, specifications),
      calculations(state, expressions, operators, statements),
      assignments(state, suggestions, expressions, calls, reveals, targets, values, allocations, failures),
      targets(state, meanings, members, suggestions, expressions), values(state, expressions, allocations),
      allocations(state, meanings, expressions, index_functions, generics, arguments),
      locals(state, expressions, calls, patterns, targets, values, assignments, failures),
      failures(state, expressions, generics, calls, lets, targets, values, assignments),
      specifications(state, expressions, labels), frames(state, meanings, expressions, members),
      bodies(state, expressions, statements, labels), constructors(state, statements), settling(state) {}

} // namespace daphnia::resolve
