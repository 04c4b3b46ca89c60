// See the header.
#include "typed/type_uses.h"

#include "support/match.h"
#include "typed/bounds.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::typed {

namespace {

class TypesIn {
  public:
    explicit TypesIn(const std::function<void(const Type&, bool)>& visit) : visit_(visit) {}

    void in(const Expr& expr) const {
        visit_(expr.type, false);
        support::match(expr.node, *this);
    }
    void in(const Stmt& stmt) const { support::match(stmt.node, *this); }

    void operator()(const Let& node) const { variables(node.variables, false); }
    void operator()(const LetSuchThat& node) const { bound(node); }
    void operator()(const Quantifier& node) const { bound(node); }
    void operator()(const Lambda& node) const { variables(node.parameters, true); }
    void operator()(const FunctionValue& node) const {
        types(node.type_arguments);
        TypeMap map; // of an instance, nothing is left to be replaced
        if (!node.type_arguments.empty()) {
            map = type_map(node.function->type_parameters, node.type_arguments);
        }
        for (const VariablePtr& parameter : node.function->parameters) {
            visit_(substitute(parameter->type, map), true);
        }
    }
    void operator()(const SeqComprehension& node) const { visit_(node.variable->type, true); }
    void operator()(const SetComprehension& node) const { bound(node); }
    void operator()(const MapComprehension& node) const { bound(node); }
    void operator()(const FunctionCall& node) const { types(node.type_arguments); }
    void operator()(const Convert& node) const { visit_(node.target, true); }
    void operator()(const TypeTest& node) const { visit_(node.type, true); }
    void operator()(const VarDecl& node) const { variables(node.variables, true); } // which :| may choose
    void operator()(const Call& node) const { types(node.type_arguments); }
    void operator()(const ForallStatement& node) const { variables(node.variables, true); }
    void operator()(const Assign& node) const {
        for (const Value& value : node.values) {
            if (const auto* array = std::get_if<NewArray>(&value.node)) {
                visit_(array->element, true);
            } else if (const auto* object = std::get_if<NewObject>(&value.node)) {
                visit_(object->type, true);
            }
        }
    }
    template <typename Node>
    void operator()(const Node&) const {} // its types are those of its parts

    // Without a body, it is any value of its type, for any arguments; as results are before they get one.
    void operator()(const std::unique_ptr<Function>& function) const {
        variables(function->parameters, function->body == nullptr);
        visit_(function->result->type, function->body == nullptr);
        types(function->instance.type_arguments);
    }
    void operator()(const std::unique_ptr<Method>& method) const {
        variables(method->parameters, false);
        variables(method->results, true);
        types(method->instance.type_arguments);
    }
    void operator()(const std::unique_ptr<Constant>& constant) const {
        visit_(constant->type, constant->value == nullptr);
    }

  private:
    // Over the elements of a collection one ranges without knowing what else belongs to their type.
    template <typename Binder>
    void bound(const Binder& binder) const {
        std::set<const Variable*> among_elements;
        if (std::any_of(binder.variables.begin(), binder.variables.end(),
                        [](const VariablePtr& variable) { return !parameters_in(variable->type).empty(); })) {
            for (const Restriction& restriction : restrictions(binder)) {
                if (!restriction.element_of.empty() || !restriction.exactly.empty()) {
                    among_elements.insert(restriction.variable);
                }
            }
        }
        for (const VariablePtr& variable : binder.variables) {
            visit_(variable->type, among_elements.count(variable.get()) == 0);
        }
    }
    void variables(const std::vector<VariablePtr>& list, bool ranged) const {
        for (const VariablePtr& variable : list) {
            visit_(variable->type, ranged);
        }
    }
    void types(const std::vector<Type>& list) const {
        for (const Type& type : list) {
            visit_(type, false);
        }
    }

    const std::function<void(const Type&, bool)>& visit_;
};

} // namespace

void for_each_below(const Declaration& declaration, Part part, const Children& visit) {
    for_each_child(declaration, {[&](const Expr& expr) { for_each_below(expr, visit); },
                                 [&](const Stmt& body) {
                                     if (part == Part::All) {
                                         for_each_below(body, visit);
                                     }
                                 }});
}

void for_each_type_use(const Declaration& declaration, const std::function<void(const Type&, bool)>& visit, Part part) {
    const TypesIn types(visit);
    support::match(declaration, types);
    for_each_below(declaration, part,
                   {[&](const Expr& expr) { types.in(expr); }, [&](const Stmt& stmt) { types.in(stmt); }});
}

} // namespace daphnia::typed
