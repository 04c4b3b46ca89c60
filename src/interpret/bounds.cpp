// A restriction's terms are evaluated when the candidates are made; then values come out one after the other.
#include "interpret/bounds.h"

#include "interpret/belongs.h"
#include "interpret/collections.h"
#include "typed/type_test.h"

#include <algorithm>

namespace daphnia::interpret {

namespace {

using typed::Sum;
using typed::TypeKind;

const Value kZero = Value::integer(std::int64_t{0});
const Value kOne = Value::integer(std::int64_t{1});
constexpr std::int64_t kFirstSurrogate = 0xD800;
constexpr std::int64_t kAfterSurrogates = 0xE000;
constexpr std::int64_t kLastCharacter = 0x10FFFF;

std::optional<Value> number(const std::optional<Value>& value) {
    return value && value->is_character() ? Value::integer(std::int64_t{value->as_character()}) : value;
}

std::optional<Value> value_of(const Sum& sum, const Evaluate& evaluate) {
    Value result = Value::integer(std::int64_t{sum.offset});
    for (const typed::Summand& summand : sum.summands) {
        const std::optional<Value> term = number(evaluate(*summand.term));
        if (!term) {
            return std::nullopt;
        }
        result = summand.negative ? subtract(result, *term) : add(result, *term);
    }
    return result;
}

void raise(std::optional<Value>& low, const Value& bound) {
    if (!low || compare(*low, bound) < 0) {
        low = bound;
    }
}

void lower(std::optional<Value>& high, const Value& bound) {
    if (!high || compare(bound, *high) < 0) {
        high = bound;
    }
}

bool is_numeric(const typed::Type& type) {
    return typed::is_integral(typed::carrier(type)) || typed::carrier(type).kind == TypeKind::Char;
}

} // namespace

Candidates::Candidates(const typed::Type& type, const Heap& heap) : source_(typed::base_type(type)) {
    add_all(type, heap);
}

Candidates::Candidates(const typed::Restriction& restriction, const Evaluate& evaluate, const Heap& heap)
    : source_(typed::base_type(restriction.variable->type)) {
    for (const typed::Guard& guard : restriction.guards) {
        const std::optional<Value> holds = evaluate(*guard.condition);
        if (holds && holds->as_bool() != guard.positive) {
            return; // there are none
        }
    }
    // Where the values are known to belong to the type there is nothing to test.
    if (add_given(restriction, evaluate, heap, true) || add_given(restriction, evaluate, heap, false)) {
        return;
    }
    const typed::Type& type = restriction.variable->type;
    add_all(type, heap);
    if (!is_numeric(type)) {
        return;
    }
    for (const Sum& sum : restriction.lower) {
        if (const std::optional<Value> value = value_of(sum, evaluate)) {
            raise(interval_->low, *value);
        }
    }
    for (const Sum& sum : restriction.upper) {
        if (const std::optional<Value> value = value_of(sum, evaluate)) {
            lower(interval_->high, *value);
        }
    }
    extent_ = interval_->low && interval_->high ? Extent::Finite : Extent::Endless;
}

bool Candidates::add_given(const typed::Restriction& restriction, const Evaluate& evaluate, const Heap& heap,
                           bool known) {
    const typed::Type& type = restriction.variable->type;
    const auto is_wanted = [&](const typed::Type& source) { return typed::is_subtype(source, type) == known; };
    for (const typed::Expr* const term : restriction.exactly) {
        source_ = typed::known_type(*term);
        if (!is_wanted(source_)) {
            continue;
        }
        if (std::optional<Value> value = evaluate(*term)) {
            add_listed({std::move(*value)}, type, heap);
            return true;
        }
    }
    if (add_equal(restriction, evaluate, heap, is_wanted)) {
        return true;
    }
    for (const typed::Expr* const term : restriction.element_of) {
        source_ = typed::known_element_type(*term);
        if (!is_wanted(source_)) {
            continue;
        }
        if (const std::optional<Value> collection = evaluate(*term)) {
            add_listed(collection->is_map() ? keys(*collection).elements() : collection->elements(), type, heap);
            return true;
        }
    }
    for (const typed::Expr* const term : restriction.part_of) {
        source_ = typed::set_type(typed::known_element_type(*term));
        if (!is_wanted(source_)) {
            continue;
        }
        if (const std::optional<Value> whole = evaluate(*term)) {
            elements_ = whole->elements();
            chosen_.assign(elements_->size(), false);
            return true;
        }
    }
    source_ = typed::base_type(type);
    return false;
}

// Where there are several sums, the value is all of them.
bool Candidates::add_equal(const typed::Restriction& restriction, const Evaluate& evaluate, const Heap& heap,
                           const std::function<bool(const typed::Type&)>& is_wanted) {
    Interval interval;
    for (const Sum& sum : restriction.equal) {
        const typed::Type source = typed::known_type(sum, *restriction.variable);
        if (!is_wanted(source)) {
            continue;
        }
        if (const std::optional<Value> value = value_of(sum, evaluate)) {
            raise(interval.low, *value);
            lower(interval.high, *value);
            source_ = source;
        }
    }
    if (interval.low) {
        add_all(restriction.variable->type, heap);
        raise(interval_->low, *interval.low);
        lower(interval_->high, *interval.high);
        extent_ = Extent::Finite;
    }
    return interval.low.has_value();
}

// Without those that do not belong to the type, and each once.
void Candidates::add_listed(Values candidates, const typed::Type& type, const Heap& heap) {
    for (Value& candidate : candidates) {
        if (belongs(candidate, source_, type, heap, nullptr) &&
            std::find(listed_.begin(), listed_.end(), candidate) == listed_.end()) {
            listed_.push_back(std::move(candidate));
        }
    }
}

void Candidates::add_all(const typed::Type& declared, const Heap& heap) {
    const typed::Type type = typed::carrier(declared);
    switch (type.kind) {
    case TypeKind::Bool:
        listed_ = {Value::boolean(false), Value::boolean(true)};
        break;
    case TypeKind::Int:
    case TypeKind::Nat:
        interval_.emplace();
        if (type.kind == TypeKind::Nat) {
            interval_->low = kZero;
        }
        extent_ = Extent::Endless;
        break;
    case TypeKind::Bits:
        interval_ = Interval{kZero, Value::integer((Integer(1) << type.width) - 1)};
        break;
    case TypeKind::Char:
        interval_ = Interval{kZero, Value::integer(kLastCharacter)};
        characters_ = true;
        break;
    case TypeKind::Reference:
        if (type.nullable) {
            listed_.push_back(Value::reference(Reference{}));
        }
        for (std::uint32_t object = 1; object <= heap.object_count(); ++object) {
            if (!heap.is_freed({object}) && can_refer_to(type, {object}, heap)) {
                listed_.push_back(Value::reference(Reference{object}));
            }
        }
        break;
    case TypeKind::Datatype:
        if (!typed::is_enumeration(type)) {
            extent_ = Extent::Partial;
            break;
        }
        for (std::size_t i = 0; i < type.datatype->constructors.size(); ++i) {
            listed_.push_back(Value::datatype(i, {}));
        }
        break;
    case TypeKind::Real:
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple:
    case TypeKind::Parameter:
    case TypeKind::Arrow:
    case TypeKind::Subset:
        extent_ = Extent::Partial;
        break;
    }
}

Value Candidates::next_subset() {
    Values part;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
        if (chosen_[i]) {
            part.push_back((*elements_)[i]);
        }
    }
    const auto carried = std::find(chosen_.begin(), chosen_.end(), false);
    all_chosen_ = carried == chosen_.end();
    std::fill(chosen_.begin(), carried, false);
    if (!all_chosen_) {
        *carried = true;
    }
    return Value::set(std::move(part));
}

std::optional<Value> Candidates::next() {
    if (elements_) {
        return all_chosen_ ? std::nullopt : std::optional(next_subset());
    }
    if (!interval_) {
        return next_listed_ < listed_.size() ? std::optional(listed_[next_listed_++]) : std::nullopt;
    }
    std::optional<Value> result = next_number();
    if (!result || !characters_) {
        return result;
    }
    const std::int64_t point = *result->as_small(); // within the characters, as all characters are an interval
    if (kFirstSurrogate <= point && point < kAfterSurrogates) {
        number_ = Value::integer(kAfterSurrogates - 1);
        return next();
    }
    return Value::character(static_cast<char32_t>(point));
}

std::optional<Value> Candidates::next_number() {
    const auto& [low, high] = *interval_;
    if (!number_.is_assigned()) {
        number_ = low ? *low : high ? *high : kZero;
    } else if (low) {
        number_ = add(number_, kOne);
    } else if (high) {
        number_ = subtract(number_, kOne);
    } else {
        number_ = compare(number_, kZero) > 0 ? negate(number_) : subtract(kOne, number_);
    }
    const bool past_end = low && high && compare(number_, *high) > 0;
    return past_end ? std::nullopt : std::optional(number_);
}

} // namespace daphnia::interpret
