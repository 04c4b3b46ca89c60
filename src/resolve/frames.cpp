#include "resolve/frames.h"

#include "resolve/attributes.h"
#include "resolve/expressions.h"
#include "resolve/meanings.h"
#include "resolve/members.h"

#include <fmt/format.h>

namespace daphnia::resolve {

// f.reads in a reads clause stands for all that f reads: the function itself.
Draft Frames::frame_of_function(const ast::Expr& expr, const ast::Member& member) {
    Draft object = expressions_.expression(*member.object, Context{});
    inference_.advance();
    return is_arrow(inference_.head(object.type).kind)
               ? std::move(object)
               : members_.member_of(expr.range, member.name, std::move(object), member.type_arguments);
}

void Frames::frame_object(const ast::Expr& expr, bool reads, typed::Frame& frame) {
    if (std::holds_alternative<ast::Wildcard>(expr.node)) {
        if (!reads) {
            reporter().error(Rule::Misplaced, expr.range, "a '*' frame expression is not permitted here");
        }
        frame.wildcard = true;
        return;
    }
    if (const auto* display = std::get_if<ast::SetDisplay>(&expr.node)) {
        for (const ast::ExprPtr& element : display->elements) {
            frame_object(*element, reads, frame);
        }
        return;
    }
    if (const auto* sum = std::get_if<ast::Binary>(&expr.node);
        sum != nullptr && sum->op == ast::BinaryOp::Add && std::holds_alternative<ast::SetDisplay>(sum->left->node)) {
        frame_object(*sum->left, reads, frame);
        frame_object(*sum->right, reads, frame);
        return;
    }
    const auto* const member = std::get_if<ast::Member>(&expr.node);
    const bool of_function =
        reads && member != nullptr && member->name.text == "reads" && !meanings_.declared_meaning(expr);
    Draft draft = of_function ? frame_of_function(expr, *member) : expressions_.expression(expr, Context{});
    const PreType type = draft.type;
    if (of_function && is_arrow(inference_.head(type).kind)) {
        frame.entries.push_back({std::move(draft.expr)});
        return;
    }
    const bool muted = reporter().muted();
    const auto* element = std::get_if<ast::Index>(&expr.node);
    const std::string hint =
        element == nullptr
            ? ""
            : fmt::format("name the whole array: '{} {}'", reads ? "reads" : "modifies", element->base->range.text());
    inference_.defer([this, type, reads, at = draft.expr->anchor, muted, hint] {
        PreType inner = inference_.head(type);
        if (inner.kind == PreKind::Seq || inner.kind == PreKind::Set) {
            inner = inference_.head(inner.arguments[0]);
        }
        if (inner.kind == PreKind::Hole) {
            return false;
        }
        if (inner.kind == PreKind::Object && !muted && !reads) {
            reporter().unsupported(at, "modifies clauses with what functions read are");
        } else if (inner.kind != PreKind::Array && inner.kind != PreKind::Object && inner.kind != PreKind::Unknown &&
                   !muted) {
            reporter().error(
                Rule::Type, at,
                fmt::format("a {} expression must denote an object, a memory location, {} (instead got {})",
                            reads ? "reads-clause" : "modifies-clause",
                            reads ? "a set of memory locations, or a function to a set of memory locations"
                                  : "or a set of memory locations",
                            inference_.show(type)),
                hint);
        }
        return true;
    });
    frame.entries.push_back({std::move(draft.expr)});
}

typed::Frame Frames::frame(const ast::SpecClauses& specs, ast::SpecKind kind) {
    typed::Frame result;
    for (const ast::SpecClause& spec : specs) {
        if (spec.kind != kind) {
            continue;
        }
        check_attributes(reporter(), spec.attributes, AttributePlace::Clause);
        result.present = true;
        for (const ast::FrameExpr& item : spec.frames) {
            if (!item.object || item.field) {
                reporter().unsupported(item.range, "fields in frames are");
                continue;
            }
            frame_object(*item.object, kind == ast::SpecKind::Reads, result);
        }
    }
    return result;
}

} // namespace daphnia::resolve
