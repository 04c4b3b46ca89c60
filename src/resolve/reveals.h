// reveal: of opaque functions and constants, and of labelled assertions.
#pragma once

#include "resolve/body_part.h"

#include <string>
#include <vector>

namespace daphnia::resolve {

class Expressions;
class Labels;
class Meanings;
class Suggestions;

class Reveals : BodyPart {
  public:
    Reveals(BodyState& state, Meanings& meanings, Suggestions& suggestions, Expressions& expressions, Labels& labels)
        : BodyPart(state), meanings_(meanings), suggestions_(suggestions), expressions_(expressions), labels_(labels) {}

    void reveal_statement(SourceRange range, const ast::Reveal& node, StmtList& out);
    // reveal_F(), of an opaque function F; false when it is something else.
    bool reveal_call(SourceRange range, const ast::Expr& expr, StmtList& out);

  private:
    void reveal(const ast::Expr& expr, typed::Reveal& result);
    void reveal(const ast::Expr& expr, const std::string& text, const Member& member, typed::Reveal& result);
    // `o.F`, where o is a value: the member of its type; null when there is none.
    const Member* member_of_value(const ast::Expr& named);
    std::vector<std::string> revealable_names() const;

    Meanings& meanings_;
    Suggestions& suggestions_;
    Expressions& expressions_;
    Labels& labels_;
};

} // namespace daphnia::resolve
