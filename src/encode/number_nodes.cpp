// Reals, bits, and conversions between numbers in, terms out.
#include "encode/expression_nodes.h"

#include <fmt/format.h>

namespace daphnia::encode {

using typed::BinaryOp;
using typed::Type;
using typed::TypeKind;

Term zero_of(logic::TermStore& store, const Type& type) {
    return type.kind == TypeKind::Real   ? store.real(0)
           : type.kind == TypeKind::Bits ? store.bits(0, bits_held(type))
                                         : store.integer(0);
}

Term in_range(logic::TermStore& store, Term index, Term length) {
    return store.and_(store.less_equal(store.integer(0), index), store.less(index, length));
}

// Shifts by as many bits as there are leave none; a rotation is two shifts. The width can be written with as many bits.
Term NumberNodes::shifted(const typed::Binary& node, Term left, Term right) {
    const Type& type = node.left->type;
    const Type& by = node.right->type;
    const bool rotation = node.op == BinaryOp::RotateLeft || node.op == BinaryOp::RotateRight;
    const char* const what = rotation ? "rotate" : "shift";
    const support::Integer width(type.width);
    const std::string too_far = fmt::format("{} amount must not exceed the width of the result ({})", what, type.width);
    Term amount = nullptr;
    if (by.kind == TypeKind::Bits) {
        if ((support::Integer(1) << by.width) > width + 1) { // else no amount is too large
            in_.require(support::Rule::ShiftRange, *node.right, store_.less_equal(right, store_.bits(width, by.width)),
                        too_far);
        }
        amount = store_.resize(right, bits_held(type));
    } else {
        if (by.kind != TypeKind::Nat) {
            in_.require(support::Rule::ShiftRange, *node.right, store_.less_equal(store_.integer(0), right),
                        fmt::format("{} amount must be non-negative", what));
        }
        in_.require(support::Rule::ShiftRange, *node.right, store_.less_equal(right, store_.integer(width)), too_far);
        amount = store_.to_bits(right, bits_held(type));
    }
    if (!rotation) {
        return node.op == BinaryOp::ShiftLeft ? store_.shift_left(left, amount) : store_.shift_right(left, amount);
    }
    const Term rest = store_.subtract(store_.bits(width, bits_held(type)), amount);
    const bool to_left = node.op == BinaryOp::RotateLeft;
    return store_.bit_or(store_.shift_left(left, to_left ? amount : rest),
                         store_.shift_right(left, to_left ? rest : amount));
}

// As an integer; of a real that it is one is required.
Term NumberNodes::whole_number(const typed::Expr& expr, Term value) {
    switch (expr.type.kind) {
    case TypeKind::Real: {
        const Term whole = store_.floor(value);
        in_.require(support::Rule::RealInteger, in_.current(), store_.equal(store_.to_real(whole), value));
        return whole;
    }
    case TypeKind::Bits:
        return store_.from_bits(value);
    default:
        return value;
    }
}

// What is declared of the target is asked of the value that comes out.
Term NumberNodes::operator()(const typed::Convert& node) {
    const typed::Expr& expr = in_.current();
    if (node.target.kind != TypeKind::Subset) {
        return converted(node, expr.type);
    }
    const Term result = converted(node, typed::base_type(node.target));
    in_.require(support::Rule::Subset, expr, vocabulary_.membership.is(node.target, result, nullptr),
                typed::constraint_message(*node.target.subset));
    return result;
}

// Between numbers: whether the conversion would succeed.
Term NumberNodes::operator()(const typed::TypeTest& node) {
    const Term operand = in_.encode(*node.operand);
    const Type& from = node.operand->type;
    const Type to = typed::base_type(node.type);
    const bool same = from.kind == to.kind && from.width == to.width;
    if (same || !typed::is_number(from) || !typed::is_number(to)) {
        return vocabulary_.membership.is(node.type, operand, nullptr);
    }
    Term fits = store_.true_();
    Term value = operand;
    if (from.kind == TypeKind::Real) {
        value = store_.floor(operand);
        fits = store_.equal(store_.to_real(value), operand);
    } else if (from.kind == TypeKind::Bits) {
        value = store_.from_bits(operand);
    }
    if (to.kind == TypeKind::Real) {
        value = store_.to_real(value);
    } else if (to.kind == TypeKind::Bits) {
        fits = store_.and_(fits, in_range(store_, value, store_.integer(support::Integer(1) << to.width)));
        value = store_.to_bits(value, bits_held(to));
    }
    return store_.and_(fits, vocabulary_.membership.is(node.type, value, nullptr));
}

Term NumberNodes::converted(const typed::Convert& node, const Type& to) {
    const typed::Expr& expr = in_.current();
    const Type& from = node.operand->type;
    const Term operand = in_.encode(*node.operand);
    if (!typed::is_number(from) || !typed::is_number(to) || from.kind == to.kind) {
        if (from.kind != TypeKind::Bits) {
            in_.require_fits(to, *node.operand, operand);
            return operand;
        }
        const Term result = store_.resize(operand, bits_held(to));
        in_.require(support::Rule::ConversionRange, expr,
                    to.width == 0 ? store_.equal(operand, zero_of(store_, from))
                                  : store_.equal(store_.resize(result, bits_held(from)), operand),
                    fmt::format("value to be converted might not fit in {}", typed::to_string(to)));
        return result;
    }
    const Term whole =
        to.kind == TypeKind::Real && from.kind == TypeKind::Real ? operand : whole_number(*node.operand, operand);
    switch (to.kind) {
    case TypeKind::Real:
        return store_.to_real(whole);
    case TypeKind::Bits:
        in_.require(support::Rule::ConversionRange, expr,
                    in_range(store_, whole, store_.integer(support::Integer(1) << to.width)),
                    fmt::format("value to be converted might not fit in {}", typed::to_string(to)));
        return store_.to_bits(whole, bits_held(to));
    case TypeKind::Char:
        in_.require(support::Rule::CharRange, expr, vocabulary_.membership.is(to, whole, nullptr));
        return whole;
    case TypeKind::Nat:
        if (from.kind != TypeKind::Char && from.kind != TypeKind::Bits) {
            in_.require_fits(to, *node.operand, whole);
        }
        return whole;
    default:
        return whole;
    }
}

} // namespace daphnia::encode
