// Expressions that reach as far to the right as they can: quantifiers, comprehensions, lambda, let, if, match and
// statements in front of an expression.
#include "parse/operators.h"

#include <fmt/format.h>

namespace daphnia::parse {

using P = DafnyParser;

ast::ExprPtr OperatorParser::endless(P::PrefixContext* ctx) {
    const auto start = builder_.range(ctx->getStart());
    if (ctx->binders() != nullptr) {
        return comprehension(ctx);
    }
    if (auto* lambda = ctx->lambda()) {
        ast::Lambda result;
        if (lambda->LAMBDA_IDENT() != nullptr) {
            result.params.push_back({builder_.new_name(lambda->LAMBDA_IDENT()), nullptr});
        }
        for (auto* param : lambda->boundVar()) {
            result.params.push_back(builder_.bound_var(param));
        }
        result.specs = builder_.lambda_specs(lambda);
        result.body = full();
        const auto range = support::cover(start, result.body->range);
        return ast::make_expr(range, std::move(result));
    }
    if (ctx->IF() != nullptr) {
        auto guard = builder_.guard(ctx->guard());
        auto then_branch = builder_.expression(ctx->expression());
        auto else_branch = full();
        const auto range = support::cover(start, else_branch->range);
        return ast::make_expr(range, ast::IfExpr{std::move(guard.binding), std::move(guard.condition),
                                                 std::move(then_branch), std::move(else_branch)});
    }
    if (ctx->VAR() != nullptr) {
        return let(ctx);
    }
    if (ctx->OR_FAIL() != nullptr) {
        auto value = builder_.expression(ctx->expression());
        auto body = full();
        const auto range = support::cover(start, body->range);
        return ast::make_expr(range, ast::LetOrFail{false, nullptr, start, std::move(value), std::move(body)});
    }
    if (ctx->MATCH() != nullptr) {
        return open_match(ctx);
    }
    auto stmt = builder_.proof_statement(ctx);
    auto body = full();
    const auto range = support::cover(start, body->range);
    return ast::make_expr(range, ast::StmtExpr{std::move(stmt), std::move(body)});
}

// ---- quantifiers and comprehensions

// Adds the variables and goes on until the domain is complete. True when a `::` ended it, so that a body follows.
bool OperatorParser::binders(ast::QuantifierDomain& domain, P::BindersContext* ctx) {
    for (auto* var : ctx->boundVar()) {
        auto bound = builder_.bound_var(var);
        domain.vars.push_back({std::move(bound.name), std::move(bound.type), nullptr, nullptr});
    }
    for (auto& attribute : builder_.attributes(ctx->attribute())) {
        domain.attributes.push_back(std::move(attribute));
    }
    return continue_domain(domain, ctx->stop->getType());
}

bool OperatorParser::continue_domain(ast::QuantifierDomain& domain, std::size_t separator) {
    if (separator == P::FROM_ARROW) {
        domain.vars.back().domain = full();
        if (infix() == P::RANGE_BAR) {
            domain_attributes(domain);
            ++position_;
            separator = P::RANGE_BAR;
        }
    }
    if (separator == P::RANGE_BAR) {
        domain.vars.back().range = full();
    }
    if (separator == P::COLON_COLON) {
        return true;
    }
    if (infix() == P::BINDER_COMMA) {
        auto* next = infix_context()->binders();
        ++position_;
        return binders(domain, next);
    }
    if (infix() == P::COLON_COLON) {
        domain_attributes(domain);
        ++position_;
        return true;
    }
    return false;
}

void OperatorParser::domain_attributes(ast::QuantifierDomain& domain) {
    for (auto* attribute : infix_context()->domainAttribute()) {
        domain.attributes.push_back(
            builder_.attribute_body(attribute->attributeBody(), builder_.range(attribute->getStart())));
    }
}

void OperatorParser::rest_of_domain(ast::QuantifierDomain& domain, std::size_t separator) {
    if (continue_domain(domain, separator) || !at_end()) {
        builder_.error(at_end() ? domain.vars.back().name.range : here(), "unexpected '::' in a forall statement");
    }
}

ast::ExprPtr OperatorParser::comprehension(P::PrefixContext* ctx) {
    const std::size_t kind = ctx->getStart()->getType();
    const auto start = builder_.range(ctx->getStart());
    ast::QuantifierDomain domain;
    const bool has_body = binders(domain, ctx->binders());
    const auto end_of_domain = [&] { return builder_.end_of(domain); };
    if (kind == P::SET || kind == P::ISET) {
        if (!has_body && domain.vars.size() != 1) {
            builder_.error(start, "a set comprehension with more than one bound variable must have a term expression");
        }
        auto term = has_body ? full() : nullptr;
        const auto range = support::cover(start, term ? term->range : end_of_domain());
        return ast::make_expr(range, ast::SetComprehension{kind == P::ISET, std::move(domain), std::move(term)});
    }
    if (!has_body) {
        builder_.error(end_of_domain(), fmt::format("expected '::' and a body for this '{}'", start.text()));
        return ast::make_expr(start, ast::BoolLit{true});
    }
    auto body = full();
    if (kind == P::FORALL || kind == P::EXISTS) {
        const auto quantifier = kind == P::FORALL ? ast::QuantifierKind::Forall : ast::QuantifierKind::Exists;
        const auto range = support::cover(start, body->range);
        return ast::make_expr(range, ast::Quantifier{quantifier, std::move(domain), std::move(body)});
    }
    ast::ExprPtr key;
    if (infix() == P::MAP_GETS) {
        ++position_;
        key = std::move(body);
        body = full();
    } else if (domain.vars.size() != 1) {
        builder_.error(start, "a map comprehension with more than one bound variable must have a term expression of "
                              "the form 'Expr := Expr'");
    }
    const auto range = support::cover(start, body->range);
    return ast::make_expr(range,
                          ast::MapComprehension{kind == P::IMAP, std::move(domain), std::move(key), std::move(body)});
}

// ---- let

ast::ExprPtr OperatorParser::let(P::PrefixContext* ctx) {
    const auto start = builder_.range(ctx->getStart());
    const bool ghost = ctx->GHOST_LET() != nullptr;
    std::vector<ast::PatternPtr> patterns;
    for (auto* atom : ctx->patternAtom()) {
        patterns.push_back(builder_.pattern_atom(atom));
    }
    auto* value = ctx->letValue();
    if (value->SUCH_THAT() != nullptr) {
        ast::LetSuchThat result{
            ghost, {}, builder_.attributes(value->attribute()), builder_.expression(value->expression()), nullptr};
        for (auto* atom : ctx->patternAtom()) {
            if (atom->IDENT() == nullptr || atom->LPAREN() != nullptr) {
                builder_.error(builder_.range(atom), "the left side of ':|' must be variables, not general patterns");
                continue;
            }
            result.vars.push_back(
                {builder_.new_name(atom->IDENT()), atom->type() == nullptr ? nullptr : builder_.type(atom->type())});
        }
        result.body = full();
        const auto range = support::cover(start, result.body->range);
        return ast::make_expr(range, std::move(result));
    }
    if (value->OR_FAIL() != nullptr) {
        if (patterns.size() != 1) {
            builder_.error(builder_.range(value->OR_FAIL()), "':-' can have at most one left-hand side");
        }
        ast::LetOrFail result{ghost, std::move(patterns.front()), builder_.range(value->OR_FAIL()),
                              builder_.expression(value->expression()), nullptr};
        result.body = full();
        const auto range = support::cover(start, result.body->range);
        return ast::make_expr(range, std::move(result));
    }
    ast::Let result{ghost, std::move(patterns), builder_.expressions(value->expressions()), nullptr};
    result.body = full();
    const auto range = support::cover(start, result.body->range);
    return ast::make_expr(range, std::move(result));
}

// ---- match

// The cases of a match: the first one's head is given, and each body may be followed by the head of a next case.
std::vector<ast::MatchExprCase> OperatorParser::cases(ast::SourceRange keyword, ast::Attributes attributes,
                                                      ast::PatternPtr pattern) {
    std::vector<ast::MatchExprCase> result;
    while (true) {
        auto body = full();
        const auto range = support::cover(keyword, body->range);
        result.push_back({range, std::move(attributes), std::move(pattern), std::move(body)});
        if (infix() != P::EXPR_CASE) {
            return result;
        }
        auto* ctx = infix_context();
        ++position_;
        keyword = builder_.range(ctx->EXPR_CASE());
        attributes = builder_.attributes(ctx->attribute());
        pattern = builder_.pattern(ctx->pattern());
    }
}

ast::ExprPtr OperatorParser::open_match(P::PrefixContext* ctx) {
    auto scrutinee = builder_.expression(ctx->expression());
    auto found = cases(builder_.range(ctx->FIRST_EXPR_CASE()), builder_.attributes(ctx->attribute()),
                       builder_.pattern(ctx->pattern()));
    const auto range = support::cover(builder_.range(ctx->MATCH()), found.back().range);
    return ast::make_expr(range, ast::MatchExpr{std::move(scrutinee), std::move(found)});
}

std::vector<ast::MatchExprCase> OperatorParser::all_cases(ast::SourceRange keyword, ast::Attributes attributes,
                                                          ast::PatternPtr pattern) {
    auto found = cases(keyword, std::move(attributes), std::move(pattern));
    if (!at_end()) {
        builder_.error(here(), fmt::format("unexpected '{}' in this expression", here().text()));
    }
    return found;
}

ast::ExprPtr Builder::braced_match(P::PostfixContext* ctx) {
    if (ctx->MATCH_EMPTY() != nullptr) {
        return ast::make_expr(range(ctx), ast::MatchExpr{postfix(ctx->postfix()), {}});
    }
    ast::MatchExpr match{expression(ctx->expression(0)), {}};
    if (ctx->EXPR_CASE() != nullptr) {
        match.cases = OperatorParser(*this, ctx->expression(1))
                          .all_cases(range(ctx->EXPR_CASE()), attributes(ctx->attribute()), pattern(ctx->pattern()));
    }
    return ast::make_expr(range(ctx), std::move(match));
}

// ---- forall statements

ast::QuantifierDomain Builder::domain(P::DomainContext* ctx) {
    ast::QuantifierDomain result;
    for (auto* var : ctx->boundVar()) {
        auto bound = bound_var(var);
        result.vars.push_back({std::move(bound.name), std::move(bound.type), nullptr, nullptr});
    }
    result.attributes = attributes(ctx->attribute());
    if (ctx->expression() != nullptr) {
        const std::size_t separator = ctx->FROM_ARROW() != nullptr ? P::FROM_ARROW : P::RANGE_BAR;
        OperatorParser(*this, ctx->expression()).rest_of_domain(result, separator);
    }
    return result;
}

// The place where the text of a domain ends.
ast::SourceRange Builder::end_of(const ast::QuantifierDomain& domain) {
    const auto& last = domain.vars.back();
    return last.range != nullptr    ? last.range->range
           : last.domain != nullptr ? last.domain->range
           : last.type != nullptr   ? last.type->range
                                    : last.name.range;
}

} // namespace daphnia::parse
