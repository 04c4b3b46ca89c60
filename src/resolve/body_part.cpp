#include "resolve/body_part.h"

#include <fmt/format.h>

namespace daphnia::resolve {

Draft BodyPart::make_node(SourceRange range, SourceRange anchor, PreType type, decltype(typed::Expr::node) node) {
    state_.meets_unknown = state_.meets_unknown || type.kind == PreKind::Unknown;
    auto expr = std::make_unique<typed::Expr>(typed::Expr{range, anchor, typed::bool_type(), std::move(node)});
    return state_.nodes.add(std::move(expr), std::move(type));
}

Draft BodyPart::wrong(SourceRange range) {
    return make(range, range, pre(PreKind::Unknown), typed::BoolLiteral{false});
}

Draft BodyPart::unsupported(SourceRange range, const char* what) {
    reporter().unsupported(range, what);
    return wrong(range);
}

Draft BodyPart::read(const typed::Variable& variable, SourceRange range) {
    return make(range, range, type_of(variable), typed::VariableRead{&variable});
}

Draft BodyPart::integer(SourceRange range, support::Integer value) {
    return make(range, range, inference_.literal_hole(PreKind::Int), typed::IntLiteral{std::move(value)});
}

Draft BodyPart::binary(SourceRange range, SourceRange op_range, typed::BinaryOp op, Draft left, Draft right) {
    const bool arithmetic = op == typed::BinaryOp::Add || op == typed::BinaryOp::Subtract;
    PreType type = arithmetic ? left.type : pre(PreKind::Bool);
    if (arithmetic) {
        inference_.unify(left.type, right.type); // a literal is of the other's type
    }
    return make(range, op_range, std::move(type),
                typed::Binary{op, std::move(left.expr), std::move(right.expr), op_range});
}

Draft BodyPart::conjunction(SourceRange range, Draft left, Draft right) {
    const SourceRange at = right.expr->anchor;
    return binary(range, at, typed::BinaryOp::And, std::move(left), std::move(right));
}

namespace {

// For types that other languages convert into each other, or write in another way.
std::string way_out_of_types(const std::string& a, const std::string& b) {
    const auto start = [&](std::string_view first, std::string_view second) {
        return (a.starts_with(first) && b.starts_with(second)) || (a.starts_with(second) && b.starts_with(first));
    };
    const auto are = [&](const char* first, const char* second) {
        return (a == first && b == second) || (a == second && b == first);
    };
    if (are("char", "string")) {
        return "characters stand in single quotes, strings in double ones";
    }
    if (are("int", "real") || are("nat", "real")) {
        return "numbers are converted by 'x as real' and 'r.Floor', and 1 is written '1.0' where it is a real";
    }
    if (are("int", "string") || are("nat", "string")) {
        return "a number is no string, and is not made one";
    }
    if (are("int", "char") || are("nat", "char")) {
        return "characters and numbers are converted by 'c as int' and 'n as char'";
    }
    if (start("array<", "seq<")) {
        return "'a[..]' is the sequence of an array's elements, and 'new int[] [1, 2]' an array of those elements";
    }
    return {};
}

} // namespace

bool BodyPart::agree(const PreType& a, const PreType& b, SourceRange at, const char* message, const std::string& hint) {
    state_.meets_unknown = state_.meets_unknown || a.kind == PreKind::Unknown || b.kind == PreKind::Unknown;
    const std::string first = inference_.show(a);
    const std::string second = inference_.show(b);
    if (inference_.unify(a, b)) {
        return true;
    }
    const std::string way_out = hint.empty() ? way_out_of_types(first, second) : hint;
    reporter().error(Rule::Type, at, fmt::format(fmt::runtime(message), first, second), way_out);
    return false;
}

void BodyPart::require(const PreType& type, std::function<bool(PreKind)> allowed, SourceRange at, std::string message,
                       std::optional<PreKind> fallback, const char* hint) {
    const bool muted = reporter().muted();
    inference_.defer(
        [this, type, allowed = std::move(allowed), at, message = std::move(message), muted, hint] {
            // A literal that may become anything that is allowed need not be waited for.
            const PreKind kind = inference_.family_of(type);
            if (inference_.is_literal(type) && allowed(kind)) {
                if (kind == PreKind::Int && !allowed(PreKind::Bits)) {
                    inference_.decide_literal(type);
                }
                return true;
            }
            if (inference_.is_open(type)) {
                return false;
            }
            if (kind != PreKind::Unknown && !allowed(kind) && !muted) {
                reporter().error(Rule::Type, at, fmt::format(fmt::runtime(message), inference_.show(type)), hint);
            }
            return true;
        },
        [this, type, fallback] {
            if (fallback && inference_.is_open(type)) {
                inference_.unify(type, pre(*fallback));
            }
        });
}

void BodyPart::require_int(const Draft& draft, const char* message) {
    require(draft.type, is_integral, draft.expr->anchor, message, PreKind::Int);
}

PreType BodyPart::known_now(const Draft& draft) {
    inference_.advance();
    return inference_.head(draft.type);
}

typed::StmtPtr BodyPart::make_stmt(SourceRange range, bool ghost, decltype(typed::Stmt::node) node) {
    return std::make_unique<typed::Stmt>(typed::Stmt{range, ghost, std::move(node)});
}

} // namespace daphnia::resolve
