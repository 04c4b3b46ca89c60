// Conversions between types, and what speaks of states of the heap.
#include "resolve/body.h"
#include "support/spelling.h"

#include <fmt/format.h>

namespace daphnia::resolve {

namespace {
bool is_number(PreKind kind) {
    return is_numeric(kind) || kind == PreKind::Char;
}
} // namespace

Draft BodyResolver::conversion(SourceRange range, const ast::Conversion& node, Context context) {
    Draft operand = expression(*node.operand, context);
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

Draft BodyResolver::type_test(SourceRange range, const ast::TypeTest& node, Context context) {
    Draft operand = expression(*node.operand, context);
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

// ---- states of the heap

const typed::Label* BodyResolver::state_label(SourceRange range, const std::optional<ast::Ident>& label,
                                              const char* what, Context context) {
    if (lambda_depth_ > 0) {
        reporter().unsupported(range, "earlier states of the heap in lambda expressions are");
        return nullptr;
    }
    if (!context.two_state) {
        reporter().error(Rule::Misplaced, range, fmt::format("{} expressions are not allowed in this context", what));
        return nullptr;
    }
    if (!label) {
        return nullptr;
    }
    const typed::Label* found = dominating_labels_.find(label->text);
    if (found == nullptr) {
        reporter().error(Rule::Unresolved, range, fmt::format("no label '{}' in scope at this time", label->text),
                         support::did_you_mean(label->text, dominating_labels_.names()));
    }
    if (assertion_labels_.count(found) != 0) {
        reporter().unsupported(label->range, "states named by the label of an assertion are");
    }
    return found;
}

Draft BodyResolver::old(SourceRange range, const ast::Old& node, Context context) {
    const typed::Label* label = state_label(first_token(range, 3), node.label, "old", context);
    Draft operand = expression(*node.operand, Context{false, true});
    PreType type = operand.type;
    return make(range, first_token(range, 3), std::move(type), typed::Old{std::move(operand.expr), label});
}

Draft BodyResolver::fresh(SourceRange range, const ast::Fresh& node, Context context) {
    Draft operand = expression(*node.operand, context);
    const typed::Label* label = state_label(first_token(range, 5), node.label, "fresh", context);
    require(
        operand.type,
        [](PreKind kind) { return kind == PreKind::Array || kind == PreKind::Seq || kind == PreKind::Set; },
        operand.expr->anchor,
        "the argument of a fresh expression must denote an object or a set or sequence of objects (instead got {})");
    return make(range, first_token(range, 5), pre(PreKind::Bool), typed::Fresh{std::move(operand.expr), label});
}

Draft BodyResolver::allocated(SourceRange range, const ast::Allocated& node, Context context) {
    Draft operand = expression(*node.operand, context);
    if (lambda_depth_ > 0) {
        return unsupported(range, "allocated expressions in lambda expressions are");
    }
    if ((place_ == Place::Function && !context.in_old) || place_ == Place::Constant) {
        const bool function = place_ == Place::Function;
        reporter().error(Rule::Misplaced, first_token(range, 9),
                         fmt::format("a {} definition is not allowed to depend on the set of allocated references{}",
                                     function ? "function" : "const",
                                     function ? fmt::format("; perhaps declare function '{}' with 'reads **'", name_)
                                              : std::string()));
    }
    return make(range, first_token(range, 9), pre(PreKind::Bool), typed::Allocated{std::move(operand.expr)});
}

} // namespace daphnia::resolve
