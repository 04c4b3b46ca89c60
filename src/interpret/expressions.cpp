// Expressions without sequences and arrays: expressions in, values out.
#include "interpret/expressions.h"

#include "interpret/collections.h"
#include "interpret/sequences.h"
#include "support/error.h"
#include "support/match.h"

namespace daphnia::interpret {

using typed::BinaryOp;

Value Engine::eval(const typed::Expr& expr) {
    step(expr.range);
    return support::match(expr.node, Expressions(*this, expr));
}

const Value& Engine::peek(const typed::Expr& expr, Value& room) {
    if (const auto* variable = std::get_if<typed::VariableRead>(&expr.node)) {
        step(expr.range);
        return read(*variable->variable, expr);
    }
    room = eval(expr);
    return room;
}

Value Expressions::operator()(const typed::BoolLiteral& node) const {
    return Value::boolean(node.value);
}

Value Expressions::operator()(const typed::IntLiteral& node) const {
    return Value::integer(node.value);
}

Value Expressions::operator()(const typed::CharLiteral& node) const {
    return Value::character(node.value);
}

Value Expressions::operator()(const typed::StringLiteral& node) const {
    return Value::string(node.value);
}

Value Expressions::operator()(const typed::NullLiteral&) const {
    return Value::reference({});
}

Value Expressions::operator()(const typed::VariableRead& node) const {
    return engine_.read(*node.variable, expr_);
}

Value Expressions::operator()(const typed::ConstantRead& node) const {
    return engine_.constant(*node.constant);
}

Value Expressions::operator()(const typed::Binary& node) const {
    switch (node.op) {
    case BinaryOp::And:
        return Value::boolean(engine_.holds(*node.left) && engine_.holds(*node.right));
    case BinaryOp::Or:
        return Value::boolean(engine_.holds(*node.left) || engine_.holds(*node.right));
    case BinaryOp::Implies:
        return Value::boolean(!engine_.holds(*node.left) || engine_.holds(*node.right));
    default: {
        Value left_room;
        Value right_room;
        const Value& left = engine_.peek(*node.left, left_room);
        const Value& right = engine_.peek(*node.right, right_room);
        if (typed::contains_functions(node.left->type)) {
            require_comparable(node, left, right);
        }
        return operation(node, left, right);
    }
    }
}

void Expressions::require_comparable(const typed::Binary& node, const Value& left, const Value& right) const {
    const bool equality = node.op == BinaryOp::Equal || node.op == BinaryOp::NotEqual;
    if (node.op != BinaryOp::Concat && left.holds_functions() && right.holds_functions() &&
        !(equality && left == right)) {
        throw Unknown{"whether two functions are equal", expr_.range};
    }
}

Value Expressions::operation(const typed::Binary& node, const Value& left, const Value& right) const {
    const bool bits = node.left->type.kind == typed::TypeKind::Bits;
    switch (node.op) {
    case BinaryOp::And:
    case BinaryOp::Or:
    case BinaryOp::Implies:
        break;
    case BinaryOp::Equal:
        return Value::boolean(left == right);
    case BinaryOp::NotEqual:
        return Value::boolean(!(left == right));
    case BinaryOp::Less:
        return Value::boolean(compare(left, right) < 0);
    case BinaryOp::LessEqual:
        return Value::boolean(compare(left, right) <= 0);
    case BinaryOp::Greater:
        return Value::boolean(compare(left, right) > 0);
    case BinaryOp::GreaterEqual:
        return Value::boolean(compare(left, right) >= 0);
    case BinaryOp::Add:
        return bits ? bits_operation(node, left, right) : add(left, right);
    case BinaryOp::Subtract:
        return bits ? bits_operation(node, left, right) : subtract(left, right);
    case BinaryOp::Multiply:
        engine_.charge_product(left, right, expr_.range);
        return bits ? bits_operation(node, left, right) : multiply(left, right);
    case BinaryOp::BitAnd:
    case BinaryOp::BitOr:
    case BinaryOp::BitXor:
    case BinaryOp::ShiftLeft:
    case BinaryOp::ShiftRight:
    case BinaryOp::RotateLeft:
    case BinaryOp::RotateRight:
        return bits_operation(node, left, right);
    case BinaryOp::Divide:
    case BinaryOp::Modulo:
        if (right.is_real() ? right.as_real() == 0 : right.as_small() == 0) {
            engine_.fail({Rule::DivisionByZero, place_of(*node.right), {}}, {}, {engine_.part(*node.right, right)});
        }
        return node.op == BinaryOp::Divide ? divide(left, right) : modulo(left, right);
    case BinaryOp::CharAdd:
    case BinaryOp::CharSubtract:
        return character(node, left, right);
    case BinaryOp::Concat:
        engine_.charge(length(left) + length(right), expr_.range);
        return concat(left, right);
    case BinaryOp::Prefix:
        return Value::boolean(is_prefix(left, right));
    case BinaryOp::ProperPrefix:
        return Value::boolean(length(left) < length(right) && is_prefix(left, right));
    case BinaryOp::RankLess: {
        const std::uint64_t one = left.rank();
        if (one >= Value::kLargestRank) {
            throw Unknown{"the values to compare are too large", expr_.range};
        }
        return Value::boolean(one < right.rank());
    }
    case BinaryOp::Union:
    case BinaryOp::Intersection:
    case BinaryOp::Difference:
    case BinaryOp::Subset:
    case BinaryOp::ProperSubset:
    case BinaryOp::Disjoint:
    case BinaryOp::Merge:
    case BinaryOp::Remove:
        return set_operation(node, left, right);
    case BinaryOp::Member:
        return Value::boolean(is_member(right, left));
    case BinaryOp::NotMember:
        return Value::boolean(!is_member(right, left));
    }
    DAPHNIA_CHECK(false, "unknown binary operator");
}

Value Expressions::character(const typed::Binary& node, const Value& left, const Value& right) const {
    const std::int64_t a = left.as_character();
    const std::int64_t b = right.as_character();
    const bool sum = node.op == BinaryOp::CharAdd;
    const Value result = Value::integer(sum ? a + b : a - b);
    if (!is_scalar(result)) {
        engine_.fail(
            {Rule::CharRange, place_of(expr_), sum ? "char addition overflows" : "char subtraction underflows"}, {},
            {engine_.part(*node.left, left), engine_.part(*node.right, right)});
    }
    return Value::character(static_cast<char32_t>(*result.as_small()));
}

Value Expressions::operator()(const typed::IfThenElse& node) const {
    return engine_.eval(engine_.holds(*node.condition) ? *node.then : *node.otherwise);
}

Value Expressions::operator()(const typed::Let& node) const {
    engine_.bind(node);
    return engine_.eval(*node.body);
}

Value Expressions::operator()(const typed::LetSuchThat& node) const {
    const std::vector<typed::Restriction>& restrictions = engine_.restrictions(node);
    engine_.choose(restrictions, *node.constraint, place_of(expr_), false);
    Activation& here = *engine_.active();
    Values chosen;
    for (const typed::VariablePtr& variable : node.variables) {
        chosen.push_back(here[*variable]);
    }
    const auto put_back = [&] {
        engine_.activate(&here);
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            here[*node.variables[i]] = chosen[i];
        }
    };
    if (engine_.checking() && node.compiled) {
        const Value result = engine_.eval(*node.body);
        put_back();
        const auto is_another = [&] {
            for (std::size_t i = 0; i < chosen.size(); ++i) {
                if (here[*node.variables[i]] != chosen[i]) {
                    return engine_.holds(*node.constraint) && engine_.eval(*node.body) != result;
                }
            }
            return false;
        };
        bool unique = true;
        std::vector<EvaluatedPart> both;
        const auto note = [&] {
            for (const typed::VariablePtr& variable : node.variables) {
                both.push_back(
                    {variable->range, variable->name, shown(here[*variable], variable->type, engine_.read_heap())});
            }
        };
        note();
        engine_.attempt([&] {
            unique = engine_.enumerate(restrictions, Engine::Search::Complete, [&] { return !is_another(); }) !=
                     Engine::Coverage::Stopped;
        });
        note();
        put_back();
        if (!unique) {
            engine_.fail({Rule::UniqueChoice, place_of(expr_), {}}, {}, std::move(both));
        }
        return result;
    }
    return engine_.eval(*node.body);
}

Value Expressions::operator()(const typed::FunctionCall& node) const {
    return engine_.call_function(node, expr_);
}

Value Expressions::operator()(const typed::TupleDisplay& node) const {
    Values components;
    for (std::size_t i = 0; i < node.components.size(); ++i) {
        if (!engine_.checking() && typed::is_ghost_component(expr_.type, i)) {
            components.emplace_back();
            continue;
        }
        components.push_back(engine_.eval(*node.components[i]));
        engine_.require_fits(expr_.type.arguments.at(i), node.components[i]->type, components.back(),
                             *node.components[i]);
    }
    return Value::tuple(std::move(components));
}

Value Expressions::operator()(const typed::TupleSelect& node) const {
    Value room;
    return engine_.peek(*node.tuple, room).components().at(node.component);
}

Value Expressions::operator()(const typed::DatatypeValue& node) const {
    constexpr std::size_t kDeepest = 4'000; // what walks over values is recursive
    const typed::Constructor& constructor = expr_.type.datatype->constructors.at(node.constructor);
    Values fields;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        if (!engine_.checking() && constructor.fields.at(i)->ghost) {
            fields.emplace_back();
            continue;
        }
        fields.push_back(engine_.eval(*node.arguments[i]));
        engine_.require_fits(typed::field_type(expr_.type, node.constructor, i), node.arguments[i]->type, fields.back(),
                             *node.arguments[i]);
    }
    Value result = Value::datatype(node.constructor, std::move(fields));
    if (result.depth() > kDeepest) {
        throw Exhausted{Status::OutOfMemory, "a value of a datatype nests too deep", expr_.range};
    }
    return result;
}

Value Expressions::operator()(const typed::DatatypeTest& node) const {
    Value room;
    return Value::boolean(engine_.peek(*node.value, room).constructor() == node.constructor);
}

Value Expressions::operator()(const typed::DatatypeSelect& node) const {
    const typed::Datatype& datatype = *node.value->type.datatype;
    Value room;
    const Value& value = engine_.peek(*node.value, room);
    const std::optional<std::size_t> field = datatype.destructors.at(node.destructor).fields.at(value.constructor());
    if (!field) {
        engine_.fail({Rule::Destructor, place_of(expr_), typed::destructor_message(datatype, node.destructor)}, {},
                     {engine_.part(*node.value, value)});
    }
    return value.fields().at(*field);
}

Value Expressions::operator()(const typed::Old& node) const {
    const Snapshot& state = engine_.state_at(node.label);
    DAPHNIA_CHECK(state.heap.has_value(), "old needs the heap of that state");
    const Engine::Reading then(engine_, *state.heap);
    return engine_.eval(*node.operand);
}

bool Expressions::is_fresh(const Value& value, const Snapshot& since) const {
    return !value.as_reference().is_null() && value.as_reference().object > since.objects;
}

// Of a sequence: all its elements.
Value Expressions::operator()(const typed::Fresh& node) const {
    const Snapshot& since = engine_.state_at(node.label);
    const Value operand = engine_.eval(*node.operand);
    if (typed::is_array(node.operand->type)) {
        return Value::boolean(is_fresh(operand, since));
    }
    for (const Value& element : operand.elements()) {
        if (!is_fresh(element, since)) {
            return Value::boolean(false);
        }
    }
    return Value::boolean(true);
}

Value Expressions::operator()(const typed::Allocated& node) const {
    const Value operand = engine_.eval(*node.operand);
    return Value::boolean(engine_.belongs(operand, typed::base_type(node.operand->type), engine_.read_heap()));
}

Value Expressions::operator()(const typed::StatementExpr& node) const {
    for (const typed::StmtPtr& statement : node.statements) {
        const auto* const assertion = std::get_if<typed::Assert>(&statement->node);
        if (engine_.checking()) {
            engine_.exec(*statement);
        } else if (assertion != nullptr && assertion->kind == typed::AssertKind::MatchCase) {
            engine_.require_case(*assertion);
        }
    }
    return engine_.eval(*node.body);
}

} // namespace daphnia::interpret
