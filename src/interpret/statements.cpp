// See the header.
#include "interpret/statements.h"

#include "interpret/assignments.h"
#include "interpret/checks.h"
#include "interpret/collector.h"
#include "interpret/conditions.h"
#include "interpret/evaluation.h"
#include "interpret/frames.h"
#include "interpret/inhabitants.h"
#include "interpret/loops.h"
#include "interpret/meter.h"
#include "interpret/method_calls.h"
#include "interpret/quantifiers.h"
#include "interpret/snapshots.h"
#include "interpret/variables.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace daphnia::interpret {

Flow Statements::exec(const typed::Stmt& statement) {
    meter_.step(statement.range);
    if (statement.ghost && !run_.checking()) {
        return nullptr;
    }
    return std::visit([&](const auto& node) { return exec(node, statement); }, statement.node);
}

void Statements::exec_within(const typed::StatementExpr& node) {
    const Collector::Keeping keeping(collector_);
    for (const typed::StmtPtr& statement : node.statements) {
        exec(*statement);
    }
}

Flow Statements::exec(const typed::Block& node, const typed::Stmt&) {
    snapshots_.record_label(node.label.get());
    std::vector<const typed::Variable*>& visible = run_.active()->visible;
    const std::size_t outer = visible.size();
    Flow flow = nullptr;
    for (const typed::StmtPtr& statement : node.statements) {
        collector_.between_statements();
        flow = exec(*statement);
        if (flow != nullptr) {
            break;
        }
    }
    visible.resize(outer);
    return flow != nullptr && flow == node.label.get() ? nullptr : flow;
}

Flow Statements::exec(const typed::VarDecl& node, const typed::Stmt&) {
    for (const typed::VariablePtr& variable : node.variables) {
        variables_.declare(*variable);
    }
    return nullptr;
}

Flow Statements::exec(const typed::Assign& node, const typed::Stmt& statement) {
    if (node.targets.size() == 1) {
        const Place target = assignments_.place(node.targets[0]);
        assignments_.write(target, assignments_.value_of(node.values[0], target));
        variables_.observe(statement);
        return nullptr;
    }
    const std::vector<Place> targets = assignments_.places(node.targets);
    Values values;
    values.reserve(targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (assignments_.is_erased(targets[i])) {
            values.emplace_back();
            continue;
        }
        values.push_back(assignments_.value_of(node.values[i], targets[i]));
    }
    assignments_.require_distinct(targets, values);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        assignments_.write(targets[i], std::move(values[i]));
    }
    variables_.observe(statement);
    return nullptr;
}

Flow Statements::exec(const typed::AssignSuchThat& node, const typed::Stmt& statement) {
    const std::vector<Place> targets = assignments_.places(node.targets);
    const bool only_variables =
        std::all_of(targets.begin(), targets.end(), [](const Place& target) { return target.variable != nullptr; });
    if (only_variables) {
        quantifiers_.choose(quantifiers_.restrictions(node), *node.constraint, statement.range, node.assumed);
    } else {
        choose_cells(node, targets, statement.range);
    }
    variables_.observe(statement);
    return nullptr;
}

Flow Statements::exec(const typed::Call& node, const typed::Stmt& statement) {
    method_calls_.call_method(node, statement);
    variables_.observe(statement);
    return nullptr;
}

Flow Statements::exec(const typed::Assert& node, const typed::Stmt&) {
    if (node.kind == typed::AssertKind::MatchCase) {
        checks_.attempt([&] { conditions_.require_case(node); });
        return nullptr;
    }
    if (!run_.checking()) {
        return nullptr;
    }
    checks_.attempt([&] {
        if (node.proof != nullptr) {
            exec(*node.proof);
        }
    });
    checks_.attempt([&] {
        if (node.kind == typed::AssertKind::Witness) { // the condition is nothing that was written
            if (!evaluation_.holds(*node.condition)) {
                checks_.fail({Rule::Witness, place_of(*node.condition), node.error_message}, {}, {});
            }
            return;
        }
        Rule rule = node.kind == typed::AssertKind::ForRange     ? Rule::ForRange
                    : node.kind == typed::AssertKind::Destructor ? Rule::Destructor
                                                                 : Rule::Assertion;
        conditions_.require(*node.condition, {rule, {}, node.error_message});
    });
    return nullptr;
}

Flow Statements::exec(const typed::Assume& node, const typed::Stmt&) {
    if (run_.checking() && !evaluation_.holds(*node.condition)) {
        throw Discarded{"an assumption does not hold", place_of(*node.condition)};
    }
    return nullptr;
}

// Runs know all definitions, and what was claimed they have evaluated.
Flow Statements::exec(const typed::Reveal&, const typed::Stmt&) {
    return nullptr;
}

Flow Statements::exec(const typed::Expect& node, const typed::Stmt& statement) {
    if (evaluation_.holds(*node.condition)) {
        return nullptr;
    }
    std::string message;
    if (node.message != nullptr) {
        const Value text = evaluation_.eval(*node.message);
        message = printed(text, node.message->type, run_.heap());
    }
    checks_.fail({Rule::Expect, statement.range, message}, place_of(*node.condition),
                 conditions_.parts_of(*node.condition));
}

Flow Statements::exec(const typed::Print& node, const typed::Stmt&) {
    for (const typed::ExprPtr& argument : node.arguments) {
        const Value value = evaluation_.eval(*argument);
        if (run_.options().output != nullptr) {
            *run_.options().output << printed(value, argument->type, run_.heap());
        }
    }
    return nullptr;
}

Flow Statements::exec(const typed::If& node, const typed::Stmt&) {
    if (node.guard == nullptr ? inhabitants_.any_bool() : evaluation_.holds(*node.guard)) {
        return exec(*node.then);
    }
    return node.otherwise == nullptr ? nullptr : exec(*node.otherwise);
}

Flow Statements::exec(const typed::Alternatives& node, const typed::Stmt& statement) {
    Choices* const choices = run_.options().choices;
    const bool all = choices != nullptr || run_.checking();
    std::vector<const typed::Alternative*> open;
    for (const typed::Alternative& alternative : node.alternatives) {
        if (evaluation_.holds(*alternative.guard)) {
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
            for (EvaluatedPart& part : conditions_.parts_of(*alternative.guard)) {
                const bool known = std::any_of(parts.begin(), parts.end(),
                                               [&](const EvaluatedPart& other) { return other.text == part.text; });
                if (!known) {
                    parts.push_back(std::move(part));
                }
            }
        }
        checks_.fail({Rule::Alternatives, statement.range, {}}, {}, std::move(parts));
    }
    const std::size_t chosen = choices == nullptr ? 0 : choices->any_of(open.size());
    return exec(*open.at(chosen)->body);
}

Flow Statements::exec(const typed::While& node, const typed::Stmt& statement) {
    return loops_.run_loop(node, statement);
}

Flow Statements::exec(const typed::Break& node, const typed::Stmt&) {
    return node.label;
}

Flow Statements::exec(const typed::Return&, const typed::Stmt& statement) {
    method_calls_.return_at(statement.range, statement.range);
    return &return_;
}

void Statements::calc_step(const typed::CalcStep& step) {
    // That the line has a meaning was shown with the step before.
    try {
        const Value known = evaluation_.eval(*step.known);
        if (step.implication && !known.as_bool()) {
            return;
        }
    } catch (const Broken&) {
        return;
    }
    if (step.hint != nullptr) {
        exec(*step.hint);
    }
    if (!evaluation_.holds(*step.claim)) {
        checks_.fail({Rule::CalcStep, step.range, {}}, {}, conditions_.parts_of(*step.claim));
    }
}

Flow Statements::exec(const typed::Calc& node, const typed::Stmt&) {
    if (!run_.checking()) {
        return nullptr;
    }
    for (const typed::CalcStep& step : node.steps) {
        checks_.attempt([&] { calc_step(step); });
    }
    checks_.attempt([&] {
        if (node.conclusion != nullptr) {
            if (const auto* total = std::get_if<typed::Binary>(&node.conclusion->node)) {
                evaluation_.eval(*total->left);
            }
        } else if (node.last != nullptr) {
            evaluation_.eval(*node.last);
        }
    });
    return nullptr;
}

// Without a body nothing happens, which is one of the things that may happen.
Flow Statements::exec(const typed::Modify& node, const typed::Stmt& statement) {
    std::optional<FrameLimit> own;
    if (run_.checking()) {
        own = frames_.limit_within(
            node.frame, {Rule::Modifies, statement.range, "modify statement violates context's modifies clause"});
    }
    if (node.body == nullptr) {
        return nullptr;
    }
    std::optional<FrameLimit> outer;
    if (own) {
        outer = std::exchange(run_.active()->modifies, std::move(*own));
    }
    const Flow flow = exec(*node.body);
    if (outer) {
        run_.active()->modifies = std::move(*outer);
    }
    return flow;
}

} // namespace daphnia::interpret
