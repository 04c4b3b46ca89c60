// Sequences and arrays in expressions.
#include "encode/expression_nodes.h"

namespace daphnia::encode {

using typed::Expr;

std::string index_message(std::size_t index, std::size_t count) {
    return count == 1 ? std::string() : "index " + std::to_string(index) + " out of range";
}

Term SequenceNodes::operator()(const typed::SeqDisplay& node) {
    const typed::Type type = in_.current().type;
    const logic::SeqTheory& theory = vocabulary_.sorts.seq(type);
    Term result = store_.apply(theory.empty, {});
    for (const auto& element : node.elements) {
        const Term value = in_.encode(*element);
        in_.require_fits(type.arguments.at(0), *element, value);
        result = store_.apply(theory.build, {result, value});
    }
    return result;
}

Term SequenceNodes::operator()(const typed::SeqLength& node) {
    const Term seq = in_.encode(*node.seq);
    return vocabulary_.collections.size(node.seq->type, seq);
}

Term SequenceNodes::operator()(const typed::SeqIndex& node) {
    const logic::SeqTheory& theory = vocabulary_.sorts.seq(node.seq->type);
    const Term seq = in_.encode(*node.seq);
    const Term index = in_.encode(*node.index);
    in_.require(support::Rule::IndexRange, *node.index, in_range(store_, index, store_.apply(theory.length, {seq})));
    return store_.apply(theory.at, {seq, index});
}

// 0 <= low <= high <= length, each bound reported where it stands. Missing bounds come back as null.
SequenceNodes::Bounds SequenceNodes::bounds(const typed::ExprPtr& low, const typed::ExprPtr& high, Term length) {
    Bounds result{nullptr, nullptr};
    const Term zero = store_.integer(0);
    if (low != nullptr) {
        result.low = in_.encode(*low);
        in_.require(support::Rule::SliceRange, *low,
                    store_.and_(store_.less_equal(zero, result.low), store_.less_equal(result.low, length)),
                    "lower bound out of range");
    }
    if (high != nullptr) {
        result.high = in_.encode(*high);
        in_.require(support::Rule::SliceRange, *high,
                    store_.and_(store_.less_equal(result.low == nullptr ? zero : result.low, result.high),
                                store_.less_equal(result.high, length)),
                    result.low == nullptr ? "upper bound out of range"
                                          : "upper bound below lower bound or above length of sequence");
    }
    return result;
}

Term SequenceNodes::operator()(const typed::SeqSlice& node) {
    const logic::SeqTheory& theory = vocabulary_.sorts.seq(node.seq->type);
    const Term seq = in_.encode(*node.seq);
    const Bounds range = bounds(node.low, node.high, store_.apply(theory.length, {seq}));
    Term result = seq;
    if (range.high != nullptr) {
        result = store_.apply(theory.take, {result, range.high});
    }
    if (range.low != nullptr) {
        result = store_.apply(theory.drop, {result, range.low});
    }
    return result;
}

Term SequenceNodes::operator()(const typed::SeqUpdate& node) {
    const logic::SeqTheory& theory = vocabulary_.sorts.seq(node.seq->type);
    const Term seq = in_.encode(*node.seq);
    const Term index = in_.encode(*node.index);
    in_.require(support::Rule::IndexRange, *node.index, in_range(store_, index, store_.apply(theory.length, {seq})));
    const Term value = in_.encode(*node.value);
    in_.require_fits(node.seq->type.arguments.at(0), *node.value, value);
    return store_.apply(theory.update, {seq, index, value});
}

Term SequenceNodes::operator()(const typed::SeqComprehension& node) {
    const typed::Type type = in_.current().type;
    const Term size = in_.encode(*node.size);
    const Term zero = store_.integer(0);
    in_.require(support::Rule::SeqSize, *node.size, store_.less_equal(zero, size));
    if (in_.definedness() != nullptr) {
        in_.check({{node.variable.get()}, node.domain.get(), *node.body, type.arguments.at(0), "sequence"}, {size});
    }
    const Term index = store_.fresh_variable(node.variable->name, store_.int_sort());
    scope_.values[node.variable.get()] = index;
    std::vector<CallFact> inner;
    Expressions body(vocabulary_, scope_, nullptr, &inner);
    body.push_guard(in_range(store_, index, size));
    const Term element = body.encode(*node.body);
    for (CallFact& fact : inner) {
        fact.variables.push_back(index);
        in_.record(std::move(fact));
    }
    return vocabulary_.comprehensions.sequence(type, size, index, element);
}

Term SequenceNodes::operator()(const typed::ArrayLength& node) {
    const Term array = in_.encode(*node.array);
    require_not_null(*node.array, array);
    return vocabulary_.heap.array_length(array, node.dimension);
}

Term SequenceNodes::operator()(const typed::ArrayRead& node) {
    const Expr& expr = in_.current();
    const typed::Type& type = node.array->type;
    const Term array = in_.encode(*node.array);
    require_not_null(*node.array, array);
    std::vector<Term> indices;
    for (std::size_t i = 0; i < node.indices.size(); ++i) {
        const Term index = in_.encode(*node.indices[i]);
        in_.require(support::Rule::IndexRange, *node.indices[i],
                    in_range(store_, index, vocabulary_.heap.array_length(array, i)),
                    index_message(i, node.indices.size()));
        indices.push_back(index);
    }
    if (in_.definedness() != nullptr) {
        in_.definedness()->check_read(expr, typed::elements_region(type), array, scope_, in_.guard());
    }
    return vocabulary_.heap.element(vocabulary_.heap.row(scope_.now, type, array), indices);
}

Term SequenceNodes::operator()(const typed::ArraySlice& node) {
    const Expr& expr = in_.current();
    const typed::Type& type = node.array->type;
    const Term array = in_.encode(*node.array);
    require_not_null(*node.array, array);
    const Term length = vocabulary_.heap.array_length(array);
    const Bounds range = bounds(node.low, node.high, length);
    if (in_.definedness() != nullptr) {
        in_.definedness()->check_read(expr, typed::elements_region(type), array, scope_, in_.guard());
    }
    return store_.apply(vocabulary_.sorts.seq(expr.type).slice, {vocabulary_.heap.row(scope_.now, type, array),
                                                                 range.low == nullptr ? store_.integer(0) : range.low,
                                                                 range.high == nullptr ? length : range.high});
}

} // namespace daphnia::encode
