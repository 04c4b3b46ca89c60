#include "encode/intervals.h"

#include "support/match.h"
#include "typed/walk.h"

#include <algorithm>

namespace daphnia::encode {

namespace {

using support::Integer;
using typed::BinaryOp;
using typed::Expr;
using Bound = std::optional<Integer>;

bool is_integer(const typed::Type& type) {
    const typed::TypeKind kind = typed::base_type(type).kind;
    return kind == typed::TypeKind::Int || kind == typed::TypeKind::Nat;
}

Interval of_type(const typed::Type& type) {
    return typed::carrier(type).kind == typed::TypeKind::Nat ? Interval{Integer(0), {}} : Interval{};
}

Bound map2(const Bound& a, const Bound& b, Integer (*operation)(const Integer&, const Integer&)) {
    return a && b ? Bound(operation(*a, *b)) : Bound();
}

Integer plus(const Integer& a, const Integer& b) {
    return a + b;
}
Integer minus(const Integer& a, const Integer& b) {
    return a - b;
}
Integer times(const Integer& a, const Integer& b) {
    return a * b;
}

Interval join(const Interval& a, const Interval& b) {
    return {a.low && b.low ? Bound(std::min(*a.low, *b.low)) : Bound(),
            a.high && b.high ? Bound(std::max(*a.high, *b.high)) : Bound()};
}

Interval meet(const Interval& a, const Interval& b) {
    return {a.low && b.low ? Bound(std::max(*a.low, *b.low)) : (a.low ? a.low : b.low),
            a.high && b.high ? Bound(std::min(*a.high, *b.high)) : (a.high ? a.high : b.high)};
}

// What is known at a point; nothing gets there where there is none.
using Reached = std::optional<Intervals>;

Reached join(const Reached& a, const Reached& b) {
    if (!a || !b) {
        return a ? a : b;
    }
    Intervals result;
    for (const auto& [variable, interval] : *a) {
        const auto other = b->find(variable);
        if (other != b->end()) {
            result[variable] = join(interval, other->second);
        }
    }
    return result;
}

// The bounds of `before` that still hold: others would move on and on.
Reached widen(const Reached& before, const Reached& after) {
    if (!before || !after) {
        return after;
    }
    Intervals result;
    for (const auto& [variable, interval] : *before) {
        const auto later = after->find(variable);
        if (later != after->end()) {
            result[variable] = {interval.low == later->second.low ? interval.low : Bound(),
                                interval.high == later->second.high ? interval.high : Bound()};
        }
    }
    return result;
}

class Analysis {
  public:
    std::map<const typed::While*, Intervals> of(const typed::Method& method) {
        state_ = Intervals();
        for (const typed::Clause& clause : method.preconditions) {
            refine(*clause.expr, true);
        }
        run(*method.body);
        return std::move(heads_);
    }

    void operator()(const typed::Block& node) {
        for (const typed::StmtPtr& statement : node.statements) {
            run(*statement);
        }
        if (node.label != nullptr) {
            leave_to(node.label.get());
        }
    }
    void operator()(const typed::VarDecl& node) {
        for (const typed::VariablePtr& variable : node.variables) {
            state_->erase(variable.get());
        }
    }
    void operator()(const typed::Assign& node) {
        std::vector<Interval> values;
        for (const typed::Value& value : node.values) {
            const auto* expr = std::get_if<typed::ExprPtr>(&value.node);
            values.push_back(expr == nullptr ? Interval{} : value_of(**expr));
        }
        for (std::size_t i = 0; i < node.targets.size(); ++i) {
            set(node.targets[i], values[i]);
        }
    }
    void operator()(const typed::AssignSuchThat& node) { forget(node.targets); }
    void operator()(const typed::Call& node) { forget(node.targets); }
    void operator()(const typed::Assert& node) { refine(*node.condition, true); }
    void operator()(const typed::Assume& node) { refine(*node.condition, true); }
    void operator()(const typed::Reveal&) {}
    void operator()(const typed::Expect& node) { refine(*node.condition, true); }
    void operator()(const typed::Print&) {}
    void operator()(const typed::If& node) {
        const Reached before = state_;
        refine(node.guard.get(), true);
        run(*node.then);
        const Reached then = std::exchange(state_, before);
        if (state_) {
            refine(node.guard.get(), false);
        }
        if (node.otherwise != nullptr) {
            run(*node.otherwise);
        }
        state_ = join(then, state_);
    }
    void operator()(const typed::Alternatives& node) {
        const Reached before = state_;
        Reached after;
        for (const typed::Alternative& alternative : node.alternatives) {
            state_ = before;
            refine(alternative.guard.get(), true);
            run(*alternative.body);
            after = join(after, state_);
        }
        state_ = node.checked ? after : join(after, before);
    }
    void operator()(const typed::While& node) {
        const Reached entry = state_;
        Reached head = entry;
        constexpr int kJoinsBeforeWidening = 2;
        for (int round = 0;; ++round) {
            const Reached next = join(entry, after_body(node, head));
            if (next == head) {
                break;
            }
            const Reached wider = round < kJoinsBeforeWidening ? next : widen(head, next);
            if (wider == head) {
                break;
            }
            head = wider;
        }
        // One step more from a state that holds at the head gives one that holds, too, and may say more.
        head = join(entry, after_body(node, head));
        heads_[&node] = *head;
        exits_.erase(node.label.get());
        after_body(node, head);
        state_ = head;
        refine(node.guard.get(), false);
        leave_to(node.label.get());
    }
    void operator()(const typed::Break& node) {
        exits_[node.label] = join(exits_[node.label], state_);
        state_.reset();
    }
    void operator()(const typed::Return&) { state_.reset(); }
    void operator()(const typed::ForallStatement&) {}
    void operator()(const typed::Calc&) {}
    void operator()(const typed::Modify& node) {
        if (node.body != nullptr) {
            run(*node.body);
        }
    }

  private:
    void run(const typed::Stmt& statement) {
        if (state_) {
            support::match(statement.node, *this);
        }
    }

    void leave_to(const typed::Label* label) {
        const auto found = exits_.find(label);
        if (found != exits_.end()) {
            state_ = join(state_, found->second);
            exits_.erase(found);
        }
    }

    Reached after_body(const typed::While& node, const Reached& head) {
        if (node.body == nullptr) {
            return Intervals(); // it may do anything
        }
        state_ = head;
        refine(node.guard.get(), true);
        run(*node.body);
        leave_to(node.iteration.get());
        return std::exchange(state_, head);
    }

    void set(const typed::Target& target, const Interval& value) {
        const auto* variable = std::get_if<typed::VariableTarget>(&target.node);
        if (variable == nullptr || !is_integer(variable->variable->type)) {
            return;
        }
        const Interval known = meet(value, of_type(variable->variable->type));
        if (known == Interval{}) {
            state_->erase(variable->variable);
        } else {
            (*state_)[variable->variable] = known;
        }
    }

    void forget(const std::vector<typed::Target>& targets) {
        for (const typed::Target& target : targets) {
            set(target, Interval{});
        }
    }

    Interval value_of(const Expr& expr) const {
        const Interval own = is_integer(expr.type) ? of_type(expr.type) : Interval{};
        if (const auto* literal = std::get_if<typed::IntLiteral>(&expr.node)) {
            return is_integer(expr.type) ? Interval{literal->value, literal->value} : Interval{};
        }
        if (const typed::Variable* variable = typed::read_variable(expr)) {
            const auto known = state_->find(variable);
            return known == state_->end() ? of_type(variable->type) : known->second;
        }
        if (std::holds_alternative<typed::SeqLength>(expr.node) ||
            std::holds_alternative<typed::ArrayLength>(expr.node)) {
            return {Integer(0), {}};
        }
        if (const auto* choice = std::get_if<typed::IfThenElse>(&expr.node)) {
            return is_integer(expr.type) ? join(value_of(*choice->then), value_of(*choice->otherwise)) : own;
        }
        if (!is_integer(expr.type)) {
            return own;
        }
        if (const auto* unary = std::get_if<typed::Unary>(&expr.node)) {
            const Interval operand = unary->op == typed::UnaryOp::Negate ? value_of(*unary->operand) : Interval{};
            return {map2(Integer(0), operand.high, minus), map2(Integer(0), operand.low, minus)};
        }
        const auto* binary = std::get_if<typed::Binary>(&expr.node);
        if (binary == nullptr) {
            return own;
        }
        const Interval a = value_of(*binary->left);
        const Interval b = value_of(*binary->right);
        if (binary->op == BinaryOp::Add) {
            return {map2(a.low, b.low, plus), map2(a.high, b.high, plus)};
        }
        if (binary->op == BinaryOp::Subtract) {
            return {map2(a.low, b.high, minus), map2(a.high, b.low, minus)};
        }
        const bool not_negative = a.low && b.low && *a.low >= 0 && *b.low >= 0;
        if (binary->op == BinaryOp::Multiply && not_negative) {
            return {map2(a.low, b.low, times), map2(a.high, b.high, times)};
        }
        if (binary->op == BinaryOp::Divide && not_negative) { // no value where the divisor is 0
            return {Integer(0), a.high};
        }
        if (binary->op == BinaryOp::Modulo && b.low && b.high && *b.low > 0) {
            return {Integer(0), *b.high - 1};
        }
        return own;
    }

    // Null: a guard of which nothing is known.
    void refine(const Expr* guard, bool holds) {
        if (guard != nullptr) {
            refine(*guard, holds);
        }
    }

    void refine(const Expr& condition, bool holds) {
        if (const auto* negation = std::get_if<typed::Unary>(&condition.node)) {
            if (negation->op == typed::UnaryOp::Not) {
                refine(*negation->operand, !holds);
            }
            return;
        }
        const auto* binary = std::get_if<typed::Binary>(&condition.node);
        if (binary == nullptr) {
            return;
        }
        if (binary->op == (holds ? BinaryOp::And : BinaryOp::Or)) {
            refine(*binary->left, holds);
            if (state_) {
                refine(*binary->right, holds);
            }
        } else if (is_integer(binary->left->type) && is_integer(binary->right->type)) {
            compare(binary->op, *binary->left, *binary->right, holds);
        }
    }

    void compare(BinaryOp op, const Expr& left, const Expr& right, bool holds) {
        switch (op) {
        case BinaryOp::Less:
            holds ? at_most(left, right, 1) : at_most(right, left, 0);
            break;
        case BinaryOp::LessEqual:
            holds ? at_most(left, right, 0) : at_most(right, left, 1);
            break;
        case BinaryOp::Greater:
            holds ? at_most(right, left, 1) : at_most(left, right, 0);
            break;
        case BinaryOp::GreaterEqual:
            holds ? at_most(right, left, 0) : at_most(left, right, 1);
            break;
        case BinaryOp::Equal:
        case BinaryOp::NotEqual:
            if (holds == (op == BinaryOp::Equal)) {
                at_most(left, right, 0);
                at_most(right, left, 0);
            }
            break;
        default:
            break;
        }
    }

    // left + distance <= right
    void at_most(const Expr& left, const Expr& right, int distance) {
        if (!state_) {
            return;
        }
        const Interval a = value_of(left);
        const Interval b = value_of(right);
        if (b.high) {
            narrow(left, {{}, Integer(*b.high - distance)});
        }
        if (a.low && state_) {
            narrow(right, {Integer(*a.low + distance), {}});
        }
    }

    void narrow(const Expr& expr, const Interval& bounds) {
        const Interval known = meet(value_of(expr), bounds);
        if (known.low && known.high && *known.low > *known.high) {
            state_.reset(); // nothing gets here
        } else if (const typed::Variable* variable = typed::read_variable(expr)) {
            (*state_)[variable] = known;
        }
    }

    Reached state_;
    std::map<const typed::Label*, Reached> exits_;
    std::map<const typed::While*, Intervals> heads_;
};

} // namespace

std::map<const typed::While*, Intervals> loop_intervals(const typed::Method& method) {
    return method.body == nullptr ? std::map<const typed::While*, Intervals>() : Analysis().of(method);
}

} // namespace daphnia::encode
