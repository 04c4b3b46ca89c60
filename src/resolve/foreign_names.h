// What is called so in other languages, and how it is written here: for names that are not declared.
#pragma once

#include "resolve/inference.h"

#include <string>
#include <string_view>

namespace daphnia::resolve {

// Of a variable, constant or function: `len`, `True`, `println`. Empty when nothing is known.
std::string foreign_value(std::string_view name);
// Of a member of a built-in type: `s.length` of a sequence. `object` is what stands before the dot, `type` its type.
std::string foreign_member(PreKind type, const std::string& object, std::string_view name);
// Of a type.
std::string foreign_type(std::string_view name);
// Of the first name of an import.
std::string foreign_module(std::string_view name);

} // namespace daphnia::resolve
