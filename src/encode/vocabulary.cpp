#include "encode/vocabulary.h"

#include "encode/expression.h"
#include "support/error.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::encode {

using typed::Type;
using typed::TypeKind;

Vocabulary::Vocabulary(const Context& context, typed::Callable task, logic::TermStore& store)
    : context_(context), task_(task), store_(store), theories_(store), heap_(*this, context.reaching.from(task)),
      lifting_(store) {}

std::vector<Term> joined(std::vector<Term> first, const std::vector<Term>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Sort Vocabulary::sort(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
        return store_.bool_sort();
    case TypeKind::Int:
    case TypeKind::Nat:
    case TypeKind::Char:
        return store_.int_sort();
    case TypeKind::Real:
        return store_.real_sort();
    case TypeKind::Bits:
        return store_.bits_sort(bits_held(type));
    case TypeKind::Seq:
        return theories_.seq(sort(type.arguments.at(0))).seq;
    case TypeKind::Set:
    case TypeKind::Iset:
        return set(type).set;
    case TypeKind::Map:
    case TypeKind::Imap:
        return map(type).map;
    case TypeKind::Multiset:
        return theories_.multiset(sort(type.arguments.at(0))).multiset;
    case TypeKind::Reference:
        return heap_.ref();
    case TypeKind::Parameter:
        return store_.named_sort("Type " + type.parameter->unique);
    case TypeKind::Subset:
        return sort(type.subset->base);
    case TypeKind::Tuple: {
        std::string name;
        for (const Type& component : type.arguments) {
            name += (name.empty() ? "" : ",") + sort(component)->name;
        }
        return store_.named_sort("Tuple<" + name + ">");
    }
    case TypeKind::Datatype:
        return store_.named_sort("Datatype<" + typed::unique_name(typed::base_type(type)) + ">");
    case TypeKind::Arrow: {
        std::string name;
        for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
            name += (i == 0 ? "" : ",") + sort(type.arguments[i])->name;
        }
        return store_.named_sort("Fn<" + name + ";" + sort(typed::result_type(type))->name + ">");
    }
    }
    DAPHNIA_CHECK(false, "unknown type kind");
}

namespace {

bool is_constrained_within(const Type& type, bool allocation, bool functions, std::set<std::string>& seen) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Real:
        return false;
    case TypeKind::Bits:
        return type.width == 0;
    case TypeKind::Nat:
    case TypeKind::Char:
        return true;
    case TypeKind::Reference:
        return !type.nullable || allocation || (typed::is_array(type) && typed::may_be_empty(type.arguments.at(0)));
    case TypeKind::Parameter: // it may be empty, its sort is not
    case TypeKind::Subset:
        return true;
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple:
        return std::any_of(type.arguments.begin(), type.arguments.end(), [&](const Type& argument) {
            return is_constrained_within(argument, allocation, functions, seen);
        });
    case TypeKind::Arrow:
        return functions || type.arrow == typed::ArrowKind::Total ||
               is_constrained_within(typed::result_type(type), allocation, functions, seen);
    case TypeKind::Datatype:
        if (seen.insert(typed::unique_name(type)).second) {
            for (std::size_t i = 0; i < type.datatype->destructors.size(); ++i) {
                if (is_constrained_within(typed::destructor_type(type, i), allocation, functions, seen)) {
                    return true;
                }
            }
        }
        return false;
    }
    return true;
}

} // namespace

bool Vocabulary::is_constrained(const Type& type, bool allocation) const {
    std::set<std::string> seen;
    return is_constrained_within(type, allocation, heap_.has_reading_functions(), seen);
}

Term Vocabulary::is(const Type& type, Term value, const State* state) {
    const auto between = [&](long low, long high) {
        return store_.and_(store_.less_equal(store_.integer(low), value),
                           store_.less_equal(value, store_.integer(high)));
    };
    const auto is_allocated = [&] { return state == nullptr ? store_.true_() : store_.select(state->alloc, value); };
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Real:
        return store_.true_();
    case TypeKind::Bits:
        return type.width > 0 ? store_.true_() : store_.equal(value, store_.bits(0, bits_held(type)));
    case TypeKind::Nat:
        return store_.less_equal(store_.integer(0), value);
    case TypeKind::Char: // the Unicode scalar values
        return store_.or_(between(0, 0xD7FF), between(0xE000, 0x10FFFF));
    case TypeKind::Reference: {
        const Term is_of_kind =
            typed::is_array(type) ? heap_.has_elements(type.arguments.at(0), value) : store_.true_();
        const Term present = store_.and_(is_of_kind, is_allocated());
        if (!type.nullable) {
            return store_.and_(store_.not_equal(value, heap_.null()), present);
        }
        return present == store_.true_() ? present : store_.or_(store_.equal(value, heap_.null()), present);
    }
    case TypeKind::Parameter:
        return parameter_is(type, value, state);
    case TypeKind::Subset:
        return store_.and_(is(type.subset->base, value, state), satisfies(*type.subset->constraint, value));
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
        return elements_are(type, value, state);
    case TypeKind::Tuple: {
        std::vector<Term> components;
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            if (is_constrained(type.arguments[i], state != nullptr)) {
                components.push_back(is(type.arguments[i], store_.apply(tuple(type).select[i], {value}), state));
            }
        }
        return store_.and_(std::move(components));
    }
    case TypeKind::Datatype:
        return datatype_is(type, value, state);
    case TypeKind::Arrow:
        return arrow_is(type, value, state);
    }
    DAPHNIA_CHECK(false, "unknown type kind");
}

namespace {

// Operators alone: what is shorter than a call, and leaves nothing to unfold.
bool is_plain(const typed::Expr& root) {
    bool plain = true;
    typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                     plain = plain && (std::holds_alternative<typed::VariableRead>(expr.node) ||
                                                       std::holds_alternative<typed::BoolLiteral>(expr.node) ||
                                                       std::holds_alternative<typed::IntLiteral>(expr.node) ||
                                                       std::holds_alternative<typed::RealLiteral>(expr.node) ||
                                                       std::holds_alternative<typed::CharLiteral>(expr.node) ||
                                                       std::holds_alternative<typed::Unary>(expr.node) ||
                                                       std::holds_alternative<typed::Binary>(expr.node) ||
                                                       std::holds_alternative<typed::SeqLength>(expr.node) ||
                                                       std::holds_alternative<typed::DatatypeTest>(expr.node));
                                 },
                                 [&](const typed::Stmt&) { plain = false; }});
    return plain;
}

} // namespace

// A constraint reads no heap and has no precondition, and nothing that it is made of mentions its type: it is no part
// of any recursion, so that what it means may be said in place of a call.
Term Vocabulary::satisfies(const typed::Function& constraint, Term value) {
    if (!is_plain(*constraint.body)) {
        std::vector<Term> arguments = heap_arguments(constraint, {value}, heap_.state("any "));
        arguments.push_back(value);
        return store_.apply(function(constraint).layers.back(), std::move(arguments));
    }
    Scope scope;
    scope.values[constraint.parameters.front().get()] = value;
    scope.now = heap_.state("any ");
    scope.old = scope.now;
    return Expressions(*this, scope).encode(*constraint.body);
}

// is<T>(v): of which nothing is known, so that T may be empty or smaller than its sort. With a state: also every
// reference in v is allocated there, in<T>(v, r) saying which these are.
Term Vocabulary::parameter_is(const Type& type, Term value, const State* state) {
    const std::string& name = type.parameter->unique;
    const Term belongs = store_.apply(store_.function("is<" + name + ">", {sort(type)}, store_.bool_sort()), {value});
    if (state == nullptr || type.parameter->no_references) {
        return belongs;
    }
    const logic::Function holds = store_.function("in<" + name + ">", {sort(type), heap_.ref()}, store_.bool_sort());
    const Term r = store_.fresh_variable("r", heap_.ref());
    const Term inside = store_.apply(holds, {value, r});
    return store_.and_(belongs, store_.forall({"allocated<" + name + ">", {r}, {{inside}}, 0},
                                              store_.implies(inside, store_.select(state->alloc, r))));
}

Term Vocabulary::some_value(const Type& parameter) {
    const std::string name = "some " + parameter.parameter->unique;
    const bool first = store_.find_function(name) == nullptr;
    const logic::Function symbol = store_.function(name, {}, sort(parameter));
    const Term value = store_.apply(symbol, {});
    if (first) {
        add_axiom(name, "a type declared to be nonempty has a value", is(parameter, value, nullptr), symbol);
    }
    return value;
}

// Of a sequence: forall i :: 0 <= i < |s| ==> holds(s[i]). Of a set or multiset: forall x :: x in s ==> holds(x).
Term Vocabulary::every_element(const std::string& name, const Type& collection, Term value,
                               const std::function<Term(Term)>& holds) {
    if (collection.kind == TypeKind::Seq) {
        const Term i = store_.fresh_variable("i", store_.int_sort());
        const Term at = store_.apply(seq(collection).at, {value, i});
        const Term in_range = store_.and_(store_.less_equal(store_.integer(0), i),
                                          store_.less(i, store_.apply(seq(collection).length, {value})));
        return store_.forall({name, {i}, {{at}}, 0}, store_.implies(in_range, holds(at)));
    }
    const Term x = store_.fresh_variable("x", sort(collection.arguments.at(0)));
    const Term asked = typed::is_set(collection) ? store_.apply(set(collection).contains, {value, x})
                                                 : store_.apply(multiset(collection).count, {value, x});
    return store_.forall({name, {x}, {{asked}}, 0}, store_.implies(contains(collection, value, x), holds(x)));
}

// Of a map: forall k :: k in m ==> is<K>(k) && is<V>(m[k]). Of other collections: every element belongs.
Term Vocabulary::elements_belong(const Type& type, Term value, const State* state) {
    const Type& element = type.arguments.at(0);
    const std::string name = "is<" + typed::unique_name(type) + ">.elements";
    if (!typed::is_map(type)) {
        return every_element(name, type, value, [&](Term each) { return is(element, each, state); });
    }
    const Term x = store_.fresh_variable("x", sort(element));
    const Term key = contains(type, value, x);
    const Term at = store_.apply(map(type).value, {value, x});
    return store_.forall({name, {x}, {{key}, {at}}, 0},
                         store_.implies(key, store_.and_(is(element, x, state), is(type.arguments.at(1), at, state))));
}

Vocabulary::Membership Vocabulary::membership(const Type& type, bool allocation) {
    const std::string name = "is<" + typed::unique_name(type) + (allocation ? ",alloc>" : ">");
    const auto known = predicates_.find(name);
    if (known != predicates_.end()) {
        return {name, known->second, allocation, false, {}};
    }
    State inside;
    std::vector<Sort> sorts{sort(type)};
    if (allocation) {
        sorts.push_back(heap_.alloc_sort());
        inside.alloc = store_.fresh_variable("alloc", heap_.alloc_sort());
    }
    const logic::Function predicate = store_.function(name, std::move(sorts), store_.bool_sort());
    predicates_.emplace(name, predicate);
    return {name, predicate, allocation, true, std::move(inside)};
}

Term Vocabulary::belongs(const Membership& to, Term value, const State* state) {
    return store_.apply(to.predicate,
                        to.allocation ? std::vector<Term>{value, state->alloc} : std::vector<Term>{value});
}

std::vector<Term> Vocabulary::with_allocation(const Membership& of, std::vector<Term> variables) const {
    if (of.allocation) {
        variables.push_back(of.inside.alloc);
    }
    return variables;
}

// is<seq<T>>(s[, alloc]) <==> all its elements belong to T; so for all collections.
Term Vocabulary::elements_are(const Type& type, Term value, const State* state) {
    const bool allocation = state != nullptr && typed::contains_references(type);
    if (!is_constrained(type, allocation)) {
        return store_.true_();
    }
    const Membership is_of = membership(type, allocation);
    if (is_of.first) {
        const Term s = store_.fresh_variable("s", sort(type));
        const Term elements = elements_belong(type, s, is_of.state());
        const Term applied = belongs(is_of, s, is_of.state());
        add_axiom(
            is_of.name, "a collection belongs to a type when its elements belong to the element type",
            store_.forall({is_of.name, with_allocation(is_of, {s}), {{applied}}, 0}, store_.equal(applied, elements)));
    }
    return belongs(is_of, value, state);
}

Term Vocabulary::equal(const Type& declared, Term a, Term b) {
    const Type type = typed::carrier(declared);
    if (type.kind == TypeKind::Seq) {
        return store_.apply(seq(type).equal, {a, b});
    }
    if (typed::is_set(type)) {
        return store_.apply(set(type).equal, {a, b});
    }
    if (typed::is_map(type)) {
        return store_.apply(map(type).equal, {a, b});
    }
    if (type.kind == TypeKind::Multiset) {
        return store_.apply(multiset(type).equal, {a, b});
    }
    if (type.kind == TypeKind::Tuple) {
        // Component by component, so that sequences inside are compared by their elements.
        const TupleSymbols& symbols = tuple(type);
        std::vector<Term> components{store_.true_()};
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            components.push_back(
                equal(type.arguments[i], store_.apply(symbols.select[i], {a}), store_.apply(symbols.select[i], {b})));
        }
        return store_.and_(std::move(components));
    }
    if (type.kind == TypeKind::Datatype && type.datatype->constructors.size() == 1 &&
        type.datatype->destructors.empty()) {
        // True of all values; asking for the tags makes known that they are the same.
        const auto is_the_one = [&](Term value) {
            return store_.equal(store_.apply(datatype(type).tag, {value}), store_.integer(0));
        };
        return store_.and_(is_the_one(a), is_the_one(b));
    }
    if (type.kind == TypeKind::Datatype && datatype(type).equal != nullptr) {
        return store_.apply(datatype(type).equal, {a, b});
    }
    return store_.equal(a, b);
}

const Vocabulary::TupleSymbols& Vocabulary::tuple(const Type& type) {
    const Sort own = sort(type);
    const auto known = tuples_.find(own);
    if (known != tuples_.end()) {
        return known->second;
    }
    TupleSymbols symbols;
    std::vector<Sort> sorts;
    std::vector<Term> variables;
    for (const Type& component : type.arguments) {
        sorts.push_back(sort(component));
        variables.push_back(store_.fresh_variable("c", sorts.back()));
    }
    symbols.make = store_.function("make " + own->name, sorts, own);
    const Term made = store_.apply(symbols.make, variables);
    const Term t = store_.fresh_variable("t", own);
    std::vector<Term> selected;
    std::vector<Term> laws;
    for (std::size_t i = 0; i < sorts.size(); ++i) {
        symbols.select.push_back(store_.function(own->name + "." + std::to_string(i), {own}, sorts[i]));
        selected.push_back(store_.apply(symbols.select[i], {t}));
        laws.push_back(store_.equal(store_.apply(symbols.select[i], {made}), variables[i]));
    }
    add_axiom(own->name + ".select", "selecting a component gives what the tuple was made of",
              store_.forall({own->name + ".select", variables, {{made}}, 0}, store_.and_(std::move(laws))));
    std::vector<logic::Trigger> triggers;
    for (const Term component : selected) {
        triggers.push_back({component});
    }
    const Term again = store_.equal(store_.apply(symbols.make, selected), t);
    add_axiom(own->name + ".make", "a tuple is made of its components",
              store_.forall({own->name + ".make", {t}, std::move(triggers), 0}, again));
    return tuples_.emplace(own, std::move(symbols)).first->second;
}

Term Vocabulary::string(const std::u32string& text) {
    const logic::SeqTheory& theory = theories_.seq(store_.int_sort());
    Term result = store_.apply(theory.empty, {});
    for (const char32_t c : text) {
        result = store_.apply(theory.build, {result, store_.integer(static_cast<unsigned long>(c))});
    }
    return result;
}

void Vocabulary::add_axiom(std::string name, std::string why, Term formula, logic::Function defines) {
    axioms_.push_back({std::move(name), std::move(why), formula, defines});
}

std::vector<logic::Axiom> Vocabulary::axioms() {
    // Asked for by what is defined below, so that it comes first.
    const State any = heap_.state("any ");
    for (const typed::Region& region : heap_.regions()) {
        if (const Term good = heap_.is_typed(region, heap_.map(any, region)); good != store_.true_()) {
            add_axiom("any " + region.name,
                      "what does not depend on the heap may be looked at in any heap of a program", good,
                      good->function);
        }
    }
    while (!undefined_functions_.empty() || !undefined_constants_.empty()) {
        if (!undefined_functions_.empty()) {
            const typed::Function* function = undefined_functions_.front();
            undefined_functions_.pop_front();
            define_function(*function);
        } else {
            const typed::Constant* constant = undefined_constants_.front();
            undefined_constants_.pop_front();
            define_constant(*constant);
        }
    }
    std::vector<logic::Axiom> result = theories_.axioms();
    result.insert(result.end(), axioms_.begin(), axioms_.end());
    return result;
}

} // namespace daphnia::encode
