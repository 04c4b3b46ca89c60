#include "encode/definitions.h"

#include "encode/expression.h"
#include "encode/frame_law.h"
#include "encode/frames.h"
#include "typed/frame.h"
#include "typed/instantiate.h"

#include <algorithm>

namespace daphnia::encode {

Definitions::Definitions(Vocabulary& vocabulary)
    : vocabulary_(vocabulary), store_(vocabulary.store()), axioms_(vocabulary.own_axioms), sorts_(vocabulary.sorts),
      heap_(vocabulary.heap), membership_(vocabulary.membership), functions_(vocabulary.functions) {}

// One set of bound variables for an axiom of a function: its arguments, and the scope that they make.
struct Definitions::Instance {
    Scope scope;
    std::vector<Term> parameters;
    std::vector<Term> previous;  // of a two-state function: what it takes of its previous state
    std::vector<Term> variables; // heap part, then parameters
    // The previous state is one that a program can be in, and what is not `new` was allocated then.
    Term existed = nullptr;
    Term typed = nullptr; // that, and the arguments belong to their types
};

Definitions::Instance Definitions::instance(const typed::Function& function) {
    Instance result;
    result.scope.whole_types = true;
    std::vector<Term> conditions;
    for (const auto& parameter : function.parameters) {
        const Term value = store_.fresh_variable(parameter->name, sorts_.of(parameter->type));
        result.scope.values[parameter.get()] = value;
        result.parameters.push_back(value);
        conditions.push_back(membership_.is(parameter->type, value, nullptr));
    }
    // What is not passed is a fixed but arbitrary heap: the reads clause makes the function independent of it.
    result.scope.now = heap_.state("any ");
    const FunctionSymbols& symbols = functions_.symbols(function);
    if (symbols.takes_regions) {
        const State own = heap_.fresh_state("");
        for (const std::size_t region : symbols.footprint) {
            result.scope.now.maps[region] = own.maps[region];
            result.variables.push_back(own.maps[region]);
        }
        conditions.push_back(heap_.is_good(result.scope.now, symbols.footprint));
    } else {
        Scope frame = result.scope;
        for (const TakenRow& taken : symbols.rows) {
            const Term row = store_.fresh_variable("row", heap_.object_sort(taken.region));
            const Term object = Expressions(vocabulary_, frame).encode(*taken.entry->expr);
            Term& map = heap_.map(result.scope.now, taken.region);
            map = store_.store(map, object, row);
            result.variables.push_back(row);
            conditions.push_back(heap_.object_is_typed(taken.region, object, row));
        }
    }
    result.scope.old = result.scope.now;
    if (function.two_state) {
        take_previous(function, result);
    }
    result.existed = existed(function, result);
    conditions.push_back(result.existed);
    result.variables = joined(joined(std::move(result.variables), result.previous), result.parameters);
    result.typed = store_.and_(std::move(conditions));
    return result;
}

void Definitions::take_previous(const typed::Function& function, Instance& instance) {
    const FunctionSymbols& symbols = functions_.symbols(function);
    const State own = heap_.fresh_state("previous ");
    instance.scope.old = heap_.state("any ");
    for (const std::size_t region : symbols.previous) {
        instance.scope.old.maps[region] = own.maps[region];
        instance.previous.push_back(own.maps[region]);
    }
    if (symbols.takes_allocation) {
        instance.scope.old.alloc = own.alloc;
        instance.previous.push_back(own.alloc);
    }
}

// What the check of a two-state function has assumed of its previous state. It has also assumed that what was allocated
// then still is, and that what is allocated now refers to nothing else. Of that nothing is asked, as what is allocated
// now is not passed: the function does not depend on it, and were it everything, both would hold.
Term Definitions::existed(const typed::Function& function, const Instance& instance) {
    if (!function.two_state) {
        return store_.true_();
    }
    std::vector<Term> conditions = heap_.known_of_taken(instance.scope.old, functions_.symbols(function).previous);
    for (std::size_t i = 0; i < instance.parameters.size(); ++i) {
        const typed::Variable& parameter = *function.parameters[i];
        if (!parameter.is_new && typed::contains_references(parameter.type)) {
            conditions.push_back(membership_.is(parameter.type, instance.parameters[i], &instance.scope.old));
        }
    }
    return store_.and_(std::move(conditions));
}

// The calls for which an axiom may be used: those checked (ok), and outside the function's own component any call that
// meets types and precondition.
Term Definitions::guard(const typed::Function& function, Instance& instance) {
    const FunctionSymbols& symbols = functions_.symbols(function);
    const Term ok = symbols.ok == nullptr ? nullptr : store_.apply(symbols.ok, instance.variables);
    if (functions_.is_guarded(&function)) {
        return ok;
    }
    std::vector<Term> conditions{instance.typed};
    Scope scope = instance.scope;
    scope.unfolding = &function;
    scope.layer = 0;
    for (const typed::Clause& clause : function.preconditions) {
        conditions.push_back(Expressions(vocabulary_, scope).encode(*clause.expr));
    }
    const Term meets = store_.and_(std::move(conditions));
    return ok == nullptr ? meets : store_.or_(ok, meets);
}

void Definitions::define(const typed::Function& function) {
    const FunctionSymbols symbols = functions_.symbols(function);
    if (symbols.layers.size() == 1) {
        if (function.body != nullptr) {
            add_definition(function, 0);
        }
    } else {
        for (std::size_t layer = symbols.top(); layer >= 1; --layer) {
            add_definition(function, layer);
        }
    }
    for (const typed::Function* const each : functions_.overrides(function)) {
        for (std::size_t layer = symbols.layers.size(); layer-- > 0;) {
            add_override(function, *each, layer);
        }
    }
    add_consequence(function);
    add_frame(function);
}

// Nothing is known of a constant while something that it is made of is checked.
void Definitions::define(const typed::Constant& constant) {
    if (functions_.is_guarded(&constant)) {
        return;
    }
    const Term symbol = store_.apply(functions_.constant(constant), {});
    std::vector<Term> known{membership_.is(constant.type, symbol, nullptr)};
    const Term transparent = functions_.is_transparent(constant.name, constant.attributes);
    if (constant.value != nullptr && transparent != nullptr) {
        Scope scope;
        scope.whole_types = true;
        scope.now = heap_.state("any ");
        scope.old = scope.now;
        known.push_back(
            store_.implies(transparent, store_.equal(symbol, Expressions(vocabulary_, scope).encode(*constant.value))));
    }
    const Term fact = store_.and_(std::move(known));
    if (fact != store_.true_()) {
        axioms_.add("constant " + constant.name, "a constant has its declared value and type", fact,
                    functions_.constant(constant));
    }
}

void Definitions::add_definition(const typed::Function& function, std::size_t layer) {
    const FunctionSymbols symbols = functions_.symbols(function);
    Instance instance = this->instance(function);
    const Term call = store_.apply(symbols.layers[layer], instance.variables);
    Term meaning = store_.true_();
    const Term transparent = function.body == nullptr
                                 ? nullptr
                                 : functions_.is_transparent(typed::origin_of(function).name, function.attributes);
    if (transparent != nullptr) {
        const Term applies = store_.and_(transparent, guard(function, instance));
        instance.scope.unfolding = &function;
        instance.scope.layer = layer == 0 ? 0 : layer - 1;
        std::vector<CallFact> calls;
        std::vector<Term> known{
            store_.equal(call, Expressions(vocabulary_, instance.scope, nullptr, &calls).encode(*function.body))};
        for (const CallFact& fact : calls) {
            known.push_back(to_term(store_, fact));
        }
        known.push_back(heap_.is_good(instance.scope.now, symbols.footprint));
        known.push_back(heap_.is_good(instance.scope.old, symbols.previous));
        meaning = store_.implies(applies, store_.and_(std::move(known)));
    }
    const std::string name = function.name + "#" + std::to_string(layer);
    if (layer > 0) {
        // {f#k(x)}: f#k(x) == f#(k-1)(x), whatever x is; so x is unfolded at all of the lower layers as well. Layers
        // that {:fuel} adds are f#0 at once: a long chain of equations would end where the solver takes terms to be
        // too far from what it was asked.
        const std::size_t below = layer > kDefaultFuel + 1 ? 0 : layer - 1;
        meaning = store_.and_(store_.equal(call, store_.apply(symbols.layers[below], instance.variables)), meaning);
    }
    if (meaning == store_.true_()) {
        return;
    }
    axioms_.add("definition of " + name, "a call equals the body with its arguments",
                store_.forall({"definition of " + name, instance.variables, {{call}}, 0}, meaning),
                instance.variables.empty() ? symbols.layers[layer] : nullptr);
}

// {T.F(x), x is a C}: T.F(x) == C.F(x), where the contract of T.F, which that of C.F implies, lets it be called; so the
// call of C.F counts as checked. T.F has layers where C.F may come back to it, and then speaks of C.F at the same one.
void Definitions::add_override(const typed::Function& base, const typed::Function& override_, std::size_t layer) {
    const FunctionSymbols symbols = functions_.symbols(base);
    const FunctionSymbols own = functions_.symbols(override_);
    Instance instance = this->instance(base);
    const Term call = store_.apply(symbols.layers[layer], instance.variables);
    const std::vector<Term>& parameters = instance.parameters;
    const Term is = heap_.is_of_class(override_.parameters.front()->type, parameters.front());
    const std::vector<Term> arguments =
        joined(functions_.heap_arguments(override_, parameters, instance.scope.now, instance.scope.old), parameters);
    const std::size_t own_layer = symbols.layers.size() == 1 ? own.top() : std::min(layer, own.top());
    std::vector<Term> known{store_.equal(call, store_.apply(own.layers[own_layer], arguments))};
    if (own.ok != nullptr) {
        known.push_back(store_.apply(own.ok, arguments));
    }
    const std::string name = override_.name + " for " + base.name + "#" + std::to_string(layer);
    axioms_.add(name, "a function of a trait is that of the object's class",
                store_.forall({name, instance.variables, {{call, is}}, 0},
                              store_.implies(store_.and_(guard(base, instance), is), store_.and_(std::move(known)))));
}

void Definitions::add_consequence(const typed::Function& function) {
    const FunctionSymbols symbols = functions_.symbols(function);
    Instance instance = this->instance(function);
    const Term call = store_.apply(symbols.layers[0], instance.variables);
    const Term applies = guard(function, instance);
    instance.scope.unfolding = &function;
    instance.scope.layer = 0;
    instance.scope.values[function.result.get()] = call;
    std::vector<Term> consequences{membership_.is(function.result->type, call, nullptr),
                                   heap_.is_good(instance.scope.now, symbols.footprint),
                                   heap_.is_good(instance.scope.old, symbols.previous)};
    for (const typed::Clause& clause : function.postconditions) {
        std::vector<CallFact> calls;
        consequences.push_back(Expressions(vocabulary_, instance.scope, nullptr, &calls).encode(*clause.expr));
        for (const CallFact& fact : calls) {
            consequences.push_back(to_term(store_, fact));
        }
    }
    const Term known = store_.and_(std::move(consequences));
    if (known == store_.true_()) {
        return;
    }
    axioms_.add("contract of " + function.name, "a call has the result type and meets the postconditions",
                store_.forall({"contract of " + function.name, instance.variables, {{call}}, 0},
                              store_.implies(applies, known)),
                instance.variables.empty() ? symbols.layers[0] : nullptr);
}

// Of a function that takes rows, the frame follows by congruence. That it reads everything says nothing. Of a two-state
// function it is the state in which it is called that changes; the previous one is the same.
void Definitions::add_frame(const typed::Function& function) {
    const FunctionSymbols symbols = functions_.symbols(function);
    if (!symbols.takes_regions || symbols.footprint.empty() || function.reads.wildcard) {
        return;
    }
    Instance instance = this->instance(function);
    const std::vector<Term>& parameters = instance.parameters;
    const auto arguments_in = [&](const State& state) {
        return joined(functions_.heap_arguments(function, parameters, state, instance.scope.old), parameters);
    };
    const auto in = [&](const State& state) { return store_.apply(symbols.layers[0], arguments_in(state)); };
    const auto scope_in = [&](const State& state) {
        Scope scope = instance.scope;
        scope.now = state;
        scope.old = function.two_state ? instance.scope.old : state;
        scope.unfolding = &function;
        scope.layer = 0;
        return scope;
    };
    const Frames frames(vocabulary_);
    FrameLaw law;
    law.name = "frame of " + function.name;
    law.why = "what a function gives depends on what it reads alone";
    law.arguments = joined(instance.previous, parameters);
    law.holds = [&](const State& state) {
        Instance there = instance;
        there.scope = scope_in(state);
        there.variables = arguments_in(state);
        std::vector<Term> belong;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            belong.push_back(membership_.is(function.parameters[i]->type, parameters[i], nullptr));
        }
        belong.push_back(instance.existed);
        there.typed = store_.and_(std::move(belong));
        return guard(function, there);
    };
    law.reads = [&](const State& state, const typed::Region& region, Term r) {
        return frames.names(frames.limit(function.reads, scope_in(state)), region, r);
    };
    law.given = [&](const State& state) { return std::vector<Term>{in(state)}; };
    law.same = [&](const State& before, const State& after) { return store_.equal(in(before), in(after)); };
    law.regions = symbols.footprint;
    add_frame_law(axioms_, heap_, store_, law);
}

} // namespace daphnia::encode
