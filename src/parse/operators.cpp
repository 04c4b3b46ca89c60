// Operators by precedence, with Dafny's rules of what may be mixed and chained.
#include "parse/operators.h"

#include <fmt/format.h>

#include <algorithm>

#include <optional>

namespace daphnia::parse {

using P = DafnyParser;

ast::ExprPtr Builder::expression(P::ExpressionContext* ctx) {
    return OperatorParser(*this, ctx).whole();
}

// ---- the list

std::size_t OperatorParser::infix() const {
    if (at_end()) {
        return 0;
    }
    if (auto* ctx = dynamic_cast<P::InfixContext*>(items_[position_])) {
        const std::size_t first = ctx->getStart()->getType();
        return first == P::DOMAIN_ATTRIBUTE ? ctx->stop->getType() : first;
    }
    auto* word = dynamic_cast<antlr4::tree::TerminalNode*>(items_[position_]);
    return word == nullptr ? 0 : word->getSymbol()->getType();
}

P::PrefixContext* OperatorParser::prefix() const {
    return at_end() ? nullptr : dynamic_cast<P::PrefixContext*>(items_[position_]);
}

ast::SourceRange OperatorParser::here() const {
    if (auto* ctx = dynamic_cast<antlr4::ParserRuleContext*>(items_[position_])) {
        return builder_.range(ctx->getStart());
    }
    return builder_.range(static_cast<antlr4::tree::TerminalNode*>(items_[position_]));
}

ast::ExprPtr OperatorParser::binary(ast::BinaryOp op, ast::SourceRange op_range, ast::ExprPtr left,
                                    ast::ExprPtr right) {
    const auto whole = support::cover(left->range, right->range);
    return ast::make_expr(whole, ast::Binary{op, op_range, std::move(left), std::move(right), nullptr});
}

ast::ExprPtr OperatorParser::whole() {
    auto result = full();
    if (!at_end()) {
        builder_.error(here(), fmt::format("unexpected '{}' in this expression", here().text()));
    }
    return result;
}

// ---- by precedence

// L(); e where L() is a call of a lemma
ast::ExprPtr OperatorParser::full() {
    auto first = equivalence();
    if (infix() == P::DECREASES_TO || infix() == P::NONINCREASES_TO) {
        auto comparison = decreases_to(std::move(first));
        const auto range = support::cover(comparison.from.front()->range, comparison.to.front()->range);
        first = ast::make_expr(range, std::move(comparison));
    }
    if (infix() != P::LEMMA_SEMI) {
        return first;
    }
    if (!std::holds_alternative<ast::Call>(first->node)) {
        builder_.error(here(), "unexpected ';': only a call of a lemma or a statement can stand before an expression");
    }
    const auto call_range = support::cover(first->range, here());
    ++position_;
    auto call = ast::make_stmt(call_range, ast::ExprStmt{std::move(first), {}});
    auto body = full();
    const auto range = support::cover(call_range, body->range);
    return ast::make_expr(range, ast::StmtExpr{std::move(call), std::move(body)});
}

bool OperatorParser::has_decreases_to(P::ExpressionContext* ctx) {
    // Behind a prefix such as `forall` the operator would be part of its body.
    const auto infixes = ctx->infix();
    return std::any_of(infixes.begin(), infixes.end(), [](P::InfixContext* infix) {
        return infix->DECREASES_TO() != nullptr || infix->NONINCREASES_TO() != nullptr;
    });
}

ast::DecreasesTo OperatorParser::decreases_to() {
    auto result = decreases_to(equivalence());
    if (!at_end()) {
        builder_.error(here(), fmt::format("unexpected '{}' in this expression", here().text()));
    }
    return result;
}

ast::DecreasesTo OperatorParser::decreases_to(ast::ExprPtr left) {
    ast::DecreasesTo result;
    result.from.push_back(std::move(left));
    if (infix() != P::DECREASES_TO && infix() != P::NONINCREASES_TO) {
        // It was part of a subexpression: (forall x :: a decreases to b)
        builder_.error(result.from.front()->range, "put parentheses around a `decreases to` inside another expression");
        result.to.push_back(ast::make_expr(result.from.front()->range, ast::BoolLit{true}));
        return result;
    }
    result.allow_no_change = infix() == P::NONINCREASES_TO;
    result.op_range = here();
    ++position_;
    result.to.push_back(equivalence());
    return result;
}

ast::ExprPtr OperatorParser::equivalence() {
    auto left = implication();
    while (infix() == P::IFF) {
        const auto op = here();
        ++position_;
        auto right = implication();
        left = binary(ast::BinaryOp::Iff, op, std::move(left), std::move(right));
    }
    return left;
}

constexpr const char* kAmbiguousImplication = "ambiguous use of ==> and <==: use parentheses to disambiguate";

ast::ExprPtr OperatorParser::implication() {
    auto left = logical();
    if (infix() == P::IMPLIES) {
        return right_implication(std::move(left));
    }
    while (infix() == P::EXPLIES || infix() == P::IMPLIES) {
        const auto op = here();
        if (infix() == P::IMPLIES) {
            builder_.error(op, kAmbiguousImplication);
        }
        ++position_;
        auto right = logical();
        left = binary(ast::BinaryOp::Explies, op, std::move(left), std::move(right));
    }
    return left;
}

// ==> associates to the right.
ast::ExprPtr OperatorParser::right_implication(ast::ExprPtr left) {
    if (infix() != P::IMPLIES && infix() != P::EXPLIES) {
        return left;
    }
    const auto op = here();
    if (infix() == P::EXPLIES) {
        builder_.error(op, kAmbiguousImplication);
    }
    ++position_;
    auto right = right_implication(logical());
    return binary(ast::BinaryOp::Implies, op, std::move(left), std::move(right));
}

// One kind of operator only; it may also stand in front of the first operand.
ast::ExprPtr OperatorParser::logical() {
    std::optional<std::size_t> kind;
    ast::SourceRange leading;
    if (auto* ctx = prefix(); ctx != nullptr && (ctx->AND() != nullptr || ctx->OR() != nullptr)) {
        kind = ctx->AND() != nullptr ? P::AND : P::OR;
        leading = here();
        ++position_;
    }
    auto left = relational();
    bool joined = false;
    while (infix() == P::AND || infix() == P::OR) {
        const auto op = here();
        const std::size_t type = infix();
        if (kind.value_or(type) != type) {
            builder_.error(op, "ambiguous use of && and ||: use parentheses to disambiguate");
        }
        kind = kind.value_or(type);
        ++position_;
        auto right = relational();
        left = binary(*kind == P::AND ? ast::BinaryOp::And : ast::BinaryOp::Or, op, std::move(left), std::move(right));
        joined = true;
    }
    if (kind && !joined) {
        // `&& e` alone is `true && e`: the operand has to be a boolean.
        const bool conjunction = *kind == P::AND;
        auto unit = ast::make_expr(leading, ast::BoolLit{conjunction});
        left = binary(conjunction ? ast::BinaryOp::And : ast::BinaryOp::Or, leading, std::move(unit), std::move(left));
    }
    return left;
}

namespace {

std::optional<ast::BinaryOp> relation(std::size_t type) {
    switch (type) {
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
    case P::IN:
        return ast::BinaryOp::In;
    case P::NOT_IN:
        return ast::BinaryOp::NotIn;
    case P::DISJOINT:
        return ast::BinaryOp::Disjoint;
    default:
        return std::nullopt;
    }
}

// Which operators may go on in a chain that began with others: Dafny's rules and messages.
class ChainRules {
  public:
    explicit ChainRules(ast::BinaryOp first) { static_cast<void>(problem_with(first, true)); }
    // Empty when `op` may come next.
    std::string problem_with(ast::BinaryOp op) { return problem_with(op, false); }

  private:
    enum class Direction { None, Ascending, Descending, Disjoint, Broken };

    std::string problem_with(ast::BinaryOp op, bool first) {
        const bool ordered =
            direction_ == Direction::None || direction_ == Direction::Ascending || direction_ == Direction::Descending;
        switch (op) {
        case ast::BinaryOp::Eq:
            return ordered ? "" : broken("chaining not allowed from the previous operator");
        case ast::BinaryOp::Neq:
            if (seen_neq_) {
                return broken("a chain cannot have more than one != operator");
            }
            seen_neq_ = true;
            return ordered ? "" : broken("this operator cannot continue this chain");
        case ast::BinaryOp::Lt:
        case ast::BinaryOp::Le:
            return go(Direction::Ascending, "this operator chain cannot continue with an ascending operator");
        case ast::BinaryOp::Gt:
        case ast::BinaryOp::Ge:
            return go(Direction::Descending, "this operator chain cannot continue with a descending operator");
        case ast::BinaryOp::Disjoint:
            if (first || direction_ == Direction::Disjoint) {
                direction_ = Direction::Disjoint;
                return "";
            }
            return broken("can only chain disjoint (!!) with itself");
        default:
            return broken("this operator cannot be part of a chain");
        }
    }

    std::string go(Direction direction, const char* message) {
        if (direction_ == Direction::None) {
            direction_ = direction;
        }
        return direction_ == direction ? "" : broken(message);
    }

    std::string broken(const char* message) {
        direction_ = Direction::Broken;
        return message;
    }

    Direction direction_ = Direction::None;
    bool seen_neq_ = false;
};

} // namespace

ast::ExprPtr OperatorParser::relational() {
    auto first = arithmetic(0);
    if (!relation(infix())) {
        return first;
    }
    ast::Chain chain;
    chain.operands.push_back(std::move(first));
    std::optional<ChainRules> rules;
    ast::ExprPtr limit;
    while (const auto op = relation(infix())) {
        const auto place = here();
        if (!rules) {
            rules.emplace(*op);
        } else if (const auto problem = rules->problem_with(*op); !problem.empty()) {
            builder_.error(place, problem);
        }
        if (auto* ctx = infix_context(); ctx->prefixLimit() != nullptr) {
            limit = builder_.prefix_limit(ctx->prefixLimit());
        }
        ++position_;
        chain.ops.push_back(*op);
        chain.op_ranges.push_back(place);
        chain.operands.push_back(arithmetic(0));
    }
    const auto range = support::cover(chain.operands.front()->range, chain.operands.back()->range);
    if (chain.ops.size() == 1) {
        return ast::make_expr(range, ast::Binary{chain.ops[0], chain.op_ranges[0], std::move(chain.operands[0]),
                                                 std::move(chain.operands[1]), std::move(limit)});
    }
    if (limit != nullptr) {
        builder_.error(range, "a prefix equality cannot be part of a chain");
    }
    return ast::make_expr(range, std::move(chain));
}

namespace {

struct ArithmeticOp {
    int precedence;
    ast::BinaryOp op;
};

std::optional<ArithmeticOp> arithmetic_op(std::size_t type) {
    switch (type) {
    case P::SHL:
        return ArithmeticOp{0, ast::BinaryOp::ShiftLeft};
    case P::SHR:
        return ArithmeticOp{0, ast::BinaryOp::ShiftRight};
    case P::PLUS:
        return ArithmeticOp{1, ast::BinaryOp::Add};
    case P::MINUS:
        return ArithmeticOp{1, ast::BinaryOp::Sub};
    case P::STAR:
        return ArithmeticOp{2, ast::BinaryOp::Mul};
    case P::SLASH:
        return ArithmeticOp{2, ast::BinaryOp::Div};
    case P::PERCENT:
        return ArithmeticOp{2, ast::BinaryOp::Mod};
    default:
        return std::nullopt;
    }
}

} // namespace

// Shifts, sums and products: all associate to the left.
ast::ExprPtr OperatorParser::arithmetic(int precedence) {
    auto left = bitwise();
    while (const auto op = arithmetic_op(infix())) {
        if (op->precedence < precedence) {
            break;
        }
        const auto place = here();
        ++position_;
        auto right = arithmetic(op->precedence + 1);
        left = binary(op->op, place, std::move(left), std::move(right));
    }
    return left;
}

// &, | and ^ have one precedence and must not be mixed.
ast::ExprPtr OperatorParser::bitwise() {
    auto left = conversion();
    std::optional<std::size_t> kind;
    bool reported = false;
    while (infix() == P::BIT_AND || infix() == P::BAR || infix() == P::BIT_XOR) {
        const std::size_t type = infix();
        const auto place = here();
        if (kind.value_or(type) != type && !reported) {
            builder_.error(place, "ambiguous use of &, |, ^: use parentheses to disambiguate");
            reported = true;
        }
        kind = type;
        ++position_;
        const auto op = type == P::BIT_AND ? ast::BinaryOp::BitAnd
                        : type == P::BAR   ? ast::BinaryOp::BitOr
                                           : ast::BinaryOp::BitXor;
        auto right = conversion();
        left = binary(op, place, std::move(left), std::move(right));
    }
    return left;
}

ast::ExprPtr OperatorParser::conversion() {
    auto operand = unary();
    while (infix() == P::AS || infix() == P::IS) {
        const bool test = infix() == P::IS;
        const auto place = here();
        auto* type = static_cast<P::TypeContext*>(items_[position_ + 1]);
        position_ += 2;
        const auto range = support::cover(operand->range, builder_.range(type));
        operand = test ? ast::make_expr(range, ast::TypeTest{std::move(operand), place, builder_.type(type)})
                       : ast::make_expr(range, ast::Conversion{std::move(operand), place, builder_.type(type)});
    }
    return operand;
}

ast::ExprPtr OperatorParser::unary() {
    auto* ctx = prefix();
    if (ctx == nullptr) {
        auto* operand = static_cast<P::PostfixContext*>(items_[position_]);
        ++position_;
        return builder_.postfix(operand);
    }
    const auto place = here();
    ++position_;
    if (ctx->MINUS() != nullptr || ctx->BANG() != nullptr) {
        const auto op = ctx->MINUS() != nullptr ? ast::UnaryOp::Negate : ast::UnaryOp::Not;
        auto operand = unary();
        const auto range = support::cover(place, operand->range);
        return ast::make_expr(range, ast::Unary{op, place, std::move(operand)});
    }
    if (ctx->AND() != nullptr || ctx->OR() != nullptr) {
        builder_.error(place, fmt::format("unexpected '{}': an operand is missing before it", place.text()));
        return unary();
    }
    return endless(ctx);
}

} // namespace daphnia::parse
