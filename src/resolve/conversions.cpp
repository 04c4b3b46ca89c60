#include "resolve/conversions.h"

#include "resolve/expressions.h"

#include <fmt/format.h>

namespace daphnia::resolve {

namespace {

bool is_number(PreKind kind) {
    return is_numeric(kind) || kind == PreKind::Char;
}

} // namespace

Draft Conversions::conversion(SourceRange range, const ast::Conversion& node, Context context) {
    Draft operand = expressions_.expression(*node.operand, context);
    const std::optional<typed::Type> to = resolve_type(globals_, *node.type);
    if (!to) {
        return wrong(range);
    }
    const PreType from = operand.type;
    const PreType target = value_type(*to);
    const bool muted = reporter().muted();
    inference_.defer(
        [this, from, target, at = node.op_range, muted] {
            if (target.kind == PreKind::Newtype) {
                inference_.decide_literal(from); // one that does not fit is an integer all the same
            }
            if (inference_.is_open(from)) {
                return false; // a literal, too, may still become one of the target's type
            }
            const PreKind kind = family(target);
            if (is_number(inference_.family_of(from)) && is_number(kind)) {
                return true;
            }
            const char* message =
                is_integral(kind)       ? "type conversion to an int-based type is allowed only from numeric and "
                                          "bitvector types, char, and ORDINAL (got {1})"
                : kind == PreKind::Char ? "type conversion to a char type is allowed only from numeric and bitvector "
                                          "types, char, and ORDINAL (got {1})"
                : kind == PreKind::Real ? "type conversion to a real-based type is allowed only from numeric and "
                                          "bitvector types, char, and ORDINAL (got {1})"
                : kind == PreKind::Bits ? "type conversion to a bitvector-based type is allowed only from numeric and "
                                          "bitvector types, char, and ORDINAL (got {1})"
                                        : "type cast to type '{0}' must be from an expression of a compatible type "
                                          "(got '{1}')";
            if (!inference_.unify(target, from) && !muted) {
                reporter().error(Rule::Type, at,
                                 fmt::format(fmt::runtime(message), inference_.show(target), inference_.show(from)));
            }
            return true;
        },
        [this, from, target] { inference_.unify(from, target); });
    Draft result = make(range, node.op_range, target, typed::Convert{std::move(operand.expr), *to});
    return result;
}

Draft Conversions::type_test(SourceRange range, const ast::TypeTest& node, Context context) {
    Draft operand = expressions_.expression(*node.operand, context);
    const std::optional<typed::Type> to = resolve_type(globals_, *node.type);
    if (!to) {
        return wrong(range);
    }
    inference_.advance();
    if (value_type(*to).kind == PreKind::Newtype) { // one that does not fit is a number all the same
        inference_.decide_literal(operand.type);
    }
    if (!is_number(inference_.family_of(operand.type)) || !is_number(family(value_type(*to)))) {
        agree(value_type(*to), operand.type, node.op_range,
              "type test for type '{0}' must be from an expression assignable to it (got '{1}')");
    }
    return make(range, node.op_range, pre(PreKind::Bool), typed::TypeTest{std::move(operand.expr), *to});
}

} // namespace daphnia::resolve
