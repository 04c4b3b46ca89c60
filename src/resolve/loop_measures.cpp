#include "resolve/loop_measures.h"

#include "resolve/expressions.h"

namespace daphnia::resolve {

namespace {

// The operands of nested conjunctions, in order.
void conjuncts(const ast::Expr& expr, std::vector<const ast::Expr*>& out) {
    const auto* binary = std::get_if<ast::Binary>(&expr.node);
    if (binary != nullptr && binary->op == ast::BinaryOp::And) {
        conjuncts(*binary->left, out);
        conjuncts(*binary->right, out);
    } else {
        out.push_back(&expr);
    }
}

bool is_empty_display(const ast::Expr& expr) {
    const auto* sequence = std::get_if<ast::SeqDisplay>(&expr.node);
    const auto* set = std::get_if<ast::SetDisplay>(&expr.node);
    const auto* multiset = std::get_if<ast::MultisetDisplay>(&expr.node);
    const auto* map = std::get_if<ast::MapDisplay>(&expr.node);
    return (sequence != nullptr && sequence->elements.empty()) || (set != nullptr && set->elements.empty()) ||
           (multiset != nullptr && multiset->elements.empty()) || (map != nullptr && map->entries.empty());
}

} // namespace

typed::Decreases LoopMeasures::default_loop_decreases(const ast::Expr* guard, SourceRange range) {
    const Nodes::Making making(state_.nodes);
    typed::Decreases result;
    result.inferred = true;
    result.range = range;
    if (guard == nullptr) {
        return result;
    }
    inference_.advance();
    const Reporter::Mute mute(reporter());
    std::vector<const ast::Expr*> parts;
    conjuncts(*guard, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::optional<Draft> guess = distance(*parts[i]);
        if (!guess) {
            continue;
        }
        // Behind a conjunct the guess counts only where that holds: it may not even be defined elsewhere.
        if (i > 0) {
            std::optional<Draft> before;
            for (std::size_t j = 0; j < i; ++j) {
                Draft earlier = expressions_.expression(*parts[j], statement_context());
                before = before ? conjunction(range, std::move(*before), std::move(earlier)) : std::move(earlier);
            }
            const PreKind kind = inference_.head(guess->type).kind;
            Draft neutral = kind == PreKind::Seq ? make(range, range, guess->type, typed::SeqDisplay{})
                            : is_set_like(kind)  ? make(range, range, guess->type, typed::SetDisplay{})
                            : is_map(kind)       ? make(range, range, guess->type, typed::MapDisplay{})
                            : kind == PreKind::Real
                                ? make(range, range, pre(PreKind::Real), typed::RealLiteral{support::Rational(-1)})
                            : kind == PreKind::Bits ? make(range, range, guess->type, typed::IntLiteral{0})
                                                    : integer(range, -1);
            PreType type = guess->type;
            guess = make(range, range, std::move(type),
                         typed::IfThenElse{std::move(before->expr), std::move(guess->expr), std::move(neutral.expr)});
        }
        result.measures.push_back(std::move(guess->expr));
    }
    return result;
}

// How far apart; of bits the difference of bits, which has no sign.
Draft LoopMeasures::difference(const ast::Expr& larger, const ast::Expr& smaller) {
    const auto number = [&](const ast::Expr& expr) {
        Draft draft = expressions_.expression(expr, statement_context());
        const PreType type = inference_.head(draft.type);
        const PreKind kind = inference_.family_of(draft.type);
        if (kind != PreKind::Char && type.kind != PreKind::Newtype) {
            return draft;
        }
        const SourceRange range = draft.expr->range;
        const typed::Type plain = kind == PreKind::Real   ? typed::real_type()
                                  : kind == PreKind::Bits ? typed::base_type(type.subset->base)
                                                          : typed::int_type();
        Draft converted = make(range, range, value_type(plain), typed::Convert{std::move(draft.expr), plain});
        converted.expr->type = plain;
        return converted;
    };
    Draft left = number(larger);
    Draft right = number(smaller);
    const SourceRange range = larger.range;
    return binary(range, range, typed::BinaryOp::Subtract, std::move(left), std::move(right));
}

std::optional<Draft> LoopMeasures::distance(const ast::Expr& part) {
    const auto* comparison = std::get_if<ast::Binary>(&part.node);
    if (comparison == nullptr) {
        return std::nullopt;
    }
    const ast::Expr& left = *comparison->left;
    const ast::Expr& right = *comparison->right;
    Draft probe = expressions_.expression(left, statement_context());
    Draft other = expressions_.expression(right, statement_context());
    inference_.unify(probe.type, other.type);
    inference_.decide_literal(probe.type);
    const PreKind kind = inference_.family_of(probe.type);
    drop(std::move(probe.expr));
    drop(std::move(other.expr));
    const bool number = is_integral(kind) || kind == PreKind::Char || kind == PreKind::Real || kind == PreKind::Bits;
    switch (comparison->op) {
    case ast::BinaryOp::Lt:
    case ast::BinaryOp::Le:
        if (number) {
            return difference(right, left);
        }
        return is_empty_display(left) ? std::optional(expressions_.expression(right, statement_context()))
                                      : std::nullopt;
    case ast::BinaryOp::Gt:
    case ast::BinaryOp::Ge:
        return number ? std::optional(difference(left, right)) : std::nullopt;
    case ast::BinaryOp::Neq:
        if (is_collection(kind)) {
            return is_empty_display(left)    ? std::optional(expressions_.expression(right, statement_context()))
                   : is_empty_display(right) ? std::optional(expressions_.expression(left, statement_context()))
                                             : std::nullopt;
        }
        if (number) {
            Draft first = expressions_.expression(left, statement_context());
            Draft second = expressions_.expression(right, statement_context());
            if (kind == PreKind::Bits) { // a literal has as many as the other side
                inference_.unify(first.type, second.type);
            }
            Draft ordered = binary(part.range, comparison->op_range, typed::BinaryOp::LessEqual, std::move(first),
                                   std::move(second));
            Draft up = difference(right, left);
            Draft down = difference(left, right);
            PreType type = up.type;
            return make(part.range, comparison->op_range, std::move(type),
                        typed::IfThenElse{std::move(ordered.expr), std::move(up.expr), std::move(down.expr)});
        }
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace daphnia::resolve
