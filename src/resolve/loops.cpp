#include "resolve/loops.h"

#include "resolve/attributes.h"
#include "resolve/branches.h"
#include "resolve/expressions.h"
#include "resolve/frames.h"
#include "resolve/labels.h"
#include "resolve/loop_measures.h"
#include "resolve/specifications.h"
#include "resolve/statements.h"

#include <algorithm>

namespace daphnia::resolve {

namespace {

typed::LabelPtr unnamed_label(SourceRange range) {
    return std::make_unique<const typed::Label>(typed::Label{{}, range});
}

bool has_clause(const ast::SpecClauses& specs, ast::SpecKind kind) {
    return std::any_of(specs.begin(), specs.end(), [&](const ast::SpecClause& clause) { return clause.kind == kind; });
}

} // namespace

void Loops::loop_specification(const ast::SpecClauses& specs, typed::While& loop) {
    const Context context = statement_context();
    std::vector<typed::Clause> invariants = specifications_.clauses(
        specs, ast::SpecKind::Invariant, "invariant is expected to be of type bool, but is {}", context);
    for (typed::Clause& invariant : invariants) {
        loop.invariants.push_back(std::move(invariant));
    }
    if (has_clause(specs, ast::SpecKind::Decreases)) {
        loop.decreases = specifications_.decreases(specs, context);
        if (loop.decreases.wildcard && !declaration_.may_diverge) {
            reporter().error(Rule::DecreasesStar, loop.decreases.range,
                             "a possibly infinite loop is allowed only if the enclosing method is declared (with "
                             "'decreases *') to be possibly non-terminating");
        }
    }
    loop.modifies = frames_.frame(specs, ast::SpecKind::Modifies);
}

typed::While Loops::new_loop(SourceRange keyword, LoopLabels& loop) {
    typed::While result{nullptr, {}, {}, {}, nullptr, unnamed_label(keyword), unnamed_label(keyword)};
    loop = {result.label.get(), result.iteration.get(), labels_.take_loop_names()};
    return result;
}

void Loops::while_statement(SourceRange range, const ast::While& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    LoopLabels loop;
    typed::While result = new_loop(node.keyword, loop);
    const bool guarded = !std::holds_alternative<ast::Wildcard>(node.condition->node);
    if (guarded) {
        result.guard = expressions_.condition(*node.condition, statement_context(), Expressions::kCondition).expr;
    }
    loop_specification(node.specs, result);
    if (!has_clause(node.specs, ast::SpecKind::Decreases)) {
        result.decreases = measures_.default_loop_decreases(guarded ? node.condition.get() : nullptr, node.keyword);
    }
    if (node.body) {
        labels_.enter(std::move(loop));
        result.body = statements_.block(*node.body);
        labels_.leave();
    }
    add(out, range, false, std::move(result));
}

// while { case P => S … } goes on as long as one of the guards holds.
void Loops::while_cases(SourceRange range, const ast::WhileCases& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    LoopLabels loop;
    typed::While result = new_loop(node.keyword, loop);
    std::optional<Draft> guard;
    for (const ast::GuardedCase& guarded : node.cases) {
        const Reporter::Mute mute(reporter());
        Draft next = branches_.case_guard(guarded);
        if (guard) {
            const SourceRange both = cover(guard->expr->range, next.expr->range);
            const SourceRange at = next.expr->anchor;
            guard = binary(both, at, typed::BinaryOp::Or, std::move(*guard), std::move(next));
        } else {
            guard = std::move(next);
        }
    }
    if (!guard) {
        guard = make(node.keyword, node.keyword, pre(PreKind::Bool), typed::BoolLiteral{false});
    }
    result.guard = std::move(guard->expr);
    labels_.enter(std::move(loop));
    std::vector<typed::Alternative> branches = branches_.alternatives(node.cases);
    labels_.leave();
    loop_specification(node.specs, result);
    if (!has_clause(node.specs, ast::SpecKind::Decreases)) {
        result.decreases = measures_.default_loop_decreases(nullptr, node.keyword);
    }
    typed::Block body;
    add(body.statements, range, false, typed::Alternatives{std::move(branches), false});
    result.body = make_stmt(range, false, std::move(body));
    add(out, range, false, std::move(result));
}

// for i := lo to hi { S } is
//     var i, hi' := lo, hi; assert i <= hi'; while i != hi' invariant lo <= i <= hi { S; i := i + 1; }
// and downto counts down before S. The bounds are evaluated once; `continue` leaves S only.
void Loops::for_statement(SourceRange range, const ast::For& node, StmtList& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    const VariableScope::Frame frame(variables_.scope());
    const Context context = statement_context();
    const bool bounded = !std::holds_alternative<ast::Wildcard>(node.bound->node);
    auto index = variables_.new_variable(node.index.name, node.index.type.get(), typed::VariableKind::Local, false);
    variables_.facts(*index).assignable = false;
    variables_.facts(*index).what = "index variable";
    variables_.facts(*index).counts = true;
    const PreType type = type_of(*index);

    StmtList result;
    typed::VarDecl declaration;
    typed::Assign start;
    const auto bind = [&](typed::Variable& variable, const ast::Expr& expr, const char* message) {
        Draft draft = expressions_.expression(expr, context);
        agree(type, draft.type, draft.expr->anchor, message);
        variables_.flow(*index, *draft.expr, &variable == index.get() ? Source::Rules::All : Source::Rules::Released);
        start.targets.push_back({variable.range, typed::VariableTarget{&variable}});
        start.values.push_back({expr.range, typed::ExprPtr(std::move(draft.expr))});
    };
    const auto bound_variable = [&](const std::string& name, SourceRange at) {
        auto variable = std::make_unique<typed::Variable>(
            typed::Variable{name, typed::int_type(), typed::VariableKind::Local, false, at});
        VariableFacts& facts = variables_.introduce(*variable, true);
        facts.assignable = false;
        return variable;
    };
    // Both ends have names of their own: the bounds may mention what the body changes.
    auto from = bound_variable(node.up ? "from" : "top", node.from->range);
    auto to = bounded ? bound_variable(node.up ? "to" : "bottom", node.bound->range) : nullptr;
    bind(*index, *node.from, "lower bound (of type {1}) not assignable to index variable (of type {0})");
    {
        const Reporter::Mute mute(reporter());
        const Nodes::Making making(state_.nodes);
        bind(*from, *node.from, "");
    }
    if (bounded) {
        bind(*to, *node.bound, "upper bound (of type {1}) not assignable to index variable (of type {0})");
        const Nodes::Making making(state_.nodes);
        Draft end = read(*to, node.bound->range);
        if (inference_.head(type).kind != PreKind::Newtype) { // the ends are held as integers
            variables_.flow(*index, *end.expr, Source::Rules::Refreshed);
        }
        drop(std::move(end.expr));
    }
    // Only now: a literal may be of any of these types, what it is compared with says which.
    require(type, is_integral, node.index.name.range, "index variable is expected to be of an integer type (got {})",
            PreKind::Int);
    const typed::Variable& index_ref = *index;
    const typed::Variable* low = node.up ? from.get() : to.get();
    const typed::Variable* high = node.up ? to.get() : from.get();
    declaration.variables.push_back(std::move(index));
    declaration.variables.push_back(std::move(from));
    if (to) {
        declaration.variables.push_back(std::move(to));
    }
    add(result, range, false, std::move(declaration));
    add(result, range, false, std::move(start));
    if (bounded) {
        const Nodes::Making making(state_.nodes);
        Draft in_order = binary(node.from->range, node.from->range, typed::BinaryOp::LessEqual,
                                read(*low, node.up ? node.from->range : node.bound->range),
                                read(*high, node.up ? node.bound->range : node.from->range));
        add(result, node.from->range, true,
            typed::Assert{typed::AssertKind::ForRange, std::move(in_order.expr), nullptr, {}});
    }
    for_loop(range, node, index_ref, low, high, result);
    add(out, range, false, typed::Block{std::move(result), nullptr});
}

void Loops::for_loop(SourceRange range, const ast::For& node, const typed::Variable& index, const typed::Variable* low,
                     const typed::Variable* high, StmtList& out) {
    const SourceRange at = node.index.name.range;
    const bool bounded = low != nullptr && high != nullptr;
    LoopLabels loop;
    typed::While result = new_loop(node.keyword, loop);
    variables_.declare(*variables_.facts(index).variable, "index-variable");

    const auto within = [&](const typed::Variable& a, const typed::Variable& b) {
        const Nodes::Making making(state_.nodes);
        Draft claim = binary(at, at, typed::BinaryOp::LessEqual, read(a, at), read(b, at));
        result.invariants.push_back({std::move(claim.expr), at, {}});
    };
    if (low != nullptr) {
        within(*low, index);
    }
    if (high != nullptr) {
        within(index, *high);
    }
    const typed::Variable* end = node.up ? high : low;
    if (bounded) {
        const Nodes::Making making(state_.nodes);
        result.guard = binary(at, at, typed::BinaryOp::NotEqual, read(index, at), read(*end, at)).expr;
    } else {
        result.guard = make(at, at, pre(PreKind::Bool), typed::BoolLiteral{true}).expr;
    }
    loop_specification(node.specs, result);
    for_measure(node, index, low, high, result);
    if (node.body) {
        typed::LabelPtr next = unnamed_label(node.keyword);
        loop.next = next.get();
        labels_.enter(std::move(loop));
        StmtList inner = statements_.nested_statements(node.body->stmts);
        labels_.leave();
        const Nodes::Making making(state_.nodes);
        // Whatever the type of the index, it counts by the integer 1, which need not belong to the type.
        Draft one = make(at, at, pre(PreKind::Int), typed::IntLiteral{1});
        Draft step = make(at, at, type_of(index),
                          typed::Binary{node.up ? typed::BinaryOp::Add : typed::BinaryOp::Subtract,
                                        read(index, at).expr, std::move(one.expr), at});
        typed::Assign advance;
        advance.targets.push_back({at, typed::VariableTarget{&index}});
        advance.values.push_back({at, typed::ExprPtr(std::move(step.expr))});
        typed::StmtPtr body = make_stmt(node.body->range, false, typed::Block{std::move(inner), std::move(next)});
        typed::StmtPtr count = make_stmt(at, false, std::move(advance));
        typed::Block block;
        block.statements.push_back(node.up ? std::move(body) : std::move(count));
        block.statements.push_back(node.up ? std::move(count) : std::move(body));
        result.body = make_stmt(node.body->range, false, std::move(block));
    }
    add(out, range, false, std::move(result));
}

void Loops::for_measure(const ast::For& node, const typed::Variable& index, const typed::Variable* low,
                        const typed::Variable* high, typed::While& result) {
    const SourceRange at = node.index.name.range;
    const bool explicit_measure = has_clause(node.specs, ast::SpecKind::Decreases);
    if (low != nullptr && high != nullptr) {
        if (explicit_measure) {
            reporter().error(
                Rule::Misplaced, result.decreases.range,
                "a 'for' loop is allowed an explicit 'decreases' clause only if the end-expression is '*'");
        }
        const Nodes::Making making(state_.nodes);
        result.decreases = {};
        result.decreases.inferred = true;
        result.decreases.range = node.keyword;
        Draft left = read(node.up ? *high : index, at);
        Draft right = read(node.up ? index : *low, at);
        Draft apart = make(at, at, pre(PreKind::Int),
                           typed::Binary{typed::BinaryOp::Subtract, std::move(left.expr), std::move(right.expr), at});
        result.decreases.measures.push_back(std::move(apart.expr));
        return;
    }
    if (!explicit_measure) {
        if (!declaration_.may_diverge) {
            reporter().error(Rule::DecreasesStar, node.keyword,
                             "a possibly infinite loop is allowed only if the enclosing method is declared (with "
                             "'decreases *') to be possibly non-terminating (or you can add a 'decreases' clause to "
                             "this 'for' loop if you want to prove that it does indeed terminate)");
        }
        result.decreases.wildcard = true;
        result.decreases.range = node.keyword;
    }
}

} // namespace daphnia::resolve
