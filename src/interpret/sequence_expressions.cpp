// See the header.
#include "interpret/sequence_expressions.h"

#include "interpret/checks.h"
#include "interpret/conditions.h"
#include "interpret/evaluation.h"
#include "interpret/frames.h"
#include "interpret/meter.h"
#include "interpret/narrowing.h"
#include "interpret/sequences.h"

#include <fmt/format.h>

namespace daphnia::interpret {

namespace {

// The length of a sequence or array, as a part of what is wrong with an index into it.
EvaluatedPart length_part(const typed::Expr& of, std::size_t length,
                          std::optional<std::size_t> dimension = std::nullopt) {
    const std::string text(of.range.text());
    const std::string array = text + ".Length" + (dimension ? std::to_string(*dimension) : std::string());
    return {of.range, typed::is_array(of.type) ? array : "|" + text + "|", std::to_string(length)};
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

std::vector<EvaluatedPart> SequenceExpressions::index_parts(const typed::Expr& index, const Value& value,
                                                            const typed::Expr& of, std::size_t length) const {
    return {checks_.part(index, value), length_part(of, length)};
}

std::size_t SequenceExpressions::checked_index(const typed::Expr& index, std::size_t length, const typed::Expr& of,
                                               std::optional<std::size_t> dimension) const {
    Value room;
    const Value& value = evaluation_.peek(index, room);
    const std::optional<std::int64_t> small = value.as_small();
    if (!small || *small < 0 || static_cast<std::size_t>(*small) >= length) {
        checks_.fail(
            {Rule::IndexRange, place_of(index), dimension ? fmt::format("index {} out of range", *dimension) : ""}, {},
            {checks_.part(index, value), length_part(of, length, dimension)});
    }
    return static_cast<std::size_t>(*small);
}

std::size_t SequenceExpressions::checked_position(const std::vector<typed::ExprPtr>& indices, Reference array,
                                                  const typed::Expr& of) const {
    std::size_t result = 0;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const std::size_t length = run_.heap().length(array, i);
        result = result * length +
                 checked_index(*indices[i], length, of, indices.size() == 1 ? std::nullopt : std::optional(i));
    }
    return result;
}

Reference SequenceExpressions::checked_array(const typed::Expr& array) const {
    Value room;
    return narrowing_.require_not_null(array, evaluation_.peek(array, room));
}

Value SequenceExpressions::operator()(const typed::SeqDisplay& node, const typed::Expr& expr) const {
    const typed::Type& element = expr.type.arguments.at(0);
    Values elements;
    elements.reserve(node.elements.size());
    for (const typed::ExprPtr& each : node.elements) {
        elements.push_back(evaluation_.eval(*each));
        narrowing_.require_fits(element, each->type, elements.back(), *each);
    }
    return Value::sequence(std::move(elements));
}

Value SequenceExpressions::operator()(const typed::SeqLength& node, const typed::Expr& expr) const {
    Value room;
    const Value& collection = evaluation_.peek(*node.seq, room);
    if (!collection.is_sequence() && length(collection) > 1 && typed::contains_functions(node.seq->type) &&
        collection.holds_functions()) {
        throw Unknown{"whether two functions are equal", expr.range};
    }
    return Value::integer(static_cast<std::int64_t>(length(collection)));
}

Value SequenceExpressions::operator()(const typed::SeqIndex& node, const typed::Expr&) const {
    Value room;
    const Value& seq = evaluation_.peek(*node.seq, room);
    return seq.elements()[checked_index(*node.index, length(seq), *node.seq)];
}

SequenceExpressions::Bounds SequenceExpressions::bounds(const typed::ExprPtr& low, const typed::ExprPtr& high,
                                                        std::size_t length, const typed::Expr& of) const {
    Bounds result{0, length};
    if (low != nullptr) {
        const Value value = evaluation_.eval(*low);
        const std::optional<std::size_t> at = position(value, 0, length);
        if (!at) {
            checks_.fail({Rule::SliceRange, place_of(*low), "lower bound out of range"}, {},
                         index_parts(*low, value, of, length));
        }
        result.low = *at;
    }
    if (high != nullptr) {
        const Value value = evaluation_.eval(*high);
        const std::optional<std::size_t> at = position(value, result.low, length);
        if (!at) {
            std::vector<EvaluatedPart> parts = index_parts(*high, value, of, length);
            if (low != nullptr) {
                parts.insert(parts.begin(), checks_.part(*low, Value::integer(static_cast<std::int64_t>(result.low))));
            }
            checks_.fail({Rule::SliceRange, place_of(*high),
                          low == nullptr ? "upper bound out of range"
                                         : "upper bound below lower bound or above length of sequence"},
                         {}, std::move(parts));
        }
        result.high = *at;
    }
    return result;
}

Value SequenceExpressions::operator()(const typed::SeqSlice& node, const typed::Expr& expr) const {
    Value room;
    const Value& seq = evaluation_.peek(*node.seq, room);
    const Bounds range = bounds(node.low, node.high, length(seq), *node.seq);
    meter_.charge(range.high - range.low, expr.range);
    return slice(seq, range.low, range.high);
}

Value SequenceExpressions::operator()(const typed::SeqUpdate& node, const typed::Expr& expr) const {
    Value room;
    const Value& seq = evaluation_.peek(*node.seq, room);
    const std::size_t at = checked_index(*node.index, length(seq), *node.seq);
    Value value = evaluation_.eval(*node.value);
    narrowing_.require_fits(node.seq->type.arguments.at(0), node.value->type, value, *node.value);
    meter_.charge(length(seq), expr.range);
    return update(seq, at, std::move(value));
}

Values SequenceExpressions::initial_elements(const IndexFunction& function, const Lengths& lengths) const {
    const std::size_t count = count_of(lengths);
    meter_.charge(count, function.body.range);
    Values elements;
    elements.reserve(count);
    for (std::size_t position = 0; position < count; ++position) {
        std::size_t rest = position;
        for (std::size_t i = lengths.size(); i-- > 0; rest /= lengths[i]) {
            (*run_.active())[*function.indices[i]] = Value::integer(static_cast<std::int64_t>(rest % lengths[i]));
        }
        if (function.domain != nullptr && run_.checking() && !evaluation_.holds(*function.domain)) {
            checks_.fail(
                {Rule::Precondition, place_of(*function.domain),
                 fmt::format("all {} indices must be in the domain of the initialization function", function.what)},
                {}, conditions_.parts_of(*function.domain));
        }
        elements.push_back(evaluation_.eval(function.body));
        narrowing_.require_fits(function.element, function.body.type, elements.back(), function.body);
    }
    for (std::size_t outside = 0; run_.checking() && outside < lengths.size(); ++outside) {
        // It has to make sense wherever it says so, also where nobody asks.
        checks_.attempt([&] {
            for (std::size_t i = 0; i < lengths.size(); ++i) {
                (*run_.active())[*function.indices[i]] =
                    Value::integer(static_cast<std::int64_t>(i == outside ? lengths[i] : 0));
            }
            if (function.domain == nullptr || evaluation_.holds(*function.domain)) {
                narrowing_.require_fits(function.element, function.body.type, evaluation_.eval(function.body),
                                        function.body);
            }
        });
    }
    return elements;
}

Value SequenceExpressions::operator()(const typed::SeqComprehension& node, const typed::Expr& expr) const {
    const Value size = evaluation_.eval(*node.size);
    if (size.as_small().value_or(size.as_integer() < 0 ? -1 : 0) < 0) {
        checks_.fail({Rule::SeqSize, place_of(*node.size), {}}, {}, {checks_.part(*node.size, size)});
    }
    if (!size.as_small()) {
        meter_.charge(static_cast<std::size_t>(-1), expr.range);
    }
    return Value::sequence(
        initial_elements({{node.variable.get()}, node.domain.get(), *node.body, expr.type.arguments.at(0), "sequence"},
                         {static_cast<std::size_t>(*size.as_small())}));
}

Value SequenceExpressions::operator()(const typed::ArrayLength& node, const typed::Expr&) const {
    const Reference array = checked_array(*node.array);
    return Value::integer(static_cast<std::int64_t>(run_.heap().length(array, node.dimension)));
}

Value SequenceExpressions::operator()(const typed::ArrayRead& node, const typed::Expr& expr) const {
    const Reference array = checked_array(*node.array);
    const std::size_t at = checked_position(node.indices, array, *node.array);
    if (run_.checking()) {
        frames_.require_readable(expr, array);
    }
    return run_.read_heap().elements(array)[at];
}

Value SequenceExpressions::operator()(const typed::ArraySlice& node, const typed::Expr& expr) const {
    const Reference array = checked_array(*node.array);
    const std::size_t length = run_.heap().elements(array).size();
    const Bounds range = bounds(node.low, node.high, length, *node.array);
    if (run_.checking()) {
        frames_.require_readable(expr, array);
    }
    meter_.charge(range.high - range.low, expr.range);
    return Value::sequence(run_.read_heap().elements(array).slice(range.low, range.high));
}

} // namespace daphnia::interpret
