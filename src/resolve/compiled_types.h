// What compiled code may ask of the values of its types: whether two of them are equal, and whether one belongs to a
// type.
//
// The law. A running program is the verified program without its ghosts: ghost variables, parameters, results, fields
// and components, ghost statements, contracts, and the constraints of types. What is left may ask only what is left:
//
// 1. Values are compared only where nothing of them has been erased and nothing of them is a function. They are by ==,
//    by `in` and <= of sequences (ghost_expressions.cpp), and wherever there is a set, a multiset, or a map with its
//    keys, whatever made it. So the type of every variable, parameter, result, field and constant that is not ghost, of
//    every compiled expression that makes a collection or a value of a datatype, and every type argument of a compiled
//    call, written or inferred, has elements, keys, and arguments for (==) that support equality, in all its parts.
//    Where a type is not known, because it is a type parameter or abstract, (==) says that it does.
// 2. Whether a value belongs to a type is tested where it is not known from where the value comes: by `is`, and for the
//    possible values of bound variables and of the targets of :|, which come from collections, equations or intervals
//    (typed::sources). The parts for which the types say so are not tested. For the others each constraint has to run,
//    by rule 1 too, and there have to be no ghost parts, functions and values of a type parameter to look into
//    (typed::can_be_tested). The interpreter tests just these parts.
//
// Generic code is looked at once. By 2 it never tests a value of its type parameter, so that it runs in the same way
// whatever the type parameter stands for, a type with a constraint that cannot run included.
#pragma once

#include "support/diagnostics.h"
#include "typed/typed.h"

#include <string>
#include <vector>

namespace daphnia::resolve {

// Reports the parts of a type whose values would have to be compared and cannot be.
void check_compiled_type(const typed::Type& type, support::SourceRange at, support::DiagnosticSink& sink);
void check_compiled_types(const std::vector<typed::Type>& types, support::SourceRange at,
                          support::DiagnosticSink& sink);
// The same of variables that are not ghost.
void check_compiled_types(const std::vector<typed::VariablePtr>& variables, support::DiagnosticSink& sink);
// The same of what is declared as the fields of datatypes and the base types of subset types.
void check_declared_types(const typed::Program& program, support::DiagnosticSink& sink);

// Whether a running program can tell whether a value of `from` belongs to `to`.
bool is_testable(const typed::Type& from, const typed::Type& to);

// The bound variables, or targets, whose possible values a running program cannot tell from others.
std::vector<const typed::Variable*> untestable_variables(const typed::Quantifier& node);
std::vector<const typed::Variable*> untestable_variables(const typed::SetComprehension& node);
std::vector<const typed::Variable*> untestable_variables(const typed::MapComprehension& node);
std::vector<const typed::Variable*> untestable_variables(const typed::LetSuchThat& node);
std::vector<const typed::Variable*> untestable_variables(const typed::ForallStatement& node);
std::vector<const typed::Variable*> untestable_variables(const typed::AssignSuchThat& node);

} // namespace daphnia::resolve
