// Statements other than assignments, calls, loops and forall.
#include "encode/procedure.h"

#include "support/match.h"

namespace daphnia::encode {

using ivl::ObligationKind;

void ProcedureEncoder::stmt(const typed::Stmt& statement) {
    const typed::Stmt* outer = current_;
    current_ = &statement;
    support::match(statement.node, *this);
    current_ = outer;
}

void ProcedureEncoder::record_label(const typed::Label* label) {
    if (label != nullptr && !label->name.empty()) {
        scope_.labels[label] = heap_.snapshot("at " + label->name);
    }
}

void ProcedureEncoder::operator()(const typed::Block& node) {
    record_label(node.label.get());
    for (std::size_t i = 0; i < node.statements.size(); ++i) {
        const auto* declaration = std::get_if<typed::VarDecl>(&node.statements[i]->node);
        if (declaration == nullptr) {
            stmt(*node.statements[i]);
            continue;
        }
        const typed::Stmt* next = i + 1 < node.statements.size() ? node.statements[i + 1].get() : nullptr;
        stmt(*node.statements[i]);
        for (const auto& variable : declaration->variables) {
            if (is_initialised_by(*variable, next)) {
                assigned_.erase(variable.get());
            }
        }
    }
    if (node.label != nullptr) {
        std::vector<Exit> exits = std::move(exits_[node.label.get()]);
        exits_.erase(node.label.get());
        if (!exits.empty()) {
            exits.push_back(blocks_.end());
            blocks_.start("after " + node.label->name, exits);
        }
    }
}

void ProcedureEncoder::operator()(const typed::VarDecl& node) {
    for (const auto& variable : node.variables) {
        track(*variable);
    }
}

void ProcedureEncoder::operator()(const typed::Assert& node) {
    if (node.kind == typed::AssertKind::MatchCase || node.kind == typed::AssertKind::Destructor) {
        const ObligationKind what =
            node.kind == typed::AssertKind::MatchCase ? ObligationKind::MatchCase : ObligationKind::Destructor;
        require(checked(*node.condition), {what, place_of(*node.condition), {}, node.error_message});
        return;
    }
    const ObligationKind kind = node.kind == typed::AssertKind::ForRange  ? ObligationKind::ForRange
                                : node.kind == typed::AssertKind::Witness ? ObligationKind::Witness
                                                                          : ObligationKind::Assertion;
    const auto prove_it = [&] {
        Scope scope = scope_;
        prove(*node.condition, scope, store_.true_(),
              [&](const typed::Expr& conjunct) { return simple_origin(kind, conjunct, node.error_message); });
    };
    const Term condition = checked(*node.condition);
    if (node.proof == nullptr && node.label == nullptr) {
        prove_it();
        return;
    }
    aside("assert by", [&] {
        if (node.proof != nullptr) {
            stmt(*node.proof);
        }
        prove_it();
    });
    if (node.label == nullptr) {
        assume(condition);
    } else {
        hidden_[node.label.get()] = held(condition);
    }
}

void ProcedureEncoder::operator()(const typed::Reveal& node) {
    assume(revealed(node));
}

// Of a label what was proved or required there, with the values of that time.
Term ProcedureEncoder::revealed(const typed::Reveal& node) {
    std::vector<Term> all;
    for (const typed::Revealed& thing : node.things) {
        if (const auto* const* label = std::get_if<const typed::Label*>(&thing)) {
            all.push_back(hidden_.at(*label));
        } else if (const auto* const* function = std::get_if<const typed::Function*>(&thing)) {
            all.push_back(vocabulary_.functions.reveal((*function)->name));
        } else {
            all.push_back(vocabulary_.functions.reveal(std::get<const typed::Constant*>(thing)->name));
        }
    }
    return store_.and_(std::move(all));
}

void ProcedureEncoder::operator()(const typed::Assume& node) {
    assume(checked(*node.condition));
}

// A failing expect stops the program, so what follows may rely on it.
void ProcedureEncoder::operator()(const typed::Expect& node) {
    const Term condition = checked(*node.condition);
    if (node.message != nullptr) {
        Expressions message(vocabulary_, scope_, this);
        message.push_guard(store_.not_(condition));
        message.encode(*node.message);
    }
    assume(condition);
}

void ProcedureEncoder::operator()(const typed::Print& node) {
    for (const auto& argument : node.arguments) {
        checked(*argument);
    }
}

void ProcedureEncoder::operator()(const typed::If& node) {
    const Term guard = node.guard == nullptr ? nullptr : checked(*node.guard);
    const Exit before = blocks_.end();
    blocks_.start("then", {before});
    if (guard != nullptr) {
        assume_clause(*node.guard);
    }
    stmt(*node.then);
    const Exit then = blocks_.end();
    blocks_.start("else", {before});
    if (guard != nullptr) {
        assume(store_.not_(guard));
    }
    if (node.otherwise != nullptr) {
        stmt(*node.otherwise);
    }
    const Exit otherwise = blocks_.end();
    blocks_.start("after if", {then, otherwise});
}

void ProcedureEncoder::operator()(const typed::Alternatives& node) {
    std::vector<Term> guards;
    for (const typed::Alternative& alternative : node.alternatives) {
        guards.push_back(checked(*alternative.guard));
    }
    if (node.checked) {
        require(store_.or_(guards), {ObligationKind::Alternatives, current_->range, {}, {}});
    }
    const Exit before = blocks_.end();
    std::vector<Exit> exits;
    for (std::size_t i = 0; i < guards.size(); ++i) {
        blocks_.start("case", {before});
        assume(guards[i]);
        stmt(*node.alternatives[i].body);
        exits.push_back(blocks_.end());
    }
    blocks_.start("after cases", exits);
}

void ProcedureEncoder::operator()(const typed::Break& node) {
    const Exit here = blocks_.end();
    if (here) {
        exits_[node.label].push_back(here);
    }
}

void ProcedureEncoder::operator()(const typed::Return&) {
    return_at(current_->range, current_->range);
}

void ProcedureEncoder::check_right_side(const typed::Expr& claim) {
    if (const auto* binary = std::get_if<typed::Binary>(&claim.node)) {
        checked(*binary->right);
    } else {
        checked(claim);
    }
}

// Each step is proved on its own, knowing nothing of the other steps; together they give the conclusion.
void ProcedureEncoder::operator()(const typed::Calc& node) {
    for (const typed::CalcStep& step : node.steps) {
        aside("calc step", [&] {
            assuming_ = true; // that the line has a meaning was shown with the step before
            const Term known = checked(*step.known);
            assuming_ = false;
            if (step.implication) {
                assume(known);
            }
            if (step.hint != nullptr) {
                stmt(*step.hint);
            }
            check_right_side(*step.claim);
            const Term claim = trusted(*step.claim, scope_, store_.true_());
            require(claim, {ObligationKind::CalcStep, step.range, {}, {}});
        });
    }
    if (node.conclusion != nullptr) {
        if (const auto* total = std::get_if<typed::Binary>(&node.conclusion->node)) {
            aside("first line", [&] { checked(*total->left); });
        }
    } else if (node.last != nullptr) {
        aside("only line", [&] { checked(*node.last); });
    }
    if (node.conclusion != nullptr) {
        assume_clause(*node.conclusion);
    }
}

} // namespace daphnia::encode
