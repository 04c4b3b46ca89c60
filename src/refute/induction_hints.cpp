// See the header.
#include "refute/induction_hints.h"

#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::refute {

namespace {

using Answer = std::optional<Reason>;

std::string names_of(const std::vector<const typed::Variable*>& variables) {
    std::string text;
    for (const typed::Variable* variable : variables) {
        text += (text.empty() ? "" : " and ") + variable->name;
    }
    return text;
}

// ---- what the step of an induction lacks ---------------------------------------------------------------------------

// What the recursive case of a function gives, without the cases around it.
const typed::Expr* recursive_case(const typed::Function& function) {
    const typed::Expr* found = nullptr;
    const std::function<void(const typed::Expr&)> look_at = [&](const typed::Expr& expr) {
        if (const auto* choice = std::get_if<typed::IfThenElse>(&expr.node)) {
            look_at(*choice->then);
            look_at(*choice->otherwise);
        } else if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
            look_at(*let->body);
        } else if (const auto* with = std::get_if<typed::StatementExpr>(&expr.node)) {
            look_at(*with->body);
        } else if (found == nullptr) {
            bool recursive = false;
            for_each_expr({&expr}, [&](const typed::Expr& below) {
                const auto* call = std::get_if<typed::FunctionCall>(&below.node);
                recursive = recursive || (call != nullptr && is_same_function(call->function, &function));
            });
            found = recursive ? &expr : nullptr;
        }
    };
    look_at(*function.body);
    return found;
}

// F(G(x)), where the step unfolds G into something that F is applied to: F(H(x, y)), of which nothing is known.
std::string nested_step(const Situation& situation) {
    std::string result;
    for_each_expr(situation.goal, [&](const typed::Expr& expr) {
        const auto* outer = std::get_if<typed::FunctionCall>(&expr.node);
        if (outer == nullptr || !result.empty() || !situation.calls.is_recursive(outer->function)) {
            return;
        }
        for (const typed::ExprPtr& argument : outer->arguments) {
            const auto* inner = std::get_if<typed::FunctionCall>(&argument->node);
            if (inner == nullptr || inner->function->body == nullptr || inner->function->attributes.opaque ||
                !situation.calls.is_recursive(inner->function)) {
                continue;
            }
            const typed::Expr* const step = recursive_case(*inner->function);
            const std::string name = written_name(*outer->function);
            if (step == nullptr) {
                continue;
            }
            if (const auto* call = std::get_if<typed::FunctionCall>(&step->node);
                call != nullptr && call->arguments.size() == 2 && !is_same_function(call->function, inner->function)) {
                result = fmt::format("{}({}(x, y))", name, written_name(*call->function));
            } else if (const auto* binary = std::get_if<typed::Binary>(&step->node);
                       binary != nullptr && binary->op == typed::BinaryOp::Concat) {
                result = name + "(x + y)";
            }
        }
    });
    return result;
}

bool is_literal(const typed::Expr& expr) {
    const auto* display = std::get_if<typed::SeqDisplay>(&expr.node);
    const auto* value = std::get_if<typed::DatatypeValue>(&expr.node);
    return std::holds_alternative<typed::IntLiteral>(expr.node) ||
           std::holds_alternative<typed::BoolLiteral>(expr.node) ||
           std::holds_alternative<typed::StringLiteral>(expr.node) ||
           (display != nullptr && display->elements.empty()) || (value != nullptr && value->arguments.empty());
}

// F(x, 0), where F calls itself with another value than its second parameter: a claim about 0 alone says nothing there.
struct Accumulator {
    const typed::Function* function = nullptr;
    const typed::Variable* parameter = nullptr;
    std::string literal;
};
Accumulator accumulator(const Situation& situation) {
    Accumulator result;
    for_each_expr(situation.goal, [&](const typed::Expr& expr) {
        const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
        if (call == nullptr || result.function != nullptr || call->function->body == nullptr ||
            call->function->attributes.opaque || !situation.calls.is_recursive(call->function)) {
            return;
        }
        for (std::size_t i = 0; i < call->arguments.size(); ++i) {
            if (!is_literal(*call->arguments[i])) {
                continue;
            }
            const typed::Variable* const parameter = call->function->parameters[i].get();
            for_each_expr({call->function->body.get()}, [&](const typed::Expr& below) {
                const auto* again = std::get_if<typed::FunctionCall>(&below.node);
                if (again != nullptr && is_same_function(again->function, call->function) &&
                    typed::read_variable(*again->arguments[i]) != parameter && !is_literal(*again->arguments[i])) {
                    result = {call->function, parameter, support::one_line(call->arguments[i]->range)};
                }
            });
        }
    });
    return result;
}

// Nothing is missing but the step.
Reason step_of_induction(const Situation& situation, const std::string& how) {
    if (const Accumulator found = accumulator(situation); found.function != nullptr) {
        const std::string name = written_name(*found.function);
        return {fmt::format("{} calls itself with another {}, and the claim is only about {}", name,
                            found.parameter->name, found.literal),
                fmt::format("state the lemma for every {}, not for {} alone", found.parameter->name, found.literal)};
    }
    if (const std::string term = nested_step(situation); !term.empty()) {
        return {fmt::format("{}; its step has to know what {} is", how, term),
                fmt::format("prove by a lemma of its own what {} is for all x and y, and call that lemma in the step",
                            term)};
    }
    return {how + "; its step is not shown",
            "show the step: assert, or prove by `calc`, how the claim follows from the claim for the smaller value"};
}

// ---- collections ---------------------------------------------------------------------------------------------------

bool counts_elements(const typed::Expr& expr) {
    const auto* length = std::get_if<typed::SeqLength>(&expr.node);
    return length != nullptr && (std::holds_alternative<typed::SetComprehension>(length->seq->node) ||
                                 std::holds_alternative<typed::MapComprehension>(length->seq->node));
}

// What an induction can go over: the first such parameter that the claim mentions.
const typed::Variable* collection_in(const Situation& situation, const std::vector<typed::VariablePtr>& parameters) {
    for (const typed::VariablePtr& parameter : parameters) {
        const typed::TypeKind kind = typed::carrier(parameter->type).kind;
        const bool fits = kind == typed::TypeKind::Seq || kind == typed::TypeKind::Set ||
                          kind == typed::TypeKind::Multiset || kind == typed::TypeKind::Map;
        const auto& goal = situation.goal;
        if (fits && std::any_of(goal.begin(), goal.end(),
                                [&](const typed::Expr* expr) { return mentions(*expr, parameter.get()); })) {
            return parameter.get();
        }
    }
    return nullptr;
}

// "s[..|s| - 1]", "s - {x}": what is one smaller.
std::string smaller(const typed::Variable& variable) {
    const std::string& name = variable.name;
    switch (typed::carrier(variable.type).kind) {
    case typed::TypeKind::Seq:
        return fmt::format("{}[..|{}| - 1]", name, name);
    case typed::TypeKind::Multiset:
        return fmt::format("{} - multiset{{x}}", name);
    default:
        return name + " - {x}";
    }
}

// Whether the lemma may be called for what is one smaller, wherever that is not empty: its precondition is run.
bool may_call_for_smaller(const Situation& situation, std::size_t place) {
    constexpr std::size_t kMostRuns = 80;
    std::size_t runs = 0;
    for (const Input& input : situation.accepted) {
        const Value& value = input.arguments.at(place);
        if (!value.is_collection() || value.elements().size() < 2 || runs >= kMostRuns) {
            continue;
        }
        Input less = input;
        Values elements = value.elements();
        elements.pop_back();
        less.arguments[place] = value.with_parts(std::move(elements));
        ++runs;
        if (situation.runner.run(less).status == interpret::Status::Rejected) {
            return false;
        }
    }
    return runs > 0;
}

// s[i] and s[i + 1]: what is known is of neighbours.
bool is_of_neighbours(const Situation& situation) {
    bool found = false;
    for_each_expr(situation.known, [&](const typed::Expr& expr) {
        const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node);
        if (quantifier == nullptr || quantifier->variables.size() != 1) {
            return;
        }
        bool here = false;
        bool next = false;
        for_each_expr({quantifier->body.get()}, [&](const typed::Expr& below) {
            const auto* index = std::get_if<typed::SeqIndex>(&below.node);
            if (index == nullptr) {
                return;
            }
            const auto* sum = std::get_if<typed::Binary>(&index->index->node);
            here = here || typed::read_variable(*index->index) == quantifier->variables.front().get();
            next =
                next || (sum != nullptr && (sum->op == typed::BinaryOp::Add || sum->op == typed::BinaryOp::Subtract) &&
                         mentions(*sum->left, quantifier->variables.front().get()));
        });
        found = found || (here && next);
    });
    return found;
}

bool has_quantifier(const Expressions& expressions) {
    bool found = false;
    for_each_expr(expressions, [&](const typed::Expr& expr) {
        found = found || std::holds_alternative<typed::Quantifier>(expr.node);
    });
    return found;
}

} // namespace

Answer recursive_definition(const Situation& situation) {
    const Functions functions = situation.recursive_functions();
    if (functions.empty() || !situation.is_about_values()) {
        return std::nullopt;
    }
    const std::string name = written_name(*functions.front());
    if (!situation.is_lemma()) {
        if (situation.calls_lemmas()) {
            return Reason{fmt::format("{} is unfolded only twice, and the lemmas that are called do not give it", name),
                          "assert, before this, what each lemma is called for: the one that does not hold is missing"};
        }
        return Reason{fmt::format("{} is unfolded only twice", name),
                      fmt::format("prove what is needed of {} by a lemma that calls itself, and call the lemma", name)};
    }
    if (situation.target.rule != Rule::Postcondition) {
        return Reason{fmt::format("{} is unfolded only twice", name), "assert the steps that lead there, one by one"};
    }
    const std::vector<const typed::Variable*> variables = situation.induction_variables();
    const typed::Induction& asked = situation.lemma->attributes.induction;
    if (situation.calls_itself()) {
        return step_of_induction(situation, "the lemma calls itself");
    }
    const bool tried = asked.wanted.value_or(true) && (!asked.variables.empty() || !variables.empty());
    if (tried) {
        return step_of_induction(situation,
                                 fmt::format("induction over {} was tried",
                                             names_of(asked.variables.empty() ? variables : asked.variables)));
    }
    if (variables.empty()) {
        return Reason{fmt::format("{} is unfolded only twice", name), "assert the steps that lead there, one by one"};
    }
    return Reason{
        fmt::format("{} is unfolded only twice, and there is no induction", name),
        fmt::format("prove it by induction over {}: let the lemma call itself for a smaller one", names_of(variables))};
}

Answer missing_induction(const Situation& situation) {
    if (!situation.is_lemma() || situation.target.rule != Rule::Postcondition || situation.calls_itself() ||
        situation.calls_lemmas() || situation.has_loops()) {
        return std::nullopt;
    }
    bool counts = false;
    for_each_expr(situation.goal, [&](const typed::Expr& expr) { counts = counts || counts_elements(expr); });
    const typed::Variable* const variable = collection_in(situation, situation.lemma->parameters);
    if (variable == nullptr || (!counts && !has_quantifier(situation.goal))) {
        return std::nullopt;
    }
    std::size_t place = 0;
    std::string arguments;
    for (std::size_t i = 0; i < situation.lemma->parameters.size(); ++i) {
        const typed::Variable& parameter = *situation.lemma->parameters[i];
        place = &parameter == variable ? i : place;
        arguments += (i == 0 ? "" : ", ") + (&parameter == variable ? smaller(*variable) : parameter.name);
    }
    const bool neighbours = is_of_neighbours(situation);
    const std::string why = neighbours ? "what is known is of neighbours, and the claim is of elements at any distance"
                                       : "the claim is about all elements at once";
    if (!may_call_for_smaller(situation, place)) {
        return Reason{
            fmt::format("{}: there is no induction over {}", why, variable->name),
            fmt::format("prove it by induction over {}: let the lemma call itself for a smaller one", variable->name)};
    }
    const bool sequence = typed::carrier(variable->type).kind == typed::TypeKind::Seq;
    return Reason{fmt::format("{}: there is no induction over {}", why, variable->name),
                  fmt::format("let the lemma call itself where |{}| > 1: `{}({});`{}{}", variable->name,
                              situation.lemma->name, arguments, sequence ? "" : ", for some x in it",
                              neighbours && sequence ? ", and assert what is known of the last two elements"
                                                     : ", and assert how the claim for the whole follows from that")};
}

Answer missing_existence(const Situation& situation) {
    if (situation.target.rule != Rule::AssignSuchThat || !has_quantifier(situation.goal)) {
        return std::nullopt;
    }
    const typed::Variable* const variable = collection_in(situation, parameters_of(situation.declaration()));
    if (variable == nullptr || situation.calls_lemmas()) {
        return std::nullopt;
    }
    return Reason{
        fmt::format("that there is such a value needs an induction over {}", variable->name),
        fmt::format("state in a lemma that one exists, let the lemma call itself for a smaller {}, and call it "
                    "before this",
                    variable->name)};
}

} // namespace daphnia::refute
