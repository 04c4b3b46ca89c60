// Contracts: requires, ensures and invariants, frames with their displays flattened, measures.
#include "resolve/attributes.h"
#include "resolve/body.h"

#include <fmt/format.h>

namespace daphnia::resolve {

typed::Clause BodyResolver::clause(const ast::SpecClause& clause, const char* expectation, Context context) {
    check_attributes(reporter(), clause.attributes, AttributePlace::Clause);
    const char* const outer = std::exchange(no_call_, kNoCallInClaims);
    Draft draft = condition(*clause.exprs.front(), context, expectation);
    no_call_ = outer;
    const SourceRange range = draft.expr->range;
    typed::Clause result{std::move(draft.expr), range, error_message(clause.attributes)};
    if (clause.kind == ast::SpecKind::Requires && clause.label) {
        result.label = assertion_label(*clause.label);
    }
    return result;
}

std::vector<typed::Clause> BodyResolver::clauses(const ast::SpecClauses& specs, ast::SpecKind kind,
                                                 const char* expectation, Context context) {
    std::vector<typed::Clause> result;
    for (const ast::SpecClause& spec : specs) {
        if (spec.kind == kind) {
            result.push_back(clause(spec, expectation, context));
        }
    }
    return result;
}

// ---- frames

// f.reads in a reads clause stands for all that f reads: the function itself.
Draft BodyResolver::frame_of_function(const ast::Expr& expr, const ast::Member& member) {
    Draft object = expression(*member.object, Context{});
    inference_.advance();
    return is_arrow(inference_.head(object.type).kind)
               ? std::move(object)
               : member_of(expr.range, member.name, std::move(object), member.type_arguments);
}

void BodyResolver::frame_object(const ast::Expr& expr, bool reads, typed::Frame& frame) {
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
    const bool of_function = reads && member != nullptr && member->name.text == "reads" && !declared_meaning(expr);
    Draft draft = of_function ? frame_of_function(expr, *member) : expression(expr, Context{});
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

typed::Frame BodyResolver::frame(const ast::SpecClauses& specs, ast::SpecKind kind) {
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

// ---- measures

typed::Decreases BodyResolver::decreases(const ast::SpecClauses& specs, Context context) {
    typed::Decreases result;
    for (const ast::SpecClause& spec : specs) {
        if (spec.kind != ast::SpecKind::Decreases) {
            continue;
        }
        check_attributes(reporter(), spec.attributes, AttributePlace::Clause);
        for (const ast::ExprPtr& expr : spec.exprs) {
            result.range = result.range.has_file() ? result.range : expr->range;
            if (std::holds_alternative<ast::Wildcard>(expr->node)) {
                result.wildcard = true;
                result.range = expr->range;
                if (spec.exprs.size() > 1) {
                    reporter().error(Rule::DecreasesStar, expr->range,
                                     "a 'decreases' clause that contains '*' is not allowed to contain any other "
                                     "expressions");
                }
            } else {
                result.measures.push_back(expression(*expr, context).expr);
            }
        }
    }
    return result;
}

// ---- bodies

typed::ExprPtr BodyResolver::function_body(const ast::Expr& body, const typed::Variable& result, SourceRange at,
                                           const char* message) {
    Draft draft = expression(body, Context{});
    agree(declared_type(result), draft.type, at, message);
    expect(*draft.expr, result.type);
    passed_.push_back({draft.expr.get(), result.type, std::nullopt});
    return std::move(draft.expr);
}

void BodyResolver::must_fit(const typed::Constant& constant, const Draft& value) {
    if (globals_.untyped.count(&constant) == 0) {
        agree(value_type(constant.type), value.type, constant.name_range,
              "RHS (of type {1}) not assignable to LHS (of type {0})");
        expect(*value.expr, constant.type);
        passed_.push_back({value.expr.get(), constant.type, std::nullopt});
    }
}

void BodyResolver::declare_precondition_labels(const std::vector<typed::Clause>& preconditions) {
    for (const typed::Clause& precondition : preconditions) {
        if (precondition.label != nullptr) {
            declare_label(*precondition.label, "assert label shadows a dominating label");
        }
    }
}

typed::StmtPtr BodyResolver::method_body(const ast::Block& block, const typed::Method& method) {
    method_ = &method;
    // The outermost variables of the body share a scope with the results, so no frame of its own.
    typed::Block result;
    for (const ast::StmtPtr& stmt : block.stmts) {
        statement(*stmt, result.statements);
    }
    return make_stmt(block.range, false, std::move(result));
}

} // namespace daphnia::resolve
