// Expressions in, whether they need what exists only for the proof out.
#include "resolve/compiled_types.h"
#include "resolve/ghost_expressions.h"
#include "support/match.h"
#include "typed/bounds.h"
#include "typed/type_test.h"
#include "typed/walk.h"

namespace daphnia::resolve {

namespace {

using typed::Expr;

class SpecFeatures {
  public:
    explicit SpecFeatures(const Expr& expr) : expr_(expr) {}

    bool operator()(const typed::BoolLiteral&) const { return false; }
    bool operator()(const typed::IntLiteral&) const { return false; }
    bool operator()(const typed::RealLiteral&) const { return false; }
    bool operator()(const typed::CharLiteral&) const { return false; }
    bool operator()(const typed::StringLiteral&) const { return false; }
    bool operator()(const typed::NullLiteral&) const { return false; }
    bool operator()(const typed::VariableRead& node) const { return node.variable->ghost; }
    bool operator()(const typed::ConstantRead& node) const { return node.constant->ghost; }
    bool operator()(const typed::Unary&) const { return in_children(); }
    bool operator()(const typed::Binary& node) const { return node.op == typed::BinaryOp::RankLess || in_children(); }
    bool operator()(const typed::IfThenElse&) const { return in_children(); }
    bool operator()(const typed::Let& node) const { return uses_spec_features(*node.body); }
    bool operator()(const typed::LetSuchThat& node) const {
        const bool ghost = node.variables.front()->ghost;
        return uses_spec_features(*node.body) || (!ghost && uses_spec_features(*node.constraint));
    }
    bool operator()(const typed::Quantifier& node) const {
        return !uncompilable_variables(node).empty() || !untestable_variables(node).empty() ||
               (node.range != nullptr && uses_spec_features(*node.range)) || uses_spec_features(*node.body);
    }
    bool operator()(const typed::FunctionCall& node) const {
        if (node.function->ghost) {
            return true;
        }
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            if (!node.function->parameters[i]->ghost && uses_spec_features(*node.arguments[i])) {
                return true;
            }
        }
        return false;
    }
    // What stands in `requires` is a specification.
    bool operator()(const typed::Lambda& node) const { return uses_spec_features(*node.body); }
    bool operator()(const typed::FunctionValue& node) const { return node.function->ghost || in_children(); }
    bool operator()(const typed::Apply&) const { return in_children(); }
    bool operator()(const typed::RequiresOf&) const { return true; }
    bool operator()(const typed::DecreasesTo&) const { return true; }
    bool operator()(const typed::ReadsOf&) const { return true; }
    bool operator()(const typed::SeqDisplay&) const { return in_children(); }
    bool operator()(const typed::TupleDisplay& node) const {
        for (std::size_t i = 0; i < node.components.size(); ++i) {
            if (!typed::is_ghost_component(expr_.type, i) && uses_spec_features(*node.components[i])) {
                return true;
            }
        }
        return false;
    }
    bool operator()(const typed::TupleSelect& node) const {
        return typed::is_ghost_component(node.tuple->type, node.component) || uses_spec_features(*node.tuple);
    }
    bool operator()(const typed::DatatypeValue& node) const {
        const auto& fields = expr_.type.datatype->constructors.at(node.constructor).fields;
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            if (!fields[i]->ghost && uses_spec_features(*node.arguments[i])) {
                return true;
            }
        }
        return false;
    }
    bool operator()(const typed::DatatypeTest&) const { return in_children(); }
    bool operator()(const typed::DatatypeSelect& node) const {
        return node.value->type.datatype->destructors.at(node.destructor).ghost || in_children();
    }
    // What stands in `requires` is a specification.
    bool operator()(const typed::SeqComprehension& node) const {
        return uses_spec_features(*node.size) || uses_spec_features(*node.body);
    }
    bool operator()(const typed::SetDisplay&) const { return in_children(); }
    bool operator()(const typed::SetComprehension& node) const {
        return !infinite_variables(node).empty() || !untestable_variables(node).empty() || in_children();
    }
    bool operator()(const typed::MultisetOf&) const { return in_children(); }
    bool operator()(const typed::Multiplicity&) const { return in_children(); }
    bool operator()(const typed::MultiplicityUpdate&) const { return in_children(); }
    bool operator()(const typed::MapDisplay&) const { return in_children(); }
    bool operator()(const typed::MapComprehension& node) const {
        return !infinite_variables(node).empty() || !untestable_variables(node).empty() || in_children();
    }
    bool operator()(const typed::MapSelect&) const { return in_children(); }
    bool operator()(const typed::MapUpdate&) const { return in_children(); }
    bool operator()(const typed::MapPart&) const { return in_children(); }
    bool operator()(const typed::SeqLength&) const { return in_children(); }
    bool operator()(const typed::SeqIndex&) const { return in_children(); }
    bool operator()(const typed::SeqSlice&) const { return in_children(); }
    bool operator()(const typed::SeqUpdate&) const { return in_children(); }
    bool operator()(const typed::ArrayLength&) const { return in_children(); }
    bool operator()(const typed::ArrayRead&) const { return in_children(); }
    bool operator()(const typed::ArraySlice&) const { return in_children(); }
    bool operator()(const typed::FieldRead& node) const { return node.field->ghost || in_children(); }
    bool operator()(const typed::Unchanged&) const { return true; }
    bool operator()(const typed::Old&) const { return true; }
    bool operator()(const typed::Fresh&) const { return true; }
    bool operator()(const typed::Allocated&) const { return true; }
    bool operator()(const typed::Convert&) const { return in_children(); }
    bool operator()(const typed::TypeTest& node) const {
        return !is_testable(typed::known_type(*node.operand), node.type) || in_children();
    }
    bool operator()(const typed::StatementExpr& node) const { return uses_spec_features(*node.body); }

  private:
    bool in_children() const {
        bool found = false;
        typed::for_each_child(expr_, {[&](const Expr& child) { found = found || uses_spec_features(child); }, {}});
        return found;
    }

    const Expr& expr_;
};

} // namespace

bool uses_spec_features(const Expr& expr) {
    return support::match(expr.node, SpecFeatures(expr));
}

} // namespace daphnia::resolve
