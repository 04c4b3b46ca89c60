// Uses of generic declarations: type arguments as written, or left to inference.
#pragma once

#include "resolve/body_part.h"

#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

class Meanings;

class GenericCalls : BodyPart {
  public:
    GenericCalls(BodyState& state, Meanings& meanings) : BodyPart(state), meanings_(meanings) {}

    // `name`: how it is written, with its type arguments; null when there can be none.
    template <typename Callable>
    Instantiation instantiation(const Callable& callable, const TypeEntry* owner, const ast::Expr* name,
                                SourceRange range, const std::string& kind);
    // `of_owner`: what is known of the type arguments of the datatype whose member it is; `given`: its own.
    template <typename Callable>
    Instantiation instantiation(const Callable& callable, std::vector<std::optional<typed::Type>> of_owner,
                                const std::vector<ast::TypePtr>& given, SourceRange range, const std::string& kind);
    std::vector<std::optional<typed::Type>> own_arguments(const TypeEntry& owner) const;
    std::vector<std::optional<typed::Type>> datatype_arguments(const ast::Expr* qualifier, const TypeEntry& owner);
    // The call with what its type arguments follow from, and the receiver's type agreed.
    Draft function_call(SourceRange range, SourceRange anchor, typed::FunctionCall call, Instantiation use);
    void receive(const Draft& receiver, const typed::Variable& parameter, const Instantiation& use);

  private:
    std::vector<std::optional<typed::Type>> member_arguments(const ast::Expr* name, const TypeEntry& owner);

    Meanings& meanings_;
};

} // namespace daphnia::resolve
