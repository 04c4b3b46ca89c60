#include "encode/functions.h"

#include "encode/expression.h"
#include "support/error.h"
#include "typed/frame.h"
#include "typed/instantiate.h"

#include <algorithm>

namespace daphnia::encode {

namespace {

constexpr int kLargestFuel = 100;

} // namespace

Functions::Functions(Vocabulary& vocabulary)
    : vocabulary_(vocabulary), store_(vocabulary.store()), sorts_(vocabulary.sorts), heap_(vocabulary.heap) {}

// What the task stands for has the contract that is to be shown of it.
bool Functions::is_guarded(typed::Callable callable) const {
    const typed::CallGraph& calls = vocabulary_.context().calls;
    if (calls.same_component(vocabulary_.task(), callable)) {
        return true;
    }
    const typed::Declaration* const task = vocabulary_.context().declaration(vocabulary_.task());
    const auto* const function = task == nullptr ? nullptr : std::get_if<std::unique_ptr<typed::Function>>(task);
    const typed::Function* const base = function == nullptr ? nullptr : (*function)->overrides.member;
    return base != nullptr && calls.same_component(base, callable);
}

bool Functions::is_own_call(Term call) const {
    return std::find(own_calls_.begin(), own_calls_.end(), call) != own_calls_.end();
}

const std::vector<const typed::Function*>& Functions::overrides(const typed::Function& function) const {
    static const std::vector<const typed::Function*> kNone;
    const auto known = vocabulary_.reach().overrides.find(&function);
    return known == vocabulary_.reach().overrides.end() ? kNone : known->second;
}

bool Functions::needs_ok(const typed::Function& function) const {
    return is_guarded(&function) || !function.preconditions.empty();
}

// What the declaration at hand says about the function comes before what the function says itself.
int Functions::fuel(const typed::Function& function) const {
    int result = function.attributes.fuel.value_or(kDefaultFuel);
    if (const typed::Declaration* const task = vocabulary_.context().declaration(vocabulary_.task())) {
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

// Of what the frame names, what the function can come to look at.
std::vector<TakenRow> Functions::rows(const typed::Function& function) const {
    const std::vector<std::size_t> footprint = heap_.footprint(function);
    std::vector<TakenRow> result;
    for (const typed::FrameEntry& entry : function.reads.entries) {
        for (const std::size_t region : footprint) {
            if (typed::covers(typed::named_by(entry), heap_.regions()[region])) {
                result.push_back({&entry, heap_.regions()[region]});
            }
        }
    }
    return result;
}

const FunctionSymbols& Functions::symbols(const typed::Function& function) {
    const auto known = symbols_.find(&function);
    if (known != symbols_.end()) {
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
        symbols.rows = rows(function);
        for (const TakenRow& taken : symbols.rows) {
            arguments.push_back(heap_.object_sort(taken.region));
        }
    }
    if (function.two_state && !heap_.is_empty()) {
        symbols.previous = heap_.footprint(function);
        symbols.takes_allocation = true;
        for (const std::size_t region : symbols.previous) {
            arguments.push_back(heap_.map_sort(heap_.regions()[region]));
        }
        arguments.push_back(heap_.alloc_sort());
    }
    for (const auto& parameter : function.parameters) {
        arguments.push_back(sorts_.of(parameter->type));
    }
    const Sort result = sorts_.of(function.result->type);
    const bool unfolds = function.body != nullptr || !overrides(function).empty();
    if (unfolds && vocabulary_.context().calls.is_recursive(&function)) {
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
    return symbols_.emplace(&function, std::move(symbols)).first->second;
}

logic::Function Functions::constant(const typed::Constant& constant) {
    const auto known = constants_.find(&constant);
    if (known != constants_.end()) {
        return known->second;
    }
    const logic::Function symbol = store_.function("const " + constant.name, {}, sorts_.of(constant.type));
    undefined_constants_.push_back(&constant);
    return constants_.emplace(&constant, symbol).first->second;
}

// Patterns are shallow: recursion is enough.
Term Functions::at_lowest_layer(Term pattern) const {
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

std::vector<Term> Functions::heap_arguments(const typed::Function& function, const std::vector<Term>& parameters,
                                            const State& state, const State& previous) {
    std::vector<Term> result;
    const FunctionSymbols& symbols = this->symbols(function);
    for (const std::size_t region : symbols.footprint) {
        result.push_back(state.maps[region]);
    }
    Scope scope;
    scope.whole_types = true;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        scope.values[function.parameters[i].get()] = parameters[i];
    }
    scope.now = state;
    scope.old = previous;
    for (const TakenRow& taken : symbols.rows) {
        const Term object = Expressions(vocabulary_, scope).encode(*taken.entry->expr);
        result.push_back(store_.select(heap_.map(state, taken.region), object));
    }
    for (const std::size_t region : symbols.previous) {
        result.push_back(previous.maps[region]);
    }
    if (symbols.takes_allocation) {
        result.push_back(previous.alloc);
    }
    return result;
}

Term Functions::reveal(const std::string& name) {
    return revealed_.emplace(name, store_.apply(store_.function("reveal " + name, {}, store_.bool_sort()), {}))
        .first->second;
}

Term Functions::is_transparent(const std::string& name, const typed::Attributes& attributes) const {
    if (!attributes.opaque) {
        return store_.true_();
    }
    const auto revealed = revealed_.find(name);
    return revealed == revealed_.end() ? nullptr : revealed->second;
}

const typed::Function* Functions::called(logic::Function symbol) const {
    const auto known = by_symbol_.find(symbol);
    return known == by_symbol_.end() ? nullptr : known->second;
}

const typed::Function* Functions::next_function() {
    if (undefined_functions_.empty()) {
        return nullptr;
    }
    const typed::Function* const result = undefined_functions_.front();
    undefined_functions_.pop_front();
    return result;
}

const typed::Constant* Functions::next_constant() {
    if (undefined_constants_.empty()) {
        return nullptr;
    }
    const typed::Constant* const result = undefined_constants_.front();
    undefined_constants_.pop_front();
    return result;
}

} // namespace daphnia::encode
