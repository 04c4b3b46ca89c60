#include "resolve/allocations.h"

#include "resolve/expressions.h"
#include "resolve/foreign_names.h"
#include "resolve/index_functions.h"
#include "resolve/modules.h"
#include "resolve/values.h"

#include <fmt/format.h>

namespace daphnia::resolve {

// The way out for `new` in front of what is no class.
std::string Allocations::instead_of(const ast::NewObject& node) {
    const auto* array = std::get_if<ast::ArrayType>(&node.type->node);
    if (array != nullptr && array->arguments.size() == 1 && node.arguments && node.arguments->size() == 1) {
        return fmt::format("write 'new {}[{}]'", array->arguments.front()->range.text(),
                           node.arguments->front().value->range.text());
    }
    const auto* named = std::get_if<ast::NamedType>(&node.type->node);
    if (named == nullptr) {
        return array != nullptr ? "write 'new int[n]'" : "values of this type need no 'new'";
    }
    const std::string& name = named->path.back().name.text;
    if (std::holds_alternative<ConstructorEntry>(meaning_of(globals_, name))) {
        return fmt::format("values of datatypes need no 'new': write '{}(…)'", name);
    }
    return foreign_type(name);
}

PendingValue Allocations::new_array(const ast::Rhs& rhs, const ast::NewArray& node) {
    PendingValue result{{rhs.range, typed::HavocValue{}}, pre(PreKind::Unknown), nullptr, true};
    if (node.dimensions.size() > 1) {
        reporter().unsupported(rhs.range, "arrays of more than one dimension are");
        return result;
    }
    typed::NewArray array{typed::int_type(), nullptr, {}, false, nullptr, nullptr, nullptr};
    PreType element = inference_.hole();
    if (node.element) {
        const std::optional<typed::Type> given = resolve_type(globals_, *node.element);
        element = given ? exact_type(*given) : pre(PreKind::Unknown);
    }
    if (!node.dimensions.empty()) {
        Draft size = expressions_.expression(*node.dimensions.front(), statement_context());
        require_int(size, "new must use an integer-based expression for the array size (got {})");
        array.size = std::move(size.expr);
    }
    const PreType of_value = inference_.erased(element);
    if (node.initializer) {
        if (std::optional<IndexFunction> function =
                index_functions_.index_function(*node.initializer, statement_context())) {
            agree(of_value, function->body.type, function->body.expr->anchor,
                  "array-allocation initialization expression expected to have type 'nat ~> {0}' (instead got 'nat ~> "
                  "{1}')");
            array.index = std::move(function->variable);
            array.domain = std::move(function->domain);
            array.initial = std::move(function->body.expr);
        }
    }
    if (node.display) {
        array.has_display = true;
        for (const ast::ExprPtr& expr : *node.display) {
            Draft draft = expressions_.expression(*expr, statement_context());
            agree(of_value, draft.type, draft.expr->anchor,
                  "initial value must be assignable to array's elements (expected '{0}', got '{1}')");
            array.display.push_back(std::move(draft.expr));
        }
        if (!array.size) {
            array.size = integer(rhs.range, support::Integer(static_cast<unsigned long>(node.display->size()))).expr;
        }
    }
    result.type = pre_array(element);
    result.value.node = std::move(array);
    return result;
}

} // namespace daphnia::resolve
