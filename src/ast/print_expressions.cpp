// Displays, comprehensions and everything that reaches to the right as far as it can, as text.
#include "ast/printer.h"

namespace daphnia::ast {

// ---- expressions in brackets of their own

void Printer::operator()(const Cardinality& node) {
    const bool saved = bar_closes_;
    bar_closes_ = true;
    text("|");
    closed(*node.operand);
    text("|");
    bar_closes_ = saved;
}

namespace {

std::string at(const std::optional<Ident>& label) {
    return label ? "@" + label->text : "";
}

} // namespace

void Printer::operator()(const Old& node) {
    text("old" + at(node.label) + "(");
    whole(*node.operand);
    text(")");
}

void Printer::operator()(const Fresh& node) {
    text("fresh" + at(node.label) + "(");
    whole(*node.operand);
    text(")");
}

void Printer::operator()(const Unchanged& node) {
    text("unchanged" + at(node.label) + "(");
    frames(node.frames);
    text(")");
}

void Printer::operator()(const Allocated& node) {
    text("allocated(");
    whole(*node.operand);
    text(")");
}

void Printer::operator()(const Assigned& node) {
    text("assigned(");
    whole(*node.operand);
    text(")");
}

void Printer::operator()(const MultisetFrom& node) {
    text("multiset(");
    whole(*node.operand);
    text(")");
}

void Printer::operator()(const Tuple& node) {
    text("(");
    arguments(node.elements);
    text(")");
}

void Printer::operator()(const SeqDisplay& node) {
    text("[");
    exprs(node.elements);
    text("]");
}

void Printer::operator()(const SetDisplay& node) {
    text(node.infinite ? "iset{" : "{");
    exprs(node.elements);
    text("}");
}

void Printer::operator()(const MultisetDisplay& node) {
    text("multiset{");
    exprs(node.elements);
    text("}");
}

void Printer::operator()(const MapDisplay& node) {
    text(node.infinite ? "imap[" : "map[");
    separated(node.entries, ", ", [&](const MapEntry& entry) {
        closed(*entry.key);
        text(" := ");
        closed(*entry.value);
    });
    text("]");
}

void Printer::operator()(const SeqConstruction& node) {
    text("seq");
    if (node.element != nullptr) {
        text("<");
        type(*node.element);
        text(">");
    }
    text("(");
    whole(*node.length);
    text(", ");
    whole(*node.function);
    text(")");
}

// ---- quantifiers and comprehensions

void Printer::quantifier_domain(const QuantifierDomain& domain) {
    const bool saved = bar_closes_;
    bool attributes_printed = false;
    const auto attributes_once = [&] {
        if (!attributes_printed) {
            attributes(domain.attributes);
            attributes_printed = true;
        }
    };
    separated(domain.vars, ", ", [&](const QuantifiedVar& var) {
        text(var.name.text);
        optional_type(var.type);
        if (var.domain != nullptr) {
            attributes_once();
            text(" <- ");
            bar_closes_ = true;
            closed(*var.domain);
            bar_closes_ = saved;
        }
        if (var.range != nullptr) {
            attributes_once();
            text(" | ");
            bar_closes_ = false;
            closed(*var.range);
            bar_closes_ = saved;
        }
    });
    attributes_once();
}

void Printer::operator()(const Quantifier& node) {
    text(node.kind == QuantifierKind::Forall ? "forall " : "exists ");
    quantifier_domain(node.domain);
    text(" :: ");
    whole(*node.body);
}

void Printer::operator()(const SetComprehension& node) {
    text(node.infinite ? "iset " : "set ");
    quantifier_domain(node.domain);
    if (node.term != nullptr) {
        text(" :: ");
        whole(*node.term);
    }
}

void Printer::operator()(const MapComprehension& node) {
    text(node.infinite ? "imap " : "map ");
    quantifier_domain(node.domain);
    text(" :: ");
    if (node.key != nullptr) {
        closed(*node.key);
        text(" := ");
    }
    whole(*node.value);
}

// ---- lambda, if, match

void Printer::operator()(const Lambda& node) {
    text("(");
    separated(node.params, ", ", [&](const BoundVar& param) { bound_var(param); });
    text(")");
    lambda_clauses(node.specs);
    text(" => ");
    whole(*node.body);
}

// In front of the arrow of a case an open expression could take the arrow.
void Printer::guard(const std::optional<GuardBinding>& binding, const Expr& condition, bool of_case) {
    if (binding) {
        separated(binding->vars, ", ", [&](const BoundVar& var) { bound_var(var); });
        attributes(binding->attributes);
        text(" :| ");
    }
    expr(condition, of_case ? Binding::Iff : Binding::Open, !of_case);
}

void Printer::operator()(const IfExpr& node) {
    text("if ");
    guard(node.binding, *node.condition, false);
    text(" then ");
    whole(*node.then_branch);
    text(" else ");
    whole(*node.else_branch);
}

void Printer::operator()(const MatchExpr& node) {
    text("match ");
    closed(*node.scrutinee);
    text(" {");
    ++indent_;
    for (const auto& part : node.cases) {
        line();
        text("case");
        attributes(part.attributes);
        text(" ");
        pattern(*part.pattern);
        text(" => ");
        whole(*part.body);
    }
    --indent_;
    line();
    text("}");
}

// ---- let and statements in front of an expression

void Printer::operator()(const Let& node) {
    text(node.ghost ? "ghost var " : "var ");
    separated(node.patterns, ", ", [&](const PatternPtr& part) { pattern(*part); });
    text(" := ");
    exprs(node.values);
    text("; ");
    whole(*node.body);
}

void Printer::operator()(const LetSuchThat& node) {
    text(node.ghost ? "ghost var " : "var ");
    separated(node.vars, ", ", [&](const BoundVar& var) { bound_var(var); });
    attributes(node.attributes);
    text(" :| ");
    closed(*node.condition);
    text("; ");
    whole(*node.body);
}

void Printer::operator()(const LetOrFail& node) {
    if (node.pattern != nullptr) {
        text(node.ghost ? "ghost var " : "var ");
        pattern(*node.pattern);
        text(" ");
    }
    text(":- ");
    closed(*node.value);
    text("; ");
    whole(*node.body);
}

void Printer::operator()(const StmtExpr& node) {
    stmt(*node.stmt);
    text(" ");
    whole(*node.body);
}

} // namespace daphnia::ast
