// See the header.
#include "interpret/set_expressions.h"

#include "interpret/checks.h"
#include "interpret/collections.h"
#include "interpret/evaluation.h"
#include "interpret/meter.h"
#include "interpret/narrowing.h"
#include "interpret/quantifiers.h"
#include "interpret/sequences.h"
#include "interpret/variables.h"
#include "support/error.h"

namespace daphnia::interpret {

using typed::BinaryOp;

Value SetExpressions::set_operation(const typed::Binary& node, const Value& left, const Value& right,
                                    const typed::Expr& expr) const {
    meter_.charge(length(left) + length(right), expr.range);
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
    case BinaryOp::Merge:
        return merge(left, right);
    case BinaryOp::Remove:
        return without_keys(left, right);
    default:
        DAPHNIA_CHECK(false, "not an operator on sets");
    }
}

Value SetExpressions::operator()(const typed::SetDisplay& node, const typed::Expr& expr) const {
    const typed::Type& element = expr.type.arguments.at(0);
    Values elements;
    elements.reserve(node.elements.size());
    for (const typed::ExprPtr& each : node.elements) {
        elements.push_back(evaluation_.eval(*each));
        narrowing_.require_fits(element, each->type, elements.back(), *each);
    }
    return Value::collection(expr.type.kind, std::move(elements));
}

Value SetExpressions::operator()(const typed::SetComprehension& node, const typed::Expr& expr) const {
    Values elements;
    const Quantifiers::Coverage coverage =
        quantifiers_.enumerate(quantifiers_.restrictions(node), Quantifiers::Search::Complete, [&] {
            if (node.range == nullptr || evaluation_.holds(*node.range)) {
                meter_.charge(1, expr.range);
                elements.push_back(evaluation_.eval(*node.term));
            }
            return true;
        });
    if (coverage != Quantifiers::Coverage::All) {
        throw Unknown{"a set ranges over more values than can be tried", expr.range};
    }
    return Value::set(std::move(elements));
}

Value SetExpressions::operator()(const typed::MultisetOf& node, const typed::Expr& expr) const {
    Value room;
    const Value& collection = evaluation_.peek(*node.collection, room);
    meter_.charge(length(collection), expr.range);
    return Value::multiset(collection.elements());
}

Value SetExpressions::operator()(const typed::Multiplicity& node, const typed::Expr& expr) const {
    Value room;
    const Value& multiset = evaluation_.peek(*node.multiset, room);
    const Value element = evaluation_.eval(*node.element);
    if (element.holds_functions()) {
        throw Unknown{"whether two functions are equal", expr.range};
    }
    return Value::integer(static_cast<std::int64_t>(count(multiset, element)));
}

Value SetExpressions::operator()(const typed::MultiplicityUpdate& node, const typed::Expr& expr) const {
    Value room;
    const Value& multiset = evaluation_.peek(*node.multiset, room);
    const Value element = evaluation_.eval(*node.element);
    const Value number = evaluation_.eval(*node.count);
    if (number.as_small().value_or(number.as_integer() < 0 ? -1 : 0) < 0) {
        checks_.fail({Rule::Multiplicity, place_of(*node.count), {}}, {}, {checks_.part(*node.count, number)});
    }
    const auto times = static_cast<std::size_t>(number.as_small().value_or(-1));
    meter_.charge(times, expr.range);
    meter_.charge(length(multiset), expr.range);
    return with_count(multiset, element, times);
}

Value SetExpressions::operator()(const typed::MapDisplay& node, const typed::Expr& expr) const {
    Values entries;
    entries.reserve(node.keys.size());
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const Value key = evaluation_.eval(*node.keys[i]);
        narrowing_.require_fits(expr.type.arguments.at(0), node.keys[i]->type, key, *node.keys[i]);
        const Value value = evaluation_.eval(*node.values[i]);
        narrowing_.require_fits(expr.type.arguments.at(1), node.values[i]->type, value, *node.values[i]);
        entries.push_back(Value::tuple({key, value}));
    }
    return Value::map(std::move(entries));
}

Value SetExpressions::operator()(const typed::MapComprehension& node, const typed::Expr& expr) const {
    Values entries;
    const Quantifiers::Coverage coverage =
        quantifiers_.enumerate(quantifiers_.restrictions(node), Quantifiers::Search::Complete, [&] {
            if (node.range == nullptr || evaluation_.holds(*node.range)) {
                meter_.charge(1, expr.range);
                const Value key =
                    node.key != nullptr ? evaluation_.eval(*node.key) : variables_.read(*node.variables.front(), expr);
                entries.push_back(Value::tuple({key, evaluation_.eval(*node.value)}));
            }
            return true;
        });
    if (coverage != Quantifiers::Coverage::All) {
        throw Unknown{"a map ranges over more values than can be tried", expr.range};
    }
    Value result = Value::map(entries);
    for (const Value& entry : entries) {
        if (!(*value_for(result, entry.components().front()) == entry.components().back())) {
            checks_.fail({Rule::MapKeys, place_of(expr), {}}, {}, {});
        }
    }
    return result;
}

Value SetExpressions::operator()(const typed::MapSelect& node, const typed::Expr& expr) const {
    Value room;
    const Value& map = evaluation_.peek(*node.map, room);
    const Value key = evaluation_.eval(*node.key);
    const Value* const value = value_for(map, key);
    if (value == nullptr && key.holds_functions()) {
        throw Unknown{"whether two functions are equal", expr.range};
    }
    if (value == nullptr) {
        checks_.fail({Rule::ElementInDomain, place_of(*node.key), {}}, {},
                     {checks_.part(*node.key, key), checks_.part(*node.map, map)});
    }
    return *value;
}

Value SetExpressions::operator()(const typed::MapUpdate& node, const typed::Expr& expr) const {
    Value room;
    const Value& map = evaluation_.peek(*node.map, room);
    const Value key = evaluation_.eval(*node.key);
    const Value value = evaluation_.eval(*node.value);
    meter_.charge(length(map), expr.range);
    return with_entry(map, key, value);
}

Value SetExpressions::operator()(const typed::MapPart& node, const typed::Expr& expr) const {
    Value room;
    const Value& map = evaluation_.peek(*node.map, room);
    meter_.charge(length(map), expr.range);
    return node.kind == typed::MapPartKind::Keys     ? keys(map)
           : node.kind == typed::MapPartKind::Values ? values(map)
                                                     : items(map);
}

} // namespace daphnia::interpret
