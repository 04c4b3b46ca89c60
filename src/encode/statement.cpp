#include "encode/statement.h"

#include "encode/procedure.h"
#include "support/match.h"

namespace daphnia::encode {

Statements::Statements(Procedure& all)
    : ProcedurePart(all.state), claims_(all.claims), definedness_(all.definedness), permissions_(all.permissions),
      assigned_(all.assigned), assignments_(all.assignments), such_that_(all.such_that), calls_(all.calls),
      loops_(all.loops), forall_(all.forall) {}

void Statements::run(const typed::Stmt& statement) {
    const typed::Stmt* outer = state_.current;
    state_.current = &statement;
    support::match(statement.node, *this);
    state_.current = outer;
}

void Statements::operator()(const typed::Assign& node) {
    assignments_(node);
}

void Statements::operator()(const typed::AssignSuchThat& node) {
    such_that_(node);
}

void Statements::operator()(const typed::Call& node) {
    calls_(node);
}

void Statements::operator()(const typed::While& node) {
    loops_(node);
}

void Statements::operator()(const typed::ForallStatement& node) {
    forall_(node);
}

void Statements::operator()(const typed::Block& node) {
    state_.record_label(node.label.get());
    for (std::size_t i = 0; i < node.statements.size(); ++i) {
        const auto* declaration = std::get_if<typed::VarDecl>(&node.statements[i]->node);
        if (declaration == nullptr) {
            run(*node.statements[i]);
            continue;
        }
        const typed::Stmt* next = i + 1 < node.statements.size() ? node.statements[i + 1].get() : nullptr;
        run(*node.statements[i]);
        for (const auto& variable : declaration->variables) {
            if (assigned_.is_initialised_by(*variable, next)) {
                assigned_.forget(variable.get());
            }
        }
    }
    if (node.label != nullptr) {
        std::vector<Exit> exits = state_.arrivals(node.label.get());
        if (!exits.empty()) {
            exits.push_back(blocks_.end());
            blocks_.start("after " + node.label->name, exits);
        }
    }
}

void Statements::operator()(const typed::VarDecl& node) {
    for (const auto& variable : node.variables) {
        assigned_.track(*variable);
    }
}

void Statements::operator()(const typed::Assert& node) {
    if (node.kind == typed::AssertKind::MatchCase || node.kind == typed::AssertKind::Destructor) {
        const support::Rule what =
            node.kind == typed::AssertKind::MatchCase ? support::Rule::MatchCase : support::Rule::Destructor;
        state_.require(claims_.checked(*node.condition), {what, place_of(*node.condition), {}, node.error_message});
        return;
    }
    const support::Rule kind = node.kind == typed::AssertKind::ForRange  ? support::Rule::ForRange
                               : node.kind == typed::AssertKind::Witness ? support::Rule::Witness
                                                                         : support::Rule::Assertion;
    const auto prove_it = [&] {
        Scope scope = scope_;
        claims_.prove(*node.condition, scope, store_.true_(), [&](const typed::Expr& conjunct) {
            ivl::Origin origin = claims_.simple_origin(kind, conjunct, node.error_message);
            origin.contradiction = node.contradiction;
            return origin;
        });
    };
    const Term condition = claims_.checked(*node.condition);
    if (node.proof == nullptr && node.label == nullptr) {
        prove_it();
        return;
    }
    state_.aside("assert by", [&] {
        if (node.proof != nullptr) {
            run(*node.proof);
        }
        prove_it();
    });
    if (node.label == nullptr) {
        state_.assume(condition);
    } else {
        claims_.hide(node.label.get(), state_.held(condition));
    }
}

// With a body, all that it does is known; it may do no more than the frame says.
void Statements::operator()(const typed::Modify& node) {
    permissions_.check_frame(node.frame);
    const Scope here = scope_;
    permissions_.require_within(permissions_.modifies, node.frame, here, store_.true_(),
                                {support::Rule::Modifies,
                                 state_.current->range,
                                 {},
                                 "modify statement might violate context's modifies clause"});
    Scope before = here;
    before.now = state_.heap.snapshot("before modify");
    const FrameLimit limit = permissions_.frame(node.frame, before);
    if (node.body != nullptr) {
        FrameLimit outer = std::exchange(permissions_.modifies, limit);
        run(*node.body);
        permissions_.modifies = std::move(outer);
        return;
    }
    std::map<const typed::Variable*, Term> objects;
    const typed::Effects effects = typed::effects_of(node);
    for (const auto& [region, writes] : effects.writes) {
        for (const typed::Variable* variable : writes.to) {
            objects.emplace(variable, scope_.values.at(variable));
        }
    }
    state_.heap.havoc(effects, objects, limit, before.now);
}

void Statements::operator()(const typed::Reveal& node) {
    state_.assume(claims_.revealed(node));
}

void Statements::operator()(const typed::Assume& node) {
    claims_.for_each_premise(ivl::PremiseKind::Assume, state_.current->range, *node.condition,
                             [&](const typed::Expr& conjunct) { state_.assume(claims_.checked(conjunct)); });
}

// A failing expect stops the program, so what follows may rely on it.
void Statements::operator()(const typed::Expect& node) {
    const Term condition = claims_.checked(*node.condition);
    if (node.message != nullptr) {
        Expressions message(vocabulary_, scope_, &definedness_);
        message.push_guard(store_.not_(condition));
        message.encode(*node.message);
    }
    state_.assume(condition);
}

void Statements::operator()(const typed::Print& node) {
    for (const auto& argument : node.arguments) {
        claims_.checked(*argument);
    }
}

void Statements::operator()(const typed::If& node) {
    const Term guard = node.guard == nullptr ? nullptr : claims_.checked(*node.guard);
    const Exit before = blocks_.end();
    blocks_.start("then", {before});
    if (guard != nullptr) {
        claims_.assume_clause(*node.guard);
    }
    state_.mark_branch(*node.then);
    run(*node.then);
    const Exit then = blocks_.end();
    blocks_.start("else", {before});
    if (guard != nullptr) {
        state_.assume(store_.not_(guard));
    }
    if (node.otherwise != nullptr) {
        state_.mark_branch(*node.otherwise);
        run(*node.otherwise);
    }
    const Exit otherwise = blocks_.end();
    blocks_.start("after if", {then, otherwise});
}

void Statements::operator()(const typed::Alternatives& node) {
    std::vector<Term> guards;
    for (const typed::Alternative& alternative : node.alternatives) {
        guards.push_back(claims_.checked(*alternative.guard));
    }
    if (node.checked) {
        state_.require(store_.or_(guards), {support::Rule::Alternatives, state_.current->range, {}, {}});
    }
    const Exit before = blocks_.end();
    std::vector<Exit> exits;
    for (std::size_t i = 0; i < guards.size(); ++i) {
        blocks_.start("case", {before});
        state_.assume(guards[i]);
        state_.mark_branch(*node.alternatives[i].body);
        run(*node.alternatives[i].body);
        exits.push_back(blocks_.end());
    }
    blocks_.start("after cases", exits);
}

void Statements::operator()(const typed::Break& node) {
    const Exit here = blocks_.end();
    if (here) {
        state_.leave(node.label, here);
    }
}

void Statements::operator()(const typed::Return&) {
    return_at(state_.current->range, state_.current->range);
}

void Statements::return_at(support::SourceRange at, support::SourceRange end) {
    assigned_.require_results(end);
    for (const typed::Clause& clause : state_.method->postconditions) {
        Scope scope = scope_;
        claims_.prove(*clause.expr, scope, store_.true_(), [&](const typed::Expr& conjunct) {
            return ivl::Origin{support::Rule::Postcondition,
                               at,
                               {{place_of(conjunct), "this is the postcondition that could not be proved"}},
                               clause.error_message};
        });
    }
    blocks_.end();
}

void Statements::check_right_side(const typed::Expr& claim) {
    if (const auto* binary = std::get_if<typed::Binary>(&claim.node)) {
        claims_.checked(*binary->right);
    } else {
        claims_.checked(claim);
    }
}

// Each step is proved on its own, knowing nothing of the other steps; together they give the conclusion.
void Statements::operator()(const typed::Calc& node) {
    for (const typed::CalcStep& step : node.steps) {
        state_.aside("calc step", [&] {
            state_.assuming = true; // that the line has a meaning was shown with the step before
            const Term known = claims_.checked(*step.known);
            state_.assuming = false;
            if (step.implication) {
                state_.assume(known);
            }
            if (step.hint != nullptr) {
                run(*step.hint);
            }
            check_right_side(*step.claim);
            const Term claim = claims_.trusted(*step.claim, scope_, store_.true_());
            state_.require(claim, {support::Rule::CalcStep, step.range, {}, {}});
        });
    }
    if (node.conclusion != nullptr) {
        if (const auto* total = std::get_if<typed::Binary>(&node.conclusion->node)) {
            state_.aside("first line", [&] { claims_.checked(*total->left); });
        }
    } else if (node.last != nullptr) {
        state_.aside("only line", [&] { claims_.checked(*node.last); });
    }
    if (node.conclusion != nullptr) {
        claims_.assume_clause(*node.conclusion);
    }
}

// What is known after a statement without effects.
Term Statements::conclusion(const typed::Stmt& statement) {
    if (const auto* assertion = std::get_if<typed::Assert>(&statement.node)) {
        const Term condition = claims_.pure(*assertion->condition);
        if (assertion->label == nullptr) {
            return condition;
        }
        claims_.hide(assertion->label.get(), condition); // nothing changes in an expression
        return store_.true_();
    }
    if (const auto* reveal = std::get_if<typed::Reveal>(&statement.node)) {
        return claims_.revealed(*reveal);
    }
    if (const auto* assumption = std::get_if<typed::Assume>(&statement.node)) {
        return claims_.pure(*assumption->condition);
    }
    if (const auto* expectation = std::get_if<typed::Expect>(&statement.node)) {
        return claims_.pure(*expectation->condition);
    }
    if (const auto* call = std::get_if<typed::Call>(&statement.node)) {
        return calls_.contract_of(*call);
    }
    if (const auto* calc = std::get_if<typed::Calc>(&statement.node)) {
        return calc->conclusion == nullptr ? store_.true_() : claims_.pure(*calc->conclusion);
    }
    if (const auto* forall = std::get_if<typed::ForallStatement>(&statement.node)) {
        return forall_.conclusion(*forall);
    }
    if (const auto* block = std::get_if<typed::Block>(&statement.node)) {
        std::vector<Term> all;
        for (const auto& inner : block->statements) {
            all.push_back(conclusion(*inner));
        }
        return store_.and_(std::move(all));
    }
    return store_.true_();
}

} // namespace daphnia::encode
