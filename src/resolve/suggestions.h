// What may have been meant by names that are not declared: near misses among the names that would be right at the
// place, else what the name is called in other languages.
#pragma once

#include "resolve/body_part.h"

#include <string>
#include <vector>

namespace daphnia::resolve {

class Expressions;
class Meanings;

enum class NameUse {
    Value,
    Called,  // in an expression
    Invoked, // as a statement
    Either,  // on the right of an assignment: a method or a function
    Qualifier,
    Target // of an assignment
};

// What the built-in types have for members.
std::vector<std::string> built_in_members(PreKind type);

class Suggestions : BodyPart {
  public:
    Suggestions(BodyState& state, Meanings& meanings, Expressions& expressions)
        : BodyPart(state), meanings_(meanings), expressions_(expressions) {}

    std::string meant_by(const std::string& name, const ast::Member* qualified) const;
    std::vector<std::string> candidates(NameUse use) const;
    std::string meant_by_member(const std::string& name, const PreType& type, SourceRange object) const;
    // Of a value of the type, or of the type itself.
    std::string meant_by_member(const std::string& name, const TypeEntry& type, bool of_value) const;
    static std::string meant_by_constructor(const std::string& name, const typed::Datatype& type);
    // The expression as the name that it should be used as.
    Draft used_as(NameUse use, const ast::Expr& expr, Context context);

  private:
    Meanings& meanings_;
    Expressions& expressions_;
    NameUse name_use_ = NameUse::Value; // of the name that is being resolved
};

} // namespace daphnia::resolve
