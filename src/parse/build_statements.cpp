// Statements with statements in them.
#include "parse/builder.h"

#include <fmt/format.h>

namespace daphnia::parse {

using P = DafnyParser;

ast::Block Builder::block(P::BlockContext* ctx) {
    return {range(ctx), items(ctx->item())};
}

std::optional<ast::Block> Builder::optional_block(P::BlockContext* ctx) {
    return ctx == nullptr ? std::nullopt : std::optional(block(ctx));
}

// ---- the items of a block

// Groups the flat items of a block: statements go to the `case` before them, labels to the statement behind them.
class Builder::ItemGrouper {
  public:
    ItemGrouper(Builder& builder, const std::vector<P::ItemContext*>& items) : builder_(builder), items_(items) {}

    // Up to the end, or in a case up to the next `case`.
    std::vector<ast::StmtPtr> statements(bool in_case) {
        std::vector<ast::StmtPtr> result;
        while (position_ < items_.size()) {
            auto* item = items_[position_];
            if (is_case(item)) {
                if (in_case) {
                    return result;
                }
                builder_.error(builder_.range(item->getStart()),
                               "unexpected 'case': it belongs to no match, if or while");
                ++position_;
            } else {
                result.push_back(next_statement());
            }
        }
        return result;
    }

    std::vector<ast::GuardedCase> guarded_cases() {
        std::vector<ast::GuardedCase> result;
        while (position_ < items_.size()) {
            auto* ctx = items_[position_]->guardCase();
            if (ctx == nullptr) {
                if (expect_case(items_[position_])) {
                    return result;
                }
                continue;
            }
            ++position_;
            result.push_back(builder_.guarded_case(ctx));
            finish(result.back());
        }
        return result;
    }

    std::vector<ast::MatchStmtCase> match_cases() {
        std::vector<ast::MatchStmtCase> result;
        while (position_ < items_.size()) {
            auto* ctx = items_[position_]->matchCase();
            if (ctx == nullptr) {
                if (expect_case(items_[position_])) {
                    return result;
                }
                continue;
            }
            ++position_;
            result.push_back(builder_.match_case(ctx));
            finish(result.back());
        }
        return result;
    }

  private:
    static bool is_case(P::ItemContext* item) { return item->matchCase() != nullptr || item->guardCase() != nullptr; }

    // True for a case of another kind, which an enclosing statement takes. Anything else should not be here.
    bool expect_case(P::ItemContext* item) {
        if (is_case(item)) {
            return true;
        }
        builder_.error(builder_.range(item->getStart()), "expected 'case'");
        ++position_;
        return false;
    }

    template <typename Case>
    void finish(Case& result) {
        result.stmts = statements(true);
        if (!result.stmts.empty()) {
            result.range = support::cover(result.range, result.stmts.back()->range);
        }
    }

    ast::StmtPtr next_statement() {
        auto* item = items_[position_];
        if (item->label() != nullptr) {
            return labeled();
        }
        ++position_;
        auto* ctx = item->statement();
        auto whole = builder_.range(ctx);
        // Without braces the cases are items that follow; the first one of `if case` and `while case` is in the
        // statement.
        if (auto* match = ctx->matchStatement();
            match != nullptr && match->casesBlock() == nullptr && match->LBRACE() == nullptr) {
            ast::MatchStmt result{builder_.range(match->MATCH()),
                                  builder_.attributes(match->attribute()),
                                  builder_.expression(match->expression()),
                                  {}};
            if (position_ < items_.size() && is_case(items_[position_])) {
                result.cases = match_cases();
            }
            if (!result.cases.empty()) {
                whole = support::cover(whole, result.cases.back().range);
            }
            return ast::make_stmt(whole, std::move(result));
        }
        if (auto* choice = ctx->ifStatement(); choice != nullptr && choice->guardCase() != nullptr) {
            ast::IfCases result{builder_.range(choice->IF()), builder_.attributes(choice->attribute()), {}};
            open_guards(result.cases, choice->guardCase());
            whole = support::cover(whole, result.cases.back().range);
            return ast::make_stmt(whole, std::move(result));
        }
        if (auto* loop = ctx->whileStatement(); loop != nullptr && loop->guardCase() != nullptr) {
            ast::WhileCases result{builder_.range(loop->WHILE()),
                                   builder_.attributes(loop->attribute()),
                                   builder_.loop_clauses(loop->loopClause()),
                                   {}};
            open_guards(result.cases, loop->guardCase());
            whole = support::cover(whole, result.cases.back().range);
            return ast::make_stmt(whole, std::move(result));
        }
        return builder_.statement(ctx);
    }

    void open_guards(std::vector<ast::GuardedCase>& cases, P::GuardCaseContext* first) {
        cases.push_back(builder_.guarded_case(first));
        finish(cases.back());
        append(cases, guarded_cases());
    }

    template <typename T>
    static void append(std::vector<T>& to, std::vector<T> from) {
        for (auto& element : from) {
            to.push_back(std::move(element));
        }
    }

    ast::StmtPtr labeled() {
        ast::Labeled result;
        auto whole = builder_.range(items_[position_]);
        while (position_ < items_.size() && items_[position_]->label() != nullptr) {
            whole = support::cover(whole, builder_.range(items_[position_]));
            result.labels.push_back(builder_.ident(items_[position_]->label()->nameOrDigits()));
            ++position_;
        }
        if (position_ < items_.size() && !is_case(items_[position_])) {
            result.stmt = next_statement();
            whole = support::cover(whole, result.stmt->range);
        }
        return ast::make_stmt(whole, std::move(result));
    }

    Builder& builder_;
    const std::vector<P::ItemContext*>& items_;
    std::size_t position_ = 0;
};

std::vector<ast::StmtPtr> Builder::items(const std::vector<P::ItemContext*>& contexts) {
    return ItemGrouper(*this, contexts).statements(false);
}

std::vector<ast::GuardedCase> Builder::guarded_cases(P::CasesBlockContext* ctx) {
    return ItemGrouper(*this, ctx->item()).guarded_cases();
}

std::vector<ast::MatchStmtCase> Builder::match_cases(P::CasesBlockContext* ctx) {
    return ItemGrouper(*this, ctx->item()).match_cases();
}

ast::GuardedCase Builder::guarded_case(P::GuardCaseContext* ctx) {
    auto condition = guard(ctx->guard());
    return {range(ctx), attributes(ctx->attribute()), std::move(condition.binding), std::move(condition.condition), {}};
}

ast::MatchStmtCase Builder::match_case(P::MatchCaseContext* ctx) {
    return {range(ctx), attributes(ctx->attribute()), pattern(ctx->pattern()), {}};
}

// ---- one statement

ast::StmtPtr Builder::statement(P::StatementContext* ctx) {
    if (auto* declaration = ctx->variableDeclaration()) {
        return variable_declaration(declaration);
    }
    if (auto* update = ctx->assignment()) {
        return assignment(update);
    }
    if (auto* choice = ctx->ifStatement()) {
        return if_(choice);
    }
    if (auto* loop = ctx->whileStatement()) {
        return while_(loop);
    }
    if (auto* loop = ctx->forStatement()) {
        return for_(loop);
    }
    if (auto* choice = ctx->matchStatement()) {
        return match(choice);
    }
    if (auto* every = ctx->forallStatement()) {
        return forall(every);
    }
    if (auto* claim = ctx->assertStatement()) {
        return assert_(claim);
    }
    if (auto* assumption = ctx->assumeStatement()) {
        return assume(assumption);
    }
    if (auto* test = ctx->expectStatement()) {
        return expect(test);
    }
    if (auto* revealing = ctx->revealStatement()) {
        return reveal(revealing);
    }
    if (auto* calculation = ctx->calcStatement()) {
        return calc(calculation, calculation->calculation());
    }
    if (auto* jumping = ctx->jump()) {
        return jump(jumping);
    }
    return word_statement(ctx);
}

ast::StmtPtr Builder::word_statement(P::StatementContext* ctx) {
    const auto whole = range(ctx);
    switch (first_type(ctx)) {
    case P::BLOCK_LBRACE:
        return ast::make_stmt(whole, ast::BlockStmt{{whole, items(ctx->item())}, {}});
    case P::PRINT: {
        ast::Print result;
        for (auto* value : ctx->expression()) {
            result.exprs.push_back(expression(value));
        }
        return ast::make_stmt(whole, std::move(result));
    }
    case P::RETURN:
        return ast::make_stmt(whole, ast::Return{rhss(ctx->rhs()), attributes(ctx->attribute())});
    case P::YIELD:
        return ast::make_stmt(whole, ast::Yield{rhss(ctx->rhs())});
    case P::MODIFY:
        return ast::make_stmt(
            whole, ast::Modify{attributes(ctx->attribute()), frames(ctx->frame()), optional_block(ctx->block())});
    case P::OPAQUE: {
        ast::OpaqueBlock result{{}, block(ctx->block())};
        for (auto* clause : ctx->opaqueClause()) {
            if (auto* ensures = clause->ensuresClause()) {
                result.specs.push_back(expr_clause(ast::SpecKind::Ensures, ensures, ensures->clauseExpr()));
            } else {
                auto* modifies = clause->modifiesClause();
                result.specs.push_back(frame_clause(ast::SpecKind::Modifies, modifies, modifies->frames()));
            }
        }
        return ast::make_stmt(whole, std::move(result));
    }
    case P::NEW:
        return ast::make_stmt(whole, ast::NewDivider{});
    default:
        return ast::make_stmt(whole, ast::Skeleton{});
    }
}

// ---- compound statements

Builder::Guard Builder::guard(P::GuardContext* ctx) {
    if (auto* binding = ctx->binding()) {
        ast::GuardBinding result{{}, attributes(binding->attribute()), range(binding->SUCH_THAT())};
        result.vars.push_back(
            {new_name(binding->BINDING_IDENT()), binding->type() == nullptr ? nullptr : type(binding->type())});
        for (auto* var : binding->boundVar()) {
            result.vars.push_back(bound_var(var));
        }
        return {std::move(result), expression(binding->expression())};
    }
    if (ctx->expression() == nullptr) {
        if (ctx->ELLIPSIS() != nullptr) {
            error(range(ctx), "unsupported: '...' in place of a guard belongs to refinement");
        }
        return {std::nullopt, ast::make_expr(range(ctx), ast::Wildcard{})};
    }
    return {std::nullopt, expression(ctx->expression())};
}

ast::StmtPtr Builder::if_(P::IfStatementContext* ctx) {
    const auto whole = range(ctx);
    if (ctx->casesBlock() != nullptr) {
        return ast::make_stmt(
            whole, ast::IfCases{range(ctx->IF()), attributes(ctx->attribute()), guarded_cases(ctx->casesBlock())});
    }
    auto condition = guard(ctx->guard());
    std::vector<P::AttributeContext*> own;
    for (auto* attribute : ctx->attribute()) {
        if (attribute->start->getTokenIndex() < ctx->guard()->start->getTokenIndex()) {
            own.push_back(attribute);
        }
    }
    return ast::make_stmt(whole, ast::If{range(ctx->IF()), attributes(own), std::move(condition.binding),
                                         std::move(condition.condition), block(ctx->block(0)), else_(ctx, 0)});
}

// The `else` part behind the first `next` of the `else if` parts: these are a list in the grammar, and nested here.
ast::StmtPtr Builder::else_(P::IfStatementContext* ctx, std::size_t next) {
    if (next == ctx->elseIf().size()) {
        if (ctx->ELSE() == nullptr) {
            return nullptr;
        }
        std::vector<P::AttributeContext*> own;
        for (auto* attribute : ctx->attribute()) {
            if (attribute->start->getTokenIndex() > ctx->ELSE()->getSymbol()->getTokenIndex()) {
                own.push_back(attribute);
            }
        }
        auto body = block(ctx->block(1));
        const auto place = body.range;
        return ast::make_stmt(place, ast::BlockStmt{std::move(body), attributes(own)});
    }
    auto* part = ctx->elseIf(next);
    const auto keyword = range(part->IF());
    if (part->casesBlock() != nullptr) {
        if (next + 1 < ctx->elseIf().size() || ctx->ELSE() != nullptr) {
            error(range(part->stop), "unexpected 'else': an if with cases has none");
        }
        return ast::make_stmt(support::cover(keyword, range(part)),
                              ast::IfCases{keyword, attributes(part->attribute()), guarded_cases(part->casesBlock())});
    }
    auto condition = guard(part->guard());
    return ast::make_stmt(support::cover(keyword, range(ctx)),
                          ast::If{keyword, attributes(part->attribute()), std::move(condition.binding),
                                  std::move(condition.condition), block(part->block()), else_(ctx, next + 1)});
}

ast::StmtPtr Builder::while_(P::WhileStatementContext* ctx) {
    const auto keyword = range(ctx->WHILE());
    if (ctx->casesBlock() != nullptr) {
        return ast::make_stmt(range(ctx),
                              ast::WhileCases{keyword, attributes(ctx->attribute()), loop_clauses(ctx->loopClause()),
                                              guarded_cases(ctx->casesBlock())});
    }
    auto condition = guard(ctx->guard());
    if (condition.binding) {
        error(range(ctx->guard()), "a while statement cannot bind variables in its guard");
    }
    return ast::make_stmt(range(ctx), ast::While{keyword, attributes(ctx->attribute()), std::move(condition.condition),
                                                 loop_clauses(ctx->loopClause()), optional_block(ctx->block())});
}

ast::StmtPtr Builder::for_(P::ForStatementContext* ctx) {
    return ast::make_stmt(range(ctx), ast::For{range(ctx->FOR()), attributes(ctx->attribute()),
                                               bound_var(ctx->boundVar()), expression(ctx->expression()),
                                               ctx->TO() != nullptr, wild_expression(ctx->wildExpression()),
                                               loop_clauses(ctx->loopClause()), optional_block(ctx->block())});
}

ast::StmtPtr Builder::match(P::MatchStatementContext* ctx) {
    ast::MatchStmt result{range(ctx->MATCH()), attributes(ctx->attribute()), expression(ctx->expression()), {}};
    if (ctx->casesBlock() != nullptr) {
        result.cases = match_cases(ctx->casesBlock());
    }
    return ast::make_stmt(range(ctx), std::move(result));
}

ast::StmtPtr Builder::forall_proof(P::ForallProofContext* ctx) {
    ast::ForallStmt result{range(ctx->FORALL_PROOF()), domain(ctx->domain()), {}, block(ctx->block())};
    for (auto* ensures : ctx->ensuresClause()) {
        result.specs.push_back(expr_clause(ast::SpecKind::Ensures, ensures, ensures->clauseExpr()));
    }
    return ast::make_stmt(range(ctx), std::move(result));
}

ast::StmtPtr Builder::forall(P::ForallStatementContext* ctx) {
    ast::ForallStmt result{range(ctx->FORALL()), {}, {}, optional_block(ctx->block())};
    if (ctx->domain() != nullptr) {
        result.domain = domain(ctx->domain());
    }
    for (auto* ensures : ctx->ensuresClause()) {
        result.specs.push_back(expr_clause(ast::SpecKind::Ensures, ensures, ensures->clauseExpr()));
    }
    return ast::make_stmt(range(ctx), std::move(result));
}

} // namespace daphnia::parse
