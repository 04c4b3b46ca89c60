// Places, names, types, patterns and attributes of the parse tree.
#include "parse/builder.h"

#include "parse/literals.h"

#include <fmt/format.h>

#include <charconv>

namespace daphnia::parse {

using P = DafnyParser;

ast::SourceRange Builder::range(const antlr4::Token* token) const {
    const Token& own = tokens_[token->getTokenIndex()];
    return {&file_, own.begin, own.end};
}

ast::SourceRange Builder::range(const antlr4::ParserRuleContext* ctx) const {
    return support::cover(range(ctx->start), range(ctx->stop));
}

void Builder::error(ast::SourceRange range, std::string message) {
    sink_.error(support::Rule::Syntax, range, std::move(message));
}

ast::Ident Builder::ident(antlr4::tree::TerminalNode* node) const {
    const auto place = range(node);
    return {std::string(place.text()), place};
}

ast::Ident Builder::ident(P::NameOrDigitsContext* ctx) const {
    const auto place = range(ctx->getStart());
    return {std::string(place.text()), place};
}

ast::Ident Builder::new_name(antlr4::tree::TerminalNode* node) {
    ast::Ident name = ident(node);
    if (name.text.starts_with('_') && name.text != "_") {
        error(name.range, "cannot declare identifier beginning with underscore");
    }
    return name;
}

// ---- attributes

ast::Attributes Builder::attributes(const std::vector<P::AttributeContext*>& contexts) {
    ast::Attributes result;
    for (auto* ctx : contexts) {
        result.push_back(attribute_body(ctx->attributeBody(), range(ctx->LBRACE_COLON())));
    }
    return result;
}

ast::Attribute Builder::attribute_body(P::AttributeBodyContext* ctx, ast::SourceRange open) {
    ast::Attribute result{support::cover(open, range(ctx)), ident(ctx->IDENT()), {}, false};
    for (auto& value : expressions(ctx->expressions())) {
        result.arguments.push_back({std::nullopt, false, std::move(value)});
    }
    return result;
}

// ---- types

ast::TypePtr Builder::type(P::TypeContext* ctx) {
    auto* atom = ctx->typeAtom();
    if (ctx->type() == nullptr) {
        return type_atom(atom);
    }
    std::vector<ast::TypePtr> domain;
    if (atom->LPAREN() != nullptr && atom->GHOST().empty()) {
        domain = types(atom->type()); // the parentheses hold the list of parameters, not a tuple
    } else {
        domain.push_back(type_atom(atom));
    }
    const auto kind = ctx->TOTAL_ARROW() != nullptr     ? ast::ArrowKind::Total
                      : ctx->PARTIAL_ARROW() != nullptr ? ast::ArrowKind::Partial
                                                        : ast::ArrowKind::Any;
    return ast::make_type(range(ctx), ast::ArrowType{kind, std::move(domain), type(ctx->type())});
}

std::vector<ast::TypePtr> Builder::types(const std::vector<P::TypeContext*>& contexts) {
    std::vector<ast::TypePtr> result;
    for (auto* ctx : contexts) {
        result.push_back(type(ctx));
    }
    return result;
}

std::vector<ast::TypePtr> Builder::type_arguments(P::TypeArgumentsContext* ctx) {
    return ctx == nullptr ? std::vector<ast::TypePtr>{} : types(ctx->type());
}

ast::ArrayType Builder::array_type(const ast::Ident& word) {
    const bool nullable = word.text.ends_with('?');
    const std::string digits = word.text.substr(5, word.text.size() - 5 - (nullable ? 1 : 0));
    ast::ArrayType result{1, nullable, {}};
    if (!digits.empty()) {
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), result.dimensions);
        constexpr std::uint32_t kMostDimensions = 1000;
        if (parsed.ec != std::errc() || result.dimensions > kMostDimensions) {
            error(word.range, fmt::format("arrays with that many dimensions ({}) are not supported", digits));
            result.dimensions = 1;
        }
    }
    return result;
}

ast::TypePtr Builder::type_atom(P::TypeAtomContext* ctx) {
    const auto whole = range(ctx);
    const auto primitive = [&](ast::PrimitiveKind kind) { return ast::make_type(whole, ast::PrimitiveType{kind}); };
    const auto collection = [&](ast::CollectionKind kind) {
        return ast::make_type(whole, ast::CollectionType{kind, type_arguments(ctx->typeArguments())});
    };
    switch (first_type(ctx)) {
    case P::BOOL:
        return primitive(ast::PrimitiveKind::Bool);
    case P::CHAR:
        return primitive(ast::PrimitiveKind::Char);
    case P::INT:
        return primitive(ast::PrimitiveKind::Int);
    case P::NAT:
        return primitive(ast::PrimitiveKind::Nat);
    case P::REAL:
        return primitive(ast::PrimitiveKind::Real);
    case P::STRING:
        return primitive(ast::PrimitiveKind::String);
    case P::OBJECT:
        return primitive(ast::PrimitiveKind::Object);
    case P::OBJECT_Q:
        return primitive(ast::PrimitiveKind::NullableObject);
    case P::ORDINAL:
        return primitive(ast::PrimitiveKind::Ordinal);
    case P::SEQ:
        return collection(ast::CollectionKind::Seq);
    case P::SET:
        return collection(ast::CollectionKind::Set);
    case P::ISET:
        return collection(ast::CollectionKind::Iset);
    case P::MULTISET:
        return collection(ast::CollectionKind::Multiset);
    case P::MAP:
        return collection(ast::CollectionKind::Map);
    case P::IMAP:
        return collection(ast::CollectionKind::Imap);
    case P::BV: {
        const std::string_view digits = whole.text().substr(2);
        ast::BitvectorType bitvector{0};
        if (std::from_chars(digits.data(), digits.data() + digits.size(), bitvector.width).ec != std::errc()) {
            error(whole, fmt::format("bitvectors that wide ({}) are not supported", digits));
        }
        return ast::make_type(whole, bitvector);
    }
    case P::ARRAY: {
        auto array = array_type(ident(ctx->ARRAY()));
        array.arguments = type_arguments(ctx->typeArguments());
        return ast::make_type(whole, std::move(array));
    }
    case P::LPAREN: {
        auto components = types(ctx->type());
        if (components.size() == 1 && ctx->GHOST().empty()) {
            return std::move(components.front());
        }
        ast::TupleType tuple;
        bool ghost = false;
        for (auto* child : ctx->children) {
            if (antlrcpp::is<P::TypeContext*>(child)) {
                tuple.components.push_back({ghost, std::move(components[tuple.components.size()])});
                ghost = false;
            } else if (static_cast<antlr4::tree::TerminalNode*>(child)->getSymbol()->getType() == P::GHOST) {
                ghost = true;
            }
        }
        return ast::make_type(whole, std::move(tuple));
    }
    default: {
        ast::NamedType named;
        named.path.push_back({ident(ctx->IDENT()), type_arguments(ctx->typeArguments())});
        for (auto* segment : ctx->typeSegment()) {
            named.path.push_back({ident(segment->nameOrDigits()), type_arguments(segment->typeArguments())});
        }
        return ast::make_type(whole, std::move(named));
    }
    }
}

// ---- patterns and bound variables

ast::BoundVar Builder::bound_var(P::BoundVarContext* ctx) {
    return {new_name(ctx->IDENT()), ctx->type() == nullptr ? nullptr : type(ctx->type())};
}

ast::PatternPtr Builder::pattern(P::PatternContext* ctx) {
    std::vector<ast::PatternPtr> alternatives;
    for (auto* atom : ctx->patternAtom()) {
        alternatives.push_back(pattern_atom(atom));
    }
    return alternatives.size() == 1 ? std::move(alternatives.front())
                                    : ast::make_pattern(range(ctx), ast::OrPattern{std::move(alternatives)});
}

ast::PatternPtr Builder::pattern_atom(P::PatternAtomContext* ctx) {
    const auto whole = range(ctx);
    std::vector<ast::PatternPtr> parts;
    for (auto* part : ctx->pattern()) {
        parts.push_back(pattern(part));
    }
    if (ctx->IDENT() == nullptr && ctx->LPAREN() != nullptr) {
        // Patterns have no parentheses, but (p) reads as p.
        return parts.size() == 1 ? std::move(parts.front())
                                 : ast::make_pattern(whole, ast::TuplePattern{std::move(parts)});
    }
    if (ctx->LPAREN() != nullptr) {
        return ast::make_pattern(whole, ast::ConstructorPattern{ident(ctx->IDENT()), std::move(parts)});
    }
    if (ctx->IDENT() != nullptr) {
        return ast::make_pattern(
            whole, ast::NamePattern{new_name(ctx->IDENT()), ctx->type() == nullptr ? nullptr : type(ctx->type())});
    }
    auto value = literal(ctx->literal());
    if (ctx->MINUS() != nullptr) {
        value = ast::make_expr(whole, ast::Unary{ast::UnaryOp::Negate, range(ctx->MINUS()), std::move(value)});
    }
    return ast::make_pattern(whole, ast::LiteralPattern{std::move(value)});
}

} // namespace daphnia::parse
