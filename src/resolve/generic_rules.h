// What is asked of uses of generic declarations: type arguments with the characteristics that the parameters ask for,
// finitely many instances, and no two types of arrays that only seem to be different.
#pragma once

#include "resolve/reporter.h"
#include "typed/typed.h"

namespace daphnia::resolve {

// On the program before it is instantiated. Characteristics are those that all code needs; compiled code needs more,
// which is checked where compiled code is (ghost_expressions.h).
void check_instantiations(const typed::Program& program, Reporter& reporter);

// Whether there are finitely many instances of declarations and of types, those that constraints and witnesses of
// subset types make included. On the program before it is instantiated.
bool check_growth(const typed::Program& program, Reporter& reporter);

// Arrays of different element types, and objects of different instances of a class, are never the same, which the
// encoding of a method that changes the heap builds on: where the choice of its type parameters decides whether they
// are different, in it or in what it calls, it may not. On the program with its instances.
void check_coinciding_types(const typed::Program& program, Reporter& reporter);
// Constant fields hold no functions, whatever the type parameters of their classes stand for. Likewise.
void check_constant_functions(const typed::Program& program, Reporter& reporter);

// What is in arrays reads nothing of them, or functions could call themselves by way of the heap (Landin's knot): where
// functions read the heap as values, arrays hold none of them, and no functions that could be given one. On the program
// with its instances.
void check_stored_functions(const typed::Program& program, Reporter& reporter);

// False when there are infinitely many types among the fields of datatypes.
bool check_datatype_growth(const typed::Program& program, Reporter& reporter);
// How datatypes use their type parameters.
void check_variance(const typed::Program& program, Reporter& reporter);

// What is wrong with the type arguments of a call, or of the type of a datatype's value; empty when nothing is.
std::vector<std::string> missing_characteristics(const typed::Type& datatype, bool ghost);
std::vector<std::string> missing_characteristics(const typed::FunctionCall& call, bool ghost);
std::vector<std::string> missing_characteristics(const typed::Call& call, bool ghost);
std::vector<std::string> missing_characteristics(const typed::FunctionValue& value, bool ghost);
// The same of compiled code, (==) alone, and of any type with such a declaration.
std::vector<std::string> missing_equality(const typed::TypeParameters& parameters,
                                          const std::vector<typed::Type>& arguments, const std::string& name);

} // namespace daphnia::resolve
