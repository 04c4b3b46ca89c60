// Statements other than assignments, calls, loops and forall.
#include "interpret/statements.h"

#include "interpret/expressions.h"
#include "support/match.h"

#include <algorithm>
#include <ostream>

namespace daphnia::interpret {

Flow Engine::exec(const typed::Stmt& statement) {
    step(statement.range);
    if (statement.ghost && !checking()) {
        return nullptr;
    }
    return support::match(statement.node, Statements(*this, statement));
}

Flow Statements::operator()(const typed::Block& node) const {
    engine_.record_label(node.label.get());
    std::vector<const typed::Variable*>& visible = engine_.active()->visible;
    const std::size_t outer = visible.size();
    Flow flow = nullptr;
    for (const typed::StmtPtr& statement : node.statements) {
        flow = engine_.exec(*statement);
        if (flow != nullptr) {
            break;
        }
    }
    visible.resize(outer);
    return flow != nullptr && flow == node.label.get() ? nullptr : flow;
}

Flow Statements::operator()(const typed::VarDecl& node) const {
    for (const typed::VariablePtr& variable : node.variables) {
        engine_.declare(*variable);
    }
    return nullptr;
}

Flow Statements::operator()(const typed::Call& node) const {
    engine_.call_method(node, statement_);
    engine_.observe(statement_);
    return nullptr;
}

// That the last case of a match fits: the prover does not split it, and compiled programs depend on it.
void Engine::require_case(const typed::Assert& node) {
    if (!holds(*node.condition)) {
        fail({Rule::MatchCase, place_of(*node.condition), node.error_message}, {}, parts_of(*node.condition));
    }
}

Flow Statements::operator()(const typed::Assert& node) const {
    if (node.kind == typed::AssertKind::MatchCase) {
        engine_.attempt([&] { engine_.require_case(node); });
        return nullptr;
    }
    if (!engine_.checking()) {
        return nullptr;
    }
    engine_.attempt([&] {
        if (node.proof != nullptr) {
            engine_.exec(*node.proof);
        }
    });
    engine_.attempt([&] {
        if (node.kind == typed::AssertKind::Witness) { // the condition is nothing that was written
            if (!engine_.holds(*node.condition)) {
                engine_.fail({Rule::Witness, place_of(*node.condition), node.error_message}, {}, {});
            }
            return;
        }
        Rule rule = node.kind == typed::AssertKind::ForRange     ? Rule::ForRange
                    : node.kind == typed::AssertKind::Destructor ? Rule::Destructor
                                                                 : Rule::Assertion;
        engine_.require(*node.condition, {rule, {}, node.error_message});
    });
    return nullptr;
}

Flow Statements::operator()(const typed::Assume& node) const {
    if (engine_.checking() && !engine_.holds(*node.condition)) {
        throw Discarded{"an assumption does not hold", place_of(*node.condition)};
    }
    return nullptr;
}

// Runs know all definitions, and what was claimed they have evaluated.
Flow Statements::operator()(const typed::Reveal&) const {
    return nullptr;
}

Flow Statements::operator()(const typed::Expect& node) const {
    if (engine_.holds(*node.condition)) {
        return nullptr;
    }
    std::string message;
    if (node.message != nullptr) {
        const Value text = engine_.eval(*node.message);
        message = printed(text, node.message->type, engine_.heap());
    }
    engine_.fail({Rule::Expect, statement_.range, message}, place_of(*node.condition),
                 engine_.parts_of(*node.condition));
}

Flow Statements::operator()(const typed::Print& node) const {
    for (const typed::ExprPtr& argument : node.arguments) {
        const Value value = engine_.eval(*argument);
        if (engine_.options().output != nullptr) {
            *engine_.options().output << printed(value, argument->type, engine_.heap());
        }
    }
    return nullptr;
}

Flow Statements::operator()(const typed::If& node) const {
    if (node.guard == nullptr ? engine_.any_bool() : engine_.holds(*node.guard)) {
        return engine_.exec(*node.then);
    }
    return node.otherwise == nullptr ? nullptr : engine_.exec(*node.otherwise);
}

Flow Statements::operator()(const typed::Alternatives& node) const {
    Choices* const choices = engine_.options().choices;
    const bool all = choices != nullptr || engine_.checking();
    std::vector<const typed::Alternative*> open;
    for (const typed::Alternative& alternative : node.alternatives) {
        if (engine_.holds(*alternative.guard)) {
            open.push_back(&alternative);
            if (!all) {
                break;
            }
        }
    }
    if (open.empty()) {
        if (!node.checked) {
            return nullptr;
        }
        std::vector<EvaluatedPart> parts;
        for (const typed::Alternative& alternative : node.alternatives) {
            for (EvaluatedPart& part : engine_.parts_of(*alternative.guard)) {
                const bool known = std::any_of(parts.begin(), parts.end(),
                                               [&](const EvaluatedPart& other) { return other.text == part.text; });
                if (!known) {
                    parts.push_back(std::move(part));
                }
            }
        }
        engine_.fail({Rule::Alternatives, statement_.range, {}}, {}, std::move(parts));
    }
    const std::size_t chosen = choices == nullptr ? 0 : choices->any_of(open.size());
    return engine_.exec(*open.at(chosen)->body);
}

Flow Statements::operator()(const typed::While& node) const {
    return engine_.run_loop(node, statement_);
}

Flow Statements::operator()(const typed::Break& node) const {
    return node.label;
}

Flow Statements::operator()(const typed::Return&) const {
    engine_.return_at(statement_.range, statement_.range);
    return engine_.returning();
}

void Statements::calc_step(const typed::CalcStep& step) const {
    // That the line has a meaning was shown with the step before.
    Activation* const here = engine_.active();
    try {
        const Value known = engine_.eval(*step.known);
        if (step.implication && !known.as_bool()) {
            return;
        }
    } catch (const Broken&) {
        engine_.activate(here);
        return;
    }
    if (step.hint != nullptr) {
        engine_.exec(*step.hint);
    }
    if (!engine_.holds(*step.claim)) {
        engine_.fail({Rule::CalcStep, step.range, {}}, {}, engine_.parts_of(*step.claim));
    }
}

Flow Statements::operator()(const typed::Calc& node) const {
    if (!engine_.checking()) {
        return nullptr;
    }
    for (const typed::CalcStep& step : node.steps) {
        engine_.attempt([&] { calc_step(step); });
    }
    engine_.attempt([&] {
        if (node.conclusion != nullptr) {
            if (const auto* total = std::get_if<typed::Binary>(&node.conclusion->node)) {
                engine_.eval(*total->left);
            }
        } else if (node.last != nullptr) {
            engine_.eval(*node.last);
        }
    });
    return nullptr;
}

} // namespace daphnia::interpret
