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

namespace {

// What the clause may name, in Dafny's words.
std::string wanted(Frames::Clause clause) {
    switch (clause) {
    case Frames::Clause::Reads:
        return "a reads-clause expression must denote an object, a memory location, a set of memory locations, or a "
               "function to a set of memory locations";
    case Frames::Clause::Modifies:
        return "a modifies-clause expression must denote an object, a memory location, or a set of memory locations";
    case Frames::Clause::Unchanged:
        break;
    }
    return "an unchanged expression must denote an object, a memory location, or a set of memory locations";
}

} // namespace

void Frames::require_objects(const Draft& draft, Clause clause, const std::string& hint) {
    const bool muted = reporter().muted();
    inference_.defer([this, type = draft.type, clause, at = draft.expr->anchor, muted, hint] {
        PreType inner = inference_.head(type);
        if (inner.kind == PreKind::Seq || inner.kind == PreKind::Set || inner.kind == PreKind::Iset ||
            inner.kind == PreKind::Multiset) {
            inner = inference_.head(inner.arguments[0]);
        }
        if (inner.kind == PreKind::Hole) {
            return false;
        }
        if (!is_reference(inner.kind) && inner.kind != PreKind::Unknown && !muted) {
            reporter().error(Rule::Type, at, fmt::format("{} (instead got {})", wanted(clause), inference_.show(type)),
                             hint);
        }
        return true;
    });
}

void Frames::frame_object(const ast::Expr& expr, Clause clause, typed::Frame& frame) {
    const bool reads = clause == Clause::Reads;
    if (const auto* wildcard = std::get_if<ast::Wildcard>(&expr.node)) {
        if (wildcard->doubled) {
            reporter().unsupported(expr.range, "frames that name what is not allocated, too, are");
        } else if (!reads) {
            reporter().error(Rule::Misplaced, expr.range, "a '*' frame expression is not permitted here");
        }
        frame.wildcard = true;
        return;
    }
    if (const auto* display = std::get_if<ast::SetDisplay>(&expr.node)) {
        for (const ast::ExprPtr& element : display->elements) {
            frame_object(*element, clause, frame);
        }
        return;
    }
    if (const auto* sum = std::get_if<ast::Binary>(&expr.node);
        sum != nullptr && sum->op == ast::BinaryOp::Add && std::holds_alternative<ast::SetDisplay>(sum->left->node)) {
        frame_object(*sum->left, clause, frame);
        frame_object(*sum->right, clause, frame);
        return;
    }
    const auto* const member = std::get_if<ast::Member>(&expr.node);
    const bool of_function =
        reads && member != nullptr && member->name.text == "reads" && !meanings_.declared_meaning(expr);
    Draft draft = of_function ? frame_of_function(expr, *member) : expressions_.expression(expr, Context{});
    if (of_function && is_arrow(inference_.head(draft.type).kind)) {
        frame.entries.push_back({std::move(draft.expr)});
        return;
    }
    const auto* element = std::get_if<ast::Index>(&expr.node);
    require_objects(draft, clause,
                    element == nullptr ? ""
                                       : fmt::format("name the whole array: '{} {}'", reads ? "reads" : "modifies",
                                                     element->base->range.text()));
    frame.entries.push_back({std::move(draft.expr)});
}

// object`field, and `field of this.
void Frames::add(const ast::FrameExpr& item, Clause clause, typed::Frame& frame) {
    if (!item.field) {
        frame_object(*item.object, clause, frame);
        return;
    }
    Draft object = item.object ? expressions_.expression(*item.object, Context{}) : members_.this_value(item.range);
    inference_.advance();
    require_objects(object, clause, "");
    PreType type = inference_.head(object.type);
    if (type.kind == PreKind::Seq || type.kind == PreKind::Set) {
        type = inference_.head(type.arguments[0]);
    }
    Member* const member = meanings_.member_of(type, *item.field);
    const auto* const field = member == nullptr ? nullptr : std::get_if<FieldEntry>(member);
    if (field == nullptr) {
        if (type.kind != PreKind::Unknown) {
            reporter().error(Rule::Unresolved, item.field->range,
                             fmt::format("type {} does not have a field {}", inference_.show(type), item.field->text));
        }
        drop(std::move(object.expr));
        return;
    }
    if (field->field->constant) { // it never changes
        drop(std::move(object.expr));
        return;
    }
    frame.entries.push_back({std::move(object.expr), field->field});
}

typed::Frame Frames::of(const std::vector<ast::FrameExpr>& items, Clause clause) {
    typed::Frame result;
    result.present = true;
    for (const ast::FrameExpr& item : items) {
        add(item, clause, result);
    }
    return result;
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
            add(item, kind == ast::SpecKind::Reads ? Clause::Reads : Clause::Modifies, result);
        }
    }
    return result;
}

} // namespace daphnia::resolve
