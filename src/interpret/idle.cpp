// See the header.
#include "interpret/idle.h"

#include "typed/walk.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace daphnia::interpret {

namespace {

using VariableSet = std::set<const typed::Variable*>;

void add_reads(const typed::Expr& root, VariableSet& result) {
    typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                     if (const typed::Variable* variable = typed::read_variable(expr)) {
                                         result.insert(variable);
                                     }
                                 },
                                 {}});
}

// Sums, and products, of numbers: they have a value of the target's type whatever the variables are.
bool always_has_value(const typed::Expr& expr, const typed::Type& target) {
    const bool natural = target.kind == typed::TypeKind::Nat;
    if ((target.kind != typed::TypeKind::Int && !natural) ||
        (expr.type.kind != typed::TypeKind::Int && expr.type.kind != typed::TypeKind::Nat)) {
        return false;
    }
    if (std::holds_alternative<typed::IntLiteral>(expr.node)) {
        return true;
    }
    if (const typed::Variable* variable = typed::read_variable(expr)) {
        return variable->type.kind == target.kind || variable->type.kind == typed::TypeKind::Nat;
    }
    const auto* binary = std::get_if<typed::Binary>(&expr.node);
    return binary != nullptr &&
           (binary->op == typed::BinaryOp::Add || binary->op == typed::BinaryOp::Multiply ||
            (binary->op == typed::BinaryOp::Subtract && !natural)) &&
           always_has_value(*binary->left, target) && always_has_value(*binary->right, target);
}

class Dependence {
  public:
    Dependence(const typed::While& loop, bool ghost_loop) : ghost_loop_(ghost_loop) {
        if (loop.guard != nullptr) {
            add_reads(*loop.guard, relevant_);
        }
        look_at(*loop.body);
    }

    VariableSet idle() {
        for (bool more = true; more;) {
            more = false;
            for (const auto& [target, reads] : sums_) {
                if (relevant_.contains(target)) {
                    const std::size_t before = relevant_.size();
                    relevant_.insert(reads.begin(), reads.end());
                    more = more || relevant_.size() > before;
                }
            }
        }
        VariableSet result;
        std::copy_if(ghost_.begin(), ghost_.end(), std::inserter(result, result.end()),
                     [this](const typed::Variable* variable) { return !relevant_.contains(variable); });
        for (const auto& [target, reads] : sums_) {
            if (!relevant_.contains(target)) {
                result.insert(target);
            }
        }
        return result;
    }

  private:
    void look_at(const typed::Stmt& stmt) {
        if (stmt.ghost && !ghost_loop_) {
            typed::for_each_below(stmt, {{}, [this](const typed::Stmt& below) { note_ghost(below); }});
            return;
        }
        if (const auto* assign = std::get_if<typed::Assign>(&stmt.node)) {
            look_at_assignment(*assign);
            return;
        }
        if (const auto* loop = std::get_if<typed::While>(&stmt.node)) {
            if (loop->guard != nullptr) {
                add_reads(*loop->guard, relevant_);
            }
            look_at(*loop->body);
            return;
        }
        typed::for_each_child(stmt, {[this](const typed::Expr& expr) { add_reads(expr, relevant_); },
                                     [this](const typed::Stmt& below) { look_at(below); }});
    }

    void look_at_assignment(const typed::Assign& assign) {
        for (std::size_t i = 0; i < assign.targets.size(); ++i) {
            const auto* target = std::get_if<typed::VariableTarget>(&assign.targets[i].node);
            const auto* value = std::get_if<typed::ExprPtr>(&assign.values[i].node);
            if (target != nullptr && value != nullptr && always_has_value(**value, target->variable->type)) {
                VariableSet reads;
                add_reads(**value, reads);
                sums_.emplace_back(target->variable, std::move(reads));
                continue;
            }
            if (value != nullptr) {
                add_reads(**value, relevant_);
            } else if (const auto* array = std::get_if<typed::NewArray>(&assign.values[i].node)) {
                for (const typed::ExprPtr& size : array->sizes) {
                    add_reads(*size, relevant_);
                }
                for (const typed::Expr* part : {array->domain.get(), array->initial.get()}) {
                    if (part != nullptr) {
                        add_reads(*part, relevant_);
                    }
                }
                for (const typed::ExprPtr& element : array->display) {
                    add_reads(*element, relevant_);
                }
            } else if (const auto* object = std::get_if<typed::NewObject>(&assign.values[i].node)) {
                for (const typed::ExprPtr& cell : object->cells) {
                    if (cell != nullptr) {
                        add_reads(*cell, relevant_);
                    }
                }
            }
            if (const auto* element = std::get_if<typed::ElementTarget>(&assign.targets[i].node)) {
                add_reads(*element->array, relevant_);
                for (const typed::ExprPtr& index : element->indices) {
                    add_reads(*index, relevant_);
                }
            } else if (const auto* field = std::get_if<typed::FieldTarget>(&assign.targets[i].node)) {
                add_reads(*field->object, relevant_);
            }
        }
    }

    void note_ghost(const typed::Stmt& stmt) {
        if (const auto* assign = std::get_if<typed::Assign>(&stmt.node)) {
            for (const typed::Target& target : assign->targets) {
                const auto* variable = std::get_if<typed::VariableTarget>(&target.node);
                if (variable != nullptr && variable->variable->ghost) {
                    ghost_.insert(variable->variable);
                }
            }
        }
    }

    const bool ghost_loop_;
    VariableSet relevant_;
    VariableSet ghost_;
    std::vector<std::pair<const typed::Variable*, VariableSet>> sums_;
};

} // namespace

VariableSet idle_variables(const typed::While& loop, bool ghost_loop) {
    return Dependence(loop, ghost_loop).idle();
}

} // namespace daphnia::interpret
