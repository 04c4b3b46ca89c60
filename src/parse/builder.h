// ANTLR's parse tree of one declaration to the source tree. Here the shapes that the grammar leaves flat are grouped,
// and what it accepts too widely is reported. Private to parse.
#pragma once

#include "ast/ast.h"
#include "parse/tokens.h"
#include "support/diagnostics.h"

#include "DafnyParser.h"

#include <string>
#include <string_view>
#include <vector>

namespace daphnia::parse {

class Builder {
  public:
    using P = DafnyParser;

    // `tokens` are those that the parser saw; the index of a token of ANTLR's is one into them.
    Builder(const support::SourceFile& file, const Token* tokens, support::DiagnosticSink& sink)
        : file_(file), tokens_(tokens), sink_(sink) {}

    // ---- build_declarations.cpp
    // Headers of containers have no members yet. An include directive gives no declaration but an Include.
    ast::DeclPtr declaration(P::DeclarationContext* ctx);
    static bool is_include(P::DeclarationContext* ctx) { return ctx->declarationBody()->includeDirective() != nullptr; }
    ast::Include include(P::DeclarationContext* ctx);
    // The fields of one `var` declaration, each a declaration of its own.
    static bool is_field(P::DeclarationContext* ctx) { return ctx->declarationBody()->fieldDeclaration() != nullptr; }
    std::vector<ast::DeclPtr> fields(P::DeclarationContext* ctx);
    // Without its members, to which the caller adds before it makes it const.
    ast::Decl header(P::DeclarationContext* ctx);

    // ---- operators.cpp
    ast::ExprPtr expression(P::ExpressionContext* ctx);

    // ---- used by the operator parser
    ast::ExprPtr postfix(P::PostfixContext* ctx);
    ast::TypePtr type(P::TypeContext* ctx);
    ast::PatternPtr pattern(P::PatternContext* ctx);
    ast::PatternPtr pattern_atom(P::PatternAtomContext* ctx);
    ast::BoundVar bound_var(P::BoundVarContext* ctx);
    ast::Attributes attributes(const std::vector<P::AttributeContext*>& contexts);
    ast::Attribute attribute_body(P::AttributeBodyContext* ctx, ast::SourceRange open);
    std::vector<ast::ExprPtr> expressions(P::ExpressionsContext* ctx); // none for a null pointer
    ast::SpecClauses lambda_specs(P::LambdaContext* ctx);
    ast::StmtPtr proof_statement(P::PrefixContext* ctx); // null when the prefix is none
    struct Guard {
        std::optional<ast::GuardBinding> binding;
        ast::ExprPtr condition;
    };
    Guard guard(P::GuardContext* ctx);
    ast::ExprPtr prefix_limit(P::PrefixLimitContext* ctx); // null for a null pointer
    static ast::SourceRange end_of(const ast::QuantifierDomain& domain);

    ast::SourceRange range(const antlr4::Token* token) const;
    ast::SourceRange range(antlr4::tree::TerminalNode* node) const { return range(node->getSymbol()); }
    ast::SourceRange range(const antlr4::ParserRuleContext* ctx) const;
    static std::size_t first_type(const antlr4::ParserRuleContext* ctx) { return ctx->start->getType(); }
    ast::Ident ident(antlr4::tree::TerminalNode* node) const;
    ast::Ident ident(P::NameOrDigitsContext* ctx) const;
    ast::Ident new_name(antlr4::tree::TerminalNode* node); // reports a leading underscore, `_` alone excepted
    void error(ast::SourceRange range, std::string message);

  private:
    // ---- build_declarations.cpp
    ast::Decl finish(P::DeclarationContext* ctx, decltype(ast::Decl::node) node, ast::Attributes attributes);
    std::vector<ast::Modifier> modifiers(P::DeclarationContext* ctx);
    ast::Attribute at_attribute(P::AtAttributeContext* ctx);
    ast::ModuleDecl module_header(P::ModuleHeaderContext* ctx);
    ast::ImportDecl import(P::ImportDeclarationContext* ctx);
    ast::ExportDecl export_(P::ExportDeclarationContext* ctx);
    ast::DatatypeDecl datatype(P::DatatypeHeaderContext* ctx);
    ast::NewtypeDecl newtype(P::NewtypeHeaderContext* ctx);
    decltype(ast::Decl::node) type_header(P::TypeHeaderContext* ctx);
    ast::ClassDecl class_(P::ClassHeaderContext* ctx);
    ast::IteratorDecl iterator(P::IteratorDeclarationContext* ctx);
    ast::ConstDecl constant(P::ConstDeclarationContext* ctx);
    ast::MethodDecl method(P::MethodDeclarationContext* ctx, const std::vector<ast::Modifier>& modifiers);
    ast::FunctionDecl function(P::FunctionDeclarationContext* ctx, const std::vector<ast::Modifier>& modifiers);
    std::vector<ast::Ident> module_name(P::ModuleNameContext* ctx);
    std::vector<ast::TypePtr> extends(P::ExtendsClauseContext* ctx);                // none for a null pointer
    std::vector<ast::TypeParameter> type_parameters(P::TypeParametersContext* ctx); // none for a null pointer
    ast::Characteristics characteristics(const std::vector<P::CharacteristicsContext*>& contexts);
    ast::DatatypeConstructor datatype_constructor(P::DatatypeConstructorContext* ctx);
    ast::Formal constructor_formal(P::ConstructorFormalContext* ctx);
    std::vector<ast::Formal> formals(P::FormalsContext* ctx); // none for a null pointer
    ast::Formal formal(P::FormalContext* ctx);
    std::pair<ast::WitnessKind, ast::ExprPtr> witness(P::WitnessContext* ctx);

    // ---- build_clauses.cpp
    ast::SpecClauses clauses(const std::vector<P::ClauseContext*>& contexts);
    ast::SpecClause clause(P::ClauseContext* ctx);
    ast::SpecClauses loop_clauses(const std::vector<P::LoopClauseContext*>& contexts);
    ast::SpecClause expr_clause(ast::SpecKind kind, const antlr4::ParserRuleContext* whole, P::ClauseExprContext* ctx);
    ast::SpecClause frame_clause(ast::SpecKind kind, const antlr4::ParserRuleContext* whole, P::FramesContext* ctx);
    ast::SpecClause decreases_clause(P::DecreasesClauseContext* ctx);
    ast::ExprPtr wild_expression(P::WildExpressionContext* ctx);
    ast::FrameExpr frame(P::FrameContext* ctx);
    std::vector<ast::FrameExpr> frames(const std::vector<P::FrameContext*>& contexts);

    // ---- build_types.cpp
    ast::TypePtr type_atom(P::TypeAtomContext* ctx);
    std::vector<ast::TypePtr> type_arguments(P::TypeArgumentsContext* ctx); // none for a null pointer
    std::vector<ast::TypePtr> types(const std::vector<P::TypeContext*>& contexts);
    ast::ArrayType array_type(const ast::Ident& word);

    // ---- build_atoms.cpp
    ast::ExprPtr atom(P::AtomContext* ctx);
    ast::ExprPtr literal(P::LiteralContext* ctx);
    ast::ExprPtr text_literal(P::LiteralContext* ctx);
    ast::ExprPtr parenthesized(P::ParenthesizedContext* ctx, ast::SourceRange whole);
    ast::ExprPtr display(P::AtomContext* ctx);
    ast::ExprPtr decreases_to(const std::vector<P::ArgumentContext*>& list, std::size_t middle, ast::SourceRange whole);
    ast::ExprPtr with_suffixes(ast::ExprPtr base, const std::vector<P::SuffixContext*>& suffixes);
    ast::ExprPtr suffix(ast::ExprPtr base, P::SuffixContext* ctx);
    ast::ExprPtr bracket_suffix(ast::ExprPtr base, P::SuffixContext* ctx, ast::SourceRange whole);
    ast::ExprPtr braced_match(P::PostfixContext* ctx);
    ast::ExprPtr lone_set(P::PostfixContext* ctx);
    std::vector<ast::Argument> arguments(P::ArgumentsContext* ctx); // none for a null pointer
    std::optional<ast::Ident> at_label(P::AtLabelContext* ctx);

    // ---- build_statements.cpp, build_simple_statements.cpp
    ast::Block block(P::BlockContext* ctx);
    std::optional<ast::Block> optional_block(P::BlockContext* ctx);
    std::vector<ast::StmtPtr> items(const std::vector<P::ItemContext*>& contexts);
    class ItemGrouper;
    ast::StmtPtr statement(P::StatementContext* ctx);
    ast::StmtPtr word_statement(P::StatementContext* ctx);
    ast::StmtPtr if_(P::IfStatementContext* ctx);
    ast::StmtPtr else_(P::IfStatementContext* ctx, std::size_t next);
    ast::StmtPtr while_(P::WhileStatementContext* ctx);
    ast::StmtPtr for_(P::ForStatementContext* ctx);
    ast::StmtPtr match(P::MatchStatementContext* ctx);
    ast::StmtPtr forall(P::ForallStatementContext* ctx);
    ast::StmtPtr forall_proof(P::ForallProofContext* ctx);
    ast::GuardedCase guarded_case(P::GuardCaseContext* ctx);
    ast::MatchStmtCase match_case(P::MatchCaseContext* ctx);
    std::vector<ast::GuardedCase> guarded_cases(P::CasesBlockContext* ctx);
    std::vector<ast::MatchStmtCase> match_cases(P::CasesBlockContext* ctx);
    ast::StmtPtr variable_declaration(P::VariableDeclarationContext* ctx);
    ast::StmtPtr assignment(P::AssignmentContext* ctx);
    ast::StmtPtr with_end(ast::StmtPtr stmt, P::EndContext* ctx);
    ast::Assignment initializer(P::InitializerContext* ctx);
    ast::OrFailRhs or_fail(P::OrFailContext* ctx);
    ast::ExprPtr left_hand_side(P::LeftHandSideContext* ctx);
    ast::Rhs rhs(P::RhsContext* ctx);
    std::vector<ast::Rhs> rhss(const std::vector<P::RhsContext*>& contexts);
    ast::Rhs new_rhs(P::NewRhsContext* ctx, ast::SourceRange whole);
    ast::NewArray new_array(P::NewArrayContext* ctx, ast::TypePtr element);
    ast::StmtPtr assert_(P::AssertStatementContext* ctx);
    ast::StmtPtr assume(P::AssumeStatementContext* ctx);
    ast::StmtPtr expect(P::ExpectStatementContext* ctx);
    ast::StmtPtr reveal(P::RevealStatementContext* ctx);
    ast::StmtPtr jump(P::JumpContext* ctx);
    ast::StmtPtr calc(const antlr4::ParserRuleContext* whole, P::CalculationContext* ctx);
    ast::CalcOp calc_operator(P::CalcOperatorContext* ctx);
    ast::QuantifierDomain domain(P::DomainContext* ctx); // prefixes.cpp

    const support::SourceFile& file_;
    const Token* tokens_;
    support::DiagnosticSink& sink_;
};

} // namespace daphnia::parse
