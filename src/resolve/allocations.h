// `new`: what is allocated, and with which contents.
#pragma once

#include "resolve/body_part.h"
#include "resolve/calls.h"
#include "resolve/values.h"

#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

class Arguments;
class Expressions;
class GenericCalls;
class IndexFunctions;
class Meanings;

class Allocations : BodyPart {
  public:
    Allocations(BodyState& state, Meanings& meanings, Expressions& expressions, IndexFunctions& index_functions,
                GenericCalls& generics, Arguments& arguments)
        : BodyPart(state), meanings_(meanings), expressions_(expressions), index_functions_(index_functions),
          generics_(generics), arguments_(arguments) {}

    PendingValue new_array(const ast::Rhs& rhs, const ast::NewArray& node);
    // An object of a class without constructors.
    PendingValue new_object(const ast::Rhs& rhs, const ast::NewObject& node);
    // The constructor that is called; null when there is none to be called.
    const MethodEntry* constructor(const ast::NewObject& node);
    MethodArguments constructor_arguments(SourceRange range, const ast::NewObject& node, const MethodEntry& entry);
    // `new C.Init(…)` where the class has no constructors: the method that is called on the new object; null: none.
    const MethodEntry* initializer(const ast::NewObject& node);
    MethodArguments initializer_arguments(SourceRange range, const ast::NewObject& node, const MethodEntry& entry,
                                          Draft object);

  private:
    // What is made, and by which constructor.
    struct Made {
        TypeEntry* entry = nullptr;
        const ast::TypeNameSegment* klass = nullptr;
        const ast::TypeNameSegment* constructor = nullptr; // null: the one without a name
    };
    Made made(const ast::NewObject& node) const;
    void note_constructor(TypeEntry& klass, const ast::Ident& name) const;
    PendingValue plain_object(SourceRange range, const Made& made);
    std::vector<std::optional<typed::Type>> written_arguments(const Made& made);
    std::string instead_of(const ast::NewObject& node);

    Meanings& meanings_;
    Expressions& expressions_;
    IndexFunctions& index_functions_;
    GenericCalls& generics_;
    Arguments& arguments_;
};

} // namespace daphnia::resolve
