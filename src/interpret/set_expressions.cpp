// Sets and multisets in expressions: nodes in, values out.
#include "interpret/collections.h"
#include "interpret/expressions.h"
#include "interpret/sequences.h"
#include "support/error.h"

namespace daphnia::interpret {

using typed::BinaryOp;

Value Expressions::set_operation(const typed::Binary& node, const Value& left, const Value& right) const {
    engine_.charge(length(left) + length(right), expr_.range);
    switch (node.op) {
    case BinaryOp::Union:
        return unite(left, right);
    case BinaryOp::Intersection:
        return intersect(left, right);
    case BinaryOp::Difference:
        return subtract_elements(left, right);
    case BinaryOp::Subset:
        return Value::boolean(is_subset(left, right));
    case BinaryOp::ProperSubset:
        return Value::boolean(is_proper_subset(left, right));
    case BinaryOp::Disjoint:
        return Value::boolean(are_disjoint(left, right));
    default:
        DAPHNIA_CHECK(false, "not an operator on sets");
    }
}

Value Expressions::operator()(const typed::SetDisplay& node) const {
    const typed::Type& element = expr_.type.arguments.at(0);
    Values elements;
    elements.reserve(node.elements.size());
    for (const typed::ExprPtr& expr : node.elements) {
        elements.push_back(engine_.eval(*expr));
        engine_.require_fits(element, expr->type, elements.back(), *expr);
    }
    return Value::collection(expr_.type.kind, std::move(elements));
}

Value Expressions::operator()(const typed::SetComprehension& node) const {
    Values elements;
    const Engine::Coverage coverage = engine_.enumerate(engine_.restrictions(node), Engine::Search::Complete, [&] {
        if (node.range == nullptr || engine_.holds(*node.range)) {
            engine_.charge(1, expr_.range);
            elements.push_back(engine_.eval(*node.term));
        }
        return true;
    });
    if (coverage != Engine::Coverage::All) {
        throw Unknown{"a set ranges over more values than can be tried", expr_.range};
    }
    return Value::set(std::move(elements));
}

Value Expressions::operator()(const typed::MultisetOf& node) const {
    Value room;
    const Value& collection = engine_.peek(*node.collection, room);
    engine_.charge(length(collection), expr_.range);
    return Value::multiset(collection.elements());
}

Value Expressions::operator()(const typed::Multiplicity& node) const {
    Value room;
    const Value& multiset = engine_.peek(*node.multiset, room);
    return Value::integer(static_cast<std::int64_t>(count(multiset, engine_.eval(*node.element))));
}

Value Expressions::operator()(const typed::MultiplicityUpdate& node) const {
    Value room;
    const Value& multiset = engine_.peek(*node.multiset, room);
    const Value element = engine_.eval(*node.element);
    const Value number = engine_.eval(*node.count);
    if (number.as_small().value_or(number.as_integer() < 0 ? -1 : 0) < 0) {
        engine_.fail({&rules::kMultiplicity, place_of(*node.count), {}}, {}, {engine_.part(*node.count, number)});
    }
    const auto times = static_cast<std::size_t>(number.as_small().value_or(-1));
    engine_.charge(times, expr_.range);
    engine_.charge(length(multiset), expr_.range);
    return with_count(multiset, element, times);
}

} // namespace daphnia::interpret
