// Names and members as expressions: `x`, `M.x`, `value.x`, the implicit `this`.
#pragma once

#include "resolve/body_part.h"
#include "resolve/modules.h"

#include <optional>
#include <vector>

namespace daphnia::resolve {

class Collections;
class DatatypeValues;
class FunctionValues;
class GenericCalls;
class Lets;
class Meanings;
class Suggestions;

class Members : BodyPart {
  public:
    Members(BodyState& state, Meanings& meanings, Suggestions& suggestions, GenericCalls& generics,
            FunctionValues& functions, Collections& collections, DatatypeValues& datatypes, Lets& lets)
        : BodyPart(state), meanings_(meanings), suggestions_(suggestions), generics_(generics), functions_(functions),
          collections_(collections), datatypes_(datatypes), lets_(lets) {}

    Draft name(SourceRange range, const ast::Name& node, Context context);
    Draft member(SourceRange range, const ast::Member& node, Context context);
    Draft this_value(SourceRange range);
    // object.name, where the object is resolved.
    Draft member_of(SourceRange range, const ast::Ident& name, Draft object,
                    const std::vector<ast::TypePtr>& type_arguments = {});

    // Of an object whose type is known.
    PreType type_of_field(const FieldEntry& entry, const PreType& object);
    // Null: the field is read in an object.
    const typed::Variable* cell_of(const FieldEntry& entry) const;

  private:
    Draft field_read(SourceRange range, SourceRange anchor, const FieldEntry& entry, Draft object);
    // `qualified`: how it is written when not as a plain name.
    Draft declared(SourceRange range, const ast::Ident& name, const Meaning& meaning,
                   const std::vector<ast::TypePtr>& type_arguments, const ast::Member* qualified);
    // `receiver`: the value whose member it is, where there is one.
    Draft declared_member(SourceRange range, const ast::Ident& name, Member& member,
                          const std::vector<ast::TypePtr>& type_arguments = {}, const ast::Member* qualified = nullptr,
                          std::optional<Draft> receiver = std::nullopt);
    Draft field_value(SourceRange range, SourceRange anchor, PerValueConstant& entry, Draft object);

    Meanings& meanings_;
    Suggestions& suggestions_;
    GenericCalls& generics_;
    FunctionValues& functions_;
    Collections& collections_;
    DatatypeValues& datatypes_;
    Lets& lets_;
};

} // namespace daphnia::resolve
