// match: patterns become tests of constructors and literals, and variables for what destructors give; the cases become
// branches in their order. The last one needs no test where no value is left; else that its test holds is asserted.
#pragma once

#include "resolve/body_part.h"
#include "resolve/pattern_shapes.h"
#include "resolve/patterns.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace daphnia::resolve {

class DatatypeValues;
class Expressions;
class Meanings;
class Statements;
class Suggestions;

// A case: what has to hold of the value, and the variables that its pattern binds.
struct CaseParts {
    std::vector<Draft> tests;
    std::vector<Component> variables;
};

class Matches : BodyPart {
  public:
    Matches(BodyState& state, Meanings& meanings, Suggestions& suggestions, Expressions& expressions,
            DatatypeValues& datatypes, Statements& statements)
        : BodyPart(state), meanings_(meanings), suggestions_(suggestions), expressions_(expressions),
          datatypes_(datatypes), statements_(statements) {}

    Draft match_expression(SourceRange range, const ast::MatchExpr& node, Context context);
    void match_statement(SourceRange range, const ast::MatchStmt& node, StmtList& out);

  private:
    using ValueMaker = std::function<Draft()>;
    PatternShape match_pattern(const ast::Pattern& pattern, const PreType& type, const ValueMaker& value, bool in_or,
                               typed::VariableKind kind, CaseParts& out);
    PatternShape match_constructor(const ast::Pattern& pattern, const ast::Ident& name,
                                   const std::vector<ast::PatternPtr>* arguments, const PreType& type,
                                   const ValueMaker& value, bool in_or, typed::VariableKind kind, CaseParts& out);
    // What stands within another pattern.
    PatternShape match_part(const ast::Pattern& pattern, const PreType& type, const ValueMaker& value, bool in_or,
                            typed::VariableKind kind, CaseParts& out);
    PatternShape match_literal(const ast::Pattern& pattern, const ast::Expr& literal, const ValueMaker& value,
                               CaseParts& out);
    const ast::Expr* constant_in_pattern(const ast::NamePattern& name);
    Draft all_of(SourceRange range, std::vector<Draft> tests);
    bool is_matchable(const PreType& type, SourceRange at, const char* what);
    // Which cases are never reached, and which values no case is for.
    std::optional<std::string> uncovered(const std::vector<PatternShape>& shapes, const std::vector<SourceRange>& at);
    Draft match_nothing(SourceRange range, Draft scrutinee);
    typed::StmtPtr match_case_assertion(SourceRange range, Draft test, const char* what, const std::string& missing);

    Meanings& meanings_;
    Suggestions& suggestions_;
    Expressions& expressions_;
    DatatypeValues& datatypes_;
    Statements& statements_;
};

} // namespace daphnia::resolve
