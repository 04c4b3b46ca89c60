#include "resolve/calc.h"

#include "resolve/attributes.h"
#include "resolve/expressions.h"
#include "resolve/operators.h"
#include "resolve/statements.h"

namespace daphnia::resolve {

namespace {

using ast::BinaryOp;

bool is_logical(BinaryOp op) {
    return op == BinaryOp::Iff || op == BinaryOp::Implies || op == BinaryOp::Explies;
}

bool is_calc_operator(BinaryOp op) {
    switch (op) {
    case BinaryOp::Eq:
    case BinaryOp::Neq:
    case BinaryOp::Lt:
    case BinaryOp::Le:
    case BinaryOp::Gt:
    case BinaryOp::Ge:
        return true;
    default:
        return is_logical(op);
    }
}

// x a y and y b z give x a z.
bool subsumes(BinaryOp a, BinaryOp b) {
    if (a == BinaryOp::Neq || b == BinaryOp::Neq) {
        return b == BinaryOp::Eq;
    }
    if (a == b || b == BinaryOp::Eq) {
        return true;
    }
    if (is_logical(a) || is_logical(b)) {
        return b == BinaryOp::Iff && (a == BinaryOp::Implies || a == BinaryOp::Explies || a == BinaryOp::Eq);
    }
    return (a == BinaryOp::Lt && b == BinaryOp::Le) || (a == BinaryOp::Gt && b == BinaryOp::Ge);
}

std::optional<BinaryOp> combine(BinaryOp a, BinaryOp b) {
    if (subsumes(a, b)) {
        return a;
    }
    return subsumes(b, a) ? std::optional(b) : std::nullopt;
}

const ast::BoolLit* literal(const ast::Expr& expr) {
    return std::get_if<ast::BoolLit>(&expr.node);
}

// A calculation that starts or ends with true or false is about implication, unless its steps say otherwise.
BinaryOp default_operator(const ast::Calc& calc) {
    std::optional<BinaryOp> guess;
    if (const auto* first = literal(*calc.lines.front().expr)) {
        guess = first->value ? BinaryOp::Implies : BinaryOp::Explies;
    } else if (const auto* last = literal(*calc.lines.back().expr)) {
        guess = last->value ? BinaryOp::Explies : BinaryOp::Implies;
    } else {
        return BinaryOp::Eq;
    }
    std::optional<BinaryOp> total = guess;
    for (const ast::CalcLine& line : calc.lines) {
        if (line.op) {
            total = combine(*total, line.op->op);
            if (!total) {
                return BinaryOp::Eq;
            }
        }
    }
    return *guess;
}

BinaryOp main_operator(const ast::Calc& calc) {
    if (calc.op) {
        return calc.op->op;
    }
    return calc.lines.empty() ? BinaryOp::Eq : default_operator(calc);
}

// The operator of the conclusion; nothing when the steps do not fit together.
std::optional<BinaryOp> total_operator(const ast::Calc& calc) {
    std::optional<BinaryOp> total = main_operator(calc);
    for (std::size_t i = 0; i + 1 < calc.lines.size() && total; ++i) {
        if (calc.lines[i].op) {
            total = combine(*total, calc.lines[i].op->op);
        }
    }
    return total;
}

} // namespace

bool Calculations::calc_operators_fit(const ast::Calc& node) {
    const auto valid = [&](const std::optional<ast::CalcOp>& op) {
        if (op && op->prefix_limit) {
            reporter().not_in_language(op->range, "prefix equality is");
            return false;
        }
        if (op && !is_calc_operator(op->op)) {
            reporter().error(Rule::Calc, op->range, "the main operator of a calculation must be transitive");
            return false;
        }
        return true;
    };
    if (!valid(node.op)) {
        return false;
    }
    if (node.op && node.op->op == BinaryOp::Neq) {
        reporter().error(Rule::Calc, node.op->range, "the main operator of a calculation must be transitive");
        return false;
    }
    // Equality is the operator that every other one extends.
    BinaryOp total = node.op ? node.op->op : BinaryOp::Eq;
    for (const ast::CalcLine& line : node.lines) {
        if (!valid(line.op)) {
            return false;
        }
        if (line.op) {
            const std::optional<BinaryOp> next = combine(total, line.op->op);
            if (!next) {
                reporter().error(Rule::Calc, line.op->range, "this operator cannot continue this calculation");
                return false;
            }
            total = *next;
        }
    }
    return true;
}

void Calculations::calc_statement(SourceRange range, const ast::Calc& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    if (!calc_operators_fit(node)) {
        return;
    }
    typed::Calc result;
    const BinaryOp main = main_operator(node);
    const PreType type = inference_.hole();
    const Context context = statement_context();
    const auto line = [&](const ast::Expr& expr) {
        Draft draft = expressions_.expression(expr, context);
        agree(type, draft.type, draft.expr->anchor,
              "all lines in a calculation must have the same type (got {1} after {0})");
        return draft;
    };
    for (std::size_t i = 0; i < node.lines.size(); ++i) {
        Draft current = line(*node.lines[i].expr);
        if (i + 1 == node.lines.size()) {
            result.last = std::move(current.expr);
            break;
        }
        const ast::Expr& next = *node.lines[i + 1].expr;
        const BinaryOp op = node.lines[i].op ? node.lines[i].op->op : main;
        const SourceRange op_range = node.lines[i].op ? node.lines[i].op->range : next.range;
        const bool backwards = op == BinaryOp::Explies; // the line after the step is the one known
        typed::CalcStep step{nullptr, nullptr, nullptr, op == BinaryOp::Implies || backwards, next.range};
        if (backwards) {
            drop(std::move(current.expr));
            step.known = expressions_.again(next, context).expr;
        } else {
            step.known = std::move(current.expr);
        }
        step.claim = claim(*node.lines[i].expr, next, op, op_range).expr;
        step.hint = calc_hint(next.range, node.lines[i].hints);
        result.steps.push_back(std::move(step));
    }
    if (!node.lines.empty() && !node.lines.back().hints.empty()) {
        // A dangling hint proves nothing, but it is checked.
        add(out, range, true, typed::Block{hint_statements(node.lines.back().hints), nullptr});
    }
    if (std::optional<Draft> conclusion = calc_conclusion(node)) {
        result.conclusion = std::move(conclusion->expr);
    }
    add(out, range, true, std::move(result));
}

// Both lines are resolved where they stand in the calculation; here they only have to fit the operator.
Draft Calculations::claim(const ast::Expr& left, const ast::Expr& right, BinaryOp op, SourceRange op_range) {
    Draft first = expressions_.again(left, statement_context());
    Draft second = expressions_.again(right, statement_context());
    if (!inference_.unify(first.type, second.type)) {
        const Reporter::Mute mute(reporter()); // reported with the lines
        return operators_.apply(right.range, op_range, op, std::move(first), std::move(second));
    }
    return operators_.apply(right.range, op_range, op, std::move(first), std::move(second));
}

std::optional<Draft> Calculations::calc_conclusion(const ast::Calc& node) {
    const std::optional<BinaryOp> total = total_operator(node);
    if (node.lines.size() < 2 || !total) {
        return std::nullopt;
    }
    const Reporter::Mute mute(reporter());
    return claim(*node.lines.front().expr, *node.lines.back().expr, *total, node.keyword);
}

std::vector<typed::StmtPtr> Calculations::hint_statements(const std::vector<ast::StmtPtr>& hints) {
    StmtList result;
    for (const ast::StmtPtr& hint : hints) {
        if (const auto* block = std::get_if<ast::BlockStmt>(&hint->node)) {
            result.push_back(statements_.proof_block(block->block));
        } else {
            statements_.statement(*hint, result);
        }
    }
    return result;
}

typed::StmtPtr Calculations::calc_hint(SourceRange range, const std::vector<ast::StmtPtr>& hints) {
    const SourceRange at = hints.empty() ? range : cover(hints.front()->range, hints.back()->range);
    return make_stmt(at, true, typed::Block{hint_statements(hints), nullptr});
}

} // namespace daphnia::resolve
