#include "encode/function_values.h"

#include "encode/expression.h"
#include "support/error.h"

namespace daphnia::encode {

using typed::Type;

FunctionValues::FunctionValues(Vocabulary& vocabulary)
    : vocabulary_(vocabulary), store_(vocabulary.store()), axioms_(vocabulary.own_axioms), sorts_(vocabulary.sorts),
      heap_(vocabulary.heap), lifting_(vocabulary.lifting), membership_(vocabulary.membership),
      function_types_(vocabulary.function_types), function_membership_(vocabulary.function_membership),
      functions_(vocabulary.functions) {}

namespace {

// forall variables {left} {also} :: guard ==> left == right; null: the other trigger is not wanted
Term law(logic::TermStore& store, const std::string& name, const std::vector<Term>& variables, Term guard, Term left,
         Term right, Term also = nullptr) {
    const Term equal = store.implies(guard, store.equal(left, right));
    std::vector<logic::Trigger> triggers{{left}};
    if (also != nullptr) {
        triggers.push_back({also});
    }
    return variables.empty() ? equal : store.forall({name, variables, std::move(triggers), 0}, equal);
}

} // namespace

// A function of what the lambda captures (see Lifting): lambdas with the same text are the same function of equal
// values.
Term FunctionValues::lambda(const Type& type, const LambdaParts& parts) {
    const bool reads = parts.reads != nullptr;
    std::vector<Term> terms{parts.domain, parts.body};
    if (reads) {
        terms.push_back(parts.reads);
    }
    const Sort own = sorts_.of(type);
    const Lifted made = lifting_("lambda", own, joined(parts.applied.maps, parts.variables), terms);
    const logic::Function symbol = store_.function(made.name, made.sorts(), own);
    if (made.is_new) {
        define_lambda(type, made, symbol, reads);
        if (!reads) {
            lambdas_.emplace(symbol, KnownLambda{made, function_types_.arrow(type).apply});
        }
    }
    return store_.apply(symbol, made.arguments);
}

void FunctionValues::define_lambda(const Type& type, const Lifted& made, logic::Function symbol, bool reads) {
    const std::string& name = made.name;
    const Term applied = store_.apply(symbol, made.parameters);
    const std::vector<Term> all = joined(made.parameters, made.bound);
    const std::vector<Term> arguments = joined({applied}, made.bound);
    const logic::Function defines = all.empty() ? symbol : nullptr;
    const auto add_law = [&](const char* what, const char* why, logic::Function of, Term meaning) {
        const auto maps = static_cast<std::ptrdiff_t>(heap_.regions().size());
        const State applied_in = reads ? State{{made.bound.begin(), made.bound.begin() + maps}, nullptr} : State{};
        const Term good = reads ? heap_.is_good(applied_in) : store_.true_();
        axioms_.add(name + what, why, law(store_, name + what, all, good, store_.apply(of, arguments), meaning),
                    defines);
    };
    const ArrowSymbols plain = reads ? ArrowSymbols{} : function_types_.arrow(type);
    add_law(".apply", "a lambda gives the value of its body", reads ? function_types_.reading(type).apply : plain.apply,
            made.parts[1]);
    add_law(".domain", "a lambda has a meaning for arguments of its types that meet its precondition",
            reads ? function_types_.reading(type).domain : plain.domain, made.parts[0]);
    if (reads) {
        add_law(".reads", "a lambda reads what its reads clause says", function_types_.reading(type).reads,
                made.parts[2]);
        function_membership_.relate_to_captured(type, applied, made.parameters);
    }
}

Term FunctionValues::of(const typed::Function& function, Term receiver) {
    DAPHNIA_CHECK(!functions_.is_guarded(&function), "a function is not used as a value in its own definition");
    const std::vector<Term> captured = receiver == nullptr ? std::vector<Term>() : std::vector<Term>{receiver};
    const auto known = known_.find(&function);
    if (known != known_.end()) {
        return store_.apply(known->second, captured);
    }
    const Type type = typed::function_type(function, typed::ArrowKind::Partial);
    const std::vector<Sort> sorts = receiver == nullptr ? std::vector<Sort>() : std::vector<Sort>{receiver->sort};
    const logic::Function symbol = store_.function("value " + function.name, sorts, sorts_.of(type));
    known_.emplace(&function, symbol);
    define(function, symbol);
    return store_.apply(symbol, captured);
}

// apply(value F, x) == F(x); domain(value F, x) <==> x belongs to the types of F's parameters and meets its
// precondition. What F(x) is, F's own axioms say: F is below what is being checked. Of functions that read the heap the
// same is said over every heap that a program can have, and what they read.
void FunctionValues::define(const typed::Function& function, logic::Function symbol) {
    const bool reads = function.reads.present;
    const std::size_t receivers = typed::has_receiver(function.parameters) ? 1 : 0;
    Scope scope;
    scope.whole_types = true;
    scope.now = reads ? heap_.fresh_state("some ") : heap_.state("any ");
    scope.old = scope.now;
    std::vector<Term> parameters;
    std::vector<Term> conditions;
    for (const auto& parameter : function.parameters) {
        parameters.push_back(store_.fresh_variable(parameter->name, sorts_.of(parameter->type)));
        scope.values[parameter.get()] = parameters.back();
        if (parameters.size() > receivers) {
            conditions.push_back(membership_.is(parameter->type, parameters.back(), nullptr));
        }
    }
    for (const typed::Clause& clause : function.preconditions) {
        conditions.push_back(Expressions(vocabulary_, scope).encode(*clause.expr));
    }
    const Type type = typed::function_type(function, reads ? typed::ArrowKind::General : typed::ArrowKind::Partial);
    const ReadingSymbols over_heaps = reads ? function_types_.reading(type) : ReadingSymbols{};
    const ArrowSymbols symbols =
        reads ? ArrowSymbols{over_heaps.apply, over_heaps.domain} : function_types_.arrow(type);
    const std::vector<Term> heap = reads ? scope.now.maps : std::vector<Term>();
    const Term good = reads ? heap_.is_good(scope.now) : store_.true_();
    const auto first = parameters.begin() + static_cast<std::ptrdiff_t>(receivers);
    const std::vector<Term> arguments =
        joined(joined({store_.apply(symbol, {parameters.begin(), first})}, heap), {first, parameters.end()});
    const std::vector<Term> variables = joined(heap, parameters);
    const FunctionSymbols called = functions_.symbols(function);
    const Term call =
        store_.apply(called.layers[called.top()],
                     joined(functions_.heap_arguments(function, parameters, scope.now, scope.old), parameters));
    const logic::Function defines = variables.empty() ? symbol : nullptr;
    const std::string name = "value of " + function.name;
    // Matched from both sides: what is known of the value is known of calls, too. (A call need not name all heaps.)
    axioms_.add(
        name, "a function as a value gives what its calls give",
        law(store_, name, variables, good, store_.apply(symbols.apply, arguments), call, reads ? nullptr : call),
        defines);
    axioms_.add(name + ".domain", "a function as a value has a meaning where its calls have one",
                law(store_, name + ".domain", variables, good, store_.apply(symbols.domain, arguments),
                    store_.and_(std::move(conditions))),
                defines);
    if (reads) {
        Expressions expressions(vocabulary_, scope);
        axioms_.add(name + ".reads", "a function as a value reads what its calls read",
                    law(store_, name + ".reads", variables, good, store_.apply(over_heaps.reads, arguments),
                        objects_of(function.reads, expressions)),
                    defines);
    }
}

const KnownLambda* FunctionValues::known_lambda(logic::Function symbol) const {
    const auto known = lambdas_.find(symbol);
    return known == lambdas_.end() ? nullptr : &known->second;
}

} // namespace daphnia::encode
