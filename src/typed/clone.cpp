// See the header: one case for each node, which copies it.
#include "typed/clone.h"

#include "support/match.h"

#include <algorithm>
#include <unordered_map>

namespace daphnia::typed {

namespace {

class Copy {
  public:
    explicit Copy(TypeMap types) : types_(std::move(types)) {}

    Type operator()(const Type& type) const { return substitute(type, types_); }
    ExprPtr operator()(const ExprPtr& expr);
    StmtPtr operator()(const StmtPtr& stmt);
    VariablePtr operator()(const VariablePtr& variable) {
        if (variable == nullptr) {
            return nullptr;
        }
        auto copy = std::make_unique<Variable>(*variable);
        copy->type = (*this)(variable->type);
        variables_[variable.get()] = copy.get();
        return copy;
    }
    LabelPtr operator()(const LabelPtr& label) {
        if (label == nullptr) {
            return nullptr;
        }
        auto copy = std::make_unique<const Label>(*label);
        labels_[label.get()] = copy.get();
        return copy;
    }
    template <typename Item>
    std::vector<Item> operator()(const std::vector<Item>& items) {
        std::vector<Item> result;
        result.reserve(items.size());
        for (const Item& item : items) {
            result.push_back((*this)(item));
        }
        return result;
    }

    // What is declared outside of what is copied stays what it is.
    const Variable* use(const Variable* variable) const {
        const auto copy = variables_.find(variable);
        return copy == variables_.end() ? variable : copy->second;
    }
    const Label* use(const Label* label) const {
        const auto copy = labels_.find(label);
        return copy == labels_.end() ? label : copy->second;
    }

    Clause operator()(const Clause& clause) {
        return {(*this)(clause.expr), clause.range, clause.error_message, (*this)(clause.label)};
    }
    FrameEntry operator()(const FrameEntry& entry) { return {(*this)(entry.expr), entry.field}; }
    Frame operator()(const Frame& frame) { return {frame.present, frame.wildcard, (*this)(frame.entries)}; }
    Decreases operator()(const Decreases& decreases) {
        return {decreases.wildcard, decreases.inferred, (*this)(decreases.measures), decreases.range};
    }
    Target operator()(const Target& target);
    Value operator()(const Value& value);
    Alternative operator()(const Alternative& alternative) {
        return {(*this)(alternative.guard), (*this)(alternative.body)};
    }
    CalcStep operator()(const CalcStep& step) {
        return {(*this)(step.known), (*this)(step.hint), (*this)(step.claim), step.implication, step.range};
    }
    Attributes operator()(const Attributes& attributes) const {
        Attributes result = attributes;
        result.induction = (*this)(attributes.induction);
        return result;
    }
    Induction operator()(const Induction& induction) const {
        Induction result = induction;
        for (const Variable*& variable : result.variables) {
            variable = use(variable);
        }
        return result;
    }

  private:
    TypeMap types_;
    std::unordered_map<const Variable*, const Variable*> variables_;
    std::unordered_map<const Label*, const Label*> labels_;
};

using ExprNode = decltype(Expr::node);
using StmtNode = decltype(Stmt::node);

// Members are copied in the order in which variables are declared and used.
class ExprCopy {
  public:
    explicit ExprCopy(Copy& copy) : copy_(copy) {}

    ExprNode operator()(const BoolLiteral& node) const { return node; }
    ExprNode operator()(const IntLiteral& node) const { return node; }
    ExprNode operator()(const RealLiteral& node) const { return node; }
    ExprNode operator()(const CharLiteral& node) const { return node; }
    ExprNode operator()(const StringLiteral& node) const { return node; }
    ExprNode operator()(const NullLiteral& node) const { return node; }
    ExprNode operator()(const VariableRead& node) const { return VariableRead{copy_.use(node.variable)}; }
    ExprNode operator()(const ConstantRead& node) const { return node; }
    ExprNode operator()(const Unary& node) const { return Unary{node.op, copy_(node.operand)}; }
    ExprNode operator()(const Binary& node) const {
        return Binary{node.op, copy_(node.left), copy_(node.right), node.op_range};
    }
    ExprNode operator()(const IfThenElse& node) const {
        return IfThenElse{copy_(node.condition), copy_(node.then), copy_(node.otherwise)};
    }
    ExprNode operator()(const Let& node) const {
        return Let{copy_(node.variables), copy_(node.values), copy_(node.body)};
    }
    ExprNode operator()(const LetSuchThat& node) const {
        return LetSuchThat{copy_(node.variables), copy_(node.constraint), copy_(node.body), node.compiled};
    }
    ExprNode operator()(const Quantifier& node) const {
        return Quantifier{node.kind,        copy_(node.variables), copy_(node.range),
                          copy_(node.body), copy_(node.triggers),  node.no_triggers,
                          node.split,       copy_(node.induction)};
    }
    ExprNode operator()(const FunctionCall& node) const {
        return FunctionCall{node.function, copy_(node.arguments), node.call_range, copy_(node.type_arguments),
                            node.compiled, copy_.use(node.label)};
    }
    ExprNode operator()(const Lambda& node) const {
        return Lambda{copy_(node.parameters), copy_(node.domain), copy_(node.body), copy_(node.reads)};
    }
    ExprNode operator()(const FunctionValue& node) const {
        return FunctionValue{node.function, copy_(node.receiver), node.kind, copy_(node.type_arguments)};
    }
    ExprNode operator()(const Apply& node) const { return Apply{copy_(node.function), copy_(node.arguments)}; }
    ExprNode operator()(const RequiresOf& node) const {
        return RequiresOf{copy_(node.function), copy_(node.arguments)};
    }
    ExprNode operator()(const DecreasesTo& node) const {
        return DecreasesTo{copy_(node.from), copy_(node.to), node.or_same};
    }
    ExprNode operator()(const ReadsOf& node) const { return ReadsOf{copy_(node.function), copy_(node.arguments)}; }
    ExprNode operator()(const SeqDisplay& node) const { return SeqDisplay{copy_(node.elements)}; }
    ExprNode operator()(const SeqComprehension& node) const {
        return SeqComprehension{copy_(node.size), copy_(node.variable), copy_(node.domain), copy_(node.body)};
    }
    ExprNode operator()(const SetDisplay& node) const { return SetDisplay{copy_(node.elements)}; }
    ExprNode operator()(const SetComprehension& node) const {
        return SetComprehension{copy_(node.variables), copy_(node.range), copy_(node.term)};
    }
    ExprNode operator()(const MultisetOf& node) const { return MultisetOf{copy_(node.collection)}; }
    ExprNode operator()(const Multiplicity& node) const {
        return Multiplicity{copy_(node.multiset), copy_(node.element)};
    }
    ExprNode operator()(const MultiplicityUpdate& node) const {
        return MultiplicityUpdate{copy_(node.multiset), copy_(node.element), copy_(node.count)};
    }
    ExprNode operator()(const MapDisplay& node) const { return MapDisplay{copy_(node.keys), copy_(node.values)}; }
    ExprNode operator()(const MapComprehension& node) const {
        return MapComprehension{copy_(node.variables), copy_(node.range), copy_(node.key), copy_(node.value)};
    }
    ExprNode operator()(const MapSelect& node) const { return MapSelect{copy_(node.map), copy_(node.key)}; }
    ExprNode operator()(const MapUpdate& node) const {
        return MapUpdate{copy_(node.map), copy_(node.key), copy_(node.value)};
    }
    ExprNode operator()(const MapPart& node) const { return MapPart{node.kind, copy_(node.map)}; }
    ExprNode operator()(const SeqLength& node) const { return SeqLength{copy_(node.seq)}; }
    ExprNode operator()(const SeqIndex& node) const { return SeqIndex{copy_(node.seq), copy_(node.index)}; }
    ExprNode operator()(const SeqSlice& node) const {
        return SeqSlice{copy_(node.seq), copy_(node.low), copy_(node.high)};
    }
    ExprNode operator()(const SeqUpdate& node) const {
        return SeqUpdate{copy_(node.seq), copy_(node.index), copy_(node.value)};
    }
    ExprNode operator()(const ArrayLength& node) const { return ArrayLength{copy_(node.array), node.dimension}; }
    ExprNode operator()(const ArrayRead& node) const { return ArrayRead{copy_(node.array), copy_(node.indices)}; }
    ExprNode operator()(const ArraySlice& node) const {
        return ArraySlice{copy_(node.array), copy_(node.low), copy_(node.high)};
    }
    ExprNode operator()(const TupleDisplay& node) const { return TupleDisplay{copy_(node.components)}; }
    ExprNode operator()(const TupleSelect& node) const { return TupleSelect{copy_(node.tuple), node.component}; }
    ExprNode operator()(const DatatypeValue& node) const {
        return DatatypeValue{node.constructor, copy_(node.arguments)};
    }
    ExprNode operator()(const DatatypeTest& node) const { return DatatypeTest{copy_(node.value), node.constructor}; }
    ExprNode operator()(const DatatypeSelect& node) const {
        return DatatypeSelect{copy_(node.value), node.destructor, node.known};
    }
    ExprNode operator()(const FieldRead& node) const { return FieldRead{copy_(node.object), node.field}; }
    ExprNode operator()(const Unchanged& node) const { return Unchanged{copy_(node.entries), copy_.use(node.label)}; }
    ExprNode operator()(const Old& node) const { return Old{copy_(node.operand), copy_.use(node.label)}; }
    ExprNode operator()(const Fresh& node) const { return Fresh{copy_(node.operand), copy_.use(node.label)}; }
    ExprNode operator()(const Allocated& node) const { return Allocated{copy_(node.operand)}; }
    ExprNode operator()(const Convert& node) const { return Convert{copy_(node.operand), copy_(node.target)}; }
    ExprNode operator()(const TypeTest& node) const { return TypeTest{copy_(node.operand), copy_(node.type)}; }
    ExprNode operator()(const StatementExpr& node) const {
        return StatementExpr{copy_(node.statements), copy_(node.body)};
    }

  private:
    Copy& copy_;
};

class StmtCopy {
  public:
    explicit StmtCopy(Copy& copy) : copy_(copy) {}

    // Labels first: what is inside refers to them.
    StmtNode operator()(const Block& node) const {
        LabelPtr label = copy_(node.label);
        return Block{copy_(node.statements), std::move(label)};
    }
    StmtNode operator()(const VarDecl& node) const { return VarDecl{copy_(node.variables)}; }
    StmtNode operator()(const Assign& node) const { return Assign{copy_(node.targets), copy_(node.values)}; }
    StmtNode operator()(const AssignSuchThat& node) const {
        return AssignSuchThat{copy_(node.targets), copy_(node.constraint), node.assumed};
    }
    StmtNode operator()(const Call& node) const {
        return Call{node.method, copy_(node.arguments), copy_(node.targets), copy_(node.type_arguments),
                    copy_.use(node.label)};
    }
    StmtNode operator()(const Assert& node) const {
        return Assert{node.kind,          copy_(node.condition), copy_(node.proof),
                      node.error_message, copy_(node.label),     node.contradiction};
    }
    StmtNode operator()(const Reveal& node) const {
        Reveal result;
        for (const Revealed& thing : node.things) {
            const auto* const* label = std::get_if<const Label*>(&thing);
            result.things.push_back(label == nullptr ? thing : Revealed(copy_.use(*label)));
        }
        return result;
    }
    StmtNode operator()(const Assume& node) const { return Assume{copy_(node.condition), node.axiom}; }
    StmtNode operator()(const Expect& node) const { return Expect{copy_(node.condition), copy_(node.message)}; }
    StmtNode operator()(const Print& node) const { return Print{copy_(node.arguments)}; }
    StmtNode operator()(const If& node) const { return If{copy_(node.guard), copy_(node.then), copy_(node.otherwise)}; }
    StmtNode operator()(const Alternatives& node) const { return Alternatives{copy_(node.alternatives), node.checked}; }
    StmtNode operator()(const While& node) const {
        LabelPtr label = copy_(node.label);
        LabelPtr iteration = copy_(node.iteration);
        return While{copy_(node.guard), copy_(node.invariants), copy_(node.decreases), copy_(node.modifies),
                     copy_(node.body),  std::move(label),       std::move(iteration)};
    }
    StmtNode operator()(const Break& node) const { return Break{copy_.use(node.label)}; }
    StmtNode operator()(const Return& node) const { return node; }
    StmtNode operator()(const ForallStatement& node) const {
        return ForallStatement{node.kind, copy_(node.variables), copy_(node.range), copy_(node.ensures),
                               copy_(node.body)};
    }
    StmtNode operator()(const Calc& node) const {
        return Calc{copy_(node.steps), copy_(node.last), copy_(node.conclusion)};
    }
    StmtNode operator()(const Modify& node) const { return Modify{copy_(node.frame), copy_(node.body)}; }

    decltype(Target::node) operator()(const VariableTarget& node) const {
        return VariableTarget{copy_.use(node.variable)};
    }
    decltype(Target::node) operator()(const ElementTarget& node) const {
        return ElementTarget{copy_(node.array), copy_(node.indices)};
    }
    decltype(Target::node) operator()(const FieldTarget& node) const {
        return FieldTarget{copy_(node.object), node.field};
    }
    decltype(Value::node) operator()(const ExprPtr& value) const { return copy_(value); }
    decltype(Value::node) operator()(const HavocValue& node) const { return node; }
    decltype(Value::node) operator()(const NewArray& node) const {
        return NewArray{copy_(node.element), copy_(node.sizes),  copy_(node.display), node.has_display,
                        copy_(node.indices), copy_(node.domain), copy_(node.initial)};
    }
    decltype(Value::node) operator()(const NewObject& node) const {
        return NewObject{copy_(node.type), copy_(node.cells)};
    }

  private:
    Copy& copy_;
};

ExprPtr Copy::operator()(const ExprPtr& expr) {
    if (expr == nullptr) {
        return nullptr;
    }
    return std::make_unique<Expr>(
        Expr{expr->range, expr->anchor, carrier((*this)(expr->type)), support::match(expr->node, ExprCopy(*this))});
}

StmtPtr Copy::operator()(const StmtPtr& stmt) {
    if (stmt == nullptr) {
        return nullptr;
    }
    return std::make_unique<Stmt>(Stmt{stmt->range, stmt->ghost, support::match(stmt->node, StmtCopy(*this))});
}

Target Copy::operator()(const Target& target) {
    return {target.range, support::match(target.node, StmtCopy(*this))};
}

Value Copy::operator()(const Value& value) {
    return {value.range, support::match(value.node, StmtCopy(*this))};
}

} // namespace

ExprPtr clone(const ExprPtr& expr) {
    return Copy({})(expr);
}

std::string instance_name(const std::string& origin, const std::vector<Type>& type_arguments) {
    std::string text;
    for (const Type& argument : type_arguments) {
        text += (text.empty() ? "" : ", ") + unique_name(argument);
    }
    return origin + "<" + text + ">";
}

namespace {

// What functions and methods have in common: first what stands before their results.
template <typename Callable>
std::unique_ptr<Callable> clone_signature(const Callable& origin, const std::vector<Type>& type_arguments, Copy& copy) {
    auto result = std::make_unique<Callable>();
    result->name = instance_name(origin.name, type_arguments);
    result->instance = {&origin, type_arguments};
    result->range = origin.range;
    result->name_range = origin.name_range;
    result->ghost = origin.ghost;
    result->two_state = origin.two_state;
    result->parameters = copy(origin.parameters);
    return result;
}

template <typename Callable>
void clone_body(const Callable& origin, Callable& result, Copy& copy) {
    result.preconditions = copy(origin.preconditions);
    result.postconditions = copy(origin.postconditions);
    result.reads = copy(origin.reads);
    result.decreases = copy(origin.decreases);
    result.body = copy(origin.body);
    result.overrides.member = origin.overrides.member;
    for (const Type& argument : origin.overrides.type_arguments) {
        result.overrides.type_arguments.push_back(copy(argument));
    }
    result.attributes = copy(origin.attributes);
    result.slots = origin.slots;
}

} // namespace

// Results are copied between the two parts: clauses and bodies speak of them.
std::unique_ptr<Function> clone(const Function& origin, const std::vector<Type>& type_arguments) {
    Copy copy(type_map(origin.type_parameters, type_arguments));
    auto result = clone_signature(origin, type_arguments, copy);
    result->predicate = origin.predicate;
    result->by_method = origin.by_method;
    result->constant = origin.constant;
    result->result = copy(origin.result);
    clone_body(origin, *result, copy);
    return result;
}

std::unique_ptr<Method> clone(const Method& origin, const std::vector<Type>& type_arguments) {
    Copy copy(type_map(origin.type_parameters, type_arguments));
    auto result = clone_signature(origin, type_arguments, copy);
    result->body_end = origin.body_end;
    result->kind = origin.kind;
    result->results = copy(origin.results);
    result->modifies = copy(origin.modifies);
    clone_body(origin, *result, copy);
    return result;
}

namespace {

ExprPtr read(const Variable& variable, SourceRange range) {
    return std::make_unique<Expr>(Expr{range, range, carrier(variable.type), VariableRead{&variable}});
}

} // namespace

std::unique_ptr<Method> method_for(const Function& function, SourceRange place) {
    auto result = std::make_unique<Method>();
    std::vector<Type> type_arguments;
    for (const auto& parameter : function.type_parameters) {
        auto own = std::make_unique<TypeParameter>(*parameter);
        own->unique += ".method";
        type_arguments.push_back(parameter_type(own.get()));
        result->type_parameters.push_back(std::move(own));
    }
    Copy copy(type_map(function.type_parameters, type_arguments));
    result->name = function.name;
    result->of_owner = function.of_owner;
    result->range = function.range;
    result->name_range = function.name_range;
    result->parameters = copy(function.parameters);
    const Variable& given = *function.result;
    const bool named = !given.name.empty();
    result->results.push_back(std::make_unique<Variable>(Variable{
        named ? given.name : "result", copy(given.type), VariableKind::Out, false, named ? given.range : place}));
    result->preconditions = copy(function.preconditions);
    result->decreases = copy(function.decreases);
    FunctionCall call{&function, {}, place, type_arguments};
    for (const VariablePtr& parameter : result->parameters) {
        call.arguments.push_back(read(*parameter, place));
    }
    ExprPtr value = std::make_unique<Expr>(Expr{place, place, carrier(copy(given.type)), std::move(call)});
    ExprPtr claim = std::make_unique<Expr>(
        Expr{place, place, bool_type(),
             Binary{BinaryOp::Equal, read(*result->results.front(), place), std::move(value), place}});
    result->postconditions.push_back({std::move(claim), place, {}});
    return result;
}

} // namespace daphnia::typed
