// Literals, names, displays and suffixes: the expressions below all operators.
#include "parse/builder.h"

#include "parse/literals.h"
#include "parse/operators.h"

#include <fmt/format.h>

namespace daphnia::parse {

using P = DafnyParser;

std::vector<ast::ExprPtr> Builder::expressions(P::ExpressionsContext* ctx) {
    std::vector<ast::ExprPtr> result;
    if (ctx != nullptr) {
        for (auto* element : ctx->expression()) {
            result.push_back(expression(element));
        }
    }
    return result;
}

std::vector<ast::Argument> Builder::arguments(P::ArgumentsContext* ctx) {
    std::vector<ast::Argument> result;
    if (ctx != nullptr) {
        for (auto* argument : ctx->argument()) {
            ast::Argument built{std::nullopt, argument->GHOST() != nullptr, expression(argument->expression())};
            if (argument->NAMED_ARG() != nullptr) {
                built.name = ident(argument->NAMED_ARG());
            }
            result.push_back(std::move(built));
        }
    }
    return result;
}

std::optional<ast::Ident> Builder::at_label(P::AtLabelContext* ctx) {
    return ctx == nullptr ? std::nullopt : std::optional(ident(ctx->nameOrDigits()));
}

// ---- literals

ast::ExprPtr Builder::literal(P::LiteralContext* ctx) {
    const auto whole = range(ctx);
    switch (first_type(ctx)) {
    case P::TRUE_LIT:
        return ast::make_expr(whole, ast::BoolLit{true});
    case P::FALSE_LIT:
        return ast::make_expr(whole, ast::BoolLit{false});
    case P::NULL_LIT:
        return ast::make_expr(whole, ast::NullLit{});
    case P::DIGITS:
    case P::HEX_LIT:
        return ast::make_expr(whole, ast::IntLit{integer_value(whole.text())});
    case P::REAL_LIT: {
        const auto value = real_value(whole.text());
        if (!value) {
            error(whole, "the exponent of this number is too large");
        }
        return ast::make_expr(whole, value ? ast::RealLit{value->digits, value->exponent} : ast::RealLit{0, 0});
    }
    default:
        return text_literal(ctx);
    }
}

ast::ExprPtr Builder::text_literal(P::LiteralContext* ctx) {
    const auto whole = range(ctx);
    const std::size_t quotes = first_type(ctx) == P::VERBATIM_LIT ? 2 : 1;
    if (whole.text().size() <= quotes) {
        return ast::make_expr(whole, ast::StringLit{{}, false}); // not closed: already reported
    }
    const std::string_view inside = whole.text().substr(quotes, whole.text().size() - quotes - 1);
    if (first_type(ctx) == P::VERBATIM_LIT) {
        return ast::make_expr(whole, ast::StringLit{verbatim_value(inside), true});
    }
    auto text = unescape(inside);
    if (!text.problem.empty()) {
        const auto place = whole.begin + 1 + static_cast<std::uint32_t>(text.problem_offset);
        error({&file_, place, place + 2}, std::move(text.problem));
    }
    if (first_type(ctx) == P::STRING_LIT) {
        return ast::make_expr(whole, ast::StringLit{std::move(text.value), false});
    }
    return ast::make_expr(whole, ast::CharLit{text.value.empty() ? U'\0' : text.value.front()});
}

// ---- atoms

ast::ExprPtr Builder::atom(P::AtomContext* ctx) {
    const auto whole = range(ctx);
    switch (first_type(ctx)) {
    case P::IDENT:
        return ast::make_expr(whole, ast::Name{ident(ctx->IDENT()), type_arguments(ctx->typeArguments())});
    case P::THIS:
        return ast::make_expr(whole, ast::This{});
    case P::LPAREN:
        return parenthesized(ctx->parenthesized(), whole);
    case P::BAR_OPEN:
        return ast::make_expr(whole, ast::Cardinality{expression(ctx->expression(0))});
    case P::OLD:
        return ast::make_expr(whole, ast::Old{expression(ctx->expression(0)), at_label(ctx->atLabel())});
    case P::FRESH:
        return ast::make_expr(whole, ast::Fresh{expression(ctx->expression(0)), at_label(ctx->atLabel())});
    case P::UNCHANGED:
        return ast::make_expr(whole, ast::Unchanged{frames(ctx->frame()), at_label(ctx->atLabel())});
    case P::ALLOCATED:
        return ast::make_expr(whole, ast::Allocated{expression(ctx->expression(0))});
    case P::ASSIGNED:
        return ast::make_expr(whole, ast::Assigned{expression(ctx->expression(0))});
    case P::SEQ: {
        auto types = type_arguments(ctx->typeArguments());
        if (types.size() > 1) {
            error(range(ctx->typeArguments()), "seq expects only one type argument");
        }
        return ast::make_expr(whole,
                              ast::SeqConstruction{types.empty() ? nullptr : std::move(types.front()),
                                                   expression(ctx->expression(0)), expression(ctx->expression(1))});
    }
    default:
        return ctx->literal() != nullptr ? literal(ctx->literal()) : display(ctx);
    }
}

ast::ExprPtr Builder::display(P::AtomContext* ctx) {
    const auto whole = range(ctx);
    switch (first_type(ctx)) {
    case P::LBRACKET:
        return ast::make_expr(whole, ast::SeqDisplay{expressions(ctx->expressions())});
    case P::LBRACE:
    case P::ISET_DISPLAY:
        return ast::make_expr(whole, ast::SetDisplay{ctx->ISET_DISPLAY() != nullptr, expressions(ctx->expressions())});
    case P::MULTISET:
        return ctx->LPAREN() != nullptr ? ast::make_expr(whole, ast::MultisetFrom{expression(ctx->expression(0))})
                                        : ast::make_expr(whole, ast::MultisetDisplay{expressions(ctx->expressions())});
    default: {
        ast::MapDisplay map{ctx->IMAP_DISPLAY() != nullptr, {}};
        for (auto* entry : ctx->mapEntry()) {
            map.entries.push_back({expression(entry->expression(0)), expression(entry->expression(1))});
        }
        return ast::make_expr(whole, std::move(map));
    }
    }
}

ast::ExprPtr Builder::parenthesized(P::ParenthesizedContext* ctx, ast::SourceRange whole) {
    if (ctx->STAR() != nullptr) {
        return ast::make_expr(whole, ast::Wildcard{});
    }
    if (auto* empty = ctx->DECREASES_TO_NOTHING()) {
        ast::DecreasesTo comparison{{}, {}, range(empty), range(empty).text().starts_with("nonincreases")};
        for (auto& element : arguments(ctx->arguments())) {
            comparison.from.push_back(std::move(element.value));
        }
        return ast::make_expr(whole, std::move(comparison));
    }
    if (ctx->expressions() != nullptr) {
        auto* op = ctx->DECREASES_TO() != nullptr ? ctx->DECREASES_TO() : ctx->NONINCREASES_TO();
        return ast::make_expr(
            whole, ast::DecreasesTo{{}, expressions(ctx->expressions()), range(op), ctx->DECREASES_TO() == nullptr});
    }
    // In a list of expressions `decreases to` separates two lists: (a, b decreases to c, d).
    if (ctx->arguments() != nullptr) {
        const auto list = ctx->arguments()->argument();
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (OperatorParser::has_decreases_to(list[i]->expression())) {
                return decreases_to(list, i, whole);
            }
        }
    }
    auto elements = arguments(ctx->arguments());
    if (elements.size() == 1 && !elements.front().ghost && !elements.front().name) {
        return std::move(elements.front().value);
    }
    return ast::make_expr(whole, ast::Tuple{std::move(elements)});
}

ast::ExprPtr Builder::decreases_to(const std::vector<P::ArgumentContext*>& list, std::size_t middle,
                                   ast::SourceRange whole) {
    auto result = OperatorParser(*this, list[middle]->expression()).decreases_to();
    ast::DecreasesTo joined{{}, {}, result.op_range, result.allow_no_change};
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i]->GHOST() != nullptr || list[i]->NAMED_ARG() != nullptr) {
            error(range(list[i]), "a `decreases to` expression has neither names nor `ghost` in its lists");
        }
        if (i == middle) {
            joined.from.push_back(std::move(result.from.front()));
            joined.to.push_back(std::move(result.to.front()));
        } else {
            (i < middle ? joined.from : joined.to).push_back(expression(list[i]->expression()));
        }
    }
    return ast::make_expr(whole, std::move(joined));
}

// ---- suffixes

ast::ExprPtr Builder::postfix(P::PostfixContext* ctx) {
    if (ctx->atom() != nullptr) {
        return with_suffixes(atom(ctx->atom()), ctx->suffix());
    }
    return ctx->SET_ALONE() != nullptr ? lone_set(ctx) : braced_match(ctx);
}

// set x: T
ast::ExprPtr Builder::lone_set(P::PostfixContext* ctx) {
    ast::SetComprehension result{range(ctx->SET_ALONE()).text() == "iset", {}, nullptr};
    result.domain.vars.push_back(
        {new_name(ctx->IDENT()), ctx->type() == nullptr ? nullptr : type(ctx->type()), nullptr, nullptr});
    return ast::make_expr(range(ctx), std::move(result));
}

ast::ExprPtr Builder::with_suffixes(ast::ExprPtr base, const std::vector<P::SuffixContext*>& suffixes) {
    for (auto* ctx : suffixes) {
        base = suffix(std::move(base), ctx);
    }
    return base;
}

ast::ExprPtr Builder::suffix(ast::ExprPtr base, P::SuffixContext* ctx) {
    const auto whole = support::cover(base->range, range(ctx));
    switch (first_type(ctx)) {
    case P::DOT: {
        if (ctx->nameOrDigits() != nullptr) {
            return ast::make_expr(
                whole, ast::Member{std::move(base), ident(ctx->nameOrDigits()), type_arguments(ctx->typeArguments())});
        }
        ast::DatatypeUpdate update{std::move(base), range(ctx->LPAREN()), {}};
        for (auto* part : ctx->update()) {
            update.updates.push_back({ident(part->NAMED_ARG()), expression(part->expression())});
        }
        return ast::make_expr(whole, std::move(update));
    }
    case P::LBRACKET:
        return bracket_suffix(std::move(base), ctx, whole);
    case P::HASH:
        return ast::make_expr(whole, ast::Call{std::move(base), range(ctx->LPAREN()), arguments(ctx->arguments()),
                                               std::nullopt, expression(ctx->expression(0))});
    default:
        return ast::make_expr(whole, ast::Call{std::move(base), range(ctx->LPAREN()), arguments(ctx->arguments()),
                                               at_label(ctx->atLabel()), nullptr});
    }
}

ast::ExprPtr Builder::bracket_suffix(ast::ExprPtr base, P::SuffixContext* ctx, ast::SourceRange whole) {
    const auto open = range(ctx->LBRACKET());
    const auto parts = ctx->expression();
    if (ctx->DOTDOT() != nullptr) {
        const bool has_from = ctx->children[1] != ctx->DOTDOT();
        auto* last = parts.size() > (has_from ? 1 : 0) ? parts.back() : nullptr;
        return ast::make_expr(whole, ast::Slice{std::move(base), open, has_from ? expression(parts.front()) : nullptr,
                                                last == nullptr ? nullptr : expression(last)});
    }
    if (ctx->GETS() != nullptr) {
        return ast::make_expr(whole, ast::Update{std::move(base), open, expression(parts[0]), expression(parts[1])});
    }
    std::vector<ast::ExprPtr> values;
    for (auto* part : parts) {
        values.push_back(expression(part));
    }
    const std::size_t colons = ctx->COLON().size();
    if (colons == 0) {
        return ast::make_expr(whole, ast::Index{std::move(base), open, std::move(values)});
    }
    const auto* before_close = ctx->children[ctx->children.size() - 2];
    const bool rest = antlrcpp::is<antlr4::tree::TerminalNode*>(const_cast<antlr4::tree::ParseTree*>(before_close));
    if (values.size() != colons + (rest ? 0 : 1)) {
        error(whole, "a length is missing between two colons");
    }
    return ast::make_expr(whole, ast::MultiSlice{std::move(base), open, std::move(values), rest});
}

} // namespace daphnia::parse
