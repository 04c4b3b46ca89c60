// See the header.
#include "interpret/operators.h"

#include "interpret/checks.h"
#include "interpret/collections.h"
#include "interpret/evaluation.h"
#include "interpret/meter.h"
#include "interpret/number_expressions.h"
#include "interpret/sequences.h"
#include "interpret/set_expressions.h"
#include "support/error.h"

namespace daphnia::interpret {

using typed::BinaryOp;

Value Operators::operator()(const typed::Binary& node, const typed::Expr& expr) const {
    switch (node.op) {
    case BinaryOp::And:
        return Value::boolean(evaluation_.holds(*node.left) && evaluation_.holds(*node.right));
    case BinaryOp::Or:
        return Value::boolean(evaluation_.holds(*node.left) || evaluation_.holds(*node.right));
    case BinaryOp::Implies:
        return Value::boolean(!evaluation_.holds(*node.left) || evaluation_.holds(*node.right));
    default: {
        Value left_room;
        Value right_room;
        const Value& left = evaluation_.peek(*node.left, left_room);
        const Value& right = evaluation_.peek(*node.right, right_room);
        if (typed::contains_functions(node.left->type)) {
            require_comparable(node, left, right, expr);
        }
        return operation(node, left, right, expr);
    }
    }
}

void Operators::require_comparable(const typed::Binary& node, const Value& left, const Value& right,
                                   const typed::Expr& expr) const {
    const bool equality = node.op == BinaryOp::Equal || node.op == BinaryOp::NotEqual;
    if (node.op != BinaryOp::Concat && left.holds_functions() && right.holds_functions() &&
        !(equality && left == right)) {
        throw Unknown{"whether two functions are equal", expr.range};
    }
}

Value Operators::operation(const typed::Binary& node, const Value& left, const Value& right,
                           const typed::Expr& expr) const {
    const bool bits = node.left->type.kind == typed::TypeKind::Bits;
    switch (node.op) {
    case BinaryOp::And:
    case BinaryOp::Or:
    case BinaryOp::Implies:
        break;
    case BinaryOp::Equal:
        return Value::boolean(left == right);
    case BinaryOp::NotEqual:
        return Value::boolean(!(left == right));
    case BinaryOp::Less:
        return Value::boolean(compare(left, right) < 0);
    case BinaryOp::LessEqual:
        return Value::boolean(compare(left, right) <= 0);
    case BinaryOp::Greater:
        return Value::boolean(compare(left, right) > 0);
    case BinaryOp::GreaterEqual:
        return Value::boolean(compare(left, right) >= 0);
    case BinaryOp::Add:
        return bits ? numbers_.bits_operation(node, left, right) : add(left, right);
    case BinaryOp::Subtract:
        return bits ? numbers_.bits_operation(node, left, right) : subtract(left, right);
    case BinaryOp::Multiply:
        meter_.charge_product(left, right, expr.range);
        return bits ? numbers_.bits_operation(node, left, right) : multiply(left, right);
    case BinaryOp::BitAnd:
    case BinaryOp::BitOr:
    case BinaryOp::BitXor:
    case BinaryOp::ShiftLeft:
    case BinaryOp::ShiftRight:
    case BinaryOp::RotateLeft:
    case BinaryOp::RotateRight:
        return numbers_.bits_operation(node, left, right);
    case BinaryOp::Divide:
    case BinaryOp::Modulo:
        if (right.is_real() ? right.as_real() == 0 : right.as_small() == 0) {
            checks_.fail({Rule::DivisionByZero, place_of(*node.right), {}}, {}, {checks_.part(*node.right, right)});
        }
        return node.op == BinaryOp::Divide ? divide(left, right) : modulo(left, right);
    case BinaryOp::CharAdd:
    case BinaryOp::CharSubtract:
        return numbers_.character(node, left, right, expr);
    case BinaryOp::Concat:
        meter_.charge(length(left) + length(right), expr.range);
        return concat(left, right);
    case BinaryOp::Prefix:
        return Value::boolean(is_prefix(left, right));
    case BinaryOp::ProperPrefix:
        return Value::boolean(length(left) < length(right) && is_prefix(left, right));
    case BinaryOp::RankLess: {
        const std::uint64_t one = left.rank();
        if (one >= Value::kLargestRank) {
            throw Unknown{"the values to compare are too large", expr.range};
        }
        return Value::boolean(one < right.rank());
    }
    case BinaryOp::Union:
    case BinaryOp::Intersection:
    case BinaryOp::Difference:
    case BinaryOp::Subset:
    case BinaryOp::ProperSubset:
    case BinaryOp::Disjoint:
    case BinaryOp::Merge:
    case BinaryOp::Remove:
        return sets_.set_operation(node, left, right, expr);
    case BinaryOp::Member:
        return Value::boolean(is_member(right, left));
    case BinaryOp::NotMember:
        return Value::boolean(!is_member(right, left));
    }
    DAPHNIA_CHECK(false, "unknown binary operator");
}

} // namespace daphnia::interpret
