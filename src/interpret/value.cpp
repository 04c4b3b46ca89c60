// Operations of a running program on its values in, values out: exact whatever the size of the numbers.
#include "interpret/value.h"

#include "support/error.h"

#include <algorithm>
#include <limits>

namespace daphnia::interpret {

Value Value::integer(const Integer& value) {
    static_assert(sizeof(long) == sizeof(std::int64_t), "GMP speaks of long");
    return value.fits_slong_p() ? integer(std::int64_t{value.get_si()})
                                : Value(Node(std::make_shared<const Integer>(value)));
}

Value Value::real(const support::Rational& value) {
    return Value(Node(Real{std::make_shared<const support::Rational>(value)}));
}

Value Value::sequence(Values elements) {
    return Value(Node(Sequence{std::make_shared<const Values>(std::move(elements))}));
}

namespace {

bool stands_before(const Value& left, const Value& right) {
    return Value::compare_any(left, right) < 0;
}

} // namespace

Value Value::set(Values elements) {
    std::sort(elements.begin(), elements.end(), stands_before);
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    return Value(Node(Set{std::make_shared<const Values>(std::move(elements))}));
}

Value Value::multiset(Values elements) {
    std::sort(elements.begin(), elements.end(), stands_before);
    return Value(Node(Multiset{std::make_shared<const Values>(std::move(elements))}));
}

Value Value::map(Values entries) {
    const auto key = [](const Value& entry) -> const Value& { return entry.components().front(); };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const Value& a, const Value& b) { return stands_before(key(a), key(b)); });
    Values last;
    for (Value& entry : entries) {
        if (!last.empty() && key(last.back()) == key(entry)) {
            last.back() = std::move(entry);
        } else {
            last.push_back(std::move(entry));
        }
    }
    return Value(Node(Map{std::make_shared<const Values>(std::move(last))}));
}

Value Value::collection(typed::TypeKind kind, Values elements) {
    switch (kind) {
    case typed::TypeKind::Set:
    case typed::TypeKind::Iset:
        return set(std::move(elements));
    case typed::TypeKind::Multiset:
        return multiset(std::move(elements));
    case typed::TypeKind::Map:
    case typed::TypeKind::Imap:
        return map(std::move(elements));
    default:
        return sequence(std::move(elements));
    }
}

Value Value::with_parts(Values parts) const {
    return is_tuple()      ? tuple(std::move(parts))
           : is_datatype() ? datatype(constructor(), std::move(parts))
           : is_set()      ? set(std::move(parts))
           : is_multiset() ? multiset(std::move(parts))
           : is_map()      ? map(std::move(parts))
                           : sequence(std::move(parts));
}

const Values& Value::sorted_elements() const {
    if (const Set* const set = std::get_if<Set>(&node_)) {
        return *set->elements;
    }
    const Map* const map = std::get_if<Map>(&node_);
    return map != nullptr ? *map->entries : *std::get<Multiset>(node_).elements;
}

int Value::compare_any(const Value& left, const Value& right) {
    const auto of = [](const auto& a, const auto& b) { return (b < a) - (a < b); };
    const auto is_integer = [](const Value& value) {
        return std::holds_alternative<std::int64_t>(value.node_) || std::holds_alternative<Big>(value.node_);
    };
    if (is_integer(left) && is_integer(right)) {
        return compare(left, right);
    }
    if (left.node_.index() != right.node_.index()) {
        return of(left.node_.index(), right.node_.index());
    }
    if (left.is_bool()) {
        return of(left.as_bool(), right.as_bool());
    }
    if (left.is_character()) {
        return of(left.as_character(), right.as_character());
    }
    if (left.is_real()) {
        return of(left.as_real(), right.as_real());
    }
    if (left.is_reference()) {
        return of(left.as_reference().object, right.as_reference().object);
    }
    if (left.is_function()) {
        return of(std::get<Function>(left.node_), std::get<Function>(right.node_));
    }
    if (!left.is_assigned()) { // ghost parts of a running program
        return 0;
    }
    if (left.is_datatype() && left.constructor() != right.constructor()) {
        return of(left.constructor(), right.constructor());
    }
    const Values& a = left.parts();
    const Values& b = right.parts();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (const int order = compare_any(a[i], b[i]); order != 0) {
            return order;
        }
    }
    return of(a.size(), b.size());
}

Value Value::function(FunctionData data) {
    return Value(Node(std::make_shared<const FunctionData>(std::move(data))));
}

const Value& FunctionData::at(const Values& arguments) const {
    for (const auto& [known, value] : entries) {
        if (known == arguments) {
            return value;
        }
    }
    return otherwise;
}

bool Value::holds_functions() const {
    return is_function() || (has_parts() && std::any_of(parts().begin(), parts().end(),
                                                        [](const Value& part) { return part.holds_functions(); }));
}

Value Value::tuple(Values components) {
    return Value(Node(Tuple{std::make_shared<const Values>(std::move(components))}));
}

// Long lists are deep values: what would be destroyed by recursion is taken out first.
void Value::release(Made* made) {
    std::vector<Values> open{std::move(made->fields)};
    delete made;
    while (!open.empty()) {
        const Values fields = std::move(open.back());
        open.pop_back();
        for (const Value& field : fields) {
            const Datum* const datum = std::get_if<Datum>(&field.node_);
            if (datum != nullptr && datum->made.use_count() == 1) {
                open.push_back(std::move(const_cast<Made&>(*datum->made).fields)); // nobody else sees it
            }
        }
    }
}

Value Value::datatype(std::size_t constructor, Values fields) {
    std::size_t depth = 0;
    std::uint64_t rank = 1;
    for (const Value& field : fields) {
        depth = std::max(depth, field.depth());
        rank = std::min(kLargestRank, rank + field.rank());
    }
    return Value(
        Node(Datum{std::shared_ptr<const Made>(new Made{constructor, depth + 1, rank, std::move(fields)}, release)}));
}

std::size_t Value::depth() const {
    if (is_datatype()) {
        return std::get<Datum>(node_).made->depth;
    }
    std::size_t deepest = 0;
    if (has_parts()) {
        for (const Value& part : parts()) {
            deepest = std::max(deepest, part.depth());
        }
    }
    return deepest;
}

std::uint64_t Value::rank() const {
    if (is_datatype()) {
        return std::get<Datum>(node_).made->rank;
    }
    std::uint64_t result = is_sequence() || is_tuple() ? 1 : 0;
    if (has_parts()) {
        for (const Value& part : parts()) {
            result = std::min(kLargestRank, result + part.rank() + (is_sequence() ? 1 : 0));
        }
    }
    return result;
}

// Along the last field without recursion, which is where lists are long.
bool Value::same_datum(const Datum& left, const Datum& right) {
    const Made* a = left.made.get();
    const Made* b = right.made.get();
    while (a != b) {
        if (a->constructor != b->constructor || a->fields.size() != b->fields.size()) {
            return false;
        }
        if (a->fields.empty()) {
            return true;
        }
        for (std::size_t i = 0; i + 1 < a->fields.size(); ++i) {
            if (!(a->fields[i] == b->fields[i])) {
                return false;
            }
        }
        const Datum* const next_a = std::get_if<Datum>(&a->fields.back().node_);
        const Datum* const next_b = std::get_if<Datum>(&b->fields.back().node_);
        if (next_a == nullptr || next_b == nullptr) {
            return a->fields.back() == b->fields.back();
        }
        a = next_a->made.get();
        b = next_b->made.get();
    }
    return true;
}

Value Value::string(const std::u32string& text) {
    Values elements;
    elements.reserve(text.size());
    for (const char32_t letter : text) {
        elements.push_back(character(letter));
    }
    return sequence(std::move(elements));
}

Integer Value::as_integer() const {
    if (const std::optional<std::int64_t> small = as_small()) {
        return Integer(*small);
    }
    return *std::get<Big>(node_);
}

bool Value::same(const Value& left, const Value& right) {
    if (left.node_.index() != right.node_.index()) {
        return false;
    }
    struct Comparison {
        const Node& other;

        bool operator()(std::monostate) const { return true; } // ghost parts of a running program
        bool operator()(bool value) const { return value == std::get<bool>(other); }
        bool operator()(std::int64_t value) const { return value == std::get<std::int64_t>(other); }
        bool operator()(const Big& value) const { return *value == *std::get<Big>(other); }
        bool operator()(char32_t value) const { return value == std::get<char32_t>(other); }
        bool operator()(Reference value) const { return value == std::get<Reference>(other); }
        bool operator()(const Sequence& value) const {
            return same_content(value.elements, std::get<Sequence>(other).elements);
        }
        bool operator()(const Set& value) const { return same_content(value.elements, std::get<Set>(other).elements); }
        bool operator()(const Multiset& value) const {
            return same_content(value.elements, std::get<Multiset>(other).elements);
        }
        bool operator()(const Map& value) const { return same_content(value.entries, std::get<Map>(other).entries); }
        bool operator()(const Tuple& value) const {
            return same_content(value.components, std::get<Tuple>(other).components);
        }
        bool operator()(const Real& value) const { return *value.value == *std::get<Real>(other).value; }
        bool operator()(const Datum& value) const { return same_datum(value, std::get<Datum>(other)); }
        bool operator()(const Function& value) const {
            const Function& function = std::get<Function>(other);
            return value == function ||
                   (value->code == nullptr && function->code == nullptr && value->type == function->type &&
                    value->entries == function->entries && value->otherwise == function->otherwise);
        }
        static bool same_content(const std::shared_ptr<const Values>& a, const std::shared_ptr<const Values>& b) {
            return a == b || *a == *b;
        }
    };
    return std::visit(Comparison{right.node_}, left.node_);
}

namespace exact {

Value add(const Value& left, const Value& right) {
    if (left.is_real()) {
        return Value::real(left.as_real() + right.as_real());
    }
    return Value::integer(Integer(left.as_integer() + right.as_integer()));
}

Value subtract(const Value& left, const Value& right) {
    if (left.is_real()) {
        return Value::real(left.as_real() - right.as_real());
    }
    return Value::integer(Integer(left.as_integer() - right.as_integer()));
}

Value multiply(const Value& left, const Value& right) {
    if (left.is_real()) {
        return Value::real(left.as_real() * right.as_real());
    }
    return Value::integer(Integer(left.as_integer() * right.as_integer()));
}

int compare(const Value& left, const Value& right) {
    if (left.is_character()) {
        const char32_t a = left.as_character();
        const char32_t b = right.as_character();
        return (a > b) - (a < b);
    }
    const int order =
        left.is_real() ? cmp(left.as_real(), right.as_real()) : cmp(left.as_integer(), right.as_integer());
    return (order > 0) - (order < 0);
}

} // namespace exact

namespace {

// The two small numbers, unless their quotient does not fit.
struct SmallDivision {
    std::int64_t dividend, divisor;
};

std::optional<SmallDivision> small_division(const Value& left, const Value& right) {
    const std::optional<std::int64_t> a = left.as_small();
    const std::optional<std::int64_t> b = right.as_small();
    if (!a || !b || (*a == std::numeric_limits<std::int64_t>::min() && *b == -1)) {
        return std::nullopt;
    }
    return SmallDivision{*a, *b};
}

Integer euclidean_remainder(const Integer& dividend, const Integer& divisor) {
    Integer result;
    mpz_mod(result.get_mpz_t(), dividend.get_mpz_t(), divisor.get_mpz_t()); // the sign of the divisor is ignored
    return result;
}

} // namespace

Value divide(const Value& left, const Value& right) {
    if (left.is_real()) {
        return Value::real(left.as_real() / right.as_real());
    }
    if (const std::optional<SmallDivision> small = small_division(left, right)) {
        const std::int64_t quotient = small->dividend / small->divisor;
        const bool exact_or_positive = small->dividend >= 0 || quotient * small->divisor == small->dividend;
        return Value::integer(exact_or_positive ? quotient : small->divisor > 0 ? quotient - 1 : quotient + 1);
    }
    const Integer dividend = left.as_integer();
    const Integer divisor = right.as_integer();
    const Integer multiple = dividend - euclidean_remainder(dividend, divisor);
    return Value::integer(Integer(multiple / divisor));
}

Value modulo(const Value& left, const Value& right) {
    if (const std::optional<SmallDivision> small = small_division(left, right)) {
        const std::int64_t remainder = small->dividend % small->divisor;
        // Not the other way round: -divisor may not fit.
        return Value::integer(remainder >= 0       ? remainder
                              : small->divisor > 0 ? remainder + small->divisor
                                                   : remainder - small->divisor);
    }
    return Value::integer(euclidean_remainder(left.as_integer(), right.as_integer()));
}

Value negate(const Value& operand) {
    return operand.is_real() ? Value::real(-operand.as_real()) : subtract(Value::integer(std::int64_t{0}), operand);
}

} // namespace daphnia::interpret
