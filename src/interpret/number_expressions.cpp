// See the header.
#include "interpret/number_expressions.h"

#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/inhabitants.h"
#include "interpret/narrowing.h"
#include "support/error.h"
#include "typed/type_test.h"

namespace daphnia::interpret {

using typed::BinaryOp;

using typed::Type;

using typed::TypeKind;

namespace {

Value cut(const Integer& value, std::uint32_t width) {
    Integer kept;
    mpz_fdiv_r_2exp(kept.get_mpz_t(), value.get_mpz_t(), width);
    return Value::integer(kept);
}

Integer rotated_left(const Integer& value, unsigned long amount, std::uint32_t width) {
    return Integer(value << amount) | Integer(value >> (width - amount));
}

bool is_shift(BinaryOp op) {
    return op == BinaryOp::ShiftLeft || op == BinaryOp::ShiftRight || op == BinaryOp::RotateLeft ||
           op == BinaryOp::RotateRight;
}

} // namespace

bool is_scalar(const Value& number) {
    const std::optional<std::int64_t> code = number.as_small();
    return code && ((0 <= *code && *code < 0xD800) || (0xE000 <= *code && *code <= 0x10FFFF));
}

Value NumberExpressions::operator()(const typed::RealLiteral& node, const typed::Expr&) const {
    return Value::real(node.value);
}

Value NumberExpressions::operator()(const typed::Unary& node, const typed::Expr& expr) const {
    const Value operand = evaluation_.eval(*node.operand);
    switch (node.op) {
    case typed::UnaryOp::Not:
        return Value::boolean(!operand.as_bool());
    case typed::UnaryOp::Negate:
        return expr.type.kind == TypeKind::Bits ? cut(-operand.as_integer(), expr.type.width) : negate(operand);
    case typed::UnaryOp::BitNot:
        return cut(~operand.as_integer(), expr.type.width);
    case typed::UnaryOp::Floor:
        return Value::integer(support::floor(operand.as_real()));
    }
    DAPHNIA_CHECK(false, "unknown unary operator");
}

Value NumberExpressions::bits_operation(const typed::Binary& node, const Value& left, const Value& right) const {
    const std::uint32_t width = node.left->type.width;
    const Integer a = left.as_integer();
    const Integer b = right.as_integer();
    if (is_shift(node.op) && (b < 0 || b > width)) {
        checks_.fail({Rule::ShiftRange, place_of(*node.right), {}}, {}, {checks_.part(*node.right, right)});
    }
    switch (node.op) {
    case BinaryOp::Add:
        return cut(a + b, width);
    case BinaryOp::Subtract:
        return cut(a - b, width);
    case BinaryOp::Multiply:
        return cut(a * b, width);
    case BinaryOp::BitAnd:
        return Value::integer(Integer(a & b));
    case BinaryOp::BitOr:
        return Value::integer(Integer(a | b));
    case BinaryOp::BitXor:
        return Value::integer(Integer(a ^ b));
    case BinaryOp::ShiftLeft:
        return cut(a << b.get_ui(), width);
    case BinaryOp::ShiftRight:
        return Value::integer(Integer(a >> b.get_ui()));
    case BinaryOp::RotateLeft:
        return cut(rotated_left(a, b.get_ui(), width), width);
    case BinaryOp::RotateRight:
        return cut(rotated_left(a, width - b.get_ui(), width), width);
    default:
        DAPHNIA_CHECK(false, "no operation on bits");
    }
}

// As an integer; a real has to be one.
Value NumberExpressions::whole_number(const typed::Expr& operand, const Value& value, const typed::Expr& expr) const {
    if (value.is_character()) {
        return Value::integer(std::int64_t{value.as_character()});
    }
    if (!value.is_real()) {
        return value;
    }
    if (value.as_real().get_den() != 1) {
        checks_.fail({Rule::RealInteger, place_of(expr), {}}, {}, {checks_.part(operand, value)});
    }
    return Value::integer(value.as_real().get_num());
}

Value NumberExpressions::operator()(const typed::Convert& node, const typed::Expr& expr) const {
    const Value operand = evaluation_.eval(*node.operand);
    if (node.target.kind != TypeKind::Subset) {
        return converted(node, operand, expr.type, expr);
    }
    const Value result = converted(node, operand, typed::base_type(node.target), expr);
    if (run_.checking()) { // no compiled program looks at the constraint
        checks_.attempt([&] {
            if (!inhabitants_.belongs(result, node.target, run_.heap())) {
                checks_.fail({Rule::Subset, place_of(expr), typed::constraint_message(*node.target.subset)}, {},
                             {checks_.part(*node.operand, operand)});
            }
        });
    }
    return result;
}

// Between numbers: whether the conversion would succeed.
Value NumberExpressions::operator()(const typed::TypeTest& node, const typed::Expr& expr) const {
    const Type known = typed::known_type(*node.operand);
    const Type& from = node.operand->type;
    const Type to = typed::base_type(node.type);
    const auto runs = [](const typed::SubsetType&) { return true; };
    if (!typed::can_be_tested(known, node.type, {!run_.checking(), runs})) {
        throw Unknown{"whether a value belongs to a type that it does not show", expr.range};
    }
    const Value operand = evaluation_.eval(*node.operand);
    if (!typed::is_number(from) || !typed::is_number(to) || from.kind == to.kind) {
        const bool fits = to.kind != TypeKind::Bits || operand.as_integer() < Integer(1) << to.width;
        return Value::boolean(fits && inhabitants_.belongs(operand, known, node.type));
    }
    if (operand.is_real() && operand.as_real().get_den() != 1) {
        return Value::boolean(false);
    }
    Value value = whole_number(*node.operand, operand, expr);
    if (to.kind == TypeKind::Real) {
        value = Value::real(support::Rational(value.as_integer()));
    } else if (to.kind == TypeKind::Char) {
        if (!is_scalar(value)) {
            return Value::boolean(false);
        }
        value = Value::character(static_cast<char32_t>(*value.as_small()));
    } else if (to.kind == TypeKind::Bits && (value.as_integer() < 0 || value.as_integer() >= Integer(1) << to.width)) {
        return Value::boolean(false);
    }
    return Value::boolean(inhabitants_.belongs(value, node.type, run_.heap()));
}

Value NumberExpressions::converted(const typed::Convert& node, const Value& operand, const Type& to,
                                   const typed::Expr& expr) const {
    const Type& from = node.operand->type;
    if (!typed::is_number(from) || !typed::is_number(to) || (from.kind == to.kind && to.kind != TypeKind::Bits)) {
        // Of references a compiled program asks as well.
        if ((run_.checking() || typed::is_class(to)) && !inhabitants_.belongs(operand, to, run_.heap())) {
            narrowing_.require_fits(to, typed::base_type(from), operand, *node.operand);
            checks_.fail({Rule::Subset, place_of(*node.operand), {}}, {}, {checks_.part(*node.operand, operand)});
        }
        return operand;
    }
    const auto fail = [&](Rule rule, SourceRange at) {
        checks_.fail({rule, at, {}}, {}, {checks_.part(*node.operand, operand)});
    };
    const Value whole = whole_number(*node.operand, operand, expr);
    switch (to.kind) {
    case TypeKind::Real:
        return Value::real(support::Rational(whole.as_integer()));
    case TypeKind::Bits:
        if (whole.as_integer() < 0 || whole.as_integer() >= Integer(1) << to.width) {
            fail(Rule::ConversionRange, place_of(expr));
        }
        return whole;
    case TypeKind::Char:
        if (!is_scalar(whole)) {
            fail(Rule::CharRange, place_of(expr));
        }
        return Value::character(static_cast<char32_t>(*whole.as_small()));
    default:
        if (!inhabitants_.belongs(whole, to, run_.heap())) {
            fail(Rule::Subset, place_of(*node.operand));
        }
        return whole;
    }
}

Value NumberExpressions::character(const typed::Binary& node, const Value& left, const Value& right,
                                   const typed::Expr& expr) const {
    const std::int64_t a = left.as_character();
    const std::int64_t b = right.as_character();
    const bool sum = node.op == BinaryOp::CharAdd;
    const Value result = Value::integer(sum ? a + b : a - b);
    if (!is_scalar(result)) {
        checks_.fail({Rule::CharRange, place_of(expr), sum ? "char addition overflows" : "char subtraction underflows"},
                     {}, {checks_.part(*node.left, left), checks_.part(*node.right, right)});
    }
    return Value::character(static_cast<char32_t>(*result.as_small()));
}

} // namespace daphnia::interpret
