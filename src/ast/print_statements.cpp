// Statements and clauses as text.
#include "ast/printer.h"

#include "support/match.h"

namespace daphnia::ast {

using support::match;

void Printer::stmt(const Stmt& stmt) {
    match(stmt.node, *this);
}

void Printer::stmts(const std::vector<StmtPtr>& stmts) {
    ++indent_;
    for (const auto& one : stmts) {
        line();
        stmt(*one);
    }
    --indent_;
}

void Printer::block(const Block& block) {
    const bool saved = ends_statement_;
    ends_statement_ = true;
    text("{");
    stmts(block.stmts);
    if (!block.stmts.empty()) {
        line();
    }
    text("}");
    ends_statement_ = saved;
}

void Printer::optional_block(const std::optional<Block>& block, bool semicolon) {
    if (block) {
        text(" ");
        this->block(*block);
    } else if (semicolon) {
        text(";");
    }
}

// ---- clauses

void Printer::frame(const FrameExpr& frame) {
    if (frame.object != nullptr) {
        whole(*frame.object);
    }
    if (frame.field) {
        text("`" + frame.field->text);
    }
}

void Printer::frames(const std::vector<FrameExpr>& frames) {
    separated(frames, ", ", [&](const FrameExpr& one) { frame(one); });
}

void Printer::clause(const SpecClause& clause) {
    switch (clause.kind) {
    case SpecKind::Requires:
        text("requires");
        break;
    case SpecKind::Ensures:
        text("ensures");
        break;
    case SpecKind::Reads:
        text("reads");
        break;
    case SpecKind::Modifies:
        text("modifies");
        break;
    case SpecKind::Decreases:
        text("decreases");
        break;
    case SpecKind::Invariant:
        text("invariant");
        break;
    case SpecKind::YieldRequires:
        text("yield requires");
        break;
    case SpecKind::YieldEnsures:
        text("yield ensures");
        break;
    }
    attributes(clause.attributes);
    text(" ");
    if (clause.label) {
        text(clause.label->text + ": ");
    }
    exprs(clause.exprs);
    frames(clause.frames);
}

void Printer::clauses(const SpecClauses& clauses) {
    ++indent_;
    for (const auto& one : clauses) {
        line();
        clause(one);
    }
    --indent_;
}

void Printer::lambda_clauses(const SpecClauses& clauses) {
    for (const auto& one : clauses) {
        text(" ");
        clause(one);
    }
}

// ---- assignments

void Printer::operator()(const ExprPtr& node) {
    whole(*node);
}
void Printer::operator()(const Havoc&) {
    text("*");
}

void Printer::operator()(const NewArray& node) {
    text("new ");
    if (node.element != nullptr) {
        type(*node.element);
    }
    text("[");
    exprs(node.dimensions);
    text("]");
    if (node.initializer != nullptr) {
        text("(");
        whole(*node.initializer);
        text(")");
    }
    if (node.display) {
        text("[");
        exprs(*node.display);
        text("]");
    }
}

void Printer::operator()(const NewObject& node) {
    text("new ");
    type(*node.type);
    if (node.call) {
        text("(");
        arguments(node.call->arguments);
        text(")");
    }
}

void Printer::rhs(const Rhs& rhs) {
    match(rhs.node, *this);
    attributes(rhs.attributes);
}

void Printer::rhss(const std::vector<Rhs>& rhss) {
    separated(rhss, ", ", [&](const Rhs& one) { rhs(one); });
}

void Printer::operator()(const AssignRhs& node) {
    text(" := ");
    rhss(node.values);
}

void Printer::operator()(const SuchThatRhs& node) {
    attributes(node.attributes);
    text(" :| ");
    if (node.assume) {
        text("assume");
        attributes(node.assume_attributes);
        text(" ");
    }
    whole(*node.condition);
}

void Printer::operator()(const OrFailRhs& node) {
    text(" :-");
    switch (node.keyword) {
    case FailKeyword::None:
        break;
    case FailKeyword::Expect:
        text(" expect");
        break;
    case FailKeyword::Assert:
        text(" assert");
        break;
    case FailKeyword::Assume:
        text(" assume");
        break;
    }
    attributes(node.keyword_attributes);
    text(" ");
    rhs(node.value);
    for (const auto& one : node.rest) {
        text(", ");
        rhs(one);
    }
}

void Printer::operator()(const ExprStmt& node) {
    whole(*node.expr);
    attributes(node.attributes);
    text(ends_statement_ ? ";" : "");
}

void Printer::operator()(const Assign& node) {
    exprs(node.targets);
    match(node.assignment, *this);
    text(ends_statement_ ? ";" : "");
}

void Printer::operator()(const VarDecl& node) {
    text(node.ghost ? "ghost var" : "var");
    separated(node.vars, ",", [&](const LocalVar& var) {
        attributes(var.attributes);
        text(" " + var.name.text);
        optional_type(var.type);
    });
    if (node.init) {
        match(*node.init, *this);
    }
    text(ends_statement_ ? ";" : "");
}

void Printer::operator()(const VarPatternDecl& node) {
    text(node.ghost ? "ghost var " : "var ");
    pattern(*node.pattern);
    text(" := ");
    whole(*node.value);
    text(ends_statement_ ? ";" : "");
}

void Printer::operator()(const ByProof& node) {
    const bool saved = ends_statement_;
    ends_statement_ = false;
    stmt(*node.stmt);
    ends_statement_ = saved;
    text(" by ");
    block(node.proof);
}

// ---- assertions and jumps

void Printer::operator()(const Assert& node) {
    text("assert");
    attributes(node.attributes);
    text(" ");
    if (node.label) {
        text(node.label->text + ": ");
    }
    whole(*node.condition);
    text(node.proof ? " by" : "");
    optional_block(node.proof, true);
}

void Printer::operator()(const Assume& node) {
    text("assume");
    attributes(node.attributes);
    text(" ");
    if (node.label) {
        text(node.label->text + ": ");
    }
    whole(*node.condition);
    text(";");
}

void Printer::operator()(const Expect& node) {
    text("expect");
    attributes(node.attributes);
    text(" ");
    whole(*node.condition);
    if (node.message != nullptr) {
        text(", ");
        whole(*node.message);
    }
    text(";");
}

void Printer::operator()(const ast::Print& node) {
    text("print ");
    exprs(node.exprs);
    text(";");
}

void Printer::operator()(const Reveal& node) {
    text(node.hide ? "hide " : "reveal ");
    text(node.all ? "*" : "");
    exprs(node.exprs);
    text(";");
}

void Printer::operator()(const Return& node) {
    text("return");
    attributes(node.attributes);
    text(node.values.empty() ? "" : " ");
    rhss(node.values);
    text(";");
}

void Printer::operator()(const Yield& node) {
    text(node.values.empty() ? "yield" : "yield ");
    rhss(node.values);
    text(";");
}

void Printer::operator()(const Jump& node) {
    const std::uint32_t breaks = node.label ? (node.is_continue ? 0 : 1) : node.levels - (node.is_continue ? 1 : 0);
    for (std::uint32_t i = 0; i < breaks; ++i) {
        text(i == 0 ? "break" : " break");
    }
    if (node.is_continue) {
        text(breaks == 0 ? "continue" : " continue");
        attributes(node.attributes);
    }
    text(node.label ? " " + node.label->text + ";" : ";");
}

void Printer::operator()(const Modify& node) {
    text("modify");
    attributes(node.attributes);
    text(" ");
    frames(node.frames);
    optional_block(node.body, true);
}

void Printer::operator()(const NewDivider&) {
    text("new;");
}
void Printer::operator()(const Skeleton&) {
    text("...;");
}

// ---- compound statements

void Printer::operator()(const BlockStmt& node) {
    block(node.block);
}

void Printer::operator()(const OpaqueBlock& node) {
    text("opaque");
    clauses(node.specs);
    text(" ");
    block(node.body);
}

void Printer::operator()(const Labeled& node) {
    for (const auto& label : node.labels) {
        text("label " + label.text + ":");
        line();
    }
    if (node.stmt != nullptr) {
        stmt(*node.stmt);
    }
}

void Printer::operator()(const If& node) {
    text("if");
    attributes(node.attributes);
    text(" ");
    guard(node.binding, *node.condition, false);
    text(" ");
    block(node.then_branch);
    if (node.else_branch == nullptr) {
        return;
    }
    text(" else");
    if (const auto* last = std::get_if<BlockStmt>(&node.else_branch->node)) {
        attributes(last->attributes);
    }
    text(" ");
    stmt(*node.else_branch);
}

void Printer::guarded_cases(const std::vector<GuardedCase>& cases) {
    text("{");
    ++indent_;
    for (const auto& one : cases) {
        line();
        text("case");
        attributes(one.attributes);
        text(" ");
        guard(one.binding, *one.condition, true);
        text(" =>");
        stmts(one.stmts);
    }
    --indent_;
    line();
    text("}");
}

void Printer::operator()(const IfCases& node) {
    text("if");
    attributes(node.attributes);
    text(" ");
    guarded_cases(node.cases);
}

void Printer::operator()(const While& node) {
    text("while");
    attributes(node.attributes);
    text(" ");
    whole(*node.condition);
    clauses(node.specs);
    optional_block(node.body, false);
}

void Printer::operator()(const WhileCases& node) {
    text("while");
    attributes(node.attributes);
    clauses(node.specs);
    text(" ");
    guarded_cases(node.cases);
}

void Printer::operator()(const For& node) {
    text("for");
    attributes(node.attributes);
    text(" ");
    bound_var(node.index);
    text(" := ");
    whole(*node.from);
    text(node.up ? " to " : " downto ");
    whole(*node.bound);
    clauses(node.specs);
    optional_block(node.body, false);
}

void Printer::operator()(const MatchStmt& node) {
    text("match");
    attributes(node.attributes);
    text(" ");
    whole(*node.scrutinee);
    text(" {");
    ++indent_;
    for (const auto& one : node.cases) {
        line();
        text("case");
        attributes(one.attributes);
        text(" ");
        pattern(*one.pattern);
        text(" =>");
        stmts(one.stmts);
    }
    --indent_;
    line();
    text("}");
}

void Printer::calc_op(const CalcOp& op) {
    text(spelling(op.op));
    if (op.prefix_limit != nullptr) {
        text("#[");
        whole(*op.prefix_limit);
        text("]");
    }
}

void Printer::operator()(const Calc& node) {
    text("calc");
    attributes(node.attributes);
    if (node.op) {
        text(" ");
        calc_op(*node.op);
    }
    text(" {");
    ++indent_;
    for (const auto& one : node.lines) {
        line();
        const std::size_t start = out_.size();
        whole(*one.expr);
        const std::string written = out_.substr(start);
        if (written.starts_with('{') || written.starts_with("calc")) { // like a hint
            out_.resize(start);
            text("(");
            text(written);
            text(")");
        }
        text(";");
        if (one.op) {
            line();
            calc_op(*one.op);
        }
        for (const auto& hint : one.hints) {
            line();
            stmt(*hint);
        }
    }
    --indent_;
    line();
    text("}");
}

void Printer::operator()(const ForallStmt& node) {
    text("forall");
    if (!node.domain.vars.empty()) {
        text(" ");
        quantifier_domain(node.domain);
    } else if (node.specs.empty() && !node.body) {
        text(" ()");
    }
    clauses(node.specs);
    optional_block(node.body, false);
}

} // namespace daphnia::ast
