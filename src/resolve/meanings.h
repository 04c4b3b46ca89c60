// What names stand for inside of a declaration, where they are not those of variables: members of the enclosing type
// come before what the modules declare.
#pragma once

#include "resolve/body_part.h"
#include "resolve/modules.h"
#include "resolve/references.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

class Meanings : BodyPart {
  public:
    explicit Meanings(BodyState& state) : BodyPart(state) {}

    // What a name or a qualified name stands for when it does not begin with a variable.
    std::optional<Meaning> declared_meaning(const ast::Expr& expr) const;
    // As if the member had this name.
    std::optional<Meaning> declared_meaning(const ast::Member& node, const std::string& name) const;
    std::optional<Meaning> declared_name(const std::string& name) const;
    std::optional<Meaning> declared_name(const ast::Ident& name) const;
    std::optional<Meaning> declared_qualifier(const ast::Expr& expr) const;
    // Within a member of a datatype an unqualified name may be another member, or a destructor or test.
    Member* own_member(const std::string& name) const;
    bool is_own_field(const std::string& name) const;
    // The type of a value as what has members; null when it has none.
    TypeEntry* type_entry(const PreType& type) const;
    // Tells whoever asks for the member of a value what else could stand there.
    void answer(SourceRange name, const PreType& type) const;
    // The member of this name that the value has, perhaps from a trait; null when there is none.
    Member* member_of(const PreType& type, const std::string& name) const;
    Member* member_of(const PreType& type, const ast::Ident& name) const;

  private:
    std::vector<Offer> offers() const;
};

} // namespace daphnia::resolve
