// Functions as values in expressions: lambdas, declared functions, and what is asked of them.
#include "encode/expression_nodes.h"

#include <optional>
#include <utility>

namespace daphnia::encode {

using typed::Type;

namespace {

// What stands in a lambda is evaluated in the state of its application: until this goes, another may be set.
class ApplicationState {
  public:
    explicit ApplicationState(Scope& scope)
        : scope_(scope), now_(scope.now), past_(scope.past), whole_types_(scope.whole_types) {}
    ~ApplicationState() {
        scope_.now = now_;
        scope_.past = past_;
        scope_.whole_types = whole_types_;
    }
    ApplicationState(const ApplicationState&) = delete;
    ApplicationState& operator=(const ApplicationState&) = delete;

  private:
    Scope& scope_;
    const State now_;
    const bool past_;
    const bool whole_types_;
};

} // namespace

// In an earlier state, what the reads clause mentions has to be there already, arguments of that state given.
void FunctionNodes::check_past_frame(const typed::Lambda& node) {
    const std::size_t outer = in_.guard_depth();
    for (const auto& parameter : node.parameters) {
        const Term any = store_.fresh_variable(parameter->name, vocabulary_.sorts.of(parameter->type));
        scope_.values[parameter.get()] = any;
        in_.push_guard(vocabulary_.membership.is(parameter->type, any, &scope_.now));
    }
    if (node.domain != nullptr) {
        in_.push_guard(in_.encode(*node.domain));
    }
    for (const typed::FrameEntry& entry : node.reads.entries) {
        in_.encode(*entry.expr);
    }
    in_.leave_guards(outer);
}

// For all arguments of its types the domain has to have a meaning, and where it holds, the reads clause and the body;
// with a reads clause, in every heap that the program can have.
void FunctionNodes::check_lambda(const typed::Lambda& node) {
    if (node.reads.present && scope_.past) {
        check_past_frame(node);
    }
    const std::size_t outer = in_.guard_depth();
    const ApplicationState applied(scope_);
    if (node.reads.present) {
        scope_.now = vocabulary_.heap.fresh_state("applied ");
        scope_.past = false;
        scope_.whole_types = true;
        for (const Term fact : vocabulary_.heap.known_of(scope_.now)) {
            in_.definedness()->learn(fact);
        }
    }
    for (const auto& parameter : node.parameters) {
        const Term any = store_.fresh_variable(parameter->name, vocabulary_.sorts.of(parameter->type));
        scope_.values[parameter.get()] = any;
        in_.push_guard(vocabulary_.membership.is(parameter->type, any, nullptr));
    }
    in_.definedness()->enter_lambda(node.reads, scope_);
    if (node.domain != nullptr) {
        in_.push_guard(in_.encode(*node.domain));
    }
    for (const typed::FrameEntry& entry : node.reads.entries) {
        in_.encode(*entry.expr);
    }
    in_.encode(*node.body);
    in_.definedness()->leave_lambda();
    in_.leave_guards(outer);
}

Term FunctionNodes::operator()(const typed::Lambda& node) {
    const Type type = in_.current().type;
    if (in_.definedness() != nullptr) {
        check_lambda(node);
    }
    LambdaParts parts;
    std::vector<Term> belong;
    for (const auto& parameter : node.parameters) {
        parts.variables.push_back(store_.fresh_variable(parameter->name, vocabulary_.sorts.of(parameter->type)));
        scope_.values[parameter.get()] = parts.variables.back();
        belong.push_back(vocabulary_.membership.is(parameter->type, parts.variables.back(), nullptr));
    }
    std::vector<CallFact> calls;
    const bool wanted = in_.takes_facts();
    std::optional<ApplicationState> applied(scope_);
    Expressions inner(vocabulary_, scope_, nullptr, wanted ? &calls : nullptr);
    parts.domain = store_.and_(std::move(belong));
    if (node.reads.present) {
        scope_.now = vocabulary_.heap.fresh_state("applied ");
        scope_.past = false;
        scope_.whole_types = true;
        parts.applied = scope_.now;
        inner.push_guard(vocabulary_.heap.is_good(scope_.now));
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
    parts.reads = node.reads.present ? objects_of(node.reads, inner) : nullptr;
    scope_.lowest_layer = lowest_layer;
    applied.reset();
    for (CallFact& fact : calls) {
        fact.variables.insert(fact.variables.end(), parts.applied.maps.begin(), parts.applied.maps.end());
        fact.variables.insert(fact.variables.end(), parts.variables.begin(), parts.variables.end());
        in_.record(std::move(fact));
    }
    const Term result = vocabulary_.function_values.lambda(type, parts);
    in_.record({{}, store_.true_(), result, vocabulary_.membership.is(type, result, nullptr)});
    return result;
}

// Where the precondition of a declared function holds, its frame names what that reads; of a value it has to name this
// everywhere, as the domain of a value is framed like its results are: what was read is the same, so is the domain.
void FunctionNodes::check_domain(const typed::Function& function, Term receiver) {
    if (function.preconditions.empty() || function.reads.entries.empty()) {
        return;
    }
    const std::size_t outer = in_.guard_depth();
    const ApplicationState applied(scope_);
    scope_.now = vocabulary_.heap.fresh_state("applied ");
    scope_.past = false;
    scope_.whole_types = true;
    for (const Term fact : vocabulary_.heap.known_of(scope_.now)) {
        in_.definedness()->learn(fact);
    }
    for (const auto& parameter : function.parameters) {
        const bool given = receiver != nullptr && parameter->kind == typed::VariableKind::Receiver;
        const Term any =
            given ? receiver : store_.fresh_variable(parameter->name, vocabulary_.sorts.of(parameter->type));
        scope_.values[parameter.get()] = any;
        in_.push_guard(vocabulary_.membership.is(parameter->type, any, nullptr));
    }
    in_.definedness()->enter_lambda(function.reads, scope_);
    for (const typed::Clause& clause : function.preconditions) {
        in_.push_guard(in_.encode(*clause.expr));
    }
    in_.definedness()->leave_lambda();
    in_.leave_guards(outer);
}

Term FunctionNodes::operator()(const typed::FunctionValue& node) {
    const Type type = in_.current().type;
    const Term receiver = node.receiver == nullptr ? nullptr : in_.encode(*node.receiver);
    if (in_.definedness() != nullptr) {
        check_domain(*node.function, receiver);
    }
    const Term result = vocabulary_.function_values.of(*node.function, receiver);
    in_.record({{}, store_.true_(), result, vocabulary_.membership.is(type, result, nullptr)});
    return result;
}

std::vector<Term> FunctionNodes::applied(const typed::Expr& function, const std::vector<typed::ExprPtr>& arguments) {
    std::vector<Term> result{in_.encode(function)};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        result.push_back(in_.encode(*arguments[i]));
        in_.require_fits(function.type.arguments.at(i), *arguments[i], result.back());
    }
    return result;
}

Term FunctionNodes::operator()(const typed::Apply& node) {
    const typed::Expr& expr = in_.current();
    const Type& type = node.function->type;
    const std::vector<Term> arguments = applied(*node.function, node.arguments);
    if (type.arrow == typed::ArrowKind::General) {
        const Reading reading = read(type, arguments);
        in_.require(support::Rule::Precondition, expr, reading.domain, "function precondition could not be proved");
        check_application(type, arguments, reading.reads, store_.true_());
        return reading.value;
    }
    const ArrowSymbols symbols = vocabulary_.function_types.arrow(type);
    if (type.arrow != typed::ArrowKind::Total) {
        in_.require(support::Rule::Precondition, expr, store_.apply(symbols.domain, arguments),
                    "function precondition could not be proved");
    }
    return store_.apply(symbols.apply, arguments);
}

Term FunctionNodes::operator()(const typed::RequiresOf& node) {
    const Type& type = node.function->type;
    const std::vector<Term> all = applied(*node.function, node.arguments);
    if (type.arrow == typed::ArrowKind::General) {
        const Reading reading = read(type, all);
        check_application(type, all, reading.reads, store_.true_());
        return reading.domain;
    }
    return store_.apply(vocabulary_.function_types.arrow(type).domain, all);
}

FunctionNodes::Reading FunctionNodes::read(const Type& type, const std::vector<Term>& applied) {
    const ReadingSymbols& symbols = vocabulary_.function_types.reading(type);
    const std::vector<Term> all =
        joined(joined({applied.front()}, scope_.now.maps), {applied.begin() + 1, applied.end()});
    return {store_.apply(symbols.apply, all), store_.apply(symbols.domain, all), store_.apply(symbols.reads, all)};
}

void FunctionNodes::check_application(const Type& type, const std::vector<Term>& applied, Term reads, Term meaning) {
    if (in_.definedness() != nullptr) {
        in_.definedness()->check_application(
            in_.current(), {type, applied.front(), {applied.begin() + 1, applied.end()}, reads, meaning}, scope_,
            in_.guard());
    }
}

// Where not everything may be read, it has to have a meaning: without one, nothing says what its reads clause reads.
Term FunctionNodes::operator()(const typed::ReadsOf& node) {
    const Type& type = node.function->type;
    const std::vector<Term> all = applied(*node.function, node.arguments);
    if (type.arrow != typed::ArrowKind::General) {
        return store_.apply(vocabulary_.sorts.set(set_of_objects()).empty, {});
    }
    const Reading reading = read(type, all);
    check_application(type, all, reading.reads, reading.domain);
    return reading.reads;
}

} // namespace daphnia::encode
