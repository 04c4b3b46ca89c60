// See the header.
#include "interpret/function_values.h"

#include "interpret/bounds.h"
#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/frames.h"
#include "interpret/function_calls.h"
#include "interpret/inhabitants.h"
#include "typed/print.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::interpret {

namespace {

// A lambda, with the values of the variables that it mentions; what it calls has to decrease the measure of the
// declaration in which it stands.
class Closure : public Code {
  public:
    Closure(const typed::Expr& expr, const Activation& home)
        : lambda(std::get<typed::Lambda>(expr.node)), owner(home.owner), slots(home.values().size()),
          measure(home.measure), expr_(expr) {}

    std::string text() const override { return typed::print(expr_); }
    void for_each_value(const std::function<void(const Value&)>& visit) const override {
        for (const auto& [variable, value] : captured) {
            visit(value);
        }
    }

    const typed::Lambda& lambda;
    const typed::Callable owner;
    const std::size_t slots;
    const std::optional<Measure> measure;
    std::vector<std::pair<const typed::Variable*, Value>> captured;

  private:
    const typed::Expr& expr_;
};

// A declared function, with its receiver.
class Declared : public Code {
  public:
    Declared(const typed::Expr& expr, Value receiver_)
        : function(*std::get<typed::FunctionValue>(expr.node).function), receiver(std::move(receiver_)), expr_(expr) {}

    std::string text() const override { return typed::print(expr_); }
    void for_each_value(const std::function<void(const Value&)>& visit) const override { visit(receiver); }

    std::size_t receivers() const { return receiver.is_assigned() ? 1 : 0; }

    const typed::Function& function;
    const Value receiver;

  private:
    const typed::Expr& expr_;
};

std::vector<const typed::Variable*> free_variables(const typed::Expr& expr) {
    std::set<const typed::Variable*> bound;
    std::vector<const typed::Variable*> read;
    const auto bind = [&](const auto& variables) {
        for (const typed::VariablePtr& variable : variables) {
            bound.insert(variable.get());
        }
    };
    const typed::Children visit{[&](const typed::Expr& below) {
                                    if (const auto* variable = typed::read_variable(below)) {
                                        read.push_back(variable);
                                    } else if (const auto* lambda = std::get_if<typed::Lambda>(&below.node)) {
                                        bind(lambda->parameters);
                                    } else if (const auto* let = std::get_if<typed::Let>(&below.node)) {
                                        bind(let->variables);
                                    } else if (const auto* choice = std::get_if<typed::LetSuchThat>(&below.node)) {
                                        bind(choice->variables);
                                    } else if (const auto* all = std::get_if<typed::Quantifier>(&below.node)) {
                                        bind(all->variables);
                                    } else if (const auto* set = std::get_if<typed::SetComprehension>(&below.node)) {
                                        bind(set->variables);
                                    } else if (const auto* map = std::get_if<typed::MapComprehension>(&below.node)) {
                                        bind(map->variables);
                                    } else if (const auto* seq = std::get_if<typed::SeqComprehension>(&below.node)) {
                                        bound.insert(seq->variable.get());
                                    }
                                },
                                [&](const typed::Stmt& below) {
                                    if (const auto* local = std::get_if<typed::VarDecl>(&below.node)) {
                                        bind(local->variables);
                                    } else if (const auto* all = std::get_if<typed::ForallStatement>(&below.node)) {
                                        bind(all->variables);
                                    }
                                }};
    typed::for_each_below(expr, visit);
    std::vector<const typed::Variable*> result;
    for (const typed::Variable* const variable : read) {
        if (bound.count(variable) == 0 && std::find(result.begin(), result.end(), variable) == result.end()) {
            result.push_back(variable);
        }
    }
    return result;
}

// A call of a closure: it reads what its reads clause says.
class ClosureCall {
  public:
    ClosureCall(Run& run, const Closure& closure, const Values& arguments, SourceRange called_at)
        : activation(run, closure.owner, closure.slots, called_at) {
        for (const auto& [variable, value] : closure.captured) {
            activation[*variable] = value;
        }
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            activation[*closure.lambda.parameters[i]] = arguments[i];
        }
        activation.measure = closure.measure;
        activation.reads_are_limited = true;
        if (closure.lambda.reads.present) {
            activation.frame = &closure.lambda.reads;
        } else {
            activation.reads = FrameLimit{};
        }
        activation.enter();
    }

    Activation activation;
};

// A call of a declared function, not entered yet.
class DeclaredCall {
  public:
    DeclaredCall(Run& run, const Declared& declared, const Values& arguments, SourceRange called_at)
        : activation(run, &declared.function, declared.function.slots, called_at) {
        activation.function = &declared.function;
        const std::size_t receivers = declared.receivers();
        for (std::size_t i = 0; i < declared.function.parameters.size(); ++i) {
            activation[*declared.function.parameters[i]] = i < receivers ? declared.receiver : arguments[i - receivers];
        }
    }

    Activation activation;
};

} // namespace

bool FunctionValues::belong(const Values& arguments, const std::vector<typed::VariablePtr>& parameters,
                            std::size_t first) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (!inhabitants_.belongs(arguments[i], parameters.at(first + i)->type, run_.heap())) {
            return false;
        }
    }
    return true;
}

Value FunctionValues::closure(const typed::Expr& expr) {
    auto code = std::make_shared<Closure>(expr, *run_.active());
    const auto [known, first] = captured_.try_emplace(&expr);
    if (first) {
        known->second = free_variables(expr);
    }
    for (const typed::Variable* const variable : known->second) {
        code->captured.emplace_back(variable, (*run_.active())[*variable]);
    }
    return Value::function({expr.type, std::move(code)});
}

Value FunctionValues::declared(const typed::Expr& function, Value receiver) {
    return Value::function({function.type, std::make_shared<Declared>(function, std::move(receiver))});
}

bool FunctionValues::has_meaning_for(const Value& function, const Values& arguments, const typed::Expr& expr) {
    const FunctionData& data = function.as_function();
    if (data.code == nullptr) {
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (!inhabitants_.belongs(arguments[i], data.type.arguments.at(i), run_.heap())) {
                return false;
            }
        }
        return data.at(arguments).is_assigned();
    }
    if (const auto* closure = dynamic_cast<const Closure*>(data.code.get())) {
        if (!belong(arguments, closure->lambda.parameters, 0)) {
            return false;
        }
        const ClosureCall call(run_, *closure, arguments, expr.range);
        return closure->lambda.domain == nullptr || evaluation_.holds(*closure->lambda.domain);
    }
    const auto& declared = dynamic_cast<const Declared&>(*data.code);
    if (!belong(arguments, declared.function.parameters, declared.receivers())) {
        return false;
    }
    DeclaredCall call(run_, declared, arguments, expr.range);
    call.activation.enter();
    return std::all_of(declared.function.preconditions.begin(), declared.function.preconditions.end(),
                       [&](const typed::Clause& clause) { return evaluation_.holds(*clause.expr); });
}

Value FunctionValues::apply(const Value& function, const Values& arguments, const typed::Expr& expr) {
    const FunctionData& data = function.as_function();
    if (data.code == nullptr) {
        return data.at(arguments);
    }
    if (const auto* closure = dynamic_cast<const Closure*>(data.code.get())) {
        const ClosureCall call(run_, *closure, arguments, expr.range);
        return evaluation_.eval(*closure->lambda.body);
    }
    const auto& declared = dynamic_cast<const Declared&>(*data.code);
    DeclaredCall call(run_, declared, arguments, expr.range);
    return function_calls_.run_call(call.activation, declared.function, expr);
}

bool FunctionValues::reads_nothing(const Value& function) {
    const FunctionData& data = function.as_function();
    if (data.code == nullptr) {
        return true;
    }
    const auto* closure = dynamic_cast<const Closure*>(data.code.get());
    const typed::Frame& frame =
        closure != nullptr ? closure->lambda.reads : dynamic_cast<const Declared&>(*data.code).function.reads;
    return !frame.wildcard && frame.entries.empty();
}

std::vector<Reference> FunctionValues::reads_of(const Value& function, const Values& arguments,
                                                const typed::Expr& expr) {
    if (reads_nothing(function)) {
        return {};
    }
    const auto objects_of = [&](Activation& activation, const typed::Frame& frame) {
        activation.reads = FrameLimit{}; // what a frame reads is not asked here
        activation.reads->anything = true;
        const FrameLimit limit = frames_.limit_of(frame);
        if (limit.anything) {
            throw Unknown{"a function reads more than can be listed", expr.range};
        }
        std::vector<Reference> objects;
        for (const FrameLimit::Entry& entry : limit.entries) {
            objects.push_back(entry.object);
        }
        return objects;
    };
    const FunctionData& data = function.as_function();
    if (const auto* closure = dynamic_cast<const Closure*>(data.code.get())) {
        ClosureCall call(run_, *closure, arguments, expr.range);
        return objects_of(call.activation, closure->lambda.reads);
    }
    const auto& declared = dynamic_cast<const Declared&>(*data.code);
    DeclaredCall call(run_, declared, arguments, expr.range);
    call.activation.enter();
    return objects_of(call.activation, declared.function.reads);
}

void FunctionValues::require_readable_by(const Value& function, const Values& arguments, const typed::Expr& expr) {
    checks_.attempt([&] {
        const FrameLimit* const limit = run_.checking() ? frames_.limit_here(*run_.active()) : nullptr;
        if (limit == nullptr || limit->anything) {
            return;
        }
        for (const Reference object : reads_of(function, arguments, expr)) {
            if (!limit->allows(object)) {
                checks_.fail({Rule::Reads, place_of(expr), "insufficient reads clause to invoke function"});
            }
        }
    });
}

void FunctionValues::for_sample_arguments(const typed::Type& arrow, const std::function<void(const Values&)>& visit) {
    constexpr std::size_t kValues = 5;
    constexpr std::size_t kMost = 25;
    if (sampling_) {
        return;
    }
    std::vector<Values> tuples{{}};
    for (std::size_t i = 0; i < typed::parameter_count(arrow); ++i) {
        Values values;
        Candidates candidates(arrow.arguments[i], run_.heap());
        while (values.size() < kValues) {
            std::optional<Value> next = candidates.next();
            if (!next) {
                break;
            }
            values.push_back(std::move(*next));
        }
        if (values.empty()) {
            if (const std::optional<Value> simple = inhabitants_.default_value(arrow.arguments[i])) {
                values.push_back(*simple);
            }
        }
        std::vector<Values> longer;
        for (const Values& tuple : tuples) {
            for (std::size_t j = 0; j < values.size() && longer.size() < kMost; ++j) {
                longer.push_back(tuple);
                longer.back().push_back(values[j]);
            }
        }
        tuples = std::move(longer);
    }
    const Temporarily sampling(sampling_, true);
    for (const Values& tuple : tuples) {
        try {
            visit(tuple);
        } catch (const Unknown&) { // nothing can be said of these
        }
    }
}

} // namespace daphnia::interpret
