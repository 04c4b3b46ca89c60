// Functions as values that read the heap: symbols that take the heap, and what is known of all checked values.
//
// apply(f, h, x), domain(f, h, x) and reads(f, h, x) are what the value gives, whether it has a meaning, and which
// arrays that depends on, in the heap h. Of values that cannot read the heap the symbols of lambda.cpp speak. The model
// are such triples of functions over all heaps that a program can have; none of these contains a value that reads the
// heap (resolve sees to it), so that there is no circle. closed(f) is learned of a value where it was checked that in
// every such heap its precondition, its reads clause and its body look into no array but those of the reads clause;
// nothing else is assumed of values that were never checked.
#include "encode/expression.h"
#include "encode/frame_law.h"
#include "typed/frame.h"

namespace daphnia::encode {

using typed::Type;

namespace {

Type objects() {
    return typed::set_type(typed::object_type());
}

} // namespace

const Vocabulary::ReadingSymbols& Vocabulary::reading(const Type& type) {
    const Sort own = sort(type);
    const auto known = readings_.find(own);
    if (known != readings_.end()) {
        return known->second;
    }
    std::vector<Sort> sorts{own};
    for (const typed::Region& region : heap_.regions()) {
        sorts.push_back(heap_.map_sort(region));
    }
    for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
        sorts.push_back(sort(type.arguments[i]));
    }
    ReadingSymbols symbols;
    symbols.apply = store_.function("apply in heap " + own->name, sorts, sort(typed::result_type(type)));
    symbols.domain = store_.function("domain in heap " + own->name, sorts, store_.bool_sort());
    symbols.reads = store_.function("reads in heap " + own->name, sorts, sort(objects()));
    symbols.closed = store_.function("closed " + own->name, {own}, store_.bool_sort());
    const ReadingSymbols& result = readings_.emplace(own, symbols).first->second;
    define_reading(type, result);
    return result;
}

// closed(f), and no object that f reads for x in h1 differs in h2 ==> f has a meaning for x in both or in none; and if
// it has, it gives the same and reads the same. Without a meaning, what the reads clause amounts to is not known to
// depend on what it names alone.
void Vocabulary::define_reading(const Type& type, const ReadingSymbols& symbols) {
    const Term f = store_.fresh_variable("f", sort(type));
    std::vector<Term> arguments;
    for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
        arguments.push_back(store_.fresh_variable("x", sort(type.arguments[i])));
    }
    const auto in = [&](logic::Function symbol, const State& state) {
        return store_.apply(symbol, joined(joined({f}, state.maps), arguments));
    };
    FrameLaw law;
    law.name = "frame of " + sort(type)->name;
    law.why = "what a function as a value gives depends on what it reads alone";
    law.arguments = joined({f}, arguments);
    law.holds = [&](const State&) { return store_.apply(symbols.closed, {f}); };
    law.reads = [&](const State& state, Term r) { return contains(objects(), in(symbols.reads, state), r); };
    law.given = [&](const State& state) {
        return std::vector<Term>{in(symbols.domain, state), in(symbols.apply, state), in(symbols.reads, state)};
    };
    law.same = [&](const State& before, const State& after) {
        const Term meaning = in(symbols.domain, before);
        const Term alike = store_.and_(store_.equal(in(symbols.apply, before), in(symbols.apply, after)),
                                       store_.equal(in(symbols.reads, before), in(symbols.reads, after)));
        return store_.and_(store_.equal(meaning, in(symbols.domain, after)), store_.implies(meaning, alike));
    };
    add_frame_law(law);
}

// forall h, x {apply(f, h, x)} {domain(f, h, x)} :: is<A>(x), f has a meaning for x in h ==> is<B>(apply(f, h, x))
Term Vocabulary::gives_when_it_reads(const Type& type, Term value) {
    const Applied any = applied_anywhere(type, value);
    const Term fits = is(typed::result_type(type), any.value, nullptr);
    const Term claim = store_.implies(store_.and_({any.good, any.belong, any.domain}), fits);
    return any.variables.empty()
               ? claim
               : store_.forall(
                     {"is<" + typed::unique_name(type) + ">.applied", any.variables, {{any.value}, {any.domain}}, 0},
                     claim);
}

Vocabulary::Applied Vocabulary::applied_anywhere(const Type& type, Term value) {
    const ReadingSymbols& symbols = reading(type);
    Applied result;
    const State any = heap_.fresh_state("some ");
    result.variables = any.maps;
    result.good = heap_.is_good(any);
    result.state = any;
    const AnyArguments given = any_arguments(type, nullptr);
    result.arguments = given.variables;
    result.belong = given.belong;
    const std::vector<Term> all = joined(joined({value}, result.variables), result.arguments);
    result.variables = joined(std::move(result.variables), result.arguments);
    result.value = store_.apply(symbols.apply, all);
    result.domain = store_.apply(symbols.domain, all);
    result.reads = store_.apply(symbols.reads, all);
    return result;
}

// pure<A>(f) <==> closed(f), and for all x of A, in every heap: it has a meaning where domain(f, x) says, and then it
// reads nothing and gives apply(f, x).
Term Vocabulary::is_pure(const Type& type, Term value) {
    std::string parameters;
    for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
        parameters += (i == 0 ? "" : ",") + typed::unique_name(type.arguments[i]);
    }
    const std::string name = "pure<" + parameters + "> " + sort(type)->name;
    auto known = predicates_.find(name);
    if (known == predicates_.end()) {
        const logic::Function predicate = store_.function(name, {sort(type)}, store_.bool_sort());
        known = predicates_.emplace(name, predicate).first;
        const Term f = store_.fresh_variable("f", sort(type));
        const Applied any = applied_anywhere(type, f);
        const ArrowSymbols plain = arrow(type);
        const std::vector<Term> applied = joined({f}, any.arguments);
        const Term domain = store_.apply(plain.domain, applied);
        const Term nothing = store_.equal(any.reads, store_.apply(set(objects()).empty, {}));
        const Term same = store_.and_(
            store_.equal(any.domain, domain),
            store_.implies(domain, store_.and_(store_.equal(any.value, store_.apply(plain.apply, applied)), nothing)));
        const Term claim = store_.implies(store_.and_(any.good, any.belong), same);
        const Term everywhere =
            any.variables.empty()
                ? claim
                : store_.forall({name + ".applied", any.variables, {{any.value}, {any.domain}, {any.reads}}, 0}, claim);
        const Term applies = store_.apply(predicate, {f});
        add_axiom(
            name, "a function that reads nothing gives the same in every heap",
            store_.forall({name, {f}, {{applies}}, 0},
                          store_.equal(applies, store_.and_(store_.apply(reading(type).closed, {f}), everywhere))));
    }
    return store_.apply(known->second, {value});
}

// What it reads for allocated arguments is allocated where the heap has nothing else in allocated arrays, and so is
// what it gives.
Term Vocabulary::reading_is_allocated(const Type& type, Term value, const State& state) {
    const Membership is_of = membership(type, true);
    if (is_of.first) {
        const Term f = store_.fresh_variable("f", sort(type));
        Applied any = applied_anywhere(type, f);
        any.state.alloc = is_of.inside.alloc;
        const Term applied = belongs(is_of, f, is_of.state());
        std::vector<Term> known{applied, heap_.is_sound(any.state), any.domain};
        for (std::size_t i = 0; i < any.arguments.size(); ++i) {
            known.push_back(is(type.arguments[i], any.arguments[i], is_of.state()));
        }
        const Term r = store_.fresh_variable("r", heap_.ref());
        const Term read = contains(objects(), any.reads, r);
        const Term exist = store_.forall({"what is read exists", {r}, {{read}}, 0},
                                         store_.implies(read, store_.select(is_of.inside.alloc, r)));
        const Term given = is(typed::result_type(type), any.value, is_of.state());
        add_axiom(is_of.name, "what a function as a value reads and gives is allocated when it is",
                  store_.forall({is_of.name,
                                 with_allocation(is_of, joined({f}, any.variables)),
                                 {{applied, heap_.is_sound(any.state), any.reads},
                                  {applied, heap_.is_sound(any.state), any.value}},
                                 0},
                                store_.implies(store_.and_(std::move(known)), store_.and_(exist, given))));
        relate_allocations(type, is_of.predicate, f, is_of.inside.alloc);
    }
    return belongs(is_of, value, &state);
}

// A lambda existed as soon as what it captures did; said where that is plain from the sorts.
void Vocabulary::relate_to_captured(const Type& type, Term lambda, const std::vector<Term>& captured) {
    State then;
    then.alloc = store_.fresh_variable("alloc", heap_.alloc_sort());
    std::vector<Term> exist{arrow_is(type, lambda, nullptr)};
    for (const Term value : captured) {
        if (value->sort == heap_.ref()) {
            exist.push_back(is(typed::object_type(), value, &then));
        } else if (value->sort == sort(objects())) {
            exist.push_back(is(objects(), value, &then));
        } else if (value->sort != store_.int_sort() && value->sort != store_.bool_sort() &&
                   value->sort != store_.real_sort()) {
            return;
        }
    }
    const Term allocated = reading_is_allocated(type, lambda, then);
    std::vector<Term> variables = captured;
    variables.push_back(then.alloc);
    const std::string name = lambda->function->name + ".exists";
    add_axiom(
        name, "a lambda exists when what it captures does",
        store_.forall({name, variables, {{allocated}}, 0}, store_.implies(store_.and_(std::move(exist)), allocated)));
}

Term Vocabulary::fits(const Type& to, const Type& from, Term value, const State& state) {
    if (to.kind != typed::TypeKind::Arrow || to.arrow == typed::ArrowKind::General ||
        from.kind != typed::TypeKind::Arrow || from.arrow != typed::ArrowKind::General) {
        return is(to, value, nullptr);
    }
    const ReadingSymbols& symbols = reading(to);
    const AnyArguments any = any_arguments(to, nullptr);
    const std::vector<Term> all = joined(joined({value}, state.maps), any.variables);
    const Term reads = store_.apply(symbols.reads, all);
    const Term domain = store_.apply(symbols.domain, all);
    const Term given = is(typed::result_type(to), store_.apply(symbols.apply, all), nullptr);
    const Term nothing = store_.apply(set(objects()).equal, {reads, store_.apply(set(objects()).empty, {})});
    const Term claim = store_.implies(any.belong, store_.and_(nothing, to.arrow == typed::ArrowKind::Total
                                                                           ? store_.and_(domain, given)
                                                                           : store_.implies(domain, given)));
    return store_.and_(
        store_.apply(symbols.closed, {value}),
        any.variables.empty() ? claim : store_.forall({"reads nothing", any.variables, {{reads}, {domain}}, 0}, claim));
}

// ---- expressions

Term Expressions::objects(const typed::Frame& frame) {
    const Type set = encode::objects();
    const logic::SetTheory& theory = vocabulary_.set(set);
    Term result = store_.apply(theory.empty, {});
    for (const typed::FrameEntry& entry : frame.entries) {
        const Type& type = entry.expr->type;
        const Term value = encode(*entry.expr);
        if (typed::kind_of(entry) == typed::FrameEntryKind::One) {
            const Term more = store_.apply(theory.insert, {result, value});
            result = type.nullable ? store_.ite(store_.equal(value, vocabulary_.heap().null()), result, more) : more;
            continue;
        }
        Term more = value;
        if (type.kind == typed::TypeKind::Seq) {
            const logic::SeqTheory& seq = vocabulary_.seq(type);
            const Term i = store_.fresh_variable("i", store_.int_sort());
            more = vocabulary_.set_comprehension(set, {i}, in_range(i, store_.apply(seq.length, {value})),
                                                 store_.apply(seq.at, {value, i}));
        }
        result = store_.apply(theory.union_, {result, more});
    }
    return result;
}

Expressions::Reading Expressions::read(const Type& type, const std::vector<Term>& applied) {
    const Vocabulary::ReadingSymbols& symbols = vocabulary_.reading(type);
    const std::vector<Term> all =
        joined(joined({applied.front()}, scope_.now.maps), {applied.begin() + 1, applied.end()});
    return {store_.apply(symbols.apply, all), store_.apply(symbols.domain, all), store_.apply(symbols.reads, all)};
}

void Expressions::check_application(const Type& type, const std::vector<Term>& applied, Term reads, Term meaning) {
    if (definedness_ != nullptr) {
        definedness_->check_application(
            *current_, {type, applied.front(), {applied.begin() + 1, applied.end()}, reads, meaning}, scope_, guard());
    }
}

// Where not everything may be read, it has to have a meaning: without one, nothing says what its reads clause reads.
Term Expressions::operator()(const typed::ReadsOf& node) {
    const Type& type = node.function->type;
    const std::vector<Term> all = applied(*node.function, node.arguments);
    if (type.arrow != typed::ArrowKind::General) {
        return store_.apply(vocabulary_.set(encode::objects()).empty, {});
    }
    const Reading reading = read(type, all);
    check_application(type, all, reading.reads, reading.domain);
    return reading.reads;
}

} // namespace daphnia::encode
