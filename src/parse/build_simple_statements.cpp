// Assignments, declarations of variables, assertions, jumps and calculations.
#include "parse/builder.h"

#include <fmt/format.h>

namespace daphnia::parse {

using P = DafnyParser;

// ---- assignments

ast::ExprPtr Builder::left_hand_side(P::LeftHandSideContext* ctx) {
    ast::ExprPtr base;
    if (ctx->IDENT() != nullptr) {
        const auto place = ctx->typeArguments() == nullptr
                               ? range(ctx->IDENT())
                               : support::cover(range(ctx->IDENT()), range(ctx->typeArguments()));
        base = ast::make_expr(place, ast::Name{ident(ctx->IDENT()), type_arguments(ctx->typeArguments())});
    } else if (ctx->THIS() != nullptr) {
        base = ast::make_expr(range(ctx->THIS()), ast::This{});
    } else if (ctx->literal() != nullptr) {
        base = literal(ctx->literal());
    } else if (ctx->OLD() != nullptr) {
        base = ast::make_expr(support::cover(range(ctx->OLD()), range(ctx->RPAREN())),
                              ast::Old{expression(ctx->expression()), at_label(ctx->atLabel())});
    } else {
        base =
            parenthesized(ctx->parenthesized(), support::cover(range(ctx->STMT_LPAREN()), range(ctx->parenthesized())));
    }
    return with_suffixes(std::move(base), ctx->suffix());
}

ast::StmtPtr Builder::with_end(ast::StmtPtr stmt, P::EndContext* ctx) {
    if (ctx->block() == nullptr) {
        return stmt;
    }
    const auto whole = support::cover(stmt->range, range(ctx));
    return ast::make_stmt(whole, ast::ByProof{std::move(stmt), block(ctx->block())});
}

ast::StmtPtr Builder::assignment(P::AssignmentContext* ctx) {
    const auto whole = range(ctx);
    if (ctx->orFail() != nullptr) {
        return with_end(ast::make_stmt(whole, ast::Assign{{}, or_fail(ctx->orFail())}), ctx->end());
    }
    std::vector<ast::ExprPtr> targets;
    targets.push_back(left_hand_side(ctx->leftHandSide()));
    for (auto* target : ctx->postfix()) {
        targets.push_back(postfix(target));
    }
    auto own = attributes(ctx->attribute());
    if (ctx->initializer() == nullptr) {
        if (targets.size() > 1) {
            error(range(ctx->end()->getStart()), "expected ':=' after these left-hand sides");
        }
        return with_end(ast::make_stmt(whole, ast::ExprStmt{std::move(targets.front()), std::move(own)}), ctx->end());
    }
    if (!own.empty()) {
        error(own.front().range, "an attribute cannot stand before the operator of an assignment");
    }
    return with_end(ast::make_stmt(whole, ast::Assign{std::move(targets), initializer(ctx->initializer())}),
                    ctx->end());
}

ast::Assignment Builder::initializer(P::InitializerContext* ctx) {
    if (auto* failing = ctx->orFail()) {
        return or_fail(failing);
    }
    if (auto* choice = ctx->suchThat()) {
        ast::SuchThatRhs result{range(choice->SUCH_THAT()),
                                std::nullopt,
                                attributes(choice->attribute()),
                                expression(choice->expression()),
                                {}};
        if (choice->FAIL_KEYWORD() != nullptr) {
            result.assume = range(choice->FAIL_KEYWORD());
        }
        return result;
    }
    auto* op = ctx->GETS();
    if (op == nullptr) {
        op = ctx->ASSIGN_EQ();
        error(range(op), "an assignment is written with ':=', not '='");
    }
    return ast::AssignRhs{range(op), rhss(ctx->rhs())};
}

ast::OrFailRhs Builder::or_fail(P::OrFailContext* ctx) {
    auto keyword = ast::FailKeyword::None;
    if (ctx->FAIL_KEYWORD() != nullptr) {
        const auto word = range(ctx->FAIL_KEYWORD()).text();
        keyword = word == "expect"   ? ast::FailKeyword::Expect
                  : word == "assert" ? ast::FailKeyword::Assert
                                     : ast::FailKeyword::Assume;
    }
    auto values = rhss(ctx->rhs());
    ast::OrFailRhs result{range(ctx->OR_FAIL()), keyword, attributes(ctx->attribute()), std::move(values.front()), {}};
    for (std::size_t i = 1; i < values.size(); ++i) {
        result.rest.push_back(std::move(values[i]));
    }
    return result;
}

ast::StmtPtr Builder::variable_declaration(P::VariableDeclarationContext* ctx) {
    const auto whole = range(ctx);
    const bool ghost = ctx->GHOST() != nullptr;
    const auto targets = ctx->target();
    auto* atom = targets.front()->patternAtom();
    while (atom->IDENT() == nullptr && atom->pattern().size() == 1 && atom->pattern(0)->patternAtom().size() == 1) {
        atom = atom->pattern(0)->patternAtom(0); // var (x) := e; is var x := e;
    }
    const auto is_variable = [](P::PatternAtomContext* target) {
        return target->IDENT() != nullptr && target->LPAREN() == nullptr;
    };
    if (!is_variable(atom)) {
        auto* value = ctx->initializer();
        if (targets.size() > 1 || value == nullptr || value->GETS() == nullptr || value->rhs().size() != 1 ||
            value->rhs(0)->expression() == nullptr) {
            error(range(atom), "a pattern must be alone on the left side, with one expression on the right of ':='");
            return ast::make_stmt(whole, ast::VarDecl{ghost, {}, std::nullopt});
        }
        auto left = pattern_atom(atom);
        auto right = expression(value->rhs(0)->expression());
        return with_end(
            ast::make_stmt(whole, ast::VarPatternDecl{ghost, std::move(left), range(value->GETS()), std::move(right)}),
            ctx->end());
    }
    ast::VarDecl result{ghost, {}, std::nullopt};
    for (auto* target : targets) {
        auto* name = targets.size() == 1 ? atom : target->patternAtom();
        if (!is_variable(name)) {
            error(range(name), "a pattern must be alone on the left side of ':='");
            continue;
        }
        result.vars.push_back({attributes(target->attribute()), new_name(name->IDENT()),
                               name->type() == nullptr ? nullptr : type(name->type())});
    }
    if (ctx->initializer() != nullptr) {
        result.init = initializer(ctx->initializer());
    }
    auto own = attributes(ctx->attribute());
    if (auto* choice = result.init ? std::get_if<ast::SuchThatRhs>(&*result.init) : nullptr) {
        choice->attributes = std::move(own);
    } else if (!own.empty()) {
        error(own.front().range, "an attribute of a variable stands before its name");
    }
    return with_end(ast::make_stmt(whole, std::move(result)), ctx->end());
}

// ---- right-hand sides

std::vector<ast::Rhs> Builder::rhss(const std::vector<P::RhsContext*>& contexts) {
    std::vector<ast::Rhs> result;
    for (auto* ctx : contexts) {
        result.push_back(rhs(ctx));
    }
    return result;
}

ast::Rhs Builder::rhs(P::RhsContext* ctx) {
    const auto whole = range(ctx);
    ast::Rhs result{whole, ast::Havoc{}, {}};
    if (ctx->newRhs() != nullptr) {
        result = new_rhs(ctx->newRhs(), whole);
    } else if (ctx->expression() != nullptr) {
        result.node = expression(ctx->expression());
    }
    result.attributes = attributes(ctx->attribute());
    return result;
}

ast::Rhs Builder::new_rhs(P::NewRhsContext* ctx, ast::SourceRange whole) {
    auto named = ctx->type() == nullptr ? nullptr : type(ctx->type());
    if (ctx->newArray() != nullptr) {
        return {whole, new_array(ctx->newArray(), std::move(named)), {}};
    }
    ast::NewObject object{std::move(named), std::nullopt};
    if (ctx->LPAREN() != nullptr) {
        object.call = ast::Call{nullptr, range(ctx->LPAREN()), arguments(ctx->arguments()), {}, nullptr};
    }
    return {whole, std::move(object), {}};
}

ast::NewArray Builder::new_array(P::NewArrayContext* ctx, ast::TypePtr element) {
    ast::NewArray result{std::move(element), {}, nullptr, std::nullopt};
    const bool sized = first_type(ctx) == P::LBRACKET && ctx->children[1] != ctx->RBRACKET(0);
    const auto lists = ctx->expressions();
    std::size_t next = 0;
    if (sized) {
        result.dimensions = expressions(lists[next++]);
    }
    if (ctx->expression() != nullptr) {
        result.initializer = expression(ctx->expression());
    }
    if (ctx->LBRACKET().size() > 1) {
        result.display = expressions(next < lists.size() ? lists[next] : nullptr);
        if (result.dimensions.size() > 1) {
            error(range(ctx->LBRACKET(1)), "an initializing element display is allowed only for 1-dimensional arrays");
        }
    }
    return result;
}

// ---- assertions

ast::StmtPtr Builder::assert_(P::AssertStatementContext* ctx) {
    ast::Assert result{range(ctx->ASSERT()), attributes(ctx->attribute()), std::nullopt, nullptr,
                       optional_block(ctx->block())};
    if (ctx->LABEL_NAME() != nullptr) {
        result.label = ident(ctx->LABEL_NAME());
    }
    if (ctx->expression() == nullptr) {
        return ast::make_stmt(range(ctx), ast::Skeleton{});
    }
    result.condition = expression(ctx->expression());
    return ast::make_stmt(range(ctx), std::move(result));
}

ast::StmtPtr Builder::assume(P::AssumeStatementContext* ctx) {
    ast::Assume result{range(ctx->ASSUME()), attributes(ctx->attribute()), std::nullopt, nullptr};
    if (ctx->LABEL_NAME() != nullptr) {
        result.label = ident(ctx->LABEL_NAME());
    }
    if (ctx->expression() == nullptr) {
        return ast::make_stmt(range(ctx), ast::Skeleton{});
    }
    result.condition = expression(ctx->expression());
    return ast::make_stmt(range(ctx), std::move(result));
}

ast::StmtPtr Builder::expect(P::ExpectStatementContext* ctx) {
    if (ctx->ELLIPSIS() != nullptr) {
        return ast::make_stmt(range(ctx), ast::Skeleton{});
    }
    return ast::make_stmt(range(ctx), ast::Expect{range(ctx->EXPECT()), attributes(ctx->attribute()),
                                                  expression(ctx->expression(0)),
                                                  ctx->COMMA() == nullptr ? nullptr : expression(ctx->expression(1))});
}

ast::StmtPtr Builder::reveal(P::RevealStatementContext* ctx) {
    ast::Reveal result{ctx->HIDE() != nullptr, ctx->STAR() != nullptr, {}};
    for (auto* what : ctx->expression()) {
        result.exprs.push_back(expression(what));
    }
    return ast::make_stmt(range(ctx), std::move(result));
}

ast::StmtPtr Builder::proof_statement(P::PrefixContext* ctx) {
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
    if (auto* every = ctx->forallProof()) {
        return forall_proof(every);
    }
    return calc(ctx->calcStatement(), ctx->calcStatement()->calculation());
}

// ---- jumps and calculations

ast::StmtPtr Builder::jump(P::JumpContext* ctx) {
    ast::Jump result{ctx->CONTINUE() != nullptr, 1, std::nullopt, attributes(ctx->attribute())};
    if (ctx->nameOrDigits() != nullptr) {
        result.label = ident(ctx->nameOrDigits());
    } else {
        // break break continue: continues the third loop from inside
        result.levels = static_cast<std::uint32_t>(ctx->BREAK().size() + (result.is_continue ? 1 : 0));
    }
    return ast::make_stmt(range(ctx), std::move(result));
}

ast::ExprPtr Builder::prefix_limit(P::PrefixLimitContext* ctx) {
    return ctx == nullptr ? nullptr : expression(ctx->expression());
}

ast::CalcOp Builder::calc_operator(P::CalcOperatorContext* ctx) {
    const auto op = [&] {
        switch (first_type(ctx)) {
        case P::EQ:
            return ast::BinaryOp::Eq;
        case P::NEQ:
            return ast::BinaryOp::Neq;
        case P::LT:
            return ast::BinaryOp::Lt;
        case P::LE:
            return ast::BinaryOp::Le;
        case P::GT:
            return ast::BinaryOp::Gt;
        case P::GE:
            return ast::BinaryOp::Ge;
        case P::IFF:
            return ast::BinaryOp::Iff;
        case P::IMPLIES:
            return ast::BinaryOp::Implies;
        default:
            return ast::BinaryOp::Explies;
        }
    }();
    if (ctx->prefixLimit() != nullptr && op != ast::BinaryOp::Eq) {
        error(range(ctx), "only '==' can have a prefix limit in a calculation");
    }
    return {range(ctx->getStart()), op, prefix_limit(ctx->prefixLimit())};
}

ast::StmtPtr Builder::calc(const antlr4::ParserRuleContext* whole, P::CalculationContext* ctx) {
    ast::Calc result{range(whole->start), attributes(ctx->attribute()), std::nullopt, {}};
    if (ctx->calcOperator() != nullptr) {
        result.op = calc_operator(ctx->calcOperator());
    }
    for (auto* line : ctx->calcLine()) {
        ast::CalcLine built{expression(line->expression()), std::nullopt, {}};
        if (line->calcOperator() != nullptr) {
            built.op = calc_operator(line->calcOperator());
        }
        for (auto* hint : line->hint()) {
            if (hint->calculation() != nullptr) {
                built.hints.push_back(calc(hint, hint->calculation()));
            } else {
                built.hints.push_back(
                    ast::make_stmt(range(hint), ast::BlockStmt{{range(hint), items(hint->item())}, {}}));
            }
        }
        result.lines.push_back(std::move(built));
    }
    return ast::make_stmt(range(whole), std::move(result));
}

} // namespace daphnia::parse
