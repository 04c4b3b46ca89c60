// Reals, bits, and conversions between numbers: values in, values out, or the check that breaks.
#include "interpret/engine.h"
#include "interpret/expressions.h"
#include "support/error.h"
#include "support/rules.h"
#include "typed/type_test.h"

#include <fmt/format.h>

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

Value Expressions::operator()(const typed::RealLiteral& node) const {
    return Value::real(node.value);
}

Value Expressions::operator()(const typed::Unary& node) const {
    const Value operand = engine_.eval(*node.operand);
    switch (node.op) {
    case typed::UnaryOp::Not:
        return Value::boolean(!operand.as_bool());
    case typed::UnaryOp::Negate:
        return expr_.type.kind == TypeKind::Bits ? cut(-operand.as_integer(), expr_.type.width) : negate(operand);
    case typed::UnaryOp::BitNot:
        return cut(~operand.as_integer(), expr_.type.width);
    case typed::UnaryOp::Floor:
        return Value::integer(support::floor(operand.as_real()));
    }
    DAPHNIA_CHECK(false, "unknown unary operator");
}

Value Expressions::bits_operation(const typed::Binary& node, const Value& left, const Value& right) const {
    const std::uint32_t width = node.left->type.width;
    const Integer a = left.as_integer();
    const Integer b = right.as_integer();
    if (is_shift(node.op) && (b < 0 || b > width)) {
        engine_.fail({Rule::ShiftRange, place_of(*node.right), {}}, {}, {engine_.part(*node.right, right)});
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
Value Expressions::whole_number(const typed::Expr& operand, const Value& value) const {
    if (value.is_character()) {
        return Value::integer(std::int64_t{value.as_character()});
    }
    if (!value.is_real()) {
        return value;
    }
    if (value.as_real().get_den() != 1) {
        engine_.fail({Rule::RealInteger, place_of(expr_), {}}, {}, {engine_.part(operand, value)});
    }
    return Value::integer(value.as_real().get_num());
}

Value Expressions::operator()(const typed::Convert& node) const {
    const Value operand = engine_.eval(*node.operand);
    if (node.target.kind != TypeKind::Subset) {
        return converted(node, operand, expr_.type);
    }
    const Value result = converted(node, operand, typed::base_type(node.target));
    if (engine_.checking()) { // no compiled program looks at the constraint
        engine_.attempt([&] {
            if (!engine_.belongs(result, node.target, engine_.heap())) {
                engine_.fail({Rule::Subset, place_of(expr_), typed::constraint_message(*node.target.subset)}, {},
                             {engine_.part(*node.operand, operand)});
            }
        });
    }
    return result;
}

// Between numbers: whether the conversion would succeed.
Value Expressions::operator()(const typed::TypeTest& node) const {
    const Type known = typed::known_type(*node.operand);
    const Type& from = node.operand->type;
    const Type to = typed::base_type(node.type);
    const auto runs = [](const typed::SubsetType&) { return true; };
    if (!typed::can_be_tested(known, node.type, {!engine_.checking(), runs})) {
        throw Unknown{"whether a value belongs to a type that it does not show", expr_.range};
    }
    const Value operand = engine_.eval(*node.operand);
    if (!typed::is_number(from) || !typed::is_number(to) || from.kind == to.kind) {
        const bool fits = to.kind != TypeKind::Bits || operand.as_integer() < Integer(1) << to.width;
        return Value::boolean(fits && engine_.belongs(operand, known, node.type));
    }
    if (operand.is_real() && operand.as_real().get_den() != 1) {
        return Value::boolean(false);
    }
    Value value = whole_number(*node.operand, operand);
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
    return Value::boolean(engine_.belongs(value, node.type, engine_.heap()));
}

Value Expressions::converted(const typed::Convert& node, const Value& operand, const Type& to) const {
    const Type& from = node.operand->type;
    if (!typed::is_number(from) || !typed::is_number(to) || (from.kind == to.kind && to.kind != TypeKind::Bits)) {
        if (engine_.checking() && !engine_.belongs(operand, to, engine_.heap())) {
            engine_.require_fits(to, typed::base_type(from), operand, *node.operand);
            engine_.fail({Rule::Subset, place_of(*node.operand), {}}, {}, {engine_.part(*node.operand, operand)});
        }
        return operand;
    }
    const auto fail = [&](Rule rule, SourceRange at) {
        engine_.fail({rule, at, {}}, {}, {engine_.part(*node.operand, operand)});
    };
    const Value whole = whole_number(*node.operand, operand);
    switch (to.kind) {
    case TypeKind::Real:
        return Value::real(support::Rational(whole.as_integer()));
    case TypeKind::Bits:
        if (whole.as_integer() < 0 || whole.as_integer() >= Integer(1) << to.width) {
            fail(Rule::ConversionRange, place_of(expr_));
        }
        return whole;
    case TypeKind::Char:
        if (!is_scalar(whole)) {
            fail(Rule::CharRange, place_of(expr_));
        }
        return Value::character(static_cast<char32_t>(*whole.as_small()));
    default:
        if (!engine_.belongs(whole, to, engine_.heap())) {
            fail(Rule::Subset, place_of(*node.operand));
        }
        return whole;
    }
}

} // namespace daphnia::interpret
