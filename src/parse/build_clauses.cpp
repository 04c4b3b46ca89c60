// Clauses of contracts and loops, and the frames in them.
#include "parse/builder.h"

namespace daphnia::parse {

using P = DafnyParser;

ast::SpecClauses Builder::clauses(const std::vector<P::ClauseContext*>& contexts) {
    ast::SpecClauses result;
    for (auto* ctx : contexts) {
        result.push_back(clause(ctx));
    }
    return result;
}

ast::SpecClause Builder::clause(P::ClauseContext* ctx) {
    if (auto* condition = ctx->exprClause()) {
        const auto kind = condition->REQUIRES() != nullptr ? ast::SpecKind::Requires : ast::SpecKind::Ensures;
        return expr_clause(kind, condition, condition->clauseExpr());
    }
    if (auto* framed = ctx->frameClause()) {
        const auto kind = framed->READS() != nullptr ? ast::SpecKind::Reads : ast::SpecKind::Modifies;
        return frame_clause(kind, framed, framed->frames());
    }
    return decreases_clause(ctx->decreasesClause());
}

ast::SpecClauses Builder::loop_clauses(const std::vector<P::LoopClauseContext*>& contexts) {
    ast::SpecClauses result;
    for (auto* ctx : contexts) {
        if (auto* invariant = ctx->invariantClause()) {
            result.push_back(expr_clause(ast::SpecKind::Invariant, invariant, invariant->clauseExpr()));
        } else if (auto* modifies = ctx->modifiesClause()) {
            result.push_back(frame_clause(ast::SpecKind::Modifies, modifies, modifies->frames()));
        } else {
            result.push_back(decreases_clause(ctx->decreasesClause()));
        }
    }
    return result;
}

ast::SpecClause Builder::expr_clause(ast::SpecKind kind, const antlr4::ParserRuleContext* whole,
                                     P::ClauseExprContext* ctx) {
    ast::SpecClause result{range(whole), range(whole->start), kind, attributes(ctx->attribute()), std::nullopt, {}, {}};
    if (ctx->LABEL_NAME() != nullptr) {
        result.label = ident(ctx->LABEL_NAME());
    }
    result.exprs.push_back(expression(ctx->expression()));
    return result;
}

ast::SpecClause Builder::frame_clause(ast::SpecKind kind, const antlr4::ParserRuleContext* whole,
                                      P::FramesContext* ctx) {
    return {range(whole), range(whole->start), kind, attributes(ctx->attribute()), std::nullopt,
            {},           frames(ctx->frame())};
}

ast::SpecClause Builder::decreases_clause(P::DecreasesClauseContext* ctx) {
    ast::SpecClause result{
        range(ctx), range(ctx->start), ast::SpecKind::Decreases, attributes(ctx->attribute()), std::nullopt, {}, {}};
    for (auto* measure : ctx->wildExpression()) {
        result.exprs.push_back(wild_expression(measure));
    }
    return result;
}

ast::ExprPtr Builder::wild_expression(P::WildExpressionContext* ctx) {
    return ctx->STAR() != nullptr ? ast::make_expr(range(ctx), ast::Wildcard{}) : expression(ctx->expression());
}

std::vector<ast::FrameExpr> Builder::frames(const std::vector<P::FrameContext*>& contexts) {
    std::vector<ast::FrameExpr> result;
    for (auto* ctx : contexts) {
        result.push_back(frame(ctx));
    }
    return result;
}

ast::FrameExpr Builder::frame(P::FrameContext* ctx) {
    ast::FrameExpr result{range(ctx), nullptr, std::nullopt};
    if (ctx->STAR() != nullptr || ctx->STAR_STAR() != nullptr) {
        result.object = ast::make_expr(range(ctx), ast::Wildcard{ctx->STAR_STAR() != nullptr});
    } else if (ctx->expression() != nullptr) {
        result.object = expression(ctx->expression());
    }
    if (ctx->nameOrDigits() != nullptr) {
        result.field = ident(ctx->nameOrDigits());
    }
    return result;
}

// The clauses of a lambda expression, in the order in which they are written.
ast::SpecClauses Builder::lambda_specs(P::LambdaContext* ctx) {
    ast::SpecClauses result;
    for (auto* child : ctx->children) {
        if (auto* reads = dynamic_cast<P::LambdaReadsContext*>(child)) {
            result.push_back({range(reads),
                              range(reads->start),
                              ast::SpecKind::Reads,
                              attributes(reads->attribute()),
                              std::nullopt,
                              {},
                              frames(reads->frame())});
        } else if (auto* requirement = dynamic_cast<P::LambdaRequiresContext*>(child)) {
            ast::SpecClause clause{
                range(requirement), range(requirement->start), ast::SpecKind::Requires, {}, std::nullopt, {}, {}};
            clause.exprs.push_back(expression(requirement->expression()));
            result.push_back(std::move(clause));
        }
    }
    return result;
}

} // namespace daphnia::parse
