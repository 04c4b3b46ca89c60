// Values of datatypes, and tuples: how they are made, told apart, taken apart and updated.
#pragma once

#include "resolve/body_part.h"

#include <cstddef>
#include <optional>
#include <string>

namespace daphnia::resolve {

class Arguments;
class Expressions;
class GenericCalls;
class Lets;
class Suggestions;

class DatatypeValues : BodyPart {
  public:
    DatatypeValues(BodyState& state, Suggestions& suggestions, Expressions& expressions, GenericCalls& generics,
                   Arguments& arguments, Lets& lets)
        : BodyPart(state), suggestions_(suggestions), expressions_(expressions), generics_(generics),
          arguments_(arguments), lets_(lets) {}

    // `qualifier`: what stands before its name, or null.
    Draft construct(SourceRange range, const ConstructorEntry& entry, const ast::Call& call, const ast::Expr* qualifier,
                    Context context);
    TypeArguments arguments_of(const PreType& type);
    Draft datatype_member(SourceRange range, const ast::Ident& name, Draft object, const PreType& type);
    Draft destruct(SourceRange range, SourceRange anchor, Draft value, const PreType& of, std::size_t destructor,
                   bool known);
    Draft made_by(SourceRange range, SourceRange anchor, Draft value, std::size_t constructor);
    Draft datatype_update(SourceRange range, const ast::DatatypeUpdate& node, Context context);
    void no_member(const ast::Ident& name, const char* what, const std::string& type, const std::string& hint);
    Draft tuple(SourceRange range, const ast::Tuple& node, Context context);
    std::optional<std::size_t> tuple_component(const PreType& type, const std::string& name) const;
    Draft select(SourceRange range, SourceRange anchor, Draft tuple, const PreType& type, std::size_t component);

  private:
    Draft tuple_update(SourceRange range, const ast::DatatypeUpdate& node, Draft base, const PreType& type,
                       Context context);

    Suggestions& suggestions_;
    Expressions& expressions_;
    GenericCalls& generics_;
    Arguments& arguments_;
    Lets& lets_;
};

} // namespace daphnia::resolve
