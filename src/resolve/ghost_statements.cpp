// Statements in; out comes what of them is ghost, and the diagnostics where ghost and compiled code mix.
//
// Each statement is first taken as ghost or compiled from what surrounds and guards it, checked under that assumption,
// and then upgraded to ghost if nothing in it has to run.
#include "resolve/ghost_statements.h"

#include "resolve/compiled_types.h"
#include "resolve/generic_rules.h"
#include "resolve/ghost_expressions.h"
#include "support/match.h"
#include "typed/bounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace daphnia::resolve {

namespace {

using support::SourceRange;
using typed::Expr;
using typed::Stmt;
using typed::Variable;

const char* const kGuarded = "(because this is a ghost method or because the statement is guarded by a "
                             "specification-only expression)";

bool contains(SourceRange outer, SourceRange inner) {
    return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

class StatementRules {
  public:
    StatementRules(Owner owner, support::DiagnosticSink& sink) : owner_(std::move(owner)), sink_(sink) {}

    void check_body(const Stmt& stmt, const Place& place) {
        check(stmt, place);
        for (const Variable* variable : in_order_) { // which of them are ghost is known now
            if (!variable->ghost) {
                check_compiled_type(variable->type, variable->range, sink_);
            }
        }
    }

    void check(const Stmt& stmt, const Place& place) {
        const Stmt* const outer_stmt = stmt_;
        const Place outer_place = place_;
        stmt_ = &stmt;
        place_ = place;
        const bool ghost = support::match(stmt.node, *this);
        stmt_ = outer_stmt;
        place_ = outer_place;
        set_ghost(stmt, ghost);
    }

    // One case per statement: checks it and tells whether it is ghost.
    bool operator()(const typed::Block& node) {
        const Place place = place_;
        if (node.label != nullptr) {
            targets_[node.label.get()] = {place.ghost, "structure", "break"};
        }
        bool all_ghost = true;
        for (const typed::StmtPtr& child : node.statements) {
            check(*child, place);
            all_ghost = all_ghost && child->ghost;
        }
        return place.ghost || all_ghost;
    }

    bool operator()(const typed::VarDecl& node) {
        bool all_ghost = true;
        for (const typed::VariablePtr& variable : node.variables) {
            if (place_.ghost) {
                make_ghost(*variable);
            }
            declared_.insert(variable.get());
            declarations_[variable.get()] = stmt_->range;
            in_order_.push_back(variable.get());
            all_ghost = all_ghost && variable->ghost;
        }
        return all_ghost;
    }

    bool operator()(const typed::Assign& node) {
        bool all_ghost = true;
        for (std::size_t i = 0; i < node.targets.size(); ++i) {
            infer_from_value(node.targets[i], node.values[i]);
            check_local(node.targets[i]);
            all_ghost = check_assignment(node.targets[i], node.values[i]) && all_ghost;
        }
        return place_.ghost || all_ghost;
    }

    bool operator()(const typed::AssignSuchThat& node) {
        const bool depends_on_ghost = !node.assumed && uses_spec_features(*node.constraint);
        const bool any_ghost = std::any_of(node.targets.begin(), node.targets.end(), is_ghost);
        for (const typed::Target& target : node.targets) {
            check_local(target);
            if (is_ghost(target)) {
                continue;
            }
            if ((place_.ghost || any_ghost) && !owner_.ghost) { // all are chosen at once, or none
                error(target.range, fmt::format("cannot assign to {} in a ghost context", kind(target)));
            } else if (!place_.ghost && depends_on_ghost) {
                error(target.range, fmt::format("{} cannot be assigned a value that depends on a ghost", kind(target)));
            }
        }
        const bool ghost = place_.ghost || any_ghost;
        if (!ghost && !node.assumed && !depends_on_ghost) { // what is assumed to exist is looked for nevertheless
            check_compiled_choice(node);
        }
        return ghost;
    }

    bool operator()(const typed::Call& node) {
        const typed::Method& callee = *node.method;
        for (const typed::Target& target : node.targets) {
            check_local(target);
        }
        if (!place_.proof.empty() && callee.kind != typed::MethodKind::Lemma) {
            error(stmt_->range, fmt::format("in {}, calls are allowed only to lemmas", place_.proof));
        } else if (place_.ghost && !callee.ghost) {
            error(stmt_->range, "only ghost methods can be called from this context");
        } else if (place_.ghost) {
            for (const typed::Target& target : node.targets) {
                check_target_in_ghost_place(target);
            }
        } else {
            check_compiled_call(node);
        }
        return callee.ghost;
    }

    bool operator()(const typed::Assert& node) {
        if (node.proof != nullptr) {
            check_proof(*node.proof, "a by block");
        }
        // What a compiled match does without a fitting case must not depend on proofs.
        if (node.kind != typed::AssertKind::MatchCase || place_.ghost) {
            return true;
        }
        must_compile(node.condition);
        return false;
    }
    bool operator()(const typed::Assume&) { return true; }
    bool operator()(const typed::Reveal&) { return true; }

    bool operator()(const typed::Expect& node) {
        if (place_.ghost) {
            error(stmt_->range, fmt::format("expect statement is not allowed in this context {}", kGuarded));
        } else {
            must_compile(node.condition);
            must_compile(node.message);
        }
        return false;
    }

    bool operator()(const typed::Print& node) {
        if (place_.ghost) {
            error(stmt_->range, fmt::format("print statement is not allowed in this context {}", kGuarded));
        } else {
            for (const typed::ExprPtr& argument : node.arguments) {
                must_compile(argument);
            }
        }
        return false;
    }

    bool operator()(const typed::If& node) {
        const Place branch = guarded_by(node.guard);
        check(*node.then, branch);
        if (node.otherwise != nullptr) {
            check(*node.otherwise, branch);
        }
        if (branch.ghost || (node.then->ghost && (node.otherwise == nullptr || node.otherwise->ghost))) {
            return true;
        }
        must_compile(node.guard);
        return false;
    }

    bool operator()(const typed::Alternatives& node) {
        Place branch = place_;
        for (const typed::Alternative& alternative : node.alternatives) {
            branch.ghost = branch.ghost || uses_spec_features(*alternative.guard);
        }
        bool all_ghost = true;
        for (const typed::Alternative& alternative : node.alternatives) {
            check(*alternative.body, branch);
            all_ghost = all_ghost && alternative.body->ghost;
        }
        if (branch.ghost || all_ghost) {
            return true;
        }
        for (const typed::Alternative& alternative : node.alternatives) {
            must_compile(alternative.guard);
        }
        return false;
    }

    bool operator()(const typed::While& node) {
        if (!place_.proof.empty() && !node.modifies.entries.empty()) {
            error(node.modifies.entries.front().expr->range,
                  fmt::format("a loop in {} is not allowed to use 'modifies' clauses", place_.proof));
        }
        const Place inside = guarded_by(node.guard);
        if (inside.ghost && node.decreases.wildcard) {
            error(stmt_->range, "'decreases *' is not allowed on ghost loops");
        }
        targets_[node.label.get()] = {inside.ghost, "loop", "break"};
        targets_[node.iteration.get()] = {inside.ghost, "loop", "continue"};
        bool ghost = inside.ghost;
        if (node.body != nullptr) {
            check(*node.body, inside);
            ghost = ghost || (node.body->ghost && !node.decreases.wildcard);
        }
        if (!ghost) {
            must_compile(node.guard);
        }
        return ghost;
    }

    bool operator()(const typed::Break& node) {
        const auto target = targets_.find(node.label);
        if (target == targets_.end()) {
            error(stmt_->range, fmt::format("a jump out of {} is not allowed", place_.proof));
        } else if (place_.ghost && !target->second.ghost) {
            const JumpTarget& to = target->second;
            error(stmt_->range, fmt::format("ghost-context {} statement is not allowed to {} out of non-ghost {}",
                                            to.jump, to.jump, to.what));
        }
        return place_.ghost;
    }

    bool operator()(const typed::Return&) {
        if (place_.ghost && !owner_.ghost) {
            error(stmt_->range, "return statement is not allowed in this context (because it is guarded by a "
                                "specification-only expression)");
        }
        return false;
    }

    bool operator()(const typed::ForallStatement& node) {
        const bool assigns = node.kind == typed::ForallKind::Assign;
        const bool ghost = place_.ghost || !assigns || (node.range != nullptr && uses_spec_features(*node.range));
        if (assigns && !place_.proof.empty()) {
            error(stmt_->range, fmt::format("{} is not allowed to perform an aggregate heap update", place_.proof));
        } else if (assigns && node.body != nullptr) {
            check(*node.body, {ghost, place_.proof});
        } else if (node.body != nullptr) {
            check_proof(*node.body, "a forall statement");
        }
        if (ghost || node.body == nullptr || node.body->ghost) {
            return true;
        }
        for (const auto& variables : {uncompilable_variables(node), untestable_variables(node)}) {
            for (const Variable* variable : variables) {
                error(stmt_->range,
                      fmt::format("forall statements in non-ghost contexts must be compilable, but Daphnia's "
                                  "heuristics can't figure out how to produce or compile a bounded set of values for "
                                  "'{}'",
                                  variable->name));
            }
        }
        check_compiled_types(node.variables, sink_);
        must_compile(node.range);
        return false;
    }

    bool operator()(const typed::Calc& node) {
        for (const typed::CalcStep& step : node.steps) {
            check_proof(*step.hint, "a hint");
        }
        return true;
    }

    bool operator()(const typed::Modify& node) {
        if (!place_.proof.empty()) {
            error(stmt_->range, fmt::format("{} is not allowed to use 'modify' statements", place_.proof));
        }
        if (node.body == nullptr) {
            return place_.ghost;
        }
        check(*node.body, place_);
        return place_.ghost || node.body->ghost;
    }

  private:
    struct JumpTarget {
        bool ghost;
        const char* what; // "loop", "structure"
        const char* jump; // "break", "continue"
    };

    void error(SourceRange range, const std::string& message) { sink_.error(support::Rule::Ghost, range, message); }

    void must_compile(const typed::ExprPtr& expr) {
        if (expr != nullptr) {
            check_compilable(*expr, nullptr, sink_);
        }
    }

    void check_compiled_choice(const typed::AssignSuchThat& node) {
        must_compile(node.constraint);
        for (const Variable* variable : untestable_variables(node)) {
            error(stmt_->range,
                  fmt::format("assign-such-that statements in non-ghost contexts must be compilable, but Daphnia's "
                              "heuristics can't figure out how to produce or compile a bounded set of values for '{}'",
                              variable->name));
        }
    }

    Place guarded_by(const typed::ExprPtr& guard) const {
        Place inside = place_;
        inside.ghost = inside.ghost || (guard != nullptr && uses_spec_features(*guard));
        return inside;
    }

    // A proof within a body: it assigns only what it declares and does not jump out.
    void check_proof(const Stmt& proof, const char* what) {
        const std::string outer_proof = std::exchange(inner_proof_, what);
        const auto outer_declared = std::exchange(declared_, {});
        const auto outer_targets = std::exchange(targets_, {});
        check(proof, {true, what});
        inner_proof_ = outer_proof;
        declared_ = outer_declared;
        targets_ = outer_targets;
    }

    void check_local(const typed::Target& target) {
        const auto* variable = std::get_if<typed::VariableTarget>(&target.node);
        if (variable != nullptr && !inner_proof_.empty() && !declared_.contains(variable->variable)) {
            error(target.range, fmt::format("{} is not allowed to update a variable it doesn't declare", inner_proof_));
        }
    }

    static bool is_ghost(const typed::Target& target) {
        if (const auto* field = std::get_if<typed::FieldTarget>(&target.node)) {
            return field->field->ghost;
        }
        const auto* variable = std::get_if<typed::VariableTarget>(&target.node);
        return variable != nullptr && variable->variable->ghost;
    }
    static const char* kind(const typed::Target& target) {
        return std::holds_alternative<typed::VariableTarget>(target.node) ? "non-ghost variable"
               : std::holds_alternative<typed::FieldTarget>(target.node)  ? "non-ghost field"
                                                                          : "array element";
    }

    // The variable that is declared and initialised by the statement at hand, or null.
    const Variable* initialised_by(const typed::Target& target) const {
        const auto* variable = std::get_if<typed::VariableTarget>(&target.node);
        const auto declaration = variable == nullptr ? declarations_.end() : declarations_.find(variable->variable);
        const bool here = declaration != declarations_.end() && contains(declaration->second, stmt_->range);
        return here ? variable->variable : nullptr;
    }

    // var x := e makes x ghost when e is.
    void infer_from_value(const typed::Target& target, const typed::Value& value) {
        const Variable* const variable = initialised_by(target);
        if (variable == nullptr) {
            return;
        }
        bool ghost = false;
        for_each_expr(value, [&](const Expr& expr) { ghost = ghost || uses_spec_features(expr); });
        if (ghost) {
            make_ghost(*variable);
        }
    }

    static void for_each_expr(const typed::Value& value, const std::function<void(const Expr&)>& visit) {
        if (const auto* expr = std::get_if<typed::ExprPtr>(&value.node)) {
            visit(**expr);
        } else if (const auto* array = std::get_if<typed::NewArray>(&value.node)) {
            for (const typed::ExprPtr& size : array->sizes) {
                visit(*size);
            }
            for (const typed::ExprPtr& element : array->display) {
                visit(*element);
            }
            if (array->initial != nullptr) {
                visit(*array->initial);
            }
        } else if (const auto* object = std::get_if<typed::NewObject>(&value.node)) {
            const std::vector<typed::Cell> cells = typed::cells_of(object->type);
            for (std::size_t i = 0; i < object->cells.size(); ++i) {
                if (object->cells[i] != nullptr && !cells[i].field->ghost) {
                    visit(*object->cells[i]);
                }
            }
        }
    }

    // Tells whether the assignment is ghost.
    bool check_assignment(const typed::Target& target, const typed::Value& value) {
        const bool allocates =
            std::holds_alternative<typed::NewArray>(value.node) || std::holds_alternative<typed::NewObject>(value.node);
        if (!place_.proof.empty() && allocates) {
            error(value.range, fmt::format("{} is not allowed to use 'new'", place_.proof));
        }
        if (is_ghost(target)) {
            return true;
        }
        if (const Variable* index = place_.ghost ? initialised_by(target) : nullptr) {
            make_ghost(*index); // of a for loop that became ghost by its other bound
            return true;
        }
        if (place_.ghost) {
            check_target_in_ghost_place(target);
            return false;
        }
        check_compiled_target(target);
        for_each_expr(value, [&](const Expr& expr) { check_compilable(expr, nullptr, sink_); });
        if (const auto* array = std::get_if<typed::NewArray>(&value.node)) {
            check_compiled_type(array->element, value.range, sink_);
        }
        return false;
    }

    void check_target_in_ghost_place(const typed::Target& target) {
        const bool variable = std::holds_alternative<typed::VariableTarget>(target.node);
        if (is_ghost(target) || (variable && owner_.ghost)) {
            return;
        }
        const std::string reason = owner_.ghost ? "this is a ghost " + owner_.what
                                                : "the statement is in a ghost context; e.g., it may be guarded by a "
                                                  "specification-only expression";
        error(stmt_->range,
              fmt::format("assignment to {} is not allowed in this context, because {}", kind(target), reason));
    }

    void check_compiled_target(const typed::Target& target) {
        if (const auto* element = std::get_if<typed::ElementTarget>(&target.node)) {
            must_compile(element->array);
            for (const typed::ExprPtr& index : element->indices) {
                must_compile(index);
            }
        } else if (const auto* field = std::get_if<typed::FieldTarget>(&target.node)) {
            must_compile(field->object);
        }
    }

    void check_compiled_call(const typed::Call& node) {
        const typed::Method& callee = *node.method;
        if (!callee.ghost && missing_characteristics(node, true).empty()) {
            for (const std::string& message : missing_characteristics(node, false)) {
                sink_.error(support::Rule::Characteristic, stmt_->range, message);
            }
        }
        if (!callee.ghost) {
            check_compiled_types(node.type_arguments, stmt_->range, sink_);
        }
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            if (!callee.ghost && !callee.parameters[i]->ghost) {
                must_compile(node.arguments[i]);
            }
        }
        for (std::size_t i = 0; i < node.targets.size(); ++i) {
            const typed::Target& target = node.targets[i];
            check_compiled_target(target);
            if ((!callee.ghost && !callee.results[i]->ghost) || is_ghost(target)) {
                continue;
            }
            if (const Variable* variable = initialised_by(target)) {
                make_ghost(*variable);
            } else {
                error(stmt_->range, fmt::format("actual out-parameter{} is required to be a ghost variable",
                                                node.targets.size() == 1 ? "" : fmt::format(" {}", i)));
            }
        }
    }

    Owner owner_;
    support::DiagnosticSink& sink_;
    const Stmt* stmt_ = nullptr;         // the one being checked
    Place place_;                        // where it stands
    std::string inner_proof_;            // the innermost proof within the body; empty outside
    std::set<const Variable*> declared_; // since that proof began
    std::map<const Variable*, SourceRange> declarations_;
    std::vector<const Variable*> in_order_; // the same
    std::map<const typed::Label*, JumpTarget> targets_;
};

} // namespace

void check_ghost_statement(const Stmt& stmt, const Owner& owner, const Place& place, support::DiagnosticSink& sink) {
    StatementRules(owner, sink).check_body(stmt, place);
}

} // namespace daphnia::resolve
