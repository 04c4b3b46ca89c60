#include "encode/function_types.h"

#include "encode/frame_law.h"
#include "encode/vocabulary.h"

namespace daphnia::encode {

using typed::Type;

FunctionTypes::FunctionTypes(Vocabulary& vocabulary)
    : store_(vocabulary.store()), axioms_(vocabulary.own_axioms), sorts_(vocabulary.sorts), heap_(vocabulary.heap),
      collections_(vocabulary.collections), membership_(vocabulary.membership) {}

typed::Type set_of_objects() {
    return typed::set_type(typed::object_type());
}

ArrowSymbols FunctionTypes::arrow(const Type& type) {
    const Sort own = sorts_.of(type);
    std::vector<Sort> sorts{own};
    for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
        sorts.push_back(sorts_.of(type.arguments[i]));
    }
    return {store_.function("apply " + own->name, sorts, sorts_.of(typed::result_type(type))),
            store_.function("domain " + own->name, sorts, store_.bool_sort())};
}

AnyArguments FunctionTypes::any_arguments(const Type& arrow, const State* state) {
    AnyArguments result;
    std::vector<Term> belong;
    for (std::size_t i = 0; i < typed::parameter_count(arrow); ++i) {
        result.variables.push_back(store_.fresh_variable("x", sorts_.of(arrow.arguments[i])));
        belong.push_back(membership_.is(arrow.arguments[i], result.variables.back(), state));
    }
    result.belong = store_.and_(std::move(belong));
    return result;
}

const ReadingSymbols& FunctionTypes::reading(const Type& type) {
    const Sort own = sorts_.of(type);
    const auto known = readings_.find(own);
    if (known != readings_.end()) {
        return known->second;
    }
    std::vector<Sort> sorts{own};
    for (const typed::Region& region : heap_.regions()) {
        sorts.push_back(heap_.map_sort(region));
    }
    for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
        sorts.push_back(sorts_.of(type.arguments[i]));
    }
    ReadingSymbols symbols;
    symbols.apply = store_.function("apply in heap " + own->name, sorts, sorts_.of(typed::result_type(type)));
    symbols.domain = store_.function("domain in heap " + own->name, sorts, store_.bool_sort());
    symbols.reads = store_.function("reads in heap " + own->name, sorts, sorts_.of(set_of_objects()));
    symbols.closed = store_.function("closed " + own->name, {own}, store_.bool_sort());
    const ReadingSymbols& result = readings_.emplace(own, symbols).first->second;
    define_reading(type, result);
    return result;
}

// closed(f), and no object that f reads for x in h1 differs in h2 ==> f has a meaning for x in both or in none; and if
// it has, it gives the same and reads the same. Without a meaning, what the reads clause amounts to is not known to
// depend on what it names alone.
void FunctionTypes::define_reading(const Type& type, const ReadingSymbols& symbols) {
    const Term f = store_.fresh_variable("f", sorts_.of(type));
    std::vector<Term> arguments;
    for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
        arguments.push_back(store_.fresh_variable("x", sorts_.of(type.arguments[i])));
    }
    const auto in = [&](logic::Function symbol, const State& state) {
        return store_.apply(symbol, joined(joined({f}, state.maps), arguments));
    };
    FrameLaw law;
    law.name = "frame of " + sorts_.of(type)->name;
    law.why = "what a function as a value gives depends on what it reads alone";
    law.arguments = joined({f}, arguments);
    law.holds = [&](const State&) { return store_.apply(symbols.closed, {f}); };
    law.reads = [&](const State& state, const typed::Region&, Term r) {
        return collections_.contains(set_of_objects(), in(symbols.reads, state), r);
    };
    law.given = [&](const State& state) {
        return std::vector<Term>{in(symbols.domain, state), in(symbols.apply, state), in(symbols.reads, state)};
    };
    law.same = [&](const State& before, const State& after) {
        const Term meaning = in(symbols.domain, before);
        const Term alike = store_.and_(store_.equal(in(symbols.apply, before), in(symbols.apply, after)),
                                       store_.equal(in(symbols.reads, before), in(symbols.reads, after)));
        return store_.and_(store_.equal(meaning, in(symbols.domain, after)), store_.implies(meaning, alike));
    };
    add_frame_law(axioms_, heap_, store_, law);
}

AppliedAnywhere FunctionTypes::applied_anywhere(const Type& type, Term value) {
    const ReadingSymbols& symbols = reading(type);
    AppliedAnywhere result;
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

} // namespace daphnia::encode
