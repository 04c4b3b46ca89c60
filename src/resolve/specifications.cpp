#include "resolve/specifications.h"

#include "resolve/attributes.h"
#include "resolve/expressions.h"
#include "resolve/labels.h"

namespace daphnia::resolve {

typed::Clause Specifications::clause(const ast::SpecClause& clause, const char* expectation, Context context) {
    check_attributes(reporter(), clause.attributes, AttributePlace::Clause);
    Draft draft = expressions_.claimed(*clause.exprs.front(), context, expectation);
    const SourceRange range = draft.expr->range;
    typed::Clause result{std::move(draft.expr), range, error_message(clause.attributes)};
    if (clause.kind == ast::SpecKind::Requires && clause.label) {
        result.label = labels_.assertion_label(*clause.label);
    }
    return result;
}

std::vector<typed::Clause> Specifications::clauses(const ast::SpecClauses& specs, ast::SpecKind kind,
                                                   const char* expectation, Context context) {
    std::vector<typed::Clause> result;
    for (const ast::SpecClause& spec : specs) {
        if (spec.kind == kind) {
            result.push_back(clause(spec, expectation, context));
        }
    }
    return result;
}

typed::Decreases Specifications::decreases(const ast::SpecClauses& specs, Context context) {
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
                result.measures.push_back(expressions_.expression(*expr, context).expr);
            }
        }
    }
    return result;
}

// Values of opaque types and functions have no order and are left out, and so is `this` of a class, which is never
// null. Dafny puts the set of what a function reads in front; a smaller tuple of the rest is a smaller tuple either
// way, so that leaving it out is sound.
typed::Decreases Specifications::default_decreases(const std::vector<typed::VariablePtr>& parameters,
                                                   SourceRange range) {
    typed::Decreases result;
    result.inferred = true;
    result.range = range;
    for (const typed::VariablePtr& parameter : parameters) {
        const typed::TypeKind kind = typed::carrier(parameter->type).kind;
        const bool object = parameter->kind == typed::VariableKind::Receiver && kind == typed::TypeKind::Reference;
        if (kind != typed::TypeKind::Parameter && kind != typed::TypeKind::Arrow && !object) {
            result.measures.push_back(read(*parameter, range).expr);
        }
    }
    return result;
}

} // namespace daphnia::resolve
