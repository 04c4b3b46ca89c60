// The flat list of prefixes, operands and infixes of one expression, grouped by precedence. Private to parse.
#pragma once

#include "parse/builder.h"

namespace daphnia::parse {

class OperatorParser {
  public:
    using P = DafnyParser;

    OperatorParser(Builder& builder, P::ExpressionContext* ctx) : builder_(builder), items_(ctx->children) {}
    ast::ExprPtr whole();
    // The rest of the domain of a `forall` statement, whose first variables and separator are in `domain`.
    void rest_of_domain(ast::QuantifierDomain& domain, std::size_t separator);
    // Whether `decreases to` is the outermost operator, and the parts of such an expression.
    static bool has_decreases_to(P::ExpressionContext* ctx);
    ast::DecreasesTo decreases_to();
    // The cases of a match in braces: the first one's head is given, all else is in the expression.
    std::vector<ast::MatchExprCase> all_cases(ast::SourceRange keyword, ast::Attributes attributes,
                                              ast::PatternPtr pattern);

  private:
    // ---- operators.cpp, lowest precedence first
    ast::ExprPtr full();
    ast::DecreasesTo decreases_to(ast::ExprPtr left);
    ast::ExprPtr equivalence();
    ast::ExprPtr implication();
    ast::ExprPtr right_implication(ast::ExprPtr left);
    ast::ExprPtr logical();
    ast::ExprPtr relational();
    ast::ExprPtr arithmetic(int precedence);
    ast::ExprPtr bitwise();
    ast::ExprPtr conversion();
    ast::ExprPtr unary();

    // ---- prefixes.cpp: what reaches as far to the right as it can
    ast::ExprPtr endless(P::PrefixContext* ctx);
    ast::ExprPtr comprehension(P::PrefixContext* ctx);
    ast::ExprPtr let(P::PrefixContext* ctx);
    ast::ExprPtr open_match(P::PrefixContext* ctx);
    std::vector<ast::MatchExprCase> cases(ast::SourceRange keyword, ast::Attributes attributes,
                                          ast::PatternPtr pattern);
    bool binders(ast::QuantifierDomain& domain, P::BindersContext* ctx);
    bool continue_domain(ast::QuantifierDomain& domain, std::size_t separator);
    void domain_attributes(ast::QuantifierDomain& domain);

    // ---- the list
    bool at_end() const { return position_ == items_.size(); }
    // The type of the infix at the current place; 0 when there is none.
    std::size_t infix() const;
    P::InfixContext* infix_context() const { return static_cast<P::InfixContext*>(items_[position_]); }
    P::PrefixContext* prefix() const;
    ast::SourceRange here() const;
    ast::ExprPtr binary(ast::BinaryOp op, ast::SourceRange op_range, ast::ExprPtr left, ast::ExprPtr right);

    Builder& builder_;
    const std::vector<antlr4::tree::ParseTree*>& items_;
    std::size_t position_ = 0;
};

} // namespace daphnia::parse
