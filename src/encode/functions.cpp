// The axioms of functions and constants: what a call means to those who may know it.
#include "encode/expression.h"
#include "encode/frame_law.h"
#include "encode/frames.h"
#include "encode/vocabulary.h"

#include "support/error.h"
#include "typed/frame.h"
#include "typed/instantiate.h"
#include "typed/walk.h"

namespace daphnia::encode {

namespace {

// The default layers: one unfolding for what is known and one more for what is asked (Dafny's fuel 1 and 2).
constexpr int kDefaultFuel = 1;
constexpr int kLargestFuel = 100;

} // namespace

bool Vocabulary::is_guarded(typed::Callable callable) const {
    return context_.calls.same_component(task_, callable);
}

bool Vocabulary::needs_ok(const typed::Function& function) const {
    return is_guarded(&function) || !function.preconditions.empty();
}

// What the declaration at hand says about the function comes before what the function says itself.
int Vocabulary::fuel(const typed::Function& function) const {
    int result = function.attributes.fuel.value_or(kDefaultFuel);
    if (const typed::Declaration* const task = context_.declaration(task_)) {
        std::visit(
            [&](const auto& owner) {
                for (const auto& [other, number] : owner->attributes.fuel_of) {
                    result = other == &typed::origin_of(function) ? number : result;
                }
            },
            *task);
    }
    return std::min(result, kLargestFuel);
}

const FunctionSymbols& Vocabulary::function(const typed::Function& function) {
    const auto known = functions_.find(&function);
    if (known != functions_.end()) {
        return known->second;
    }
    FunctionSymbols symbols;
    symbols.takes_regions = encode::takes_regions(function);
    std::vector<Sort> arguments;
    if (symbols.takes_regions) {
        symbols.footprint = heap_.footprint(function);
        for (const std::size_t region : symbols.footprint) {
            arguments.push_back(heap_.map_sort(heap_.regions()[region]));
        }
    } else {
        for (const typed::FrameEntry& entry : function.reads.entries) {
            arguments.push_back(heap_.object_sort(*typed::region_of(entry)));
        }
    }
    for (const auto& parameter : function.parameters) {
        arguments.push_back(sort(parameter->type));
    }
    const Sort result = sort(function.result->type);
    if (function.body != nullptr && context_.calls.is_recursive(&function)) {
        for (int layer = 0; layer <= fuel(function) + 1; ++layer) {
            symbols.layers.push_back(store_.function(function.name + "#" + std::to_string(layer), arguments, result));
        }
    } else {
        symbols.layers.push_back(store_.function(function.name, arguments, result));
    }
    for (const logic::Function layer : symbols.layers) {
        lowest_layer_[layer] = symbols.layers.front();
    }
    if (needs_ok(function)) {
        symbols.ok = store_.function("ok " + function.name, arguments, store_.bool_sort());
    }
    by_symbol_.emplace(symbols.layers.back(), &function);
    undefined_functions_.push_back(&function);
    return functions_.emplace(&function, std::move(symbols)).first->second;
}

// Patterns are shallow: recursion is enough.
Term Vocabulary::at_lowest_layer(Term pattern) {
    if (pattern->kind != logic::TermKind::Apply && pattern->kind != logic::TermKind::Select) {
        return pattern;
    }
    std::vector<Term> children;
    for (const Term child : pattern->children) {
        children.push_back(at_lowest_layer(child));
    }
    if (pattern->kind == logic::TermKind::Select) {
        return store_.select(children[0], children[1]);
    }
    const auto lowest = lowest_layer_.find(pattern->function);
    return store_.apply(lowest == lowest_layer_.end() ? pattern->function : lowest->second, std::move(children));
}

std::vector<Term> Vocabulary::heap_arguments(const typed::Function& function, const std::vector<Term>& parameters,
                                             const State& state) {
    std::vector<Term> result;
    const FunctionSymbols& symbols = this->function(function);
    if (symbols.takes_regions) {
        for (const std::size_t region : symbols.footprint) {
            result.push_back(state.maps[region]);
        }
        return result;
    }
    Scope scope;
    scope.whole_types = true;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        scope.values[function.parameters[i].get()] = parameters[i];
    }
    scope.now = state;
    scope.old = state;
    for (const typed::FrameEntry& entry : function.reads.entries) {
        const Term object = Expressions(*this, scope).encode(*entry.expr);
        result.push_back(store_.select(heap_.map(state, *typed::region_of(entry)), object));
    }
    return result;
}

// One set of bound variables for an axiom of a function: its arguments, and the scope that they make.
struct Vocabulary::Instance {
    Scope scope;
    std::vector<Term> variables; // heap part, then parameters
    Term typed = nullptr;        // the arguments belong to their types
};

Vocabulary::Instance Vocabulary::instance(const typed::Function& function) {
    Instance result;
    result.scope.whole_types = true;
    std::vector<Term> parameters;
    std::vector<Term> conditions;
    for (const auto& parameter : function.parameters) {
        const Term value = store_.fresh_variable(parameter->name, sort(parameter->type));
        result.scope.values[parameter.get()] = value;
        parameters.push_back(value);
        conditions.push_back(is(parameter->type, value, nullptr));
    }
    // What is not passed is a fixed but arbitrary heap: the reads clause makes the function independent of it.
    result.scope.now = heap_.state("any ");
    const FunctionSymbols& symbols = this->function(function);
    if (symbols.takes_regions) {
        const State own = heap_.fresh_state("");
        for (const std::size_t region : symbols.footprint) {
            result.scope.now.maps[region] = own.maps[region];
            result.variables.push_back(own.maps[region]);
        }
        conditions.push_back(heap_.is_good(result.scope.now, symbols.footprint));
    } else {
        Scope frame = result.scope;
        for (const typed::FrameEntry& entry : function.reads.entries) {
            const typed::Region region = *typed::region_of(entry);
            const typed::Type& element = region.content;
            const Term row = store_.fresh_variable("row", heap_.object_sort(region));
            const Term array = Expressions(*this, frame).encode(*entry.expr);
            Term& map = heap_.map(result.scope.now, region);
            map = store_.store(map, array, row);
            result.variables.push_back(row);
            conditions.push_back(heap_.row_is_typed(element, row));
            if (is_constrained(element, false) && typed::may_be_empty(element)) {
                const Term i = store_.fresh_variable("i", store_.int_sort());
                const Term value = store_.select(row, i);
                const Term inside =
                    store_.and_(store_.less_equal(store_.integer(0), i), store_.less(i, heap_.array_length(array)));
                conditions.push_back(store_.forall({"row elements", {i}, {{value}}, 0},
                                                   store_.implies(inside, is(element, value, nullptr))));
            }
        }
    }
    result.scope.old = result.scope.now;
    result.variables.insert(result.variables.end(), parameters.begin(), parameters.end());
    result.typed = store_.and_(std::move(conditions));
    return result;
}

// The calls for which an axiom may be used: those checked (ok), and outside the function's own component any call that
// meets types and precondition.
Term Vocabulary::guard(const typed::Function& function, Instance& instance) {
    const FunctionSymbols& symbols = this->function(function);
    const Term ok = symbols.ok == nullptr ? nullptr : store_.apply(symbols.ok, instance.variables);
    if (is_guarded(&function)) {
        return ok;
    }
    std::vector<Term> conditions{instance.typed};
    Scope scope = instance.scope;
    scope.unfolding = &function;
    scope.layer = 0;
    for (const typed::Clause& clause : function.preconditions) {
        conditions.push_back(Expressions(*this, scope).encode(*clause.expr));
    }
    const Term meets = store_.and_(std::move(conditions));
    return ok == nullptr ? meets : store_.or_(ok, meets);
}

void Vocabulary::define_function(const typed::Function& function) {
    const FunctionSymbols& symbols = this->function(function);
    if (symbols.layers.size() == 1) {
        if (function.body != nullptr) {
            add_definition(function, 0);
        }
    } else {
        for (std::size_t layer = symbols.top(); layer >= 1; --layer) {
            add_definition(function, layer);
        }
    }
    add_consequence(function);
    add_frame(function);
}

Term Vocabulary::reveal(const std::string& name) {
    return revealed_.emplace(name, store_.apply(store_.function("reveal " + name, {}, store_.bool_sort()), {}))
        .first->second;
}

Term Vocabulary::is_transparent(const std::string& name, const typed::Attributes& attributes) const {
    if (!attributes.opaque) {
        return store_.true_();
    }
    const auto revealed = revealed_.find(name);
    return revealed == revealed_.end() ? nullptr : revealed->second;
}

void Vocabulary::add_definition(const typed::Function& function, std::size_t layer) {
    const FunctionSymbols symbols = this->function(function);
    Instance instance = this->instance(function);
    const Term call = store_.apply(symbols.layers[layer], instance.variables);
    Term meaning = store_.true_();
    if (const Term transparent = is_transparent(typed::origin_of(function).name, function.attributes)) {
        const Term applies = store_.and_(transparent, guard(function, instance));
        instance.scope.unfolding = &function;
        instance.scope.layer = layer == 0 ? 0 : layer - 1;
        std::vector<CallFact> calls;
        std::vector<Term> known{
            store_.equal(call, Expressions(*this, instance.scope, nullptr, &calls).encode(*function.body))};
        for (const CallFact& fact : calls) {
            known.push_back(to_term(store_, fact));
        }
        known.push_back(heap_.is_good(instance.scope.now, symbols.footprint));
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
    add_axiom("definition of " + name, "a call equals the body with its arguments",
              store_.forall({"definition of " + name, instance.variables, {{call}}, 0}, meaning),
              instance.variables.empty() ? symbols.layers[layer] : nullptr);
}

void Vocabulary::add_consequence(const typed::Function& function) {
    const FunctionSymbols symbols = this->function(function);
    Instance instance = this->instance(function);
    const Term call = store_.apply(symbols.layers[0], instance.variables);
    const Term applies = guard(function, instance);
    instance.scope.unfolding = &function;
    instance.scope.layer = 0;
    instance.scope.values[function.result.get()] = call;
    std::vector<Term> consequences{is(function.result->type, call, nullptr),
                                   heap_.is_good(instance.scope.now, symbols.footprint)};
    for (const typed::Clause& clause : function.postconditions) {
        std::vector<CallFact> calls;
        consequences.push_back(Expressions(*this, instance.scope, nullptr, &calls).encode(*clause.expr));
        for (const CallFact& fact : calls) {
            consequences.push_back(to_term(store_, fact));
        }
    }
    const Term known = store_.and_(std::move(consequences));
    if (known == store_.true_()) {
        return;
    }
    add_axiom("contract of " + function.name, "a call has the result type and meets the postconditions",
              store_.forall({"contract of " + function.name, instance.variables, {{call}}, 0},
                            store_.implies(applies, known)),
              instance.variables.empty() ? symbols.layers[0] : nullptr);
}

// Of a function that takes rows, the frame follows by congruence. That it reads everything says nothing.
void Vocabulary::add_frame(const typed::Function& function) {
    const FunctionSymbols symbols = this->function(function);
    if (!symbols.takes_regions || symbols.footprint.empty() || function.reads.wildcard) {
        return;
    }
    Instance instance = this->instance(function);
    const std::vector<Term> parameters(
        instance.variables.begin() + static_cast<std::ptrdiff_t>(symbols.footprint.size()), instance.variables.end());
    const auto in = [&](const State& state) {
        return store_.apply(symbols.layers[0], joined(heap_arguments(function, parameters, state), parameters));
    };
    const auto scope_in = [&](const State& state) {
        Scope scope = instance.scope;
        scope.now = state;
        scope.old = state;
        scope.unfolding = &function;
        scope.layer = 0;
        return scope;
    };
    const Frames frames(*this);
    FrameLaw law;
    law.name = "frame of " + function.name;
    law.why = "what a function gives depends on what it reads alone";
    law.arguments = parameters;
    law.holds = [&](const State& state) {
        Instance there = instance;
        there.scope = scope_in(state);
        there.variables = joined(heap_arguments(function, parameters, state), parameters);
        std::vector<Term> belong;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            belong.push_back(is(function.parameters[i]->type, parameters[i], nullptr));
        }
        there.typed = store_.and_(std::move(belong));
        return guard(function, there);
    };
    law.reads = [&](const State& state, Term r) {
        return frames.names(frames.limit(function.reads, scope_in(state)), nullptr, r);
    };
    law.given = [&](const State& state) { return std::vector<Term>{in(state)}; };
    law.same = [&](const State& before, const State& after) { return store_.equal(in(before), in(after)); };
    law.regions = symbols.footprint;
    add_frame_law(law);
}

logic::Function Vocabulary::constant(const typed::Constant& constant) {
    const auto known = constants_.find(&constant);
    if (known != constants_.end()) {
        return known->second;
    }
    const logic::Function symbol = store_.function("const " + constant.name, {}, sort(constant.type));
    undefined_constants_.push_back(&constant);
    return constants_.emplace(&constant, symbol).first->second;
}

// Nothing is known of a constant while something that it is made of is checked.
void Vocabulary::define_constant(const typed::Constant& constant) {
    if (is_guarded(&constant)) {
        return;
    }
    const Term symbol = store_.apply(this->constant(constant), {});
    std::vector<Term> known{is(constant.type, symbol, nullptr)};
    const Term transparent = is_transparent(constant.name, constant.attributes);
    if (constant.value != nullptr && transparent != nullptr) {
        Scope scope;
        scope.whole_types = true;
        scope.now = heap_.state("any ");
        scope.old = scope.now;
        known.push_back(
            store_.implies(transparent, store_.equal(symbol, Expressions(*this, scope).encode(*constant.value))));
    }
    const Term fact = store_.and_(std::move(known));
    if (fact != store_.true_()) {
        add_axiom("constant " + constant.name, "a constant has its declared value and type", fact,
                  this->constant(constant));
    }
}

} // namespace daphnia::encode
