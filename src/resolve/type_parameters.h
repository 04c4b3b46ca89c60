// Type parameters and abstract types: from what is written to what the kernel knows, which of them a name means at a
// place, and what Dafny says when a type does not have the characteristics that are asked of it.
#pragma once

#include "resolve/globals.h"

namespace daphnia::resolve {

// `owner` is the qualified name of what declares them; only datatypes may say how they vary.
typed::TypeParameters declare_type_parameters(Globals& globals, const std::vector<ast::TypeParameter>& parameters,
                                              const std::string& owner, bool datatype = false);
// Those of a member: first parameters of its own for those of the type that has it.
typed::TypeParameters declare_member_parameters(Globals& globals, const std::vector<ast::TypeParameter>& parameters,
                                                const std::string& owner, const typed::TypeParameters& of_owner);
typed::TypeParameter type_parameter(const ast::Ident& name, const ast::Characteristics& characteristics,
                                    const std::string& unique);

// Parameters of which sets are made in the type support equality, as if (==) were written; not the `first` ones, which
// are declared elsewhere.
void infer_equality(const typed::TypeParameters& parameters, const typed::Type& type, std::size_t first = 0);
void infer_equality(const typed::TypeParameters& parameters, const std::vector<typed::VariablePtr>& variables,
                    std::size_t first = 0);

// While one lives, these names mean these types, and no type parameter around it is known.
class TypeScope {
  public:
    TypeScope(Globals& globals, std::map<std::string, typed::Type> names);
    TypeScope(Globals& globals, const typed::TypeParameters& parameters, FillIn fill_in = {});
    ~TypeScope() {
        globals_.type_names = std::move(outer_);
        globals_.fill_in = std::move(outer_fill_in_);
    }
    TypeScope(const TypeScope&) = delete;
    TypeScope& operator=(const TypeScope&) = delete;

  private:
    Globals& globals_;
    std::map<std::string, typed::Type> outer_;
    FillIn outer_fill_in_;
};

// " (perhaps try declaring type parameter 'T' on line 3 as 'T(==)', …)"; empty for types that this cannot help.
std::string equality_hint(const typed::Type& type);
// What the type lacks of (==) alone, where compiled code uses it; as below.
std::string missing_equality(const typed::TypeParameter& parameter, const typed::Type& type);
// What the type lacks that the parameter asks for, as the end of a sentence with "must", and how to give it; empty when
// nothing is missing. Ghost code needs less.
std::string missing_characteristic(const typed::TypeParameter& parameter, const typed::Type& type, bool ghost);

} // namespace daphnia::resolve
