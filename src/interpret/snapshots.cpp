// See the header.
#include "interpret/snapshots.h"

#include "support/error.h"
#include "typed/walk.h"

#include <utility>

namespace daphnia::interpret {

Snapshot Snapshots::snapshot(bool with_heap) {
    return {run_.heap().object_count(), with_heap ? std::optional(run_.heap()) : std::nullopt};
}

void Snapshots::record_label(const typed::Label* label) {
    const typed::Method* const method = run_.active()->method;
    const typed::Function* const function = run_.active()->function;
    if (!run_.checking() || label == nullptr || label->name.empty() ||
        (method == nullptr && (function == nullptr || !function->two_state))) {
        return;
    }
    const bool looked_into = method == nullptr || facts(*method).labels.contains(label);
    for (auto& [known, state] : run_.active()->labels) {
        if (known == label) {
            state = snapshot(looked_into);
            return;
        }
    }
    run_.active()->labels.emplace_back(label, snapshot(looked_into));
}

const Snapshot& Snapshots::state_at(const typed::Label* label) {
    if (label == nullptr) {
        return run_.active()->entry;
    }
    for (const auto& [known, state] : run_.active()->labels) {
        if (known == label) {
            return state;
        }
    }
    DAPHNIA_CHECK(false, "no state recorded for label " + label->name);
}

const Snapshots::MethodFacts& Snapshots::facts(const typed::Method& method) {
    const auto known = facts_.find(&method);
    if (known != facts_.end()) {
        return known->second;
    }
    MethodFacts result;
    const auto looks_at = [&](const typed::Label* label) {
        result.old = result.old || label == nullptr;
        result.labels.insert(label);
    };
    const typed::Children visit{[&](const typed::Expr& expr) {
                                    if (const auto* old = std::get_if<typed::Old>(&expr.node)) {
                                        looks_at(old->label);
                                    } else if (const auto* same = std::get_if<typed::Unchanged>(&expr.node)) {
                                        looks_at(same->label);
                                    } else if (const auto* call = std::get_if<typed::FunctionCall>(&expr.node)) {
                                        if (call->function->two_state) {
                                            looks_at(call->label);
                                        }
                                    }
                                },
                                [&](const typed::Stmt& stmt) {
                                    const auto* call = std::get_if<typed::Call>(&stmt.node);
                                    if (call != nullptr && call->method->two_state) {
                                        looks_at(call->label);
                                    }
                                }};
    const auto look = [&](const auto& node) {
        if (node != nullptr) {
            typed::for_each_below(*node, visit);
        }
    };
    for (const typed::Clause& clause : method.preconditions) {
        look(clause.expr);
    }
    for (const typed::Clause& clause : method.postconditions) {
        look(clause.expr);
    }
    look(method.body);
    return facts_.emplace(&method, std::move(result)).first->second;
}

} // namespace daphnia::interpret
