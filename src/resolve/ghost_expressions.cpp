// Expressions in; out comes whether they can run, and the diagnostics where they would have to and cannot.
#include "resolve/ghost_expressions.h"

#include "resolve/compiled_types.h"
#include "resolve/generic_rules.h"
#include "resolve/type_parameters.h"
#include "support/match.h"
#include "typed/bounds.h"
#include "typed/type_test.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace daphnia::resolve {

namespace {

using typed::Expr;

bool is_ghost(const typed::DatatypeSelect& node) {
    return node.value->type.datatype->destructors.at(node.destructor).ghost;
}

// The value of a witness is held in a variable, whose ghostness nobody has chosen.
bool is_witness(const typed::Let& node) {
    const auto* checked = std::get_if<typed::StatementExpr>(&node.body->node);
    const auto* assertion = checked != nullptr && !checked->statements.empty()
                                ? std::get_if<typed::Assert>(&checked->statements.front()->node)
                                : nullptr;
    return assertion != nullptr && assertion->kind == typed::AssertKind::Witness;
}

// What the type itself says of its values, whatever is said of their parts.
bool has_running_constraint(const typed::Type& type) {
    return type.kind != typed::TypeKind::Subset ||
           (is_testable(type.subset->base, type) && has_running_constraint(type.subset->base));
}

// `branch_of` is the function whose value the expression directly is, in a branch; null inside other expressions.
// What runs only now and then, `occasional`, is a constraint: it stays ghost code for the prover, and nothing is
// written into it.
class CompilableCheck {
  public:
    CompilableCheck(const Expr& expr, const typed::Function* branch_of, bool occasional, support::DiagnosticSink& sink)
        : expr_(expr), branch_of_(branch_of), occasional_(occasional), sink_(sink) {}

    void operator()(const typed::BoolLiteral&) const {}
    void operator()(const typed::IntLiteral&) const {}
    void operator()(const typed::RealLiteral&) const {}
    void operator()(const typed::CharLiteral&) const {}
    void operator()(const typed::StringLiteral&) const {}
    void operator()(const typed::NullLiteral&) const {}
    void operator()(const typed::VariableRead& node) const {
        if (node.variable->ghost) {
            const std::string& name = node.variable->name;
            error(fmt::format("ghost variables such as {} are allowed only in specification contexts. {} was inferred "
                              "to be ghost based on its declaration or initialization",
                              name, name));
        }
    }
    void operator()(const typed::ConstantRead& node) const {
        if (node.constant->ghost) {
            error("a ghost const field is allowed only in specification contexts");
        }
    }
    void operator()(const typed::Unary&) const { check_children(); }
    void operator()(const typed::Binary& node) const {
        check_comparison(node);
        if (node.op == typed::BinaryOp::RankLess) {
            error("rank comparisons are allowed only in specification and ghost contexts");
            return;
        }
        check_children();
    }
    void operator()(const typed::IfThenElse& node) const {
        // A branch that only repeats the call with other ghost arguments is never taken by the compiled function.
        if (branch_of_ != nullptr && changes_only_ghost_parameters(*node.then)) {
            check_branch(*node.otherwise);
        } else if (branch_of_ != nullptr && changes_only_ghost_parameters(*node.otherwise)) {
            check_branch(*node.then);
        } else {
            check(*node.condition);
            check_branch(*node.then);
            check_branch(*node.otherwise);
        }
    }
    void operator()(const typed::Let& node) const {
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            if (!occasional_ && uses_spec_features(*node.values[i]) && !is_witness(node)) {
                make_ghost(*node.variables[i]);
            }
            if (!node.variables[i]->ghost) {
                check(*node.values[i]);
            }
        }
        check_compiled_types(node.variables, sink_);
        check_branch(*node.body);
    }
    void operator()(const typed::LetSuchThat& node) const {
        if (!node.variables.front()->ghost) {
            if (occasional_) {
                error("a let-such-that expression in a constraint is never compiled");
                return;
            }
            for (const auto& variables : {uncompilable_variables(node), untestable_variables(node)}) {
                for (const typed::Variable* variable : variables) {
                    error(
                        fmt::format("a non-ghost let-such-that constraint must be compilable, but Daphnia's heuristics "
                                    "can't figure out how to produce or compile a bounded set of values for '{}'",
                                    variable->name));
                }
            }
            check_compiled_types(node.variables, sink_);
            check(*node.constraint);
            const_cast<typed::LetSuchThat&>(node).compiled = true;
        }
        check_branch(*node.body);
    }
    void operator()(const typed::Quantifier& node) const {
        check_variables(uncompilable_variables(node), "quantifiers");
        check_bound(node, node.kind == typed::QuantifierKind::Forall ? "forall expression" : "exists expression",
                    "quantifiers");
        if (node.range != nullptr) {
            check(*node.range);
        }
        check(*node.body);
    }
    void operator()(const typed::FunctionCall& node) const {
        if (node.function->ghost) {
            const char* const what = node.function->predicate ? "predicate" : "function";
            if (node.function->two_state) {
                error(fmt::format("a call to a twostate {} is allowed only in specification contexts", what));
                return;
            }
            error(fmt::format("a call to a ghost {} is allowed only in specification contexts (consider declaring the "
                              "{} without the 'ghost' keyword)",
                              what, what));
            return;
        }
        if (!occasional_) {
            const_cast<typed::FunctionCall&>(node).compiled = true;
        } else if (node.function->by_method != nullptr) {
            error("a call to a function by method in a constraint is never compiled");
            return;
        }
        check_compiled_types(node.type_arguments, expr_.anchor, sink_);
        if (missing_characteristics(node, true).empty()) { // what ghost code lacks too is reported elsewhere
            for (const std::string& message : missing_characteristics(node, false)) {
                sink_.error(Rule::Characteristic, expr_.anchor, message);
            }
        }
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            if (!node.function->parameters[i]->ghost) {
                check(*node.arguments[i]);
            }
        }
    }
    void operator()(const typed::Lambda& node) const {
        check_compiled_types(node.parameters, sink_);
        check(*node.body);
    }
    void operator()(const typed::FunctionValue& node) const {
        if (node.function->ghost) {
            const char* const what = node.function->predicate ? "predicate" : "function";
            error(fmt::format("a ghost {} is allowed only in specification contexts (consider declaring the {} without "
                              "the 'ghost' keyword)",
                              what, what));
        }
        for (const std::string& message : missing_characteristics(node, false)) {
            sink_.error(Rule::Characteristic, expr_.anchor, message);
        }
        check_compiled_types(node.type_arguments, expr_.anchor, sink_);
        check_children();
    }
    void operator()(const typed::Apply&) const { check_children(); }
    void operator()(const typed::RequiresOf&) const {
        error("a precondition of a function is allowed only in specification contexts");
    }
    void operator()(const typed::DecreasesTo&) const { only_in_specifications("decreases to"); }
    void operator()(const typed::ReadsOf&) const {
        error("a reads clause of a function is allowed only in specification contexts");
    }
    void operator()(const typed::SeqDisplay&) const { check_children(); }
    void operator()(const typed::TupleDisplay& node) const {
        for (std::size_t i = 0; i < node.components.size(); ++i) {
            if (!typed::is_ghost_component(expr_.type, i)) {
                check(*node.components[i]);
            }
        }
    }
    void operator()(const typed::TupleSelect& node) const {
        if (typed::is_ghost_component(node.tuple->type, node.component)) {
            error("ghost fields are allowed only in specification contexts");
            return;
        }
        check(*node.tuple);
    }
    void operator()(const typed::DatatypeValue& node) const {
        const auto& fields = expr_.type.datatype->constructors.at(node.constructor).fields;
        if (missing_characteristics(expr_.type, true).empty()) {
            for (const std::string& message : missing_characteristics(expr_.type, false)) {
                sink_.error(Rule::Characteristic, expr_.anchor, message);
            }
        }
        check_compiled_types(expr_.type.arguments, expr_.anchor, sink_);
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            if (!fields[i]->ghost) {
                check(*node.arguments[i]);
            }
        }
    }
    void operator()(const typed::DatatypeTest&) const { check_children(); }
    void operator()(const typed::DatatypeSelect& node) const {
        if (is_ghost(node)) {
            error("ghost fields are allowed only in specification contexts");
            return;
        }
        check(*node.value);
    }
    void operator()(const typed::SeqComprehension& node) const {
        check_own_type();
        check(*node.size);
        check(*node.body);
    }
    void operator()(const typed::SetDisplay&) const {
        check_own_type();
        check_children();
    }
    void operator()(const typed::SetComprehension& node) const {
        check_finite(infinite_variables(node), "iset comprehensions");
        check_own_type();
        check_bound(node, "set comprehension",
                    typed::is_infinite(expr_.type) ? "iset comprehensions" : "set comprehensions");
        check_children();
    }
    void operator()(const typed::MultisetOf&) const {
        check_own_type();
        check_children();
    }
    void operator()(const typed::Multiplicity&) const { check_children(); }
    void operator()(const typed::MultiplicityUpdate&) const { check_children(); }
    void operator()(const typed::MapDisplay&) const {
        check_own_type();
        check_children();
    }
    void operator()(const typed::MapComprehension& node) const {
        check_finite(infinite_variables(node), "imap comprehensions");
        check_own_type();
        check_bound(node, "map comprehension",
                    typed::is_infinite(expr_.type) ? "imap comprehensions" : "map comprehensions");
        check_children();
    }
    void operator()(const typed::MapSelect&) const { check_children(); }
    void operator()(const typed::MapUpdate&) const { check_children(); }
    void operator()(const typed::MapPart& node) const {
        const typed::Type& range = node.map->type.arguments.at(1);
        if (node.kind != typed::MapPartKind::Keys && !typed::supports_equality(range)) {
            sink_.error(Rule::Characteristic, expr_.anchor,
                        fmt::format("cannot compute the set of {} because the type of the range of the map ({}) does "
                                    "not support equality",
                                    node.kind == typed::MapPartKind::Values ? "Values" : "Items",
                                    typed::to_string(range)));
        }
        check_children();
    }
    void operator()(const typed::SeqLength&) const { check_children(); }
    void operator()(const typed::SeqIndex&) const { check_children(); }
    void operator()(const typed::SeqSlice&) const { check_children(); }
    void operator()(const typed::SeqUpdate&) const { check_children(); }
    void operator()(const typed::ArrayLength&) const { check_children(); }
    void operator()(const typed::ArrayRead&) const { check_children(); }
    void operator()(const typed::ArraySlice&) const { check_children(); }
    void operator()(const typed::FieldRead& node) const {
        if (node.field->ghost) {
            error("ghost fields are allowed only in specification contexts");
        }
        check_children();
    }
    void operator()(const typed::Unchanged&) const { only_in_specifications("unchanged"); }
    void operator()(const typed::Old&) const { only_in_specifications("old"); }
    void operator()(const typed::Fresh&) const { only_in_specifications("fresh"); }
    void operator()(const typed::Allocated&) const { only_in_specifications("allocated"); }
    void operator()(const typed::Convert&) const { check_children(); }
    void operator()(const typed::TypeTest& node) const {
        if (!is_testable(typed::known_type(*node.operand), node.type)) {
            error(fmt::format("an expression of type '{}' is not run-time checkable to be a '{}'",
                              typed::to_string(node.operand->type), typed::to_string(node.type)));
        }
        check_children();
    }
    void operator()(const typed::StatementExpr& node) const {
        for (const typed::StmtPtr& statement : node.statements) {
            const auto* const assertion = std::get_if<typed::Assert>(&statement->node);
            if (assertion != nullptr && assertion->kind == typed::AssertKind::MatchCase) {
                check(*assertion->condition);
            }
        }
        check_branch(*node.body);
    }

  private:
    void error(const std::string& message) const { sink_.error(Rule::Ghost, expr_.anchor, message); }

    void check_own_type() const { check_compiled_type(expr_.type, expr_.anchor, sink_); }

    // The constraint of a bound variable's own type has to run even where its values are known to meet it, as in Dafny.
    template <typename Node>
    void check_bound(const Node& node, const char* what, const char* kind) const {
        const std::vector<const typed::Variable*> untestable = untestable_variables(node);
        for (const typed::VariablePtr& variable : node.variables) {
            const typed::Type& type = variable->type;
            if (!has_running_constraint(type)) {
                sink_.error(Rule::Ghost, variable->range,
                            fmt::format("{} is a {} and its constraint is not compilable, hence it cannot yet be used "
                                        "as the type of a bound variable in {}",
                                        type.subset->name, type.subset->newtype ? "newtype" : "subset type", what));
            } else if (std::find(untestable.begin(), untestable.end(), variable.get()) != untestable.end()) {
                check_variables({variable.get()}, kind);
            }
        }
        check_compiled_types(node.variables, sink_);
    }

    // Those of sets and maps have been looked at as such.
    void check_finite(const std::vector<const typed::Variable*>& variables, const char* kind) const {
        if (typed::is_infinite(expr_.type)) {
            check_variables(variables, kind);
        }
    }

    void check_variables(const std::vector<const typed::Variable*>& variables, const char* kind) const {
        for (const typed::Variable* variable : variables) {
            error(fmt::format("{} in non-ghost contexts must be compilable, but Daphnia's heuristics can't figure out "
                              "how to produce or compile a bounded set of values for '{}'",
                              kind, variable->name));
        }
    }

    static const char* spelling(typed::BinaryOp op) {
        return op == typed::BinaryOp::Equal       ? "=="
               : op == typed::BinaryOp::NotEqual  ? "!="
               : op == typed::BinaryOp::Member    ? "in"
               : op == typed::BinaryOp::NotMember ? "!in"
               : op == typed::BinaryOp::Prefix    ? "<="
                                                  : "<";
    }

    // Nothing needs to be compared to see whether a sequence is empty.
    // What is empty, or made of what can be compared, can be told from other values whatever these are made of.
    static bool can_compare_with(const Expr& expr) {
        if (typed::supports_equality(expr.type)) {
            return true;
        }
        if (const auto* value = std::get_if<typed::DatatypeValue>(&expr.node)) {
            const auto& fields = expr.type.datatype->constructors.at(value->constructor).fields;
            return std::none_of(fields.begin(), fields.end(), [](const auto& field) { return field->ghost; }) &&
                   std::all_of(value->arguments.begin(), value->arguments.end(),
                               [](const auto& argument) { return can_compare_with(*argument); });
        }
        const auto* sequence = std::get_if<typed::SeqDisplay>(&expr.node);
        const auto* map = std::get_if<typed::MapDisplay>(&expr.node);
        return (sequence != nullptr && sequence->elements.empty()) || (map != nullptr && map->keys.empty());
    }

    // Of a map `in` asks the keys only.
    static typed::Type what_is_looked_at(const typed::Type& declared) {
        const typed::Type type = typed::carrier(declared);
        return typed::is_map(type) ? type.arguments.at(0) : type;
    }

    void check_comparison(const typed::Binary& node) const {
        const bool equality = node.op == typed::BinaryOp::Equal || node.op == typed::BinaryOp::NotEqual;
        const bool member = node.op == typed::BinaryOp::Member || node.op == typed::BinaryOp::NotMember;
        const bool prefix = node.op == typed::BinaryOp::Prefix || node.op == typed::BinaryOp::ProperPrefix;
        const Expr* lacking = nullptr;
        if (equality && !can_compare_with(*node.left) && !can_compare_with(*node.right)) {
            lacking = node.left.get();
        } else if ((member || prefix) && !typed::supports_equality(what_is_looked_at(node.right->type))) {
            lacking = node.right.get();
        }
        if (lacking != nullptr) {
            sink_.error(Rule::Characteristic, lacking->anchor,
                        fmt::format("{} can only be applied to expressions of {}types that support equality (got {}){}",
                                    spelling(node.op), equality ? "" : "sequence ", typed::to_string(lacking->type),
                                    equality_hint(lacking->type)));
        }
    }

    void only_in_specifications(const char* what) const {
        error(fmt::format("{} expressions are allowed only in specification and ghost contexts", what));
    }

    void check(const Expr& expr) const {
        support::match(expr.node, CompilableCheck(expr, nullptr, occasional_, sink_));
    }
    void check_branch(const Expr& expr) const {
        support::match(expr.node, CompilableCheck(expr, branch_of_, occasional_, sink_));
    }
    void check_children() const {
        typed::for_each_child(expr_, {[&](const Expr& child) { check(child); }, {}});
    }

    using Values = std::map<const typed::Variable*, const Expr*>;

    // Every value that the expression can have is a call of the enclosing function with the same compiled arguments.
    // `values` are those of the let variables around it.
    bool changes_only_ghost_parameters(const Expr& expr, Values values = {}) const {
        if (const auto* conditional = std::get_if<typed::IfThenElse>(&expr.node)) {
            return changes_only_ghost_parameters(*conditional->then, values) &&
                   changes_only_ghost_parameters(*conditional->otherwise, values);
        }
        if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
            for (std::size_t i = 0; i < let->variables.size(); ++i) {
                values[let->variables[i].get()] = let->values[i].get();
            }
            return changes_only_ghost_parameters(*let->body, std::move(values));
        }
        if (const auto* with_statements = std::get_if<typed::StatementExpr>(&expr.node)) {
            return changes_only_ghost_parameters(*with_statements->body, std::move(values));
        }
        if (const auto* read = std::get_if<typed::VariableRead>(&expr.node)) {
            const auto value = values.find(read->variable);
            return value != values.end() && changes_only_ghost_parameters(*value->second, values);
        }
        const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
        if (call == nullptr || call->function != branch_of_) {
            return false;
        }
        for (std::size_t i = 0; i < call->arguments.size(); ++i) {
            const typed::Variable* const parameter = branch_of_->parameters[i].get();
            const auto* read = std::get_if<typed::VariableRead>(&call->arguments[i]->node);
            if (!parameter->ghost && (read == nullptr || read->variable != parameter)) {
                return false;
            }
        }
        return true;
    }

    const Expr& expr_;
    const typed::Function* branch_of_;
    bool occasional_;
    support::DiagnosticSink& sink_;
};

} // namespace

// resolve makes every node as a non-const object and hands it out only when the rules have been checked, so that
// writing through the pointer to const is well-defined and seen by nobody.
void make_ghost(const typed::Variable& variable) {
    const_cast<typed::Variable&>(variable).ghost = true;
}
void set_ghost(const typed::Stmt& stmt, bool ghost) {
    const_cast<typed::Stmt&>(stmt).ghost = ghost;
}

void check_compilable(const Expr& expr, const typed::Function* function, support::DiagnosticSink& sink) {
    support::match(expr.node, CompilableCheck(expr, function, false, sink));
}

bool can_run(const Expr& constraint) {
    support::DiagnosticList found;
    support::match(constraint.node, CompilableCheck(constraint, nullptr, true, found));
    return !found.has_errors();
}

} // namespace daphnia::resolve
