// Sequences and arrays in expressions.
#include "encode/expression.h"

namespace daphnia::encode {

using support::Rule;
using typed::Expr;

Term Expressions::in_range(Term index, Term length) {
    return store_.and_(store_.less_equal(store_.integer(0), index), store_.less(index, length));
}

Term Expressions::operator()(const typed::SeqDisplay& node) {
    const typed::Type type = current_->type;
    const logic::SeqTheory& theory = vocabulary_.seq(type);
    Term result = store_.apply(theory.empty, {});
    for (const auto& element : node.elements) {
        const Term value = encode(*element);
        require_fits(type.arguments.at(0), *element, value);
        result = store_.apply(theory.build, {result, value});
    }
    return result;
}

Term Expressions::operator()(const typed::SeqLength& node) {
    const Term seq = encode(*node.seq);
    return vocabulary_.size(node.seq->type, seq);
}

Term Expressions::operator()(const typed::SeqIndex& node) {
    const logic::SeqTheory& theory = vocabulary_.seq(node.seq->type);
    const Term seq = encode(*node.seq);
    const Term index = encode(*node.index);
    require(support::Rule::IndexRange, *node.index, in_range(index, store_.apply(theory.length, {seq})));
    return store_.apply(theory.at, {seq, index});
}

// 0 <= low <= high <= length, each bound reported where it stands. Missing bounds come back as null.
Expressions::Bounds Expressions::bounds(const typed::ExprPtr& low, const typed::ExprPtr& high, Term length) {
    Bounds result{nullptr, nullptr};
    const Term zero = store_.integer(0);
    if (low != nullptr) {
        result.low = encode(*low);
        require(support::Rule::SliceRange, *low,
                store_.and_(store_.less_equal(zero, result.low), store_.less_equal(result.low, length)),
                "lower bound out of range");
    }
    if (high != nullptr) {
        result.high = encode(*high);
        require(support::Rule::SliceRange, *high,
                store_.and_(store_.less_equal(result.low == nullptr ? zero : result.low, result.high),
                            store_.less_equal(result.high, length)),
                result.low == nullptr ? "upper bound out of range"
                                      : "upper bound below lower bound or above length of sequence");
    }
    return result;
}

Term Expressions::operator()(const typed::SeqSlice& node) {
    const logic::SeqTheory& theory = vocabulary_.seq(node.seq->type);
    const Term seq = encode(*node.seq);
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

Term Expressions::operator()(const typed::SeqUpdate& node) {
    const logic::SeqTheory& theory = vocabulary_.seq(node.seq->type);
    const Term seq = encode(*node.seq);
    const Term index = encode(*node.index);
    require(support::Rule::IndexRange, *node.index, in_range(index, store_.apply(theory.length, {seq})));
    const Term value = encode(*node.value);
    require_fits(node.seq->type.arguments.at(0), *node.value, value);
    return store_.apply(theory.update, {seq, index, value});
}

void Expressions::check(const IndexFunction& function, Term size) {
    const Term any = store_.fresh_variable(function.index.name, store_.int_sort());
    scope_.values[&function.index] = any;
    const std::size_t outer = guards_.size();
    guards_.push_back(store_.less_equal(store_.integer(0), any));
    if (function.domain != nullptr) {
        const Term domain = encode(*function.domain);
        guards_.push_back(in_range(any, size));
        require(support::Rule::Precondition, *function.domain, domain,
                std::string("all ") + function.what + " indices must be in the domain of the initialization function");
        guards_.pop_back();
        guards_.push_back(domain);
    }
    require_fits(function.element, function.body, encode(function.body));
    guards_.resize(outer);
}

Term Expressions::operator()(const typed::SeqComprehension& node) {
    const typed::Type type = current_->type;
    const Term size = encode(*node.size);
    const Term zero = store_.integer(0);
    require(support::Rule::SeqSize, *node.size, store_.less_equal(zero, size));
    if (definedness_ != nullptr) {
        check({*node.variable, node.domain.get(), *node.body, type.arguments.at(0), "sequence"}, size);
    }
    const Term index = store_.fresh_variable(node.variable->name, store_.int_sort());
    scope_.values[node.variable.get()] = index;
    std::vector<CallFact> inner;
    Expressions body(vocabulary_, scope_, nullptr, &inner);
    body.push_guard(in_range(index, size));
    const Term element = body.encode(*node.body);
    for (CallFact& fact : inner) {
        fact.variables.push_back(index);
        record(std::move(fact));
    }
    return vocabulary_.comprehension(type, size, index, element);
}

void Expressions::require_not_null(const Expr& array, Term term) {
    if (array.type.nullable) {
        require(support::Rule::NonNull, array, store_.not_equal(term, vocabulary_.heap().null()));
    }
}

Term Expressions::operator()(const typed::ArrayLength& node) {
    const Term array = encode(*node.array);
    require_not_null(*node.array, array);
    return vocabulary_.heap().array_length(array);
}

Term Expressions::operator()(const typed::ArrayRead& node) {
    const Expr& expr = *current_;
    const typed::Type& element = node.array->type.arguments.at(0);
    const Term array = encode(*node.array);
    require_not_null(*node.array, array);
    const Term index = encode(*node.index);
    require(support::Rule::IndexRange, *node.index, in_range(index, vocabulary_.heap().array_length(array)));
    if (definedness_ != nullptr) {
        definedness_->check_read(expr, typed::elements_region(element), array, scope_, guard());
    }
    return store_.select(vocabulary_.heap().row(scope_.now, element, array), index);
}

Term Expressions::operator()(const typed::ArraySlice& node) {
    const Expr& expr = *current_;
    const typed::Type& element = node.array->type.arguments.at(0);
    const Term array = encode(*node.array);
    require_not_null(*node.array, array);
    const Term length = vocabulary_.heap().array_length(array);
    const Bounds range = bounds(node.low, node.high, length);
    if (definedness_ != nullptr) {
        definedness_->check_read(expr, typed::elements_region(element), array, scope_, guard());
    }
    return store_.apply(vocabulary_.seq(expr.type).slice, {vocabulary_.heap().row(scope_.now, element, array),
                                                           range.low == nullptr ? store_.integer(0) : range.low,
                                                           range.high == nullptr ? length : range.high});
}

} // namespace daphnia::encode
