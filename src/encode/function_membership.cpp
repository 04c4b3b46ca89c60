#include "encode/function_membership.h"

#include "encode/vocabulary.h"

namespace daphnia::encode {

using typed::Type;

FunctionMembership::FunctionMembership(Vocabulary& vocabulary)
    : store_(vocabulary.store()), axioms_(vocabulary.own_axioms), sorts_(vocabulary.sorts), heap_(vocabulary.heap),
      predicates_(vocabulary.predicates), collections_(vocabulary.collections), membership_(vocabulary.membership),
      function_types_(vocabulary.function_types) {}

// forall x {apply(f, x)} {domain(f, x)} :: is<A>(x) ==> is<B>(apply(f, x)), where f has a meaning for x; which a total
// function has for all of them.
Term FunctionMembership::takes_and_gives(const Type& type, Term value, const State* state) {
    const ArrowSymbols symbols = function_types_.arrow(type);
    const AnyArguments any = function_types_.any_arguments(type, state);
    const std::vector<Term> arguments = joined({value}, any.variables);
    const Term given = store_.apply(symbols.apply, arguments);
    const Term defined = store_.apply(symbols.domain, arguments);
    const Term fits = membership_.is(typed::result_type(type), given, state);
    const Term claim = store_.implies(
        any.belong, type.arrow == typed::ArrowKind::Total ? store_.and_(defined, fits) : store_.implies(defined, fits));
    return any.variables.empty()
               ? claim
               : store_.forall({"is<" + typed::unique_name(type) + ">.applied", any.variables, {{given}, {defined}}, 0},
                               claim);
}

// With a state: what it gives for allocated arguments is allocated. It belongs to the type for others, too.
Term FunctionMembership::is(const Type& type, Term value, const State* state) {
    const bool general = type.arrow == typed::ArrowKind::General;
    if (general && state != nullptr) {
        return store_.and_(is(type, value, nullptr), is_allocated(type, value, *state));
    }
    const bool allocation = state != nullptr && typed::contains_references(typed::result_type(type));
    const bool says_more =
        type.arrow == typed::ArrowKind::Total || membership_.is_constrained(typed::result_type(type), allocation);
    const Term always = state != nullptr                ? is(type, value, nullptr)
                        : general                       ? store_.apply(function_types_.reading(type).closed, {value})
                        : heap_.has_reading_functions() ? is_pure(type, value)
                                                        : store_.true_();
    if (!says_more || (state != nullptr && !allocation)) {
        return always;
    }
    const TypePredicate is_of = predicates_.of(type, allocation);
    if (is_of.first) {
        const Term f = store_.fresh_variable("f", sorts_.of(type));
        const Term meaning = general ? gives_when_it_reads(type, f) : takes_and_gives(type, f, is_of.state());
        const Term applied = predicates_.belongs(is_of, f, is_of.state());
        axioms_.add(is_of.name, "a function belongs to a type when it takes what the type says, and gives it",
                    store_.forall({is_of.name, predicates_.with_allocation(is_of, {f}), {{applied}}, 0},
                                  store_.equal(applied, meaning)));
    }
    return store_.and_(always, predicates_.belongs(is_of, value, state));
}

// forall h, x {apply(f, h, x)} {domain(f, h, x)} :: is<A>(x), f has a meaning for x in h ==> is<B>(apply(f, h, x))
Term FunctionMembership::gives_when_it_reads(const Type& type, Term value) {
    const AppliedAnywhere any = function_types_.applied_anywhere(type, value);
    const Term fits = membership_.is(typed::result_type(type), any.value, nullptr);
    const Term claim = store_.implies(store_.and_({any.good, any.belong, any.domain}), fits);
    return any.variables.empty()
               ? claim
               : store_.forall(
                     {"is<" + typed::unique_name(type) + ">.applied", any.variables, {{any.value}, {any.domain}}, 0},
                     claim);
}

// pure<A>(f) <==> closed(f), and for all x of A, in every heap: it has a meaning where domain(f, x) says, and then it
// reads nothing and gives apply(f, x).
Term FunctionMembership::is_pure(const Type& type, Term value) {
    std::string parameters;
    for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
        parameters += (i == 0 ? "" : ",") + typed::unique_name(type.arguments[i]);
    }
    const std::string name = "pure<" + parameters + "> " + sorts_.of(type)->name;
    const TypePredicate pure = predicates_.named(name, type, false);
    if (pure.first) {
        const Term f = store_.fresh_variable("f", sorts_.of(type));
        const AppliedAnywhere any = function_types_.applied_anywhere(type, f);
        const ArrowSymbols plain = function_types_.arrow(type);
        const std::vector<Term> applied = joined({f}, any.arguments);
        const Term domain = store_.apply(plain.domain, applied);
        const Term nothing = store_.equal(any.reads, store_.apply(sorts_.set(set_of_objects()).empty, {}));
        const Term same = store_.and_(
            store_.equal(any.domain, domain),
            store_.implies(domain, store_.and_(store_.equal(any.value, store_.apply(plain.apply, applied)), nothing)));
        const Term claim = store_.implies(store_.and_(any.good, any.belong), same);
        const Term everywhere =
            any.variables.empty()
                ? claim
                : store_.forall({name + ".applied", any.variables, {{any.value}, {any.domain}, {any.reads}}, 0}, claim);
        const Term applies = store_.apply(pure.predicate, {f});
        axioms_.add(
            name, "a function that reads nothing gives the same in every heap",
            store_.forall({name, {f}, {{applies}}, 0},
                          store_.equal(applies, store_.and_(store_.apply(function_types_.reading(type).closed, {f}),
                                                            everywhere))));
    }
    return store_.apply(pure.predicate, {value});
}

// What it reads for allocated arguments is allocated where the heap has nothing else in allocated arrays, and so is
// what it gives.
Term FunctionMembership::is_allocated(const Type& type, Term value, const State& state) {
    const TypePredicate is_of = predicates_.of(type, true);
    if (is_of.first) {
        const Term f = store_.fresh_variable("f", sorts_.of(type));
        AppliedAnywhere any = function_types_.applied_anywhere(type, f);
        any.state.alloc = is_of.inside.alloc;
        const Term applied = predicates_.belongs(is_of, f, is_of.state());
        std::vector<Term> known{applied, heap_.is_sound(any.state), any.domain};
        for (std::size_t i = 0; i < any.arguments.size(); ++i) {
            known.push_back(membership_.is(type.arguments[i], any.arguments[i], is_of.state()));
        }
        const Term r = store_.fresh_variable("r", heap_.ref());
        const Term read = collections_.contains(set_of_objects(), any.reads, r);
        const Term exist = store_.forall({"what is read exists", {r}, {{read}}, 0},
                                         store_.implies(read, store_.select(is_of.inside.alloc, r)));
        const Term given = membership_.is(typed::result_type(type), any.value, is_of.state());
        axioms_.add(is_of.name, "what a function as a value reads and gives is allocated when it is",
                    store_.forall({is_of.name,
                                   predicates_.with_allocation(is_of, joined({f}, any.variables)),
                                   {{applied, heap_.is_sound(any.state), any.reads},
                                    {applied, heap_.is_sound(any.state), any.value}},
                                   0},
                                  store_.implies(store_.and_(std::move(known)), store_.and_(exist, given))));
        membership_.relate_allocations(type, is_of.predicate, f, is_of.inside.alloc);
    }
    return predicates_.belongs(is_of, value, &state);
}

// A lambda existed as soon as what it captures did; said where that is plain from the sorts.
void FunctionMembership::relate_to_captured(const Type& type, Term lambda, const std::vector<Term>& captured) {
    State then;
    then.alloc = store_.fresh_variable("alloc", heap_.alloc_sort());
    std::vector<Term> exist{is(type, lambda, nullptr)};
    for (const Term value : captured) {
        if (value->sort == heap_.ref()) {
            exist.push_back(membership_.is(typed::object_type(), value, &then));
        } else if (value->sort == sorts_.of(set_of_objects())) {
            exist.push_back(membership_.is(set_of_objects(), value, &then));
        } else if (value->sort != store_.int_sort() && value->sort != store_.bool_sort() &&
                   value->sort != store_.real_sort()) {
            return;
        }
    }
    const Term allocated = is_allocated(type, lambda, then);
    std::vector<Term> variables = captured;
    variables.push_back(then.alloc);
    const std::string name = lambda->function->name + ".exists";
    axioms_.add(
        name, "a lambda exists when what it captures does",
        store_.forall({name, variables, {{allocated}}, 0}, store_.implies(store_.and_(std::move(exist)), allocated)));
}

Term FunctionMembership::fits(const Type& to, const Type& from, Term value, const State& state) {
    if (to.kind != typed::TypeKind::Arrow || to.arrow == typed::ArrowKind::General ||
        from.kind != typed::TypeKind::Arrow || from.arrow != typed::ArrowKind::General) {
        return membership_.is(to, value, nullptr);
    }
    const ReadingSymbols& symbols = function_types_.reading(to);
    const AnyArguments any = function_types_.any_arguments(to, nullptr);
    const std::vector<Term> all = joined(joined({value}, state.maps), any.variables);
    const Term reads = store_.apply(symbols.reads, all);
    const Term domain = store_.apply(symbols.domain, all);
    const Term given = membership_.is(typed::result_type(to), store_.apply(symbols.apply, all), nullptr);
    const Term nothing =
        store_.apply(sorts_.set(set_of_objects()).equal, {reads, store_.apply(sorts_.set(set_of_objects()).empty, {})});
    const Term claim = store_.implies(any.belong, store_.and_(nothing, to.arrow == typed::ArrowKind::Total
                                                                           ? store_.and_(domain, given)
                                                                           : store_.implies(domain, given)));
    return store_.and_(
        store_.apply(symbols.closed, {value}),
        any.variables.empty() ? claim : store_.forall({"reads nothing", any.variables, {{reads}, {domain}}, 0}, claim));
}

} // namespace daphnia::encode
