// Types in, small values out, by size.
#include "refute/small_values.h"

#include "interpret/interpret.h"
#include "refute/graphs.h"

#include <algorithm>
#include <set>

namespace daphnia::refute {

namespace {

constexpr std::size_t kMostOfSize = 300; // of one type and size: larger sizes are left to chance
constexpr std::size_t kLongest = 5;      // elements of a list

} // namespace

SmallValues::SmallValues(const Vocabulary& vocabulary, bool guesses) : vocabulary_(vocabulary), guesses_(guesses) {
    std::set<std::int64_t> seen;
    const auto add = [&](std::size_t size, std::int64_t value) {
        if (seen.insert(value).second) {
            integers_of_size_[size].push_back(value);
        }
    };
    add(0, 0);
    for (std::int64_t n = 1; n <= 3; ++n) {
        add(static_cast<std::size_t>(n), n);
        add(static_cast<std::size_t>(n), -n);
    }
    constexpr std::size_t kMostLiterals = 6;
    for (std::size_t i = 0; i < vocabulary.integers.size() && i < kMostLiterals; ++i) {
        const std::int64_t literal = vocabulary.integers[i];
        add(2, literal);
        if (literal < INT64_MAX && literal > INT64_MIN) {
            add(3, literal + 1);
            add(3, literal - 1);
        }
    }
    for (std::int64_t n = 4; n <= 8; ++n) {
        add(static_cast<std::size_t>(n), n);
        add(static_cast<std::size_t>(n), -n);
    }
    static const std::vector<std::vector<support::Rational>> kReals{
        {0}, {1, -1}, {{1, 2}, 2, -2}, {{-1, 2}, {1, 4}, 3, {3, 2}, -3}, {10, {1, 3}, {1, 10}, 100}};
    for (std::size_t i = 0; i < kReals.size(); ++i) {
        reals_of_size_[i] = kReals[i];
    }
    for (std::size_t i = 0; i < vocabulary.reals.size() && i < kMostLiterals; ++i) {
        const support::Rational& literal = vocabulary.reals[i];
        reals_of_size_[2].push_back(literal);
        reals_of_size_[3].push_back(literal + 1);
        reals_of_size_[3].push_back(literal - 1);
    }
    std::set<char32_t> letters{U'a', U'b'};
    characters_of_size_[0] = {U'a'};
    characters_of_size_[1] = {U'b'};
    for (std::size_t i = 0; i < vocabulary.characters.size() && i < 2 * kMostLiterals; ++i) {
        if (letters.insert(vocabulary.characters[i]).second) {
            characters_of_size_[1].push_back(vocabulary.characters[i]);
        }
    }
    if (letters.insert(U'c').second) {
        characters_of_size_[2] = {U'c'};
    }
}

const Values& SmallValues::of_size(const typed::Type& type, std::size_t size) {
    const std::string text = typed::unique_name(type);
    for (std::size_t next = known_[text].size(); next <= size; ++next) {
        Values values = make(type, next);
        known_[text].push_back(std::move(values));
    }
    return known_[text][size];
}

Value SmallValues::simplest(const typed::Type& type) {
    for (std::size_t size = 0; size <= kLongest; ++size) {
        if (const Values& values = of_size(type, size); !values.empty()) {
            return values.front();
        }
    }
    return {};
}

Values SmallValues::integers(std::size_t size, bool natural) const {
    Values result;
    if (const auto found = integers_of_size_.find(size); found != integers_of_size_.end()) {
        for (const std::int64_t value : found->second) {
            if (!natural || value >= 0) {
                result.push_back(Value::integer(value));
            }
        }
    }
    return result;
}

Values SmallValues::reals(std::size_t size) const {
    Values result;
    if (const auto found = reals_of_size_.find(size); found != reals_of_size_.end()) {
        for (const support::Rational& value : found->second) {
            result.push_back(Value::real(value));
        }
    }
    return result;
}

Values SmallValues::characters(std::size_t size) const {
    Values result;
    if (const auto found = characters_of_size_.find(size); found != characters_of_size_.end()) {
        for (const char32_t value : found->second) {
            result.push_back(Value::character(value));
        }
    }
    return result;
}

Values SmallValues::make(const typed::Type& declared, std::size_t size) {
    const typed::Type type = typed::carrier(declared);
    Values result;
    switch (type.kind) {
    case typed::TypeKind::Bool:
        return size == 0 ? Values{Value::boolean(false), Value::boolean(true)} : Values{};
    case typed::TypeKind::Int:
        return integers(size, false);
    case typed::TypeKind::Nat:
    case typed::TypeKind::Parameter: // numbers that are only compared
        return integers(size, true);
    case typed::TypeKind::Bits:
        for (Value& value : integers(size, true)) {
            if (value.as_integer() >> type.width == 0) {
                result.push_back(std::move(value));
            }
        }
        return result;
    case typed::TypeKind::Real:
        return reals(size);
    case typed::TypeKind::Char:
        return characters(size);
    case typed::TypeKind::Seq:
    case typed::TypeKind::Set:
    case typed::TypeKind::Iset:
    case typed::TypeKind::Multiset:
    case typed::TypeKind::Map:
    case typed::TypeKind::Imap:
        for (Values& elements : lists(typed::element_type(type), size)) {
            const std::size_t length = elements.size();
            Value value = Value::collection(type.kind, std::move(elements));
            // What is smaller as a set has come before.
            if (value.elements().size() == length &&
                (type.kind == typed::TypeKind::Seq || std::find(result.begin(), result.end(), value) == result.end())) {
                result.push_back(std::move(value));
            }
        }
        return result;
    case typed::TypeKind::Reference:
        return references(type, size);
    case typed::TypeKind::Datatype: // a constructor with fields costs one more than they
        for (std::size_t i = 0; i < type.datatype->constructors.size(); ++i) {
            const std::vector<typed::Type> types = typed::field_types(type, i);
            if (types.empty() || size > 0) {
                for (Values& fields : products(types, types.empty() ? size : size - 1)) {
                    if (result.size() < kMostOfSize) {
                        result.push_back(Value::datatype(i, std::move(fields)));
                    }
                }
            }
        }
        return result;
    case typed::TypeKind::Arrow:
        return functions(type, size);
    case typed::TypeKind::Subset:
        break;
    case typed::TypeKind::Tuple:
        for (Values& components : products(type.arguments, size)) {
            result.push_back(Value::tuple(std::move(components)));
        }
        return result;
    }
    return result;
}

Value SmallValues::added(const typed::Type& type, Values cells, interpret::Lengths lengths) {
    objects_.push_back({type, std::move(cells), nullptr, std::move(lengths)});
    return Value::reference({static_cast<std::uint32_t>(objects_.size())});
}

Values SmallValues::references(const typed::Type& type, std::size_t size) {
    Values result;
    if (type.nullable && size == 0) {
        result.push_back(Value::reference({}));
    }
    if (typed::is_array(type) && typed::dimensions(type) > 1) {
        add_arrays(type, {}, size, result);
        return result;
    }
    if (typed::is_array(type)) {
        for (Values& elements : lists(type.arguments.front(), size)) {
            result.push_back(added(typed::non_null(type), std::move(elements)));
        }
        return result;
    }
    for (const typed::Type& object : object_types(type, vocabulary_)) {
        add_made(object, size, result);
        if (guesses_) {
            add_guessed(object, size, result);
        }
    }
    return result;
}

// Of several dimensions: each index of each of them costs one. `lengths`: of the first dimensions.
void SmallValues::add_arrays(const typed::Type& type, const interpret::Lengths& lengths, std::size_t size,
                             Values& result) {
    if (lengths.size() < typed::dimensions(type)) {
        for (std::size_t length = 0; length <= std::min(size, kLongest); ++length) {
            interpret::Lengths longer = lengths;
            longer.push_back(length);
            add_arrays(type, longer, size - length, result);
        }
        return;
    }
    const std::size_t count = interpret::count_of(lengths);
    for (Values& elements : products(std::vector<typed::Type>(count, type.arguments.front()), size)) {
        if (result.size() < kMostOfSize) {
            result.push_back(added(typed::non_null(type), std::move(elements), lengths));
        }
    }
}

// Each call after the first costs one, and so does each object that is given to one.
void SmallValues::add_made(const typed::Type& type, std::size_t size, Values& result) {
    for (const Input& each : vocabulary_.made) {
        const Making& making = *each.objects.front().making;
        if (each.objects.front().type == type && making.calls.size() - 1 + making.objects.size() == size) {
            result.push_back(moved(each.arguments.front(), append(each.objects, objects_)));
        }
    }
}

// An object costs one more than what it holds. Ghost fields that mirror the others cost nothing: they are filled when
// the others are known.
void SmallValues::add_guessed(const typed::Type& type, std::size_t size, Values& result) {
    constexpr std::size_t kMostObjects = 100;
    if (size == 0) {
        return;
    }
    const std::vector<typed::Cell> cells = typed::cells_of(type);
    const auto is_own = [&](const typed::Cell& cell) { // nothing but the object itself need be there for it
        return typed::is_class(cell.type) && !cell.type.nullable && fits(type, cell.type);
    };
    std::vector<typed::Type> chosen;
    for (const typed::Cell& cell : cells) {
        if (!is_mirror(cell) && !is_own(cell)) {
            chosen.push_back(cell.type);
        }
    }
    for (const Values& values : products(chosen, size - 1)) {
        if (result.size() >= kMostObjects) {
            return;
        }
        const Value own = Value::reference({static_cast<std::uint32_t>(objects_.size() + 1)});
        Values content;
        std::size_t next = 0;
        for (const typed::Cell& cell : cells) {
            content.push_back(is_own(cell) ? own
                              : is_mirror(cell)
                                  ? interpret::default_value(typed::base_type(cell.type)).value_or(Value())
                                  : values[next++]);
        }
        result.push_back(added(type, std::move(content)));
    }
}

// Constant functions, and those with another value for one argument: it costs one more than the argument and the
// values.
Values SmallValues::functions(const typed::Type& type, std::size_t size) {
    Values result;
    if (typed::contains_arrays(type)) {
        return result;
    }
    const typed::Type& given = typed::result_type(type);
    if (type.arrow != typed::ArrowKind::Total && size == 0) {
        result.push_back(Value::function({type, nullptr}));
    }
    for (const Value& value : Values(of_size(given, size))) {
        result.push_back(Value::function({type, nullptr, {}, value}));
    }
    const std::vector<typed::Type> parameters(type.arguments.begin(), type.arguments.end() - 1);
    for (std::size_t of_arguments = 0; of_arguments < size && !parameters.empty(); ++of_arguments) {
        for (const Values& arguments : products(parameters, of_arguments)) {
            for (std::size_t of_value = 0; of_arguments + of_value < size; ++of_value) {
                const Values values = of_size(given, of_value);
                Values others = of_size(given, size - 1 - of_arguments - of_value);
                if (type.arrow != typed::ArrowKind::Total && size == 1 + of_arguments + of_value) {
                    others.emplace_back();
                }
                for (const Value& value : values) {
                    for (const Value& other : others) {
                        if (result.size() < kMostOfSize && !(value == other)) {
                            result.push_back(Value::function({type, nullptr, {{arguments, value}}, other}));
                        }
                    }
                }
            }
        }
    }
    return result;
}

// A list costs one for each element more than its elements.
std::vector<Values> SmallValues::lists(const typed::Type& element, std::size_t size) {
    std::vector<Values> result;
    if (size == 0) {
        result.emplace_back();
    }
    for (std::size_t length = 1; length <= std::min(size, kLongest); ++length) {
        for (Values& elements : products(std::vector<typed::Type>(length, element), size - length)) {
            if (result.size() == kMostOfSize) {
                return result;
            }
            result.push_back(std::move(elements));
        }
    }
    return result;
}

std::vector<Values> SmallValues::products(const std::vector<typed::Type>& types, std::size_t size) {
    // By the number of components and their size so far.
    std::vector<std::vector<Values>> so_far(size + 1);
    so_far[0].emplace_back();
    for (const typed::Type& type : types) {
        std::vector<std::vector<Values>> longer(size + 1);
        for (std::size_t have = 0; have <= size; ++have) {
            for (std::size_t more = 0; have + more <= size && !so_far[have].empty(); ++more) {
                const Values last = of_size(type, more); // a copy: making others may move the list
                for (const Values& values : so_far[have]) {
                    for (const Value& value : last) {
                        if (longer[have + more].size() == kMostOfSize) {
                            break;
                        }
                        longer[have + more].push_back(values);
                        longer[have + more].back().push_back(value);
                    }
                }
            }
        }
        so_far = std::move(longer);
    }
    return std::move(so_far[size]);
}

namespace {

class Enumeration {
  public:
    Enumeration(const Parameters& parameters, SmallValues& values, const std::function<bool(Input)>& visit)
        : parameters_(parameters), values_(values), visit_(visit) {}

    bool of_size(std::size_t size) { return extend(0, size); }

  private:
    bool extend(std::size_t position, std::size_t size) {
        if (position == parameters_.size()) {
            return size > 0 || emit();
        }
        const bool last = position + 1 == parameters_.size();
        for (std::size_t own = last ? size : 0; own <= size; ++own) {
            const Values choices = values_.of_size(parameters_[position]->type, own);
            for (const Value& choice : choices) {
                arguments_.push_back(choice);
                const bool go_on = extend(position + 1, size - own);
                arguments_.pop_back();
                if (!go_on) {
                    return false;
                }
            }
        }
        return true;
    }

    bool emit() {
        const Input separate = tidied(arguments_, values_.objects(), true);
        const Input aliased = tidied(arguments_, values_.objects());
        const bool differ = aliased.objects.size() < separate.objects.size();
        return visit_all(separate) && (!differ || visit_all(aliased));
    }

    // What calls have made is known to be as it should be; of what was guessed there are variants.
    bool visit_all(const Input& input) {
        if (!visit_(input)) {
            return false;
        }
        const bool guessed = std::any_of(input.objects.begin(), input.objects.end(),
                                         [](const ObjectDraft& object) { return typed::is_class(object.type); }) &&
                             std::none_of(input.objects.begin(), input.objects.end(),
                                          [](const ObjectDraft& object) { return object.making != nullptr; });
        if (!guessed) {
            return true;
        }
        std::vector<Input> graphs = rewired(input);
        graphs.insert(graphs.begin(), input);
        for (const Input& graph : graphs) {
            for (std::size_t guess = 0; guess < mirror_count(graph); ++guess) {
                if (!visit_(mirrored(graph, guess))) {
                    return false;
                }
            }
        }
        return true;
    }

    const Parameters& parameters_;
    SmallValues& values_;
    const std::function<bool(Input)>& visit_;
    Values arguments_;
};

} // namespace

void for_each_small_input(const Parameters& parameters, SmallValues& values, std::size_t largest,
                          const std::function<bool(Input)>& visit) {
    Enumeration enumeration(parameters, values, visit);
    for (std::size_t size = 0; size <= (parameters.empty() ? 0 : largest); ++size) {
        if (!enumeration.of_size(size)) {
            return;
        }
    }
}

} // namespace daphnia::refute
