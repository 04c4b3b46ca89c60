// Functions as values: expressions in, terms out, with the axioms that say what such a value gives.
//
// A value of sort Fn<A;B> gives apply(f, x) for each x of sort A, and has a meaning where domain(f, x) holds. The model
// are pairs of a function and a set, so that every term over x may be what a lambda gives: no axiom here asks for more
// than that such pairs exist. Nothing says when two values are equal, but for those that are the same function of the
// same captured values.
#include "encode/expression.h"
#include "support/error.h"

#include <algorithm>
#include <utility>

namespace daphnia::encode {

using typed::Type;

// ---- symbols and axioms

Vocabulary::ArrowSymbols Vocabulary::arrow(const Type& type) {
    const Sort own = sort(type);
    std::vector<Sort> sorts{own};
    for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
        sorts.push_back(sort(type.arguments[i]));
    }
    return {store_.function("apply " + own->name, sorts, sort(typed::result_type(type))),
            store_.function("domain " + own->name, sorts, store_.bool_sort())};
}

Vocabulary::AnyArguments Vocabulary::any_arguments(const Type& arrow, const State* state) {
    AnyArguments result;
    std::vector<Term> belong;
    for (std::size_t i = 0; i < typed::parameter_count(arrow); ++i) {
        result.variables.push_back(store_.fresh_variable("x", sort(arrow.arguments[i])));
        belong.push_back(is(arrow.arguments[i], result.variables.back(), state));
    }
    result.belong = store_.and_(std::move(belong));
    return result;
}

// forall x {apply(f, x)} {domain(f, x)} :: is<A>(x) ==> is<B>(apply(f, x)), where f has a meaning for x; which a total
// function has for all of them.
Term Vocabulary::takes_and_gives(const Type& type, Term value, const State* state) {
    const ArrowSymbols symbols = arrow(type);
    const AnyArguments any = any_arguments(type, state);
    const std::vector<Term> arguments = joined({value}, any.variables);
    const Term given = store_.apply(symbols.apply, arguments);
    const Term defined = store_.apply(symbols.domain, arguments);
    const Term fits = is(typed::result_type(type), given, state);
    const Term claim = store_.implies(
        any.belong, type.arrow == typed::ArrowKind::Total ? store_.and_(defined, fits) : store_.implies(defined, fits));
    return any.variables.empty()
               ? claim
               : store_.forall({"is<" + typed::unique_name(type) + ">.applied", any.variables, {{given}, {defined}}, 0},
                               claim);
}

// With a state: what it gives for allocated arguments is allocated. It belongs to the type for others, too.
Term Vocabulary::arrow_is(const Type& type, Term value, const State* state) {
    const bool general = type.arrow == typed::ArrowKind::General;
    if (general && state != nullptr) {
        return store_.and_(arrow_is(type, value, nullptr), reading_is_allocated(type, value, *state));
    }
    const bool allocation = state != nullptr && typed::contains_references(typed::result_type(type));
    const bool says_more =
        type.arrow == typed::ArrowKind::Total || is_constrained(typed::result_type(type), allocation);
    const Term always = state != nullptr                ? arrow_is(type, value, nullptr)
                        : general                       ? store_.apply(reading(type).closed, {value})
                        : heap_.has_reading_functions() ? is_pure(type, value)
                                                        : store_.true_();
    if (!says_more || (state != nullptr && !allocation)) {
        return always;
    }
    const Membership is_of = membership(type, allocation);
    if (is_of.first) {
        const Term f = store_.fresh_variable("f", sort(type));
        const Term meaning = general ? gives_when_it_reads(type, f) : takes_and_gives(type, f, is_of.state());
        const Term applied = belongs(is_of, f, is_of.state());
        add_axiom(
            is_of.name, "a function belongs to a type when it takes what the type says, and gives it",
            store_.forall({is_of.name, with_allocation(is_of, {f}), {{applied}}, 0}, store_.equal(applied, meaning)));
    }
    return store_.and_(always, belongs(is_of, value, state));
}

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
Term Vocabulary::lambda(const Type& type, const LambdaParts& parts) {
    const bool reads = parts.reads != nullptr;
    std::vector<Term> terms{parts.domain, parts.body};
    if (reads) {
        terms.push_back(parts.reads);
    }
    const Sort own = sort(type);
    const Lifted made = lifting_("lambda", own, joined(parts.applied.maps, parts.variables), terms);
    const logic::Function symbol = store_.function(made.name, made.sorts(), own);
    if (made.is_new) {
        define_lambda(type, made, symbol, reads);
        if (!reads) {
            lambdas_.emplace(symbol, KnownLambda{made, arrow(type).apply});
        }
    }
    return store_.apply(symbol, made.arguments);
}

void Vocabulary::define_lambda(const Type& type, const Lifted& made, logic::Function symbol, bool reads) {
    const std::string& name = made.name;
    const Term applied = store_.apply(symbol, made.parameters);
    const std::vector<Term> all = joined(made.parameters, made.bound);
    const std::vector<Term> arguments = joined({applied}, made.bound);
    const logic::Function defines = all.empty() ? symbol : nullptr;
    const auto add_law = [&](const char* what, const char* why, logic::Function of, Term meaning) {
        const auto maps = static_cast<std::ptrdiff_t>(heap_.regions().size());
        const State applied_in = reads ? State{{made.bound.begin(), made.bound.begin() + maps}, nullptr} : State{};
        const Term good = reads ? heap_.is_good(applied_in) : store_.true_();
        add_axiom(name + what, why, law(store_, name + what, all, good, store_.apply(of, arguments), meaning), defines);
    };
    const ArrowSymbols plain = reads ? ArrowSymbols{} : arrow(type);
    add_law(".apply", "a lambda gives the value of its body", reads ? reading(type).apply : plain.apply, made.parts[1]);
    add_law(".domain", "a lambda has a meaning for arguments of its types that meet its precondition",
            reads ? reading(type).domain : plain.domain, made.parts[0]);
    if (reads) {
        add_law(".reads", "a lambda reads what its reads clause says", reading(type).reads, made.parts[2]);
        relate_to_captured(type, applied, made.parameters);
    }
}

Term Vocabulary::function_value(const typed::Function& function, Term receiver) {
    DAPHNIA_CHECK(!is_guarded(&function), "a function is not used as a value in its own definition");
    const std::vector<Term> captured = receiver == nullptr ? std::vector<Term>() : std::vector<Term>{receiver};
    const auto known = function_values_.find(&function);
    if (known != function_values_.end()) {
        return store_.apply(known->second, captured);
    }
    const Type type = typed::function_type(function, typed::ArrowKind::Partial);
    const std::vector<Sort> sorts = receiver == nullptr ? std::vector<Sort>() : std::vector<Sort>{receiver->sort};
    const logic::Function symbol = store_.function("value " + function.name, sorts, sort(type));
    function_values_.emplace(&function, symbol);
    define_function_value(function, symbol);
    return store_.apply(symbol, captured);
}

// apply(value F, x) == F(x); domain(value F, x) <==> x belongs to the types of F's parameters and meets its
// precondition. What F(x) is, F's own axioms say: F is below what is being checked. Of functions that read the heap the
// same is said over every heap that a program can have, and what they read.
void Vocabulary::define_function_value(const typed::Function& function, logic::Function symbol) {
    const bool reads = function.reads.present;
    const std::size_t receivers = typed::has_receiver(function.parameters) ? 1 : 0;
    Scope scope;
    scope.whole_types = true;
    scope.now = reads ? heap_.fresh_state("some ") : heap_.state("any ");
    scope.old = scope.now;
    std::vector<Term> parameters;
    std::vector<Term> conditions;
    for (const auto& parameter : function.parameters) {
        parameters.push_back(store_.fresh_variable(parameter->name, sort(parameter->type)));
        scope.values[parameter.get()] = parameters.back();
        if (parameters.size() > receivers) {
            conditions.push_back(is(parameter->type, parameters.back(), nullptr));
        }
    }
    for (const typed::Clause& clause : function.preconditions) {
        conditions.push_back(Expressions(*this, scope).encode(*clause.expr));
    }
    const Type type = typed::function_type(function, reads ? typed::ArrowKind::General : typed::ArrowKind::Partial);
    const ReadingSymbols over_heaps = reads ? reading(type) : ReadingSymbols{};
    const ArrowSymbols symbols = reads ? ArrowSymbols{over_heaps.apply, over_heaps.domain} : arrow(type);
    const std::vector<Term> heap = reads ? scope.now.maps : std::vector<Term>();
    const Term good = reads ? heap_.is_good(scope.now) : store_.true_();
    const auto first = parameters.begin() + static_cast<std::ptrdiff_t>(receivers);
    const std::vector<Term> arguments =
        joined(joined({store_.apply(symbol, {parameters.begin(), first})}, heap), {first, parameters.end()});
    const std::vector<Term> variables = joined(heap, parameters);
    const FunctionSymbols called = this->function(function);
    const Term call =
        store_.apply(called.layers[called.top()], joined(heap_arguments(function, parameters, scope.now), parameters));
    const logic::Function defines = variables.empty() ? symbol : nullptr;
    const std::string name = "value of " + function.name;
    // Matched from both sides: what is known of the value is known of calls, too. (A call need not name all heaps.)
    add_axiom(name, "a function as a value gives what its calls give",
              law(store_, name, variables, good, store_.apply(symbols.apply, arguments), call, reads ? nullptr : call),
              defines);
    add_axiom(name + ".domain", "a function as a value has a meaning where its calls have one",
              law(store_, name + ".domain", variables, good, store_.apply(symbols.domain, arguments),
                  store_.and_(std::move(conditions))),
              defines);
    if (reads) {
        add_axiom(name + ".reads", "a function as a value reads what its calls read",
                  law(store_, name + ".reads", variables, good, store_.apply(over_heaps.reads, arguments),
                      Expressions(*this, scope).objects(function.reads)),
                  defines);
    }
}

// ---- expressions

namespace {

// What stands in a lambda is evaluated in the state of its application: until this goes, another may be set.
class ApplicationState {
  public:
    explicit ApplicationState(Scope& scope) : scope_(scope), now_(scope.now), whole_types_(scope.whole_types) {}
    ~ApplicationState() {
        scope_.now = now_;
        scope_.whole_types = whole_types_;
    }
    ApplicationState(const ApplicationState&) = delete;
    ApplicationState& operator=(const ApplicationState&) = delete;

  private:
    Scope& scope_;
    const State now_;
    const bool whole_types_;
};

} // namespace

// For all arguments of its types the domain has to have a meaning, and where it holds, the reads clause and the body;
// with a reads clause, in every heap that the program can have.
void Expressions::check_lambda(const typed::Lambda& node) {
    const std::size_t outer = guards_.size();
    const ApplicationState applied(scope_);
    if (node.reads.present) {
        scope_.now = vocabulary_.heap().fresh_state("applied ");
        scope_.whole_types = true;
        for (const Term fact : vocabulary_.heap().known_of(scope_.now)) {
            definedness_->learn(fact);
        }
    }
    for (const auto& parameter : node.parameters) {
        const Term any = store_.fresh_variable(parameter->name, vocabulary_.sort(parameter->type));
        scope_.values[parameter.get()] = any;
        guards_.push_back(vocabulary_.is(parameter->type, any, nullptr));
    }
    definedness_->enter_lambda(node.reads, scope_);
    if (node.domain != nullptr) {
        guards_.push_back(encode(*node.domain));
    }
    for (const typed::FrameEntry& entry : node.reads.entries) {
        encode(*entry.expr);
    }
    encode(*node.body);
    definedness_->leave_lambda();
    guards_.resize(outer);
}

Term Expressions::operator()(const typed::Lambda& node) {
    const Type type = current_->type;
    if (definedness_ != nullptr) {
        check_lambda(node);
    }
    Vocabulary::LambdaParts parts;
    std::vector<Term> belong;
    for (const auto& parameter : node.parameters) {
        parts.variables.push_back(store_.fresh_variable(parameter->name, vocabulary_.sort(parameter->type)));
        scope_.values[parameter.get()] = parts.variables.back();
        belong.push_back(vocabulary_.is(parameter->type, parts.variables.back(), nullptr));
    }
    std::vector<CallFact> calls;
    const bool wanted = definedness_ != nullptr || facts_ != nullptr;
    std::optional<ApplicationState> applied(scope_);
    Expressions inner(vocabulary_, scope_, nullptr, wanted ? &calls : nullptr);
    parts.domain = store_.and_(std::move(belong));
    if (node.reads.present) {
        scope_.now = vocabulary_.heap().fresh_state("applied ");
        scope_.whole_types = true;
        parts.applied = scope_.now;
        inner.push_guard(vocabulary_.heap().is_good(scope_.now));
    }
    inner.push_guard(parts.domain);
    // The same function wherever it is spoken of: in what is said of many calls at once, too.
    const bool lowest_layer = std::exchange(scope_.lowest_layer, false);
    if (node.domain != nullptr) {
        const Term written = inner.encode(*node.domain);
        parts.domain = store_.and_(parts.domain, written);
        inner.push_guard(written);
    }
    parts.body = inner.encode(*node.body);
    parts.reads = node.reads.present ? inner.objects(node.reads) : nullptr;
    scope_.lowest_layer = lowest_layer;
    applied.reset();
    for (CallFact& fact : calls) {
        fact.variables.insert(fact.variables.end(), parts.applied.maps.begin(), parts.applied.maps.end());
        fact.variables.insert(fact.variables.end(), parts.variables.begin(), parts.variables.end());
        record(std::move(fact));
    }
    const Term result = vocabulary_.lambda(type, parts);
    record({{}, store_.true_(), result, vocabulary_.is(type, result, nullptr)});
    return result;
}

Term Expressions::operator()(const typed::FunctionValue& node) {
    const Type type = current_->type;
    const Term receiver = node.receiver == nullptr ? nullptr : encode(*node.receiver);
    const Term result = vocabulary_.function_value(*node.function, receiver);
    record({{}, store_.true_(), result, vocabulary_.is(type, result, nullptr)});
    return result;
}

std::vector<Term> Expressions::applied(const typed::Expr& function, const std::vector<typed::ExprPtr>& arguments) {
    std::vector<Term> result{encode(function)};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        result.push_back(encode(*arguments[i]));
        require_fits(function.type.arguments.at(i), *arguments[i], result.back());
    }
    return result;
}

Term Expressions::operator()(const typed::Apply& node) {
    const typed::Expr& expr = *current_;
    const Type& type = node.function->type;
    const std::vector<Term> arguments = applied(*node.function, node.arguments);
    if (type.arrow == typed::ArrowKind::General) {
        const Reading reading = read(type, arguments);
        require(support::Rule::Precondition, expr, reading.domain, "function precondition could not be proved");
        check_application(type, arguments, reading.reads, store_.true_());
        return reading.value;
    }
    const Vocabulary::ArrowSymbols symbols = vocabulary_.arrow(type);
    if (type.arrow != typed::ArrowKind::Total) {
        require(support::Rule::Precondition, expr, store_.apply(symbols.domain, arguments),
                "function precondition could not be proved");
    }
    return store_.apply(symbols.apply, arguments);
}

Term Expressions::operator()(const typed::RequiresOf& node) {
    const Type& type = node.function->type;
    const std::vector<Term> all = applied(*node.function, node.arguments);
    if (type.arrow == typed::ArrowKind::General) {
        const Reading reading = read(type, all);
        check_application(type, all, reading.reads, store_.true_());
        return reading.domain;
    }
    return store_.apply(vocabulary_.arrow(type).domain, all);
}

} // namespace daphnia::encode
