// Literals, variables, operators, calls, and what an expression is made of whatever it speaks of.
#include "encode/expression_nodes.h"
#include "encode/measure.h"
#include "support/error.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::encode {

using typed::BinaryOp;
using typed::TypeKind;

Term PlainNodes::operator()(const typed::BoolLiteral& node) {
    return store_.bool_(node.value);
}

Term PlainNodes::operator()(const typed::IntLiteral& node) {
    const typed::Type& type = in_.current().type;
    return type.kind == typed::TypeKind::Bits ? store_.bits(node.value, bits_held(type)) : store_.integer(node.value);
}

Term PlainNodes::operator()(const typed::RealLiteral& node) {
    return store_.divide(store_.real(node.value.get_num()), store_.real(node.value.get_den()));
}

Term PlainNodes::operator()(const typed::CharLiteral& node) {
    return store_.integer(static_cast<unsigned long>(node.value));
}

Term PlainNodes::operator()(const typed::StringLiteral& node) {
    return vocabulary_.collections.string(node.value);
}

Term PlainNodes::operator()(const typed::NullLiteral&) {
    return vocabulary_.heap.null();
}

Term PlainNodes::operator()(const typed::VariableRead& node) {
    const auto value = scope_.values.find(node.variable);
    DAPHNIA_CHECK(value != scope_.values.end(), "variable without a value: " + node.variable->name);
    if (in_.definedness() != nullptr) {
        in_.definedness()->check_read_variable(in_.current(), *node.variable, in_.guard());
    }
    return value->second;
}

Term PlainNodes::operator()(const typed::ConstantRead& node) {
    if (in_.definedness() != nullptr) {
        in_.definedness()->check_constant(in_.current(), *node.constant, in_.guard());
    }
    return store_.apply(vocabulary_.functions.constant(*node.constant), {});
}

Term PlainNodes::operator()(const typed::Unary& node) {
    const Term operand = in_.encode(*node.operand);
    switch (node.op) {
    case typed::UnaryOp::Not:
        return store_.not_(operand);
    case typed::UnaryOp::Negate:
        return store_.negate(operand);
    case typed::UnaryOp::BitNot:
        return store_.bit_not(operand);
    case typed::UnaryOp::Floor:
        return store_.floor(operand);
    }
    DAPHNIA_CHECK(false, "unknown unary operator");
}

// What stands right of a short-circuit operator has to have a meaning only when it is evaluated.
Term PlainNodes::short_circuit(const typed::Binary& node) {
    const Term left = in_.encode(*node.left);
    if (node.op == BinaryOp::Or) {
        return store_.or_(left, in_.under(store_.not_(left), *node.right));
    }
    const Term right = in_.under(left, *node.right);
    return node.op == BinaryOp::And ? store_.and_(left, right) : store_.implies(left, right);
}

Term PlainNodes::operator()(const typed::Binary& node) {
    if (node.op == BinaryOp::And || node.op == BinaryOp::Or || node.op == BinaryOp::Implies) {
        return short_circuit(node);
    }
    const Term left = in_.encode(*node.left);
    const Term right = in_.encode(*node.right);
    return operation(node, left, right);
}

Term PlainNodes::operation(const typed::Binary& node, Term left, Term right) {
    const auto seq = [&]() -> const logic::SeqTheory& { return vocabulary_.sorts.seq(node.left->type); };
    switch (node.op) {
    case BinaryOp::And:
    case BinaryOp::Or:
    case BinaryOp::Implies:
        break;
    case BinaryOp::Equal:
        return equality(node, left, right);
    case BinaryOp::NotEqual:
        return store_.not_(equality(node, left, right));
    case BinaryOp::Less:
        return store_.less(left, right);
    case BinaryOp::LessEqual:
        return store_.less_equal(left, right);
    case BinaryOp::Greater:
        return store_.less(right, left);
    case BinaryOp::GreaterEqual:
        return store_.less_equal(right, left);
    case BinaryOp::Add:
        return store_.add(left, right);
    case BinaryOp::Subtract:
        return store_.subtract(left, right);
    case BinaryOp::Multiply:
        return vocabulary_.products.of(typed::BinaryOp::Multiply, left, right);
    case BinaryOp::Divide:
    case BinaryOp::Modulo:
        in_.require(support::Rule::DivisionByZero, *node.right,
                    store_.not_equal(right, zero_of(store_, node.right->type)));
        return vocabulary_.products.of(node.op, left, right);
    case BinaryOp::BitAnd:
        return store_.bit_and(left, right);
    case BinaryOp::BitOr:
        return store_.bit_or(left, right);
    case BinaryOp::BitXor:
        return store_.bit_xor(left, right);
    case BinaryOp::ShiftLeft:
    case BinaryOp::ShiftRight:
    case BinaryOp::RotateLeft:
    case BinaryOp::RotateRight:
        return NumberNodes(in_).shifted(node, left, right);
    case BinaryOp::CharAdd:
    case BinaryOp::CharSubtract: {
        const Term result = node.op == BinaryOp::CharAdd ? store_.add(left, right) : store_.subtract(left, right);
        in_.require(support::Rule::CharRange, in_.current(),
                    vocabulary_.membership.is(typed::char_type(), result, nullptr),
                    node.op == BinaryOp::CharAdd ? "char addition might overflow" : "char subtraction might underflow");
        return result;
    }
    case BinaryOp::Concat:
        return store_.apply(seq().append, {left, right});
    case BinaryOp::Prefix:
        return store_.apply(seq().prefix, {left, right});
    case BinaryOp::ProperPrefix:
        return store_.and_(store_.apply(seq().prefix, {left, right}),
                           store_.less(store_.apply(seq().length, {left}), store_.apply(seq().length, {right})));
    case BinaryOp::RankLess:
        return store_.less(vocabulary_.ranks.of(typed::base_type(node.left->type), left),
                           vocabulary_.ranks.of(typed::base_type(node.right->type), right));
    case BinaryOp::Union:
    case BinaryOp::Intersection:
    case BinaryOp::Difference:
    case BinaryOp::Subset:
    case BinaryOp::ProperSubset:
    case BinaryOp::Disjoint:
        return SetNodes(in_).operation(node, left, right);
    case BinaryOp::Merge:
        return store_.apply(vocabulary_.sorts.map(node.left->type).merge, {left, right});
    case BinaryOp::Remove:
        return store_.apply(vocabulary_.sorts.map(node.left->type).remove, {left, right});
    case BinaryOp::Member:
    case BinaryOp::NotMember: {
        const Term member = vocabulary_.collections.contains(node.right->type, right, left);
        return node.op == BinaryOp::Member ? member : store_.not_(member);
    }
    }
    DAPHNIA_CHECK(false, "unknown binary operator");
}

namespace {

// The variables of which values are put together or taken apart; nothing when functions take part.
std::set<const typed::Variable*> variables_of_structure(const typed::Expr& root) {
    std::set<const typed::Variable*> result;
    bool plain = true;
    typed::for_each_below(root, {[&](const typed::Expr& expr) {
                                     const auto& node = expr.node;
                                     if (const auto* read = std::get_if<typed::VariableRead>(&node)) {
                                         result.insert(read->variable);
                                     }
                                     plain = plain && (std::holds_alternative<typed::VariableRead>(node) ||
                                                       std::holds_alternative<typed::DatatypeValue>(node) ||
                                                       std::holds_alternative<typed::DatatypeSelect>(node) ||
                                                       std::holds_alternative<typed::SeqDisplay>(node) ||
                                                       std::holds_alternative<typed::SeqIndex>(node) ||
                                                       std::holds_alternative<typed::SetDisplay>(node) ||
                                                       std::holds_alternative<typed::MapDisplay>(node) ||
                                                       std::holds_alternative<typed::MapSelect>(node) ||
                                                       std::holds_alternative<typed::TupleDisplay>(node) ||
                                                       std::holds_alternative<typed::TupleSelect>(node) ||
                                                       std::holds_alternative<typed::IntLiteral>(node));
                                 },
                                 {}});
    return plain ? result : std::set<const typed::Variable*>();
}

// Whether the comparison may be about a value and a part of it.
bool asks_about_parts(const typed::Binary& node) {
    if (node.left->type.kind != TypeKind::Datatype ||
        (std::holds_alternative<typed::DatatypeValue>(node.left->node) &&
         std::holds_alternative<typed::DatatypeValue>(node.right->node))) {
        return false;
    }
    const auto left = variables_of_structure(*node.left);
    const auto right = variables_of_structure(*node.right);
    return std::any_of(left.begin(), left.end(), [&](const auto* each) { return right.count(each) != 0; });
}

} // namespace

// Equal values have the same rank; to say so brings what shows that no value is inside itself.
Term PlainNodes::equality(const typed::Binary& node, Term left, Term right) {
    const Term equal = vocabulary_.equality.equal(node.left->type, left, right);
    if (!asks_about_parts(node)) {
        return equal;
    }
    const typed::Type type = typed::base_type(node.left->type);
    return store_.and_(equal, store_.equal(vocabulary_.ranks.of(type, left), vocabulary_.ranks.of(type, right)));
}

Term PlainNodes::operator()(const typed::IfThenElse& node) {
    const Term condition = in_.encode(*node.condition);
    const Term then = in_.under(condition, *node.then);
    const Term otherwise = in_.under(store_.not_(condition), *node.otherwise);
    return store_.ite(condition, then, otherwise);
}

Term PlainNodes::operator()(const typed::Let& node) {
    std::vector<Term> values;
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        values.push_back(in_.encode(*node.values[i]));
        in_.require_fits(node.variables[i]->type, *node.values[i], values.back());
    }
    for (std::size_t i = 0; i < node.variables.size(); ++i) {
        scope_.values[node.variables[i].get()] = values[i];
    }
    return in_.encode(*node.body);
}

Term PlainNodes::operator()(const typed::FunctionCall& node) {
    const typed::Function& function = *node.function;
    std::vector<Term> parameters;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        parameters.push_back(in_.encode(*node.arguments[i]));
        in_.require_argument(*function.parameters[i], *node.arguments[i], parameters.back());
    }
    if (in_.definedness() != nullptr) {
        in_.definedness()->check_call(in_.current(), node, parameters, scope_, in_.guard());
    }
    const State& previous = function.two_state ? scope_.at(node.label) : scope_.now;
    std::vector<Term> arguments = vocabulary_.functions.heap_arguments(function, parameters, scope_.now, previous);
    arguments.insert(arguments.end(), parameters.begin(), parameters.end());
    const FunctionSymbols& symbols = vocabulary_.functions.symbols(function);
    std::size_t layer = scope_.lowest_layer ? 0 : symbols.top();
    if (scope_.unfolding != nullptr && vocabulary_.context().calls.same_component(scope_.unfolding, &function)) {
        layer = std::min(layer, scope_.layer);
    }
    const Term call = store_.apply(symbols.layers[layer], arguments);
    if (symbols.ok != nullptr && !vocabulary_.functions.is_own_call(call)) {
        in_.record({{}, store_.true_(), call, store_.apply(symbols.ok, arguments)});
    }
    return call;
}

Term PlainNodes::operator()(const typed::StatementExpr& node) {
    if (in_.definedness() != nullptr) {
        in_.definedness()->run(node.statements, in_.guard());
    }
    return in_.encode(*node.body);
}

// The parts mean the same in every state, so only their values are compared.
Term PlainNodes::operator()(const typed::DecreasesTo& node) {
    const auto measure = [&](const std::vector<typed::ExprPtr>& parts) {
        Measure result;
        for (const typed::ExprPtr& part : parts) {
            const Term value = in_.encode(*part);
            result.parts.push_back({typed::base_type(part->type), value, place_of(*part)});
        }
        return result;
    };
    const Measure before = measure(node.from);
    const Measure now = measure(node.to);
    return decreases(vocabulary_, now, before, false, node.or_same);
}

} // namespace daphnia::encode
