// Methods of random straight-line code, branches and simple loops, with contracts computed from the code: what each
// variable and each array holds is followed symbolically, aliases among the parameters included.
#include "calculation.h"

#include <algorithm>

namespace daphnia::oracle {

namespace {

constexpr Type kParameterTypes[] = {Type::Int,  Type::Int,    Type::Nat,  Type::Bool,     Type::IntSeq,   Type::IntSeq,
                                    Type::Char, Type::String, Type::Pair, Type::IntArray, Type::IntArray, Type::Nested};
constexpr Type kResultTypes[] = {Type::Int, Type::Int, Type::Bool, Type::IntSeq, Type::Pair, Type::String, Type::Nat};

// The state if the condition held, else the other one. `changed` has at least the variables of `other`.
Scope merged(const std::optional<std::string>& condition, const Scope& changed, const Scope& other) {
    Scope result = other;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const std::optional<std::string>& then = changed[i].symbol;
        std::optional<std::string>& otherwise = result[i].symbol;
        if (then == otherwise) {
            continue;
        }
        if (!condition || !then || !otherwise) {
            otherwise = std::nullopt;
            continue;
        }
        otherwise = "(if " + *condition + " then " + *then + " else " + *otherwise + ")";
        if (otherwise->size() > kLongestMerged) {
            otherwise = std::nullopt;
        }
    }
    return result;
}

class MethodWriter {
  public:
    explicit MethodWriter(Workshop& workshop) : workshop_(workshop), state_{workshop, {}, {}, false} {}

    std::string write() {
        choose_parameters();
        const std::size_t count = workshop_.random.between(1, 2);
        for (std::size_t i = 0; i < count; ++i) {
            results_.push_back({workshop_.fresh("r"), workshop_.random.one_of(kResultTypes), {}});
        }
        const std::string body = write_body();
        return head() + "{\n" + indented(body) + "}\n";
    }

  private:
    Workshop& workshop_;
    CalculationState state_;
    std::vector<Variable> parameters_;
    std::vector<Variable> results_;
    std::vector<std::string> preconditions_;

    void choose_parameters() {
        const std::size_t count = workshop_.random.between(1, 4);
        for (std::size_t i = 0; i < count; ++i) {
            const Type type = workshop_.random.one_of(kParameterTypes);
            const std::string name = workshop_.fresh(type == Type::IntArray ? "a" : type == Type::Int ? "x" : "p");
            const bool array = type == Type::IntArray;
            const bool ghost = !array && workshop_.random.chance(8);
            parameters_.push_back({name, type, array ? "old(" + name + "[..])" : name, ghost, false, array});
        }
        state_.scope = parameters_;
        for (const Variable& parameter : parameters_) {
            if (parameter.type == Type::IntArray && workshop_.random.chance(40)) {
                preconditions_.push_back(parameter.name + ".Length > " + std::to_string(workshop_.random.below(3)));
            } else if (parameter.type == Type::Int && workshop_.random.chance(30)) {
                preconditions_.push_back("0 <= " + parameter.name);
            } else if (parameter.type == Type::IntSeq && workshop_.random.chance(20)) {
                preconditions_.push_back("|" + parameter.name + "| > 0");
            }
        }
        if (workshop_.random.chance(20)) {
            preconditions_.push_back(expression(workshop_, Type::Bool, parameters_, 1, true));
        }
    }

    // Returns early are alternatives to everything that follows; the last one is the innermost.
    std::string write_body() {
        struct EarlyEnd {
            std::optional<std::string> condition;
            Scope state;
        };
        std::vector<EarlyEnd> ends;
        std::string body;
        const std::size_t count = workshop_.random.between(1, 6);
        for (std::size_t i = 0; i < count; ++i) {
            body += statement(state_, 2);
            if (workshop_.random.chance(8)) {
                const std::string condition = expression(workshop_, Type::Bool, state_.scope, 1);
                const auto symbol = symbolic(condition, state_.scope);
                CalculationState branch = state_;
                std::string text = set_results(branch.scope, true);
                body += "if " + condition + " {\n" + indented(text) + "}\n";
                ends.push_back({symbol, branch.scope});
            }
        }
        body += set_results(state_.scope, false);
        // Only parameters and results are of interest at the end; results come last.
        Scope last = interesting(state_.scope);
        for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
            last = merged(end->condition, interesting(end->state), last);
        }
        state_.scope = last;
        return body;
    }

    Scope interesting(const Scope& scope) const {
        Scope result(scope.begin(), scope.begin() + static_cast<std::ptrdiff_t>(parameters_.size()));
        result.insert(result.end(), scope.end() - static_cast<std::ptrdiff_t>(results_.size()), scope.end());
        return result;
    }

    // Appends the results with their symbols to the scope.
    std::string set_results(Scope& scope, bool leave) {
        std::string targets;
        std::string values;
        Scope with_results = scope;
        for (const Variable& result : results_) {
            const std::string value = expression(workshop_, result.type, scope, 2);
            targets += (targets.empty() ? "" : ", ") + result.name;
            values += (values.empty() ? "" : ", ") + value;
            with_results.push_back(result);
            with_results.back().symbol = symbolic(value, scope);
        }
        scope = with_results;
        return leave && workshop_.random.chance(50) ? "return " + values + ";\n"
                                                    : targets + " := " + values + ";\n" + (leave ? "return;\n" : "");
    }

    std::string head() {
        const auto list = [](const std::vector<Variable>& variables) {
            std::string text;
            for (const Variable& variable : variables) {
                text += (text.empty() ? "" : ", ") + std::string(variable.ghost ? "ghost " : "") + variable.name +
                        ": " + to_string(variable.type);
            }
            return text;
        };
        const std::string name = workshop_.fresh("Calculate");
        std::string text = "method " + name + "(" + list(parameters_) + ") returns (" + list(results_) + ")\n";
        for (const std::string& precondition : preconditions_) {
            text += "  requires " + precondition + "\n";
        }
        for (const std::string& array : state_.written) {
            text += "  modifies " + array + "\n";
        }
        const bool heap = std::any_of(parameters_.begin(), parameters_.end(),
                                      [](const Variable& variable) { return variable.type == Type::IntArray; });
        std::string before;
        for (const Variable& variable : state_.scope) {
            const bool result = variable.name.starts_with("r");
            const bool array = variable.type == Type::IntArray;
            if (!variable.symbol || (!result && !array)) {
                continue;
            }
            if (result && !heap && workshop_.random.chance(60)) {
                before += wrapped(name, variable);
                text += "  ensures " + variable.name + " == Value" + name + variable.name + arguments() + "\n";
            } else if (result || state_.written.count(variable.name) > 0) {
                text += "  ensures " + variable.name + (array ? "[..]" : "") + " == " + *variable.symbol + "\n";
            }
        }
        if (before.empty() || results_.size() != 1 || ghosts()) {
            return before + text;
        }
        ExactMethod method{name, {}, results_[0].type, guard(), "Value" + name + results_[0].name + "(", {}};
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            method.parameters.push_back(parameters_[i].type);
            method.result_symbol += (i == 0 ? "@" : ", @") + std::to_string(i);
        }
        method.result_symbol += ")";
        workshop_.methods.push_back(std::move(method));
        return before + text;
    }

    bool ghosts() const {
        return std::any_of(parameters_.begin(), parameters_.end(), [](const Variable& p) { return p.ghost; });
    }

    std::string arguments() const {
        std::string text;
        for (const Variable& parameter : parameters_) {
            text += (text.empty() ? "(" : ", ") + parameter.name;
        }
        return text + ")";
    }

    std::string guard() const {
        std::string text;
        for (const std::string& precondition : preconditions_) {
            text += (text.empty() ? "(" : " && (") + precondition + ")";
        }
        Scope places = parameters_;
        for (std::size_t i = 0; i < places.size(); ++i) {
            places[i].symbol = "@" + std::to_string(i);
        }
        return symbolic(text, places).value_or("false");
    }

    // A function that is the result's value.
    std::string wrapped(const std::string& method, const Variable& result) {
        std::string parameters;
        for (const Variable& parameter : parameters_) {
            parameters += (parameters.empty() ? "" : ", ") + parameter.name + ": " + to_string(parameter.type);
        }
        return "ghost function Value" + method + result.name + "(" + parameters + "): " + to_string(result.type) +
               "\n{\n  " + *result.symbol + "\n}\n\n";
    }
};

} // namespace

std::string block(CalculationState& state, unsigned depth) {
    std::string text;
    const std::size_t count = state.workshop.random.between(1, 3);
    const std::size_t known = state.scope.size();
    for (std::size_t i = 0; i < count; ++i) {
        text += statement(state, depth);
    }
    state.scope.resize(known); // what was declared inside is gone
    return text;
}

std::string branches(CalculationState& state, unsigned depth) {
    const std::string condition = expression(state.workshop, Type::Bool, state.scope, 1, state.ghost);
    const auto symbol = symbolic(condition, state.scope);
    const Scope before = state.scope;
    const std::string then = block(state, depth - 1);
    const Scope after_then = state.scope;
    state.scope = before;
    if (state.workshop.random.chance(25)) {
        const std::string otherwise = block(state, depth - 1);
        state.scope = merged(symbol, after_then, state.scope);
        return "if {\n  case " + condition + " =>\n" + indented(indented(then)) + "  case !" + condition + " =>\n" +
               indented(indented(otherwise)) + "}\n";
    }
    std::string otherwise;
    if (state.workshop.random.chance(50)) {
        otherwise = " else {\n" + indented(block(state, depth - 1)) + "}";
    }
    state.scope = merged(symbol, after_then, state.scope);
    return "if " + condition + " {\n" + indented(then) + "}" + otherwise + "\n";
}

// label L: { …; if c { break L; } … }
std::string leaving_block(CalculationState& state, unsigned depth) {
    const std::string label = state.workshop.fresh("L");
    const std::size_t known = state.scope.size();
    std::string text = block(state, depth - 1);
    const std::string condition = expression(state.workshop, Type::Bool, state.scope, 1, state.ghost);
    const auto symbol = symbolic(condition, state.scope);
    const Scope left = state.scope;
    text += "if " + condition + " {\n  break " + label + ";\n}\n" + block(state, depth - 1);
    state.scope.resize(known);
    state.scope = merged(symbol, left, state.scope);
    return "label " + label + ": {\n" + indented(text) + "}\n";
}

std::string calculation(Workshop& workshop) {
    return MethodWriter(workshop).write();
}

} // namespace daphnia::oracle
