// Sets, multisets and maps in expressions: nodes in, values out.
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
    case BinaryOp::Merge:
        return merge(left, right);
    case BinaryOp::Remove:
        return without_keys(left, right);
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
    const Value element = engine_.eval(*node.element);
    if (element.holds_functions()) {
        throw Unknown{"whether two functions are equal", expr_.range};
    }
    return Value::integer(static_cast<std::int64_t>(count(multiset, element)));
}

Value Expressions::operator()(const typed::MultiplicityUpdate& node) const {
    Value room;
    const Value& multiset = engine_.peek(*node.multiset, room);
    const Value element = engine_.eval(*node.element);
    const Value number = engine_.eval(*node.count);
    if (number.as_small().value_or(number.as_integer() < 0 ? -1 : 0) < 0) {
        engine_.fail({Rule::Multiplicity, place_of(*node.count), {}}, {}, {engine_.part(*node.count, number)});
    }
    const auto times = static_cast<std::size_t>(number.as_small().value_or(-1));
    engine_.charge(times, expr_.range);
    engine_.charge(length(multiset), expr_.range);
    return with_count(multiset, element, times);
}

Value Expressions::operator()(const typed::MapDisplay& node) const {
    Values entries;
    entries.reserve(node.keys.size());
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const Value key = engine_.eval(*node.keys[i]);
        engine_.require_fits(expr_.type.arguments.at(0), node.keys[i]->type, key, *node.keys[i]);
        const Value value = engine_.eval(*node.values[i]);
        engine_.require_fits(expr_.type.arguments.at(1), node.values[i]->type, value, *node.values[i]);
        entries.push_back(Value::tuple({key, value}));
    }
    return Value::map(std::move(entries));
}

Value Expressions::operator()(const typed::MapComprehension& node) const {
    Values entries;
    const Engine::Coverage coverage = engine_.enumerate(engine_.restrictions(node), Engine::Search::Complete, [&] {
        if (node.range == nullptr || engine_.holds(*node.range)) {
            engine_.charge(1, expr_.range);
            const Value key =
                node.key != nullptr ? engine_.eval(*node.key) : engine_.read(*node.variables.front(), expr_);
            entries.push_back(Value::tuple({key, engine_.eval(*node.value)}));
        }
        return true;
    });
    if (coverage != Engine::Coverage::All) {
        throw Unknown{"a map ranges over more values than can be tried", expr_.range};
    }
    Value result = Value::map(entries);
    for (const Value& entry : entries) {
        if (!(*value_for(result, entry.components().front()) == entry.components().back())) {
            engine_.fail({Rule::MapKeys, place_of(expr_), {}}, {}, {});
        }
    }
    return result;
}

Value Expressions::operator()(const typed::MapSelect& node) const {
    Value room;
    const Value& map = engine_.peek(*node.map, room);
    const Value key = engine_.eval(*node.key);
    const Value* const value = value_for(map, key);
    if (value == nullptr && key.holds_functions()) {
        throw Unknown{"whether two functions are equal", expr_.range};
    }
    if (value == nullptr) {
        engine_.fail({Rule::ElementInDomain, place_of(*node.key), {}}, {},
                     {engine_.part(*node.key, key), engine_.part(*node.map, map)});
    }
    return *value;
}

Value Expressions::operator()(const typed::MapUpdate& node) const {
    Value room;
    const Value& map = engine_.peek(*node.map, room);
    const Value key = engine_.eval(*node.key);
    const Value value = engine_.eval(*node.value);
    engine_.charge(length(map), expr_.range);
    return with_entry(map, key, value);
}

Value Expressions::operator()(const typed::MapPart& node) const {
    Value room;
    const Value& map = engine_.peek(*node.map, room);
    engine_.charge(length(map), expr_.range);
    return node.kind == typed::MapPartKind::Keys     ? keys(map)
           : node.kind == typed::MapPartKind::Values ? values(map)
                                                     : items(map);
}

} // namespace daphnia::interpret
