// See the header.
#include "interpret/basic_expressions.h"

#include "interpret/checks.h"
#include "interpret/conditions.h"
#include "interpret/evaluation.h"
#include "interpret/narrowing.h"
#include "interpret/statements.h"
#include "interpret/variables.h"

namespace daphnia::interpret {

Value BasicExpressions::operator()(const typed::BoolLiteral& node, const typed::Expr&) const {
    return Value::boolean(node.value);
}

Value BasicExpressions::operator()(const typed::IntLiteral& node, const typed::Expr&) const {
    return Value::integer(node.value);
}

Value BasicExpressions::operator()(const typed::CharLiteral& node, const typed::Expr&) const {
    return Value::character(node.value);
}

Value BasicExpressions::operator()(const typed::StringLiteral& node, const typed::Expr&) const {
    return Value::string(node.value);
}

Value BasicExpressions::operator()(const typed::NullLiteral&, const typed::Expr&) const {
    return Value::reference({});
}

Value BasicExpressions::operator()(const typed::VariableRead& node, const typed::Expr& expr) const {
    return variables_.read(*node.variable, expr);
}

Value BasicExpressions::operator()(const typed::ConstantRead& node, const typed::Expr&) const {
    return variables_.constant(*node.constant);
}

Value BasicExpressions::operator()(const typed::IfThenElse& node, const typed::Expr&) const {
    return evaluation_.eval(evaluation_.holds(*node.condition) ? *node.then : *node.otherwise);
}

Value BasicExpressions::operator()(const typed::Let& node, const typed::Expr&) const {
    evaluation_.bind(node);
    return evaluation_.eval(*node.body);
}

Value BasicExpressions::operator()(const typed::TupleDisplay& node, const typed::Expr& expr) const {
    Values components;
    for (std::size_t i = 0; i < node.components.size(); ++i) {
        if (!run_.checking() && typed::is_ghost_component(expr.type, i)) {
            components.emplace_back();
            continue;
        }
        components.push_back(evaluation_.eval(*node.components[i]));
        narrowing_.require_fits(expr.type.arguments.at(i), node.components[i]->type, components.back(),
                                *node.components[i]);
    }
    return Value::tuple(std::move(components));
}

Value BasicExpressions::operator()(const typed::TupleSelect& node, const typed::Expr&) const {
    Value room;
    return evaluation_.peek(*node.tuple, room).components().at(node.component);
}

Value BasicExpressions::operator()(const typed::DatatypeValue& node, const typed::Expr& expr) const {
    constexpr std::size_t kDeepest = 4'000; // what walks over values is recursive
    const typed::Constructor& constructor = expr.type.datatype->constructors.at(node.constructor);
    Values fields;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        if (!run_.checking() && constructor.fields.at(i)->ghost) {
            fields.emplace_back();
            continue;
        }
        fields.push_back(evaluation_.eval(*node.arguments[i]));
        narrowing_.require_fits(typed::field_type(expr.type, node.constructor, i), node.arguments[i]->type,
                                fields.back(), *node.arguments[i]);
    }
    Value result = Value::datatype(node.constructor, std::move(fields));
    if (result.depth() > kDeepest) {
        throw Exhausted{Status::OutOfMemory, "a value of a datatype nests too deep", expr.range};
    }
    return result;
}

Value BasicExpressions::operator()(const typed::DatatypeTest& node, const typed::Expr&) const {
    Value room;
    return Value::boolean(evaluation_.peek(*node.value, room).constructor() == node.constructor);
}

Value BasicExpressions::operator()(const typed::DatatypeSelect& node, const typed::Expr& expr) const {
    const typed::Datatype& datatype = *node.value->type.datatype;
    Value room;
    const Value& value = evaluation_.peek(*node.value, room);
    const std::optional<std::size_t> field = datatype.destructors.at(node.destructor).fields.at(value.constructor());
    if (!field) {
        checks_.fail({Rule::Destructor, place_of(expr), typed::destructor_message(datatype, node.destructor)}, {},
                     {checks_.part(*node.value, value)});
    }
    return value.fields().at(*field);
}

Value BasicExpressions::operator()(const typed::StatementExpr& node, const typed::Expr&) const {
    for (const typed::StmtPtr& statement : node.statements) {
        const auto* const assertion = std::get_if<typed::Assert>(&statement->node);
        if (run_.checking()) {
            statements_.exec(*statement);
        } else if (assertion != nullptr && assertion->kind == typed::AssertKind::MatchCase) {
            conditions_.require_case(*assertion);
        }
    }
    return evaluation_.eval(*node.body);
}

} // namespace daphnia::interpret
