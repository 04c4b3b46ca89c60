#include "resolve/values.h"

#include "resolve/allocations.h"
#include "resolve/attributes.h"
#include "resolve/expressions.h"

namespace daphnia::resolve {

void Values::forget(PendingValue value) {
    if (auto* expr = std::get_if<typed::ExprPtr>(&value.value.node)) {
        drop(std::move(*expr));
    }
}

PendingValue Values::value(const ast::Rhs& rhs) {
    check_attributes(reporter(), rhs.attributes, AttributePlace::Statement);
    if (const auto* expr = std::get_if<ast::ExprPtr>(&rhs.node)) {
        Draft draft = expressions_.expression(**expr, statement_context());
        PendingValue result{{rhs.range, typed::HavocValue{}}, draft.type, draft.expr.get(), false};
        result.value.node = typed::ExprPtr(std::move(draft.expr));
        return result;
    }
    if (std::holds_alternative<ast::Havoc>(rhs.node)) {
        return {{rhs.range, typed::HavocValue{}}, inference_.hole(), nullptr, false};
    }
    if (const auto* allocation = std::get_if<ast::NewArray>(&rhs.node)) {
        return allocations_.new_array(rhs, *allocation);
    }
    return allocations_.new_object(rhs, std::get<ast::NewObject>(rhs.node));
}

PendingValue Values::pending(Draft draft) {
    PendingValue result{{draft.expr->range, typed::HavocValue{}}, draft.type, draft.expr.get(), false};
    result.value.node = typed::ExprPtr(std::move(draft.expr));
    return result;
}

} // namespace daphnia::resolve
