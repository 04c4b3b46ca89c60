#include "encode/expression.h"

#include "encode/triggers.h"
#include "support/error.h"
#include "support/match.h"

#include <fmt/format.h>

namespace daphnia::encode {

using support::Rule;
using typed::BinaryOp;
using typed::Expr;

support::SourceRange place_of(const Expr& expr) {
    if (expr.anchor.has_file() && expr.anchor.begin_place().line != expr.range.begin_place().line) {
        return expr.anchor;
    }
    return expr.range;
}

Term to_term(logic::TermStore& store, const CallFact& fact) {
    const auto free = logic::free_variables(fact.call);
    for (const Term variable : fact.variables) {
        if (std::find(free.begin(), free.end(), variable) == free.end()) {
            return store.true_();
        }
    }
    const Term known = store.implies(fact.guard, fact.ok);
    return fact.variables.empty() ? known : store.forall({"checked call", fact.variables, {{fact.call}}, 0}, known);
}

Term Expressions::encode(const Expr& expr) {
    const Expr* outer = current_;
    current_ = &expr;
    const Term result = support::match(expr.node, *this);
    current_ = outer;
    const bool no_bits = expr.type.kind == typed::TypeKind::Bits && expr.type.width == 0;
    return no_bits ? zero_of(expr.type) : result; // there is no other value
}

Term Expressions::guard() const {
    return store_.and_(guards_);
}

void Expressions::require(support::Rule kind, const Expr& at, Term condition, std::string message) {
    if (definedness_ != nullptr) {
        definedness_->require(store_.implies(guard(), condition), {kind, place_of(at), {}, std::move(message)});
    }
}

void Expressions::record(CallFact fact) {
    fact.guard = store_.and_(guard(), fact.guard);
    if (definedness_ != nullptr) {
        definedness_->learn(to_term(store_, fact));
    } else if (facts_ != nullptr) {
        facts_->push_back(std::move(fact));
    }
}

void Expressions::require_fits(const typed::Type& type, const Expr& expr, Term value) {
    if (definedness_ == nullptr || typed::is_subtype(expr.type, type)) {
        return;
    }
    const Term fits = vocabulary_.fits(type, expr.type, value, scope_.now);
    if (typed::is_array(type)) {
        require(
            support::Rule::Subset, expr, fits,
            fmt::format("value of expression (of type '{}') is not known to be an instance of type '{}', because it "
                        "might be null",
                        typed::to_string(expr.type), typed::to_string(type)));
    } else {
        require(support::Rule::Subset, expr, fits,
                fmt::format("value does not satisfy the subset constraints of '{}'", typed::to_string(type)));
    }
    if (const Term is = vocabulary_.is(type, value, nullptr); is != fits) { // what was seen here holds everywhere
        definedness_->learn(store_.implies(guard(), is));
    }
}

Term Expressions::under(Term guard, const Expr& expr) {
    guards_.push_back(guard);
    const Term result = encode(expr);
    guards_.pop_back();
    return result;
}

Term Expressions::operator()(const typed::BoolLiteral& node) {
    return store_.bool_(node.value);
}

Term Expressions::operator()(const typed::IntLiteral& node) {
    const typed::Type& type = current_->type;
    return type.kind == typed::TypeKind::Bits ? store_.bits(node.value, bits_held(type)) : store_.integer(node.value);
}

Term Expressions::operator()(const typed::RealLiteral& node) {
    return store_.divide(store_.real(node.value.get_num()), store_.real(node.value.get_den()));
}

Term Expressions::operator()(const typed::CharLiteral& node) {
    return store_.integer(static_cast<unsigned long>(node.value));
}

Term Expressions::operator()(const typed::StringLiteral& node) {
    return vocabulary_.string(node.value);
}

Term Expressions::operator()(const typed::NullLiteral&) {
    return vocabulary_.heap().null();
}

Term Expressions::operator()(const typed::VariableRead& node) {
    const auto value = scope_.values.find(node.variable);
    DAPHNIA_CHECK(value != scope_.values.end(), "variable without a value: " + node.variable->name);
    if (definedness_ != nullptr) {
        definedness_->check_read_variable(*current_, *node.variable, guard());
    }
    return value->second;
}

Term Expressions::operator()(const typed::ConstantRead& node) {
    if (definedness_ != nullptr) {
        definedness_->check_constant(*current_, *node.constant, guard());
    }
    return store_.apply(vocabulary_.constant(*node.constant), {});
}

Term Expressions::operator()(const typed::Unary& node) {
    const Term operand = encode(*node.operand);
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
Term Expressions::short_circuit(const typed::Binary& node) {
    const Term left = encode(*node.left);
    if (node.op == BinaryOp::Or) {
        return store_.or_(left, under(store_.not_(left), *node.right));
    }
    const Term right = under(left, *node.right);
    return node.op == BinaryOp::And ? store_.and_(left, right) : store_.implies(left, right);
}

Term Expressions::operator()(const typed::Binary& node) {
    if (node.op == BinaryOp::And || node.op == BinaryOp::Or || node.op == BinaryOp::Implies) {
        return short_circuit(node);
    }
    const Term left = encode(*node.left);
    const Term right = encode(*node.right);
    return operation(node, left, right);
}

Term Expressions::operation(const typed::Binary& node, Term left, Term right) {
    const auto seq = [&]() -> const logic::SeqTheory& { return vocabulary_.seq(node.left->type); };
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
        return vocabulary_.product(typed::BinaryOp::Multiply, left, right);
    case BinaryOp::Divide:
    case BinaryOp::Modulo:
        require(support::Rule::DivisionByZero, *node.right, store_.not_equal(right, zero_of(node.right->type)));
        return vocabulary_.product(node.op, left, right);
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
        return shifted(node, left, right);
    case BinaryOp::CharAdd:
    case BinaryOp::CharSubtract: {
        const Term result = node.op == BinaryOp::CharAdd ? store_.add(left, right) : store_.subtract(left, right);
        require(support::Rule::CharRange, *current_, vocabulary_.is(typed::char_type(), result, nullptr),
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
        return store_.less(vocabulary_.rank(typed::base_type(node.left->type), left),
                           vocabulary_.rank(typed::base_type(node.right->type), right));
    case BinaryOp::Union:
    case BinaryOp::Intersection:
    case BinaryOp::Difference:
    case BinaryOp::Subset:
    case BinaryOp::ProperSubset:
    case BinaryOp::Disjoint:
        return set_operation(node, left, right);
    case BinaryOp::Merge:
        return store_.apply(vocabulary_.map(node.left->type).merge, {left, right});
    case BinaryOp::Remove:
        return store_.apply(vocabulary_.map(node.left->type).remove, {left, right});
    case BinaryOp::Member:
    case BinaryOp::NotMember: {
        const Term member = vocabulary_.contains(node.right->type, right, left);
        return node.op == BinaryOp::Member ? member : store_.not_(member);
    }
    }
    DAPHNIA_CHECK(false, "unknown binary operator");
}

Term Expressions::operator()(const typed::IfThenElse& node) {
    const Term condition = encode(*node.condition);
    const Term then = under(condition, *node.then);
    const Term otherwise = under(store_.not_(condition), *node.otherwise);
    return store_.ite(condition, then, otherwise);
}

Term Expressions::operator()(const typed::Let& node) {
    std::vector<Term> values;
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        values.push_back(encode(*node.values[i]));
        require_fits(node.variables[i]->type, *node.values[i], values.back());
    }
    for (std::size_t i = 0; i < node.variables.size(); ++i) {
        scope_.values[node.variables[i].get()] = values[i];
    }
    return encode(*node.body);
}

Term Expressions::operator()(const typed::FunctionCall& node) {
    const typed::Function& function = *node.function;
    std::vector<Term> parameters;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        parameters.push_back(encode(*node.arguments[i]));
        require_fits(function.parameters[i]->type, *node.arguments[i], parameters.back());
    }
    if (definedness_ != nullptr) {
        definedness_->check_call(*current_, node, parameters, scope_, guard());
    }
    std::vector<Term> arguments = vocabulary_.heap_arguments(function, parameters, scope_.now);
    arguments.insert(arguments.end(), parameters.begin(), parameters.end());
    const FunctionSymbols& symbols = vocabulary_.function(function);
    std::size_t layer = scope_.lowest_layer ? 0 : symbols.top();
    if (scope_.unfolding != nullptr && vocabulary_.context().calls.same_component(scope_.unfolding, &function)) {
        layer = std::min(layer, scope_.layer);
    }
    const Term call = store_.apply(symbols.layers[layer], arguments);
    if (symbols.ok != nullptr && !vocabulary_.is_own_call(call)) {
        record({{}, store_.true_(), call, store_.apply(symbols.ok, arguments)});
    }
    return call;
}

Term Expressions::operator()(const typed::TupleDisplay& node) {
    const typed::Type type = current_->type;
    std::vector<Term> components;
    for (std::size_t i = 0; i < node.components.size(); ++i) {
        components.push_back(encode(*node.components[i]));
        require_fits(type.arguments.at(i), *node.components[i], components.back());
    }
    return store_.apply(vocabulary_.tuple(type).make, std::move(components));
}

Term Expressions::operator()(const typed::TupleSelect& node) {
    const Term tuple = encode(*node.tuple);
    return store_.apply(vocabulary_.tuple(node.tuple->type).select.at(node.component), {tuple});
}

Term Expressions::operator()(const typed::DatatypeValue& node) {
    const typed::Type type = current_->type;
    const std::vector<typed::Type> fields = typed::field_types(type, node.constructor);
    std::vector<Term> arguments;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        arguments.push_back(encode(*node.arguments[i]));
        require_fits(fields.at(i), *node.arguments[i], arguments.back());
    }
    return vocabulary_.construct(type, node.constructor, std::move(arguments));
}

Term Expressions::operator()(const typed::DatatypeTest& node) {
    return vocabulary_.is_made_by(node.value->type, encode(*node.value), node.constructor);
}

Term Expressions::operator()(const typed::DatatypeSelect& node) {
    const typed::Type& type = node.value->type;
    const Term value = encode(*node.value);
    if (!node.known) {
        std::vector<Term> makers{store_.false_()};
        const auto& fields = type.datatype->destructors.at(node.destructor).fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i]) {
                makers.push_back(vocabulary_.is_made_by(type, value, i));
            }
        }
        if (makers.size() <= fields.size()) {
            require(support::Rule::Destructor, *current_, store_.or_(std::move(makers)),
                    typed::destructor_message(*type.datatype, node.destructor));
        }
    }
    return vocabulary_.destruct(type, value, node.destructor);
}

Term Expressions::operator()(const typed::Old& node) {
    const State outer = scope_.now;
    const bool outer_past = std::exchange(scope_.past, true);
    scope_.now = state_of(node.label);
    const Term result = encode(*node.operand);
    scope_.now = outer;
    scope_.past = outer_past;
    return result;
}

const State& Expressions::state_of(const typed::Label* label) const {
    if (label == nullptr) {
        return scope_.old;
    }
    const auto state = scope_.labels.find(label);
    DAPHNIA_CHECK(state != scope_.labels.end(), "no state recorded for label " + label->name);
    return state->second;
}

// fresh(r): r was not allocated then. Of a sequence or set: all its elements.
Term Expressions::operator()(const typed::Fresh& node) {
    const State& before = state_of(node.label);
    const Term operand = encode(*node.operand);
    const auto is_fresh = [&](Term r) {
        return store_.and_(store_.not_equal(r, vocabulary_.heap().null()), store_.not_(store_.select(before.alloc, r)));
    };
    if (typed::is_reference(node.operand->type)) {
        return is_fresh(operand);
    }
    return vocabulary_.every_element("fresh elements", node.operand->type, operand, is_fresh);
}

Term Expressions::operator()(const typed::Allocated& node) {
    return vocabulary_.is(typed::base_type(node.operand->type), encode(*node.operand), &scope_.now);
}

Term Expressions::operator()(const typed::StatementExpr& node) {
    if (definedness_ != nullptr) {
        definedness_->run(node.statements, guard());
    }
    return encode(*node.body);
}

} // namespace daphnia::encode
