// Sequences and arrays in expressions: what is read where, and whether it is there.
#include "interpret/expressions.h"

#include "interpret/sequences.h"
#include "support/error.h"

#include <fmt/format.h>

namespace daphnia::interpret {

namespace {

// The length of a sequence or array, as a part of what is wrong with an index into it.
EvaluatedPart length_part(const typed::Expr& of, std::size_t length) {
    const std::string text(of.range.text());
    return {of.range, typed::is_array(of.type) ? text + ".Length" : "|" + text + "|", std::to_string(length)};
}

std::vector<EvaluatedPart> index_parts(Engine& engine, const typed::Expr& index, const Value& value,
                                       const typed::Expr& of, std::size_t length) {
    return {engine.part(index, value), length_part(of, length)};
}

// The number as an index up to `last`, or nothing.
std::optional<std::size_t> position(const Value& value, std::size_t first, std::size_t last) {
    const std::optional<std::int64_t> small = value.as_small();
    if (!small || *small < 0) {
        return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(*small);
    return first <= index && index <= last ? std::optional(index) : std::nullopt;
}

} // namespace

bool is_scalar(const Value& number) {
    const std::optional<std::int64_t> code = number.as_small();
    return code && ((0 <= *code && *code < 0xD800) || (0xE000 <= *code && *code <= 0x10FFFF));
}

std::size_t checked_index(Engine& engine, const typed::Expr& index, std::size_t length, const typed::Expr& of) {
    Value room;
    const Value& value = engine.peek(index, room);
    const std::optional<std::int64_t> small = value.as_small();
    if (!small || *small < 0 || static_cast<std::size_t>(*small) >= length) {
        engine.fail({Rule::IndexRange, place_of(index), {}}, {}, index_parts(engine, index, value, of, length));
    }
    return static_cast<std::size_t>(*small);
}

Reference checked_array(Engine& engine, const typed::Expr& array) {
    Value room;
    const Reference reference = engine.peek(array, room).as_reference();
    if (reference.is_null()) {
        engine.fail({Rule::NonNull, place_of(array), {}}, {}, {engine.part(array, Value::reference(reference))});
    }
    return reference;
}

Value Expressions::operator()(const typed::SeqDisplay& node) const {
    const typed::Type& element = expr_.type.arguments.at(0);
    Values elements;
    elements.reserve(node.elements.size());
    for (const typed::ExprPtr& expr : node.elements) {
        elements.push_back(engine_.eval(*expr));
        engine_.require_fits(element, expr->type, elements.back(), *expr);
    }
    return Value::sequence(std::move(elements));
}

Value Expressions::operator()(const typed::SeqLength& node) const {
    Value room;
    const Value& collection = engine_.peek(*node.seq, room);
    if (!collection.is_sequence() && length(collection) > 1 && typed::contains_functions(node.seq->type) &&
        collection.holds_functions()) {
        throw Unknown{"whether two functions are equal", expr_.range};
    }
    return Value::integer(static_cast<std::int64_t>(length(collection)));
}

Value Expressions::operator()(const typed::SeqIndex& node) const {
    Value room;
    const Value& seq = engine_.peek(*node.seq, room);
    return seq.elements()[checked_index(engine_, *node.index, length(seq), *node.seq)];
}

Expressions::Bounds Expressions::bounds(const typed::ExprPtr& low, const typed::ExprPtr& high, std::size_t length,
                                        const typed::Expr& of) const {
    Bounds result{0, length};
    if (low != nullptr) {
        const Value value = engine_.eval(*low);
        const std::optional<std::size_t> at = position(value, 0, length);
        if (!at) {
            engine_.fail({Rule::SliceRange, place_of(*low), "lower bound out of range"}, {},
                         index_parts(engine_, *low, value, of, length));
        }
        result.low = *at;
    }
    if (high != nullptr) {
        const Value value = engine_.eval(*high);
        const std::optional<std::size_t> at = position(value, result.low, length);
        if (!at) {
            std::vector<EvaluatedPart> parts = index_parts(engine_, *high, value, of, length);
            if (low != nullptr) {
                parts.insert(parts.begin(), engine_.part(*low, Value::integer(static_cast<std::int64_t>(result.low))));
            }
            engine_.fail({Rule::SliceRange, place_of(*high),
                          low == nullptr ? "upper bound out of range"
                                         : "upper bound below lower bound or above length of sequence"},
                         {}, std::move(parts));
        }
        result.high = *at;
    }
    return result;
}

Value Expressions::operator()(const typed::SeqSlice& node) const {
    Value room;
    const Value& seq = engine_.peek(*node.seq, room);
    const Bounds range = bounds(node.low, node.high, length(seq), *node.seq);
    engine_.charge(range.high - range.low, expr_.range);
    return slice(seq, range.low, range.high);
}

Value Expressions::operator()(const typed::SeqUpdate& node) const {
    Value room;
    const Value& seq = engine_.peek(*node.seq, room);
    const std::size_t at = checked_index(engine_, *node.index, length(seq), *node.seq);
    Value value = engine_.eval(*node.value);
    engine_.require_fits(node.seq->type.arguments.at(0), node.value->type, value, *node.value);
    engine_.charge(length(seq), expr_.range);
    return update(seq, at, std::move(value));
}

Values initial_elements(Engine& engine, const typed::Variable& index, const typed::Expr* domain,
                        const typed::Expr& body, const typed::Type& element, std::size_t size, const char* what) {
    engine.charge(size, body.range);
    Values elements;
    elements.reserve(size);
    Activation& active = *engine.active();
    for (std::size_t i = 0; i < size; ++i) {
        active[index] = Value::integer(static_cast<std::int64_t>(i));
        if (domain != nullptr && engine.checking() && !engine.holds(*domain)) {
            engine.fail({Rule::Precondition, place_of(*domain),
                         fmt::format("all {} indices must be in the domain of the initialization function", what)},
                        {}, engine.parts_of(*domain));
        }
        elements.push_back(engine.eval(body));
        engine.require_fits(element, body.type, elements.back(), body);
    }
    if (engine.checking()) {
        // It has to make sense wherever it says so, also where nobody asks.
        engine.attempt([&] {
            active[index] = Value::integer(static_cast<std::int64_t>(size));
            if (domain == nullptr || engine.holds(*domain)) {
                engine.require_fits(element, body.type, engine.eval(body), body);
            }
        });
    }
    return elements;
}

Value Expressions::operator()(const typed::SeqComprehension& node) const {
    const Value size = engine_.eval(*node.size);
    if (size.as_small().value_or(size.as_integer() < 0 ? -1 : 0) < 0) {
        engine_.fail({Rule::SeqSize, place_of(*node.size), {}}, {}, {engine_.part(*node.size, size)});
    }
    if (!size.as_small()) {
        engine_.charge(static_cast<std::size_t>(-1), expr_.range);
    }
    return Value::sequence(initial_elements(engine_, *node.variable, node.domain.get(), *node.body,
                                            expr_.type.arguments.at(0), static_cast<std::size_t>(*size.as_small()),
                                            "sequence"));
}

Value Expressions::operator()(const typed::ArrayLength& node) const {
    const Reference array = checked_array(engine_, *node.array);
    return Value::integer(static_cast<std::int64_t>(engine_.heap().elements(array).size()));
}

Value Expressions::operator()(const typed::ArrayRead& node) const {
    const Reference array = checked_array(engine_, *node.array);
    const std::size_t at = checked_index(engine_, *node.index, engine_.heap().elements(array).size(), *node.array);
    if (engine_.checking()) {
        engine_.require_readable(expr_, array);
    }
    return engine_.read_heap().elements(array)[at];
}

Value Expressions::operator()(const typed::ArraySlice& node) const {
    const Reference array = checked_array(engine_, *node.array);
    const std::size_t length = engine_.heap().elements(array).size();
    const Bounds range = bounds(node.low, node.high, length, *node.array);
    if (engine_.checking()) {
        engine_.require_readable(expr_, array);
    }
    engine_.charge(range.high - range.low, expr_.range);
    return slice(engine_.read_heap().elements(array), range.low, range.high);
}

} // namespace daphnia::interpret
