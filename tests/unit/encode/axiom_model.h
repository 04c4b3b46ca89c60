// Terms over values of the interpreter: a model in which every axiom must hold. Operations on collections, arithmetic
// and membership in types are the interpreter's own. Whatever the theories leave open is chosen oddly here, so that an
// axiom that claims too much is found out.
#pragma once

#include "interpret/collections.h"
#include "interpret/heap.h"
#include "interpret/interpret.h"
#include "interpret/sequences.h"
#include "logic/term.h"

#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace daphnia::encode {

using interpret::Value;
using interpret::Values;
using logic::Sort;
using logic::SortKind;
using logic::Term;
using logic::TermKind;

// A total function from integers, or from references by their numbers: what was written, and elsewhere one of three
// values in turn.
struct Row {
    std::map<long, Value> written;
    Values elsewhere;

    Value at(long index) const {
        const auto found = written.find(index);
        return found != written.end() ? found->second : elsewhere[static_cast<std::size_t>((index % 3 + 3) % 3)];
    }
};

// Of the heap: a row for each reference, by its number.
using RowMap = std::vector<Row>;

using ModelValue = std::variant<Value, Row, RowMap>;
using Binding = std::map<Term, ModelValue>;

// What the symbols stand for that are made for a type or an expression.
struct Symbols {
    std::map<std::string, typed::Type> types; // of the predicates is<…>, row<…>, typed<…> and closed<…>, by name
    std::map<std::string, std::function<Value(const Values&)>> functions;
};

class AxiomModel {
  public:
    AxiomModel(const logic::TermStore& store, const Symbols& symbols, long oddity)
        : store_(store), symbols_(symbols), oddity_(oddity) {}

    static Value integer(long value) { return Value::integer(std::int64_t{value}); }

    // Some definite value of the sort for each number; near numbers give many equal values.
    Value odd(Sort sort, long n) const {
        n += oddity_;
        const auto size = static_cast<std::size_t>(std::abs(n) % 4);
        if (sort->kind == SortKind::Int) {
            return integer(n % 4);
        }
        if (sort->kind == SortKind::Bool) {
            return Value::boolean(n % 2 == 0);
        }
        if (sort->name == "Ref") {
            return Value::reference({static_cast<std::uint32_t>(size)});
        }
        Values parts;
        if (const logic::Function make = store_.find_function("make " + sort->name)) {
            for (Sort component : make->arguments) {
                parts.push_back(odd(component, ++n));
            }
            return Value::tuple(std::move(parts));
        }
        for (std::size_t i = 0; i < size; ++i) {
            const long next = n + static_cast<long>(i);
            parts.push_back(is_map(sort) ? Value::tuple({odd(key(sort), next), odd(value_sort(sort), next + 1)})
                                         : odd(element(sort), next));
        }
        return collection(sort, std::move(parts));
    }

    ModelValue random(std::mt19937& random_bits, Sort sort) const {
        if (sort->kind == SortKind::Array) {
            if (sort->range->kind == SortKind::Bool) {
                return allocated(random_bits() % 4);
            }
            if (sort->range->kind == SortKind::Array) {
                RowMap map;
                for (std::size_t object = 0; object <= kAllObjects; ++object) {
                    map.push_back(std::get<Row>(random(random_bits, sort->range)));
                }
                return map;
            }
            Row row;
            for (int i = 0; i < 3; ++i) {
                row.written[static_cast<long>(random_bits() % 6)] = random_element(random_bits, sort->range, 3);
                row.elsewhere.push_back(random_element(random_bits, sort->range, 3));
            }
            return row;
        }
        return sort->kind == SortKind::Int ? integer(static_cast<long>(random_bits() % 9) - 2)
                                           : random_element(random_bits, sort, 5);
    }

    ModelValue evaluate(Term term, const Binding& binding) const {
        switch (term->kind) {
        case TermKind::Variable:
            return binding.at(term);
        case TermKind::Forall:
            return Value::boolean(decided_by_all(term, binding, true));
        case TermKind::Exists:
            return Value::boolean(!decided_by_all(term, binding, false));
        case TermKind::Implies:
            return Value::boolean(!truth(term->children[0], binding) || truth(term->children[1], binding));
        case TermKind::Ite:
            return evaluate(term->children[truth(term->children[0], binding) ? 1 : 2], binding);
        case TermKind::And:
        case TermKind::Or: {
            const bool decides = term->kind == TermKind::Or;
            for (Term child : term->children) {
                if (truth(child, binding) == decides) {
                    return Value::boolean(decides);
                }
            }
            return Value::boolean(!decides);
        }
        case TermKind::Select:
            if (term->children[0]->sort->range->kind == SortKind::Array) {
                return std::get<RowMap>(evaluate(term->children[0], binding))
                    .at(static_cast<std::size_t>(index(value(term->children[1], binding))));
            }
            return row(term->children[0], binding).at(index(value(term->children[1], binding)));
        case TermKind::Store: {
            Row result = row(term->children[0], binding);
            result.written[index(value(term->children[1], binding))] = value(term->children[2], binding);
            return result;
        }
        default:
            break;
        }
        if (term->kind == TermKind::Apply && !term->function->arguments.empty() &&
            term->function->arguments.back()->kind == SortKind::Array) {
            return Value::boolean(apply_to_row(*term, binding));
        }
        if (term->kind == TermKind::Apply && term->function->name.starts_with("seq.slice<")) {
            return cut_from_row(*term, binding);
        }
        Values arguments;
        for (Term child : term->children) {
            arguments.push_back(value(child, binding));
        }
        return term->kind == TermKind::Apply ? apply(*term->function, arguments) : compute(*term, arguments);
    }

    bool truth(Term term, const Binding& binding) const { return value(term, binding).as_bool(); }

  private:
    Value value(Term term, const Binding& binding) const { return std::get<Value>(evaluate(term, binding)); }
    Row row(Term term, const Binding& binding) const { return std::get<Row>(evaluate(term, binding)); }
    static long index(const Value& value) {
        return value.is_reference() ? static_cast<long>(value.as_reference().object) : *value.as_small();
    }

    static bool is_set(Sort sort) { return sort->name.starts_with("Set<") || sort->name.starts_with("Iset<"); }
    static bool is_map(Sort sort) { return sort->name.starts_with("Map<") || sort->name.starts_with("Imap<"); }
    static bool is_multiset(Sort sort) { return sort->name.starts_with("Multiset<"); }

    static Value collection(Sort sort, Values elements) {
        return is_set(sort)        ? Value::set(std::move(elements))
               : is_map(sort)      ? Value::map(std::move(elements))
               : is_multiset(sort) ? Value::multiset(std::move(elements))
                                   : Value::sequence(std::move(elements));
    }

    Sort element(Sort collection) const {
        const std::string of = collection->name.substr(collection->name.find('<'));
        const std::string prefix = collection->name.starts_with("I") ? "i" : "";
        return is_set(collection)        ? store_.find_function(prefix + "set.contains" + of)->arguments[1]
               : is_multiset(collection) ? store_.find_function("multiset.count" + of)->arguments[1]
                                         : store_.find_function("seq.at" + of)->result;
    }

    logic::Function map_value(Sort map) const {
        const std::string of = map->name.substr(map->name.find('<'));
        return store_.find_function((map->name.starts_with("I") ? "imap.value" : "map.value") + of);
    }
    Sort key(Sort map) const { return map_value(map)->arguments[1]; }
    Sort value_sort(Sort map) const { return map_value(map)->result; }

    // Few different ones, so that sequences often agree; now and then the ends of the ranges of characters.
    static constexpr long kEnds[] = {-1, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0x10FFFF, 0x110000};

    Value random_element(std::mt19937& random_bits, Sort sort, unsigned sizes) const {
        if (sort->kind == SortKind::Int) {
            return integer(random_bits() % 16 == 0 ? kEnds[random_bits() % 7] : static_cast<long>(random_bits() % 3));
        }
        if (sort->kind == SortKind::Bool || sort->name == "Ref") {
            return odd(sort, static_cast<long>(random_bits() % 4));
        }
        Values parts;
        if (const logic::Function make = store_.find_function("make " + sort->name)) {
            for (Sort component : make->arguments) {
                parts.push_back(random_element(random_bits, component, 2));
            }
            return Value::tuple(std::move(parts));
        }
        const std::size_t size = random_bits() % sizes;
        while (parts.size() < size) {
            parts.push_back(is_map(sort) ? Value::tuple({random_element(random_bits, key(sort), 2),
                                                         random_element(random_bits, value_sort(sort), 2)})
                                         : random_element(random_bits, element(sort), 2));
        }
        return collection(sort, std::move(parts));
    }

    // Whether the body of a quantifier inside an axiom has this truth value everywhere. The variables are indices or
    // elements: no collection here has more elements, or others.
    bool decided_by_all(Term quantifier, Binding binding, bool wanted) const {
        constexpr long kBeyond = 20;
        const Term variable = quantifier->quantifier->variables.at(0);
        Values all;
        for (long i = -2; i < kBeyond; ++i) {
            if (variable->sort->kind == SortKind::Int) {
                all.push_back(integer(i));
            } else if (variable->sort->name == "Ref" && i >= 0) {
                all.push_back(Value::reference({static_cast<std::uint32_t>(i)}));
            }
        }
        for (const long end : kEnds) {
            if (variable->sort->kind == SortKind::Int) {
                all.push_back(integer(end));
            }
        }
        if (all.empty()) {
            throw std::logic_error("no quantifier ranges over such values");
        }
        return std::all_of(all.begin(), all.end(), [&](const Value& each) {
            binding[variable] = each;
            return truth(quantifier->children[0], binding) == wanted;
        });
    }

    static Value compute(const logic::TermNode& term, const Values& a) {
        switch (term.kind) {
        case TermKind::True:
            return Value::boolean(true);
        case TermKind::False:
            return Value::boolean(false);
        case TermKind::Integer:
            return Value::integer(term.value);
        case TermKind::Not:
            return Value::boolean(!a[0].as_bool());
        case TermKind::Equal:
            return Value::boolean(a[0] == a[1]);
        case TermKind::Add:
            return interpret::add(a[0], a[1]);
        case TermKind::Subtract:
            return interpret::subtract(a[0], a[1]);
        case TermKind::Negate:
            return interpret::negate(a[0]);
        case TermKind::Multiply:
            return interpret::multiply(a[0], a[1]);
        case TermKind::Divide:
            return divided(a[0], a[1], interpret::divide);
        case TermKind::Modulo:
            return divided(a[0], a[1], interpret::modulo);
        case TermKind::LessEqual:
            return Value::boolean(interpret::compare(a[0], a[1]) <= 0);
        case TermKind::Less:
            return Value::boolean(interpret::compare(a[0], a[1]) < 0);
        default:
            throw std::logic_error("no axiom uses this kind of term");
        }
    }

  public:
    // By zero, some number.
    static Value divided(const Value& a, const Value& b, Value (*operation)(const Value&, const Value&)) {
        return interpret::compare(b, integer(0)) == 0 ? integer(5) : operation(a, b);
    }

  private:
    // ---- Types and the heap

    // Arrays of integers, as many as there are references; the interpreter says what belongs to a type in it.
    static interpret::Heap heap(std::size_t objects) {
        interpret::Heap result;
        for (std::size_t i = 0; i < objects; ++i) {
            result.allocate(typed::int_type(), Values(i, integer(0)));
        }
        return result;
    }
    static constexpr std::size_t kAllObjects = 4;

    static Row allocated(std::size_t objects) {
        Row result;
        for (std::size_t i = 1; i <= kAllObjects; ++i) {
            result.written[static_cast<long>(i)] = Value::boolean(i <= objects);
        }
        result.elsewhere = Values(3, Value::boolean(false));
        return result;
    }

    // Characters are integers in the logic; nothing for an integer that no character type could hold.
    static std::optional<Value> as_program_value(const Value& value, const typed::Type& type) {
        if (type.kind == typed::TypeKind::Char) {
            constexpr std::int64_t kTooMuch = 0x200000;
            const std::int64_t code = *value.as_small();
            return 0 <= code && code < kTooMuch ? std::optional(Value::character(static_cast<char32_t>(code)))
                                                : std::nullopt;
        }
        if (!value.has_parts()) {
            return value;
        }
        const bool tuple = type.kind == typed::TypeKind::Tuple;
        Values parts;
        for (const Value& part : value.parts()) {
            const typed::Type of = tuple ? type.arguments.at(parts.size()) : typed::element_type(type);
            std::optional<Value> converted = as_program_value(part, of);
            if (!converted) {
                return std::nullopt;
            }
            parts.push_back(std::move(*converted));
        }
        return value.with_parts(std::move(parts));
    }

    static bool belongs(const Value& value, const typed::Type& type, const interpret::Heap& heap) {
        const std::optional<Value> converted = as_program_value(value, type);
        return converted && interpret::belongs(*converted, type, heap);
    }

    static bool row_belongs(const Row& row, const typed::Type& type) {
        const interpret::Heap all = heap(kAllObjects);
        for (const auto& [place, element] : row.written) {
            if (!belongs(element, type, all)) {
                return false;
            }
        }
        return belongs(Value::sequence(row.elsewhere), typed::seq_type(type), all);
    }

    // row<T>(m), typed<T>(h), is<T,alloc>(v, alloc), closed<T>(h, alloc)
    bool apply_to_row(const logic::TermNode& term, const Binding& binding) const {
        const typed::Type& type = symbols_.types.at(term.function->name);
        const ModelValue last = evaluate(term.children.back(), binding);
        if (const auto* map = std::get_if<RowMap>(&last)) {
            return std::all_of(map->begin(), map->end(), [&](const Row& row) { return row_belongs(row, type); });
        }
        if (term.children.size() == 1) {
            return row_belongs(std::get<Row>(last), type);
        }
        std::size_t objects = 0;
        while (std::get<Row>(last).at(static_cast<long>(objects) + 1).as_bool()) {
            ++objects;
        }
        const interpret::Heap allocated = heap(objects);
        const ModelValue first = evaluate(term.children[0], binding);
        if (const auto* map = std::get_if<RowMap>(&first)) {
            for (std::size_t object = 1; object <= objects; ++object) {
                const std::size_t length = allocated.elements({static_cast<std::uint32_t>(object)}).size();
                for (std::size_t i = 0; i < length; ++i) {
                    if (!belongs(map->at(object).at(static_cast<long>(i)), type, allocated)) {
                        return false;
                    }
                }
            }
            return true;
        }
        return belongs(std::get<Value>(first), type, allocated);
    }

    // ---- Sequences

    Value cut_from_row(const logic::TermNode& term, const Binding& binding) const {
        const Row from = row(term.children[0], binding);
        const long low = index(value(term.children[1], binding));
        const long high = index(value(term.children[2], binding));
        if (low > high) {
            return odd(term.sort, low + hash(from.at(low)));
        }
        Values elements;
        for (long i = low; i < high; ++i) {
            elements.push_back(from.at(i));
        }
        return interpret::slice(elements, 0, elements.size());
    }

    // A number that depends on all of the value.
    static long hash(const Value& value) {
        if (value.as_small()) {
            return *value.as_small() % 1'000 * 3;
        }
        if (value.is_bool() || value.is_reference()) {
            return value.is_bool() ? (value.as_bool() ? 1 : 2) : static_cast<long>(value.as_reference().object);
        }
        long result = 5;
        for (const Value& part : value.parts()) {
            result = (result * 7 + hash(part)) % 1'000;
        }
        return result;
    }

    Value apply(const logic::FunctionNode& function, const Values& a) const {
        const std::string& name = function.name;
        if (const auto own = symbols_.functions.find(name); own != symbols_.functions.end()) {
            return own->second(a);
        }
        if (const auto type = symbols_.types.find(name); type != symbols_.types.end()) {
            return Value::boolean(belongs(a[0], type->second, heap(kAllObjects)));
        }
        if (name == "null") {
            return Value::reference({});
        }
        if (name == "array.length") {
            const interpret::Reference array = a[0].as_reference();
            return integer(array.is_null() ? 7 : static_cast<long>(heap(kAllObjects).elements(array).size()));
        }
        if (name.starts_with("make ")) {
            return Value::tuple(a);
        }
        if (name.starts_with("Tuple<")) {
            return a[0].components().at(std::stoul(name.substr(name.rfind('.') + 1)));
        }
        std::string symbol = name.substr(0, name.find('<'));
        if (symbol.starts_with("iset.") || symbol.starts_with("imap.")) {
            symbol.erase(0, 1);
        }
        if (name.starts_with("seq.")) {
            return apply_to_sequence(symbol, function.result, a);
        }
        if (symbol.starts_with("map.")) {
            return apply_to_map(symbol, function.result, a);
        }
        if (symbol.starts_with("set.") || symbol.starts_with("multiset.")) {
            return apply_to_set(symbol.substr(symbol.find('.') + 1), function, a);
        }
        throw std::logic_error("the model does not know " + name);
    }

    // ---- Maps

    Value apply_to_map(const std::string& name, Sort result, const Values& a) const {
        using namespace interpret;
        if (name == "map.empty") {
            return Value::map({});
        }
        if (name == "map.keys") {
            return keys(a[0]);
        }
        if (name == "map.values") {
            return values(a[0]);
        }
        if (name == "map.items") {
            return items(a[0]);
        }
        if (name == "map.value") {
            const Value* const found = value_for(a[0], a[1]);
            return found != nullptr ? *found : odd(result, hash(a[0]) + hash(a[1]));
        }
        if (name == "map.update") {
            return with_entry(a[0], a[1], a[2]);
        }
        if (name == "map.merge") {
            return merge(a[0], a[1]);
        }
        if (name == "map.remove") {
            return without_keys(a[0], a[1]);
        }
        if (name == "map.equal") {
            return Value::boolean(a[0] == a[1]);
        }
        if (name != "map.distinction" && name != "map.key") {
            throw std::logic_error("the model does not know " + name);
        }
        for (const Value& entry : a[0].elements()) {
            const Value& key = entry.components().front();
            const Value& value = entry.components().back();
            const Value* const other = name == "map.key" ? nullptr : value_for(a[1], key);
            if (name == "map.key" ? value == a[1] : other != nullptr && !(*other == value)) {
                return key;
            }
        }
        return odd(result, hash(a[0]) + 2 * hash(a[1]));
    }

    // ---- Sets and multisets, whose symbols share their names

    Value apply_to_set(const std::string& name, const logic::FunctionNode& function, const Values& a) const {
        if (name == "empty") {
            return collection(function.result, {});
        }
        if (name == "contains") {
            return Value::boolean(interpret::is_member(a[0], a[1]));
        }
        if (name == "count") {
            return integer(static_cast<long>(interpret::count(a[0], a[1])));
        }
        if (name == "insert") {
            return interpret::unite(a[0], collection(function.result, {a[1]}));
        }
        if (name == "size") {
            return integer(static_cast<long>(a[0].elements().size()));
        }
        if (name == "some") {
            return a[0].elements().empty() ? odd(function.result, hash(a[0])) : a[0].elements().back();
        }
        if (name == "of_seq" || name == "of_set") {
            return Value::multiset(a[0].elements());
        }
        if (name == "update") {
            const long times = index(a[2]);
            return times < 0 ? odd(function.result, hash(a[0]) + hash(a[1]) + times)
                             : interpret::with_count(a[0], a[1], static_cast<std::size_t>(times));
        }
        return apply_to_sets(name, function.result, a[0], a[1]);
    }

    Value apply_to_sets(const std::string& name, Sort result, const Value& a, const Value& b) const {
        using namespace interpret;
        if (name == "union") {
            return unite(a, b);
        }
        if (name == "intersection") {
            return intersect(a, b);
        }
        if (name == "difference") {
            return subtract_elements(a, b);
        }
        if (name == "equal") {
            return Value::boolean(a == b);
        }
        if (name == "subset") {
            return Value::boolean(is_subset(a, b));
        }
        if (name == "disjoint") {
            return Value::boolean(are_disjoint(a, b));
        }
        const Value such = name == "common"        ? intersect(a, b)
                           : name == "missing"     ? subtract_elements(a, b)
                           : name == "distinction" ? unite(subtract_elements(a, b), subtract_elements(b, a))
                                                   : throw std::logic_error("the model does not know " + name);
        return such.elements().empty() ? odd(result, hash(a) + 2 * hash(b)) : such.elements().front();
    }

    // ---- Sequences

    Value apply_to_sequence(const std::string& name, Sort result, const Values& a) const {
        if (name == "seq.empty") {
            return Value::sequence({});
        }
        const std::size_t size = interpret::length(a[0]);
        const auto unspecified = [&] { return odd(result, hash(a[0]) + (a.size() > 1 ? hash(a[1]) : 0)); };
        if (name == "seq.length") {
            return integer(static_cast<long>(size));
        }
        if (name == "seq.build") {
            return interpret::concat(a[0], Value::sequence({a[1]}));
        }
        if (name == "seq.front" || name == "seq.last") {
            return size == 0            ? unspecified()
                   : name == "seq.last" ? a[0].elements().back()
                                        : interpret::slice(a[0], 0, size - 1);
        }
        if (name == "seq.append") {
            return interpret::concat(a[0], a[1]);
        }
        if (name == "seq.contains") {
            return Value::boolean(interpret::contains(a[0], a[1]));
        }
        if (name == "seq.equal") {
            return Value::boolean(a[0] == a[1]);
        }
        if (name == "seq.prefix") {
            return Value::boolean(interpret::is_prefix(a[0], a[1]));
        }
        if (name == "seq.index") {
            return interpret::contains(a[0], a[1]) ? first(a[0], a[1]) : unspecified();
        }
        if (name == "seq.difference" || name == "seq.mismatch") {
            const std::size_t same = common_prefix(a[0], a[1]);
            const bool differ = same < size && same < interpret::length(a[1]);
            return differ ? integer(static_cast<long>(same)) : unspecified();
        }
        const long place = index(a[1]);
        const bool is_index = 0 <= place && place < static_cast<long>(size);
        if (name == "seq.at") {
            return is_index ? a[0].elements()[static_cast<std::size_t>(place)] : unspecified();
        }
        if (name == "seq.update") {
            return is_index ? interpret::update(a[0], static_cast<std::size_t>(place), a[2]) : unspecified();
        }
        if (name != "seq.take" && name != "seq.drop") {
            throw std::logic_error("the model does not know " + name);
        }
        if (!is_index && place != static_cast<long>(size)) {
            return unspecified();
        }
        const auto cut = static_cast<std::size_t>(place);
        return name == "seq.take" ? interpret::slice(a[0], 0, cut) : interpret::slice(a[0], cut, size);
    }

    static Value first(const Value& sequence, const Value& element) {
        long place = 0;
        while (!(sequence.elements()[static_cast<std::size_t>(place)] == element)) {
            ++place;
        }
        return integer(place);
    }

    static std::size_t common_prefix(const Value& left, const Value& right) {
        std::size_t result = 0;
        while (result < interpret::length(left) && interpret::is_prefix(interpret::slice(left, 0, result + 1), right)) {
            ++result;
        }
        return result;
    }

    const logic::TermStore& store_;
    const Symbols& symbols_;
    long oddity_;
};

} // namespace daphnia::encode
