// Loops: while with guards and cases, for spelled out as while, and the measure of a loop that names none.
#include "resolve/attributes.h"
#include "resolve/body.h"

#include <algorithm>

namespace daphnia::resolve {

namespace {

typed::LabelPtr unnamed_label(SourceRange range) {
    return std::make_unique<const typed::Label>(typed::Label{{}, range});
}

bool has_clause(const ast::SpecClauses& specs, ast::SpecKind kind) {
    return std::any_of(specs.begin(), specs.end(), [&](const ast::SpecClause& clause) { return clause.kind == kind; });
}

// The operands of nested conjunctions, in order.
void conjuncts(const ast::Expr& expr, std::vector<const ast::Expr*>& out) {
    const auto* binary = std::get_if<ast::Binary>(&expr.node);
    if (binary != nullptr && binary->op == ast::BinaryOp::And) {
        conjuncts(*binary->left, out);
        conjuncts(*binary->right, out);
    } else {
        out.push_back(&expr);
    }
}

bool is_empty_display(const ast::Expr& expr) {
    const auto* sequence = std::get_if<ast::SeqDisplay>(&expr.node);
    const auto* set = std::get_if<ast::SetDisplay>(&expr.node);
    const auto* multiset = std::get_if<ast::MultisetDisplay>(&expr.node);
    const auto* map = std::get_if<ast::MapDisplay>(&expr.node);
    return (sequence != nullptr && sequence->elements.empty()) || (set != nullptr && set->elements.empty()) ||
           (multiset != nullptr && multiset->elements.empty()) || (map != nullptr && map->entries.empty());
}

} // namespace

// ---- while

void BodyResolver::loop_specification(const ast::SpecClauses& specs, typed::While& loop) {
    const Context context = statement_context();
    std::vector<typed::Clause> invariants =
        clauses(specs, ast::SpecKind::Invariant, "invariant is expected to be of type bool, but is {}", context);
    for (typed::Clause& invariant : invariants) {
        loop.invariants.push_back(std::move(invariant));
    }
    if (has_clause(specs, ast::SpecKind::Decreases)) {
        loop.decreases = decreases(specs, context);
        if (loop.decreases.wildcard && !may_diverge_) {
            reporter().error(Rule::DecreasesStar, loop.decreases.range,
                             "a possibly infinite loop is allowed only if the enclosing method is declared (with "
                             "'decreases *') to be possibly non-terminating");
        }
    }
    loop.modifies = frame(specs, ast::SpecKind::Modifies);
}

typed::While BodyResolver::new_loop(SourceRange keyword, Loop& loop) {
    typed::While result{nullptr, {}, {}, {}, nullptr, unnamed_label(keyword), unnamed_label(keyword)};
    loop = {result.label.get(), result.iteration.get(), {}};
    for (const ast::Ident& name : next_loop_labels_) {
        loop.labels.insert(name.text);
    }
    next_loop_labels_.clear();
    return result;
}

void BodyResolver::while_statement(SourceRange range, const ast::While& node, Statements& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    Loop loop;
    typed::While result = new_loop(node.keyword, loop);
    const bool guarded = !std::holds_alternative<ast::Wildcard>(node.condition->node);
    if (guarded) {
        result.guard =
            condition(*node.condition, statement_context(), "condition is expected to be of type bool, but is {}").expr;
    }
    loop_specification(node.specs, result);
    if (!has_clause(node.specs, ast::SpecKind::Decreases)) {
        result.decreases = default_loop_decreases(guarded ? node.condition.get() : nullptr, node.keyword);
    }
    if (node.body) {
        loops_.push_back(std::move(loop));
        result.body = block(*node.body);
        loops_.pop_back();
    }
    add(out, range, false, std::move(result));
}

// while { case P => S … } goes on as long as one of the guards holds.
void BodyResolver::while_cases(SourceRange range, const ast::WhileCases& node, Statements& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    Loop loop;
    typed::While result = new_loop(node.keyword, loop);
    std::optional<Draft> guard;
    for (const ast::GuardedCase& guarded : node.cases) {
        const Reporter::Mute mute(reporter());
        Draft next = case_guard(guarded);
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
    loops_.push_back(std::move(loop));
    std::vector<typed::Alternative> branches = alternatives(node.cases);
    loops_.pop_back();
    loop_specification(node.specs, result);
    if (!has_clause(node.specs, ast::SpecKind::Decreases)) {
        result.decreases = default_loop_decreases(nullptr, node.keyword);
    }
    typed::Block body;
    add(body.statements, range, false, typed::Alternatives{std::move(branches), false});
    result.body = make_stmt(range, false, std::move(body));
    add(out, range, false, std::move(result));
}

// ---- the measure of a loop without one: from each comparison in the guard, how far its sides are apart

typed::Decreases BodyResolver::default_loop_decreases(const ast::Expr* guard, SourceRange range) {
    const Making making(*this);
    typed::Decreases result;
    result.inferred = true;
    result.range = range;
    if (guard == nullptr) {
        return result;
    }
    inference_.advance();
    const Reporter::Mute mute(reporter());
    std::vector<const ast::Expr*> parts;
    conjuncts(*guard, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::optional<Draft> guess = distance(*parts[i]);
        if (!guess) {
            continue;
        }
        // Behind a conjunct the guess counts only where that holds: it may not even be defined elsewhere.
        if (i > 0) {
            std::optional<Draft> before;
            for (std::size_t j = 0; j < i; ++j) {
                Draft earlier = expression(*parts[j], statement_context());
                before = before ? conjunction(range, std::move(*before), std::move(earlier)) : std::move(earlier);
            }
            const PreKind kind = inference_.head(guess->type).kind;
            Draft neutral = kind == PreKind::Seq ? make(range, range, guess->type, typed::SeqDisplay{})
                            : is_set_like(kind)  ? make(range, range, guess->type, typed::SetDisplay{})
                            : is_map(kind)       ? make(range, range, guess->type, typed::MapDisplay{})
                            : kind == PreKind::Real
                                ? make(range, range, pre(PreKind::Real), typed::RealLiteral{support::Rational(-1)})
                            : kind == PreKind::Bits ? make(range, range, guess->type, typed::IntLiteral{0})
                                                    : integer(range, -1);
            PreType type = guess->type;
            guess = make(range, range, std::move(type),
                         typed::IfThenElse{std::move(before->expr), std::move(guess->expr), std::move(neutral.expr)});
        }
        result.measures.push_back(std::move(guess->expr));
    }
    return result;
}

// How far apart; of bits the difference of bits, which has no sign.
Draft BodyResolver::difference(const ast::Expr& larger, const ast::Expr& smaller) {
    const auto number = [&](const ast::Expr& expr) {
        Draft draft = expression(expr, statement_context());
        const PreType type = inference_.head(draft.type);
        const PreKind kind = inference_.family_of(draft.type);
        if (kind != PreKind::Char && type.kind != PreKind::Newtype) {
            return draft;
        }
        const SourceRange range = draft.expr->range;
        const typed::Type plain = kind == PreKind::Real   ? typed::real_type()
                                  : kind == PreKind::Bits ? typed::base_type(type.subset->base)
                                                          : typed::int_type();
        Draft converted = make(range, range, value_type(plain), typed::Convert{std::move(draft.expr), plain});
        converted.expr->type = plain;
        return converted;
    };
    Draft left = number(larger);
    Draft right = number(smaller);
    const SourceRange range = larger.range;
    return binary(range, range, typed::BinaryOp::Subtract, std::move(left), std::move(right));
}

std::optional<Draft> BodyResolver::distance(const ast::Expr& part) {
    const auto* comparison = std::get_if<ast::Binary>(&part.node);
    if (comparison == nullptr) {
        return std::nullopt;
    }
    const ast::Expr& left = *comparison->left;
    const ast::Expr& right = *comparison->right;
    Draft probe = expression(left, statement_context());
    Draft other = expression(right, statement_context());
    inference_.unify(probe.type, other.type);
    inference_.decide_literal(probe.type);
    const PreKind kind = inference_.family_of(probe.type);
    dropped_.push_back(std::move(probe.expr));
    dropped_.push_back(std::move(other.expr));
    const bool number = is_integral(kind) || kind == PreKind::Char || kind == PreKind::Real || kind == PreKind::Bits;
    switch (comparison->op) {
    case ast::BinaryOp::Lt:
    case ast::BinaryOp::Le:
        if (number) {
            return difference(right, left);
        }
        return is_empty_display(left) ? std::optional(expression(right, statement_context())) : std::nullopt;
    case ast::BinaryOp::Gt:
    case ast::BinaryOp::Ge:
        return number ? std::optional(difference(left, right)) : std::nullopt;
    case ast::BinaryOp::Neq:
        if (is_collection(kind)) {
            return is_empty_display(left)    ? std::optional(expression(right, statement_context()))
                   : is_empty_display(right) ? std::optional(expression(left, statement_context()))
                                             : std::nullopt;
        }
        if (number) {
            Draft first = expression(left, statement_context());
            Draft second = expression(right, statement_context());
            if (kind == PreKind::Bits) { // a literal has as many as the other side
                inference_.unify(first.type, second.type);
            }
            Draft ordered = binary(part.range, comparison->op_range, typed::BinaryOp::LessEqual, std::move(first),
                                   std::move(second));
            Draft up = difference(right, left);
            Draft down = difference(left, right);
            PreType type = up.type;
            return make(part.range, comparison->op_range, std::move(type),
                        typed::IfThenElse{std::move(ordered.expr), std::move(up.expr), std::move(down.expr)});
        }
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

// ---- for

// for i := lo to hi { S } is
//     var i, hi' := lo, hi; assert i <= hi'; while i != hi' invariant lo <= i <= hi { S; i := i + 1; }
// and downto counts down before S. The bounds are evaluated once; `continue` leaves S only.
void BodyResolver::for_statement(SourceRange range, const ast::For& node, Statements& out) {
    check_attributes(reporter(), node.attributes, AttributePlace::Statement);
    const Scope<const typed::Variable>::Frame frame(variables_);
    const Context context = statement_context();
    const bool bounded = !std::holds_alternative<ast::Wildcard>(node.bound->node);
    auto index = new_variable(node.index.name, node.index.type.get(), typed::VariableKind::Local, false);
    facts_.at(index.get()).assignable = false;
    facts_.at(index.get()).what = "index variable";
    facts_.at(index.get()).counts = true;
    const PreType type = type_of(*index);

    Statements result;
    typed::VarDecl declaration;
    typed::Assign start;
    const auto bind = [&](typed::Variable& variable, const ast::Expr& expr, const char* message) {
        Draft draft = expression(expr, context);
        agree(type, draft.type, draft.expr->anchor, message);
        flow(*index, *draft.expr, &variable == index.get() ? Source::Rules::All : Source::Rules::Released);
        start.targets.push_back({variable.range, typed::VariableTarget{&variable}});
        start.values.push_back({expr.range, typed::ExprPtr(std::move(draft.expr))});
    };
    const auto bound_variable = [&](const std::string& name, SourceRange at) {
        auto variable = std::make_unique<typed::Variable>(
            typed::Variable{name, typed::int_type(), typed::VariableKind::Local, false, at});
        VariableFacts& facts = introduce(*variable, true);
        facts.assignable = false;
        return variable;
    };
    // Both ends have names of their own: the bounds may mention what the body changes.
    auto from = bound_variable(node.up ? "from" : "top", node.from->range);
    auto to = bounded ? bound_variable(node.up ? "to" : "bottom", node.bound->range) : nullptr;
    bind(*index, *node.from, "lower bound (of type {1}) not assignable to index variable (of type {0})");
    {
        const Reporter::Mute mute(reporter());
        const Making making(*this);
        bind(*from, *node.from, "");
    }
    if (bounded) {
        bind(*to, *node.bound, "upper bound (of type {1}) not assignable to index variable (of type {0})");
        const Making making(*this);
        Draft end = read(*to, node.bound->range);
        if (inference_.head(type).kind != PreKind::Newtype) { // the ends are held as integers
            flow(*index, *end.expr, Source::Rules::Refreshed);
        }
        dropped_.push_back(std::move(end.expr));
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
        const Making making(*this);
        Draft in_order = binary(node.from->range, node.from->range, typed::BinaryOp::LessEqual,
                                read(*low, node.up ? node.from->range : node.bound->range),
                                read(*high, node.up ? node.bound->range : node.from->range));
        add(result, node.from->range, true,
            typed::Assert{typed::AssertKind::ForRange, std::move(in_order.expr), nullptr, {}});
    }
    for_loop(range, node, index_ref, low, high, result);
    add(out, range, false, typed::Block{std::move(result), nullptr});
}

void BodyResolver::for_loop(SourceRange range, const ast::For& node, const typed::Variable& index,
                            const typed::Variable* low, const typed::Variable* high, Statements& out) {
    const SourceRange at = node.index.name.range;
    const bool bounded = low != nullptr && high != nullptr;
    Loop loop;
    typed::While result = new_loop(node.keyword, loop);
    declare(*facts_.at(&index).variable, "index-variable");

    const auto within = [&](const typed::Variable& a, const typed::Variable& b) {
        const Making making(*this);
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
        const Making making(*this);
        result.guard = binary(at, at, typed::BinaryOp::NotEqual, read(index, at), read(*end, at)).expr;
    } else {
        result.guard = make(at, at, pre(PreKind::Bool), typed::BoolLiteral{true}).expr;
    }
    loop_specification(node.specs, result);
    for_measure(node, index, low, high, result);
    if (node.body) {
        typed::LabelPtr next = unnamed_label(node.keyword);
        loop.next = next.get();
        loops_.push_back(std::move(loop));
        Statements inner = nested_statements(node.body->stmts);
        loops_.pop_back();
        const Making making(*this);
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

void BodyResolver::for_measure(const ast::For& node, const typed::Variable& index, const typed::Variable* low,
                               const typed::Variable* high, typed::While& result) {
    const SourceRange at = node.index.name.range;
    const bool explicit_measure = has_clause(node.specs, ast::SpecKind::Decreases);
    if (low != nullptr && high != nullptr) {
        if (explicit_measure) {
            reporter().error(
                Rule::Misplaced, result.decreases.range,
                "a 'for' loop is allowed an explicit 'decreases' clause only if the end-expression is '*'");
        }
        const Making making(*this);
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
        if (!may_diverge_) {
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
