#include "resolve/comprehensions.h"

#include "resolve/attributes.h"
#include "resolve/expressions.h"
#include "resolve/operators.h"

namespace daphnia::resolve {

// The variables stay declared in the innermost frame, which is the caller's.
Binders Comprehensions::binders(const ast::QuantifierDomain& domain, const char* range_message, Context context) {
    Binders result;
    std::optional<Draft> range;
    const auto also = [&](Draft condition) {
        if (range) {
            const SourceRange both = cover(range->expr->range, condition.expr->range);
            range = conjunction(both, std::move(*range), std::move(condition));
        } else {
            range = std::move(condition);
        }
    };
    // A domain sees the variables before its own; a range sees its own as well.
    for (const ast::QuantifiedVar& var : domain.vars) {
        std::optional<Draft> collection;
        if (var.domain) {
            collection = expressions_.expression(*var.domain, context);
        }
        result.variables.push_back(
            variables_.new_variable(var.name, var.type.get(), typed::VariableKind::Bound, false));
        typed::Variable& variable = *result.variables.back();
        variables_.declare(variable, "bound-variable");
        if (collection) {
            const SourceRange at = collection->expr->anchor;
            const SourceRange both = cover(var.name.range, var.domain->range);
            also(operators_.membership(both, at, ast::BinaryOp::In, read(variable, var.name.range),
                                       std::move(*collection)));
        }
        if (var.range) {
            also(expressions_.condition(*var.range, context, range_message));
        }
    }
    if (range) {
        result.range = std::move(range->expr);
    }
    return result;
}

Draft Comprehensions::quantifier(SourceRange range, const ast::Quantifier& node, Context context) {
    const VariableScope::Frame frame(variables_.scope());
    const bool forall = node.kind == ast::QuantifierKind::Forall;
    Binders bound = binders(node.domain, "range of quantifier must be of type bool (instead got {})", context);
    typed::Quantifier result{
        forall ? typed::QuantifierKind::Forall : typed::QuantifierKind::Exists, {}, nullptr, nullptr, {}, false};
    Draft body =
        expressions_.condition(*node.body, context, "body of quantifier must be of type bool (instead got {})");
    result.range = std::move(bound.range);
    result.body = std::move(body.expr);
    for (const ast::Attribute& attribute : node.domain.attributes) {
        if (attribute.name.text == "trigger") {
            std::vector<typed::ExprPtr> trigger;
            for (const ast::Argument& argument : attribute.arguments) {
                trigger.push_back(expressions_.expression(*argument.value, context).expr);
            }
            result.triggers.push_back(std::move(trigger));
        } else if (attribute.name.text == "autotriggers") {
            result.no_triggers = is_false(attribute);
        } else if (attribute.name.text == "split") {
            result.split = !is_false(attribute);
        } else if (attribute.name.text == "nowarn") {
            globals_.quiet_quantifiers.push_back(range);
        }
    }
    check_attributes(reporter(), node.domain.attributes, AttributePlace::Quantifier);
    result.variables = owned(std::move(bound.variables));
    for (const ast::Attribute& attribute : node.domain.attributes) {
        if (attribute.name.text == "induction") {
            result.induction = induction(globals_, attribute, result.variables);
        }
    }
    const SourceRange keyword = first_token(range, 6);
    return make(range, keyword, pre(PreKind::Bool), std::move(result));
}

Draft Comprehensions::set_comprehension(SourceRange range, const ast::SetComprehension& node, Context context) {
    const SourceRange keyword = first_token(range, node.infinite ? 4 : 3);
    const VariableScope::Frame frame(variables_.scope());
    Binders bound = binders(node.domain, "range of comprehension must be of type bool (instead got {})", context);
    check_attributes(reporter(), node.domain.attributes, AttributePlace::Quantifier);
    if (node.term == nullptr && bound.variables.size() != 1) {
        reporter().error(Rule::Arity, range,
                         "a set comprehension with more than one bound variable must have a term expression");
        return wrong(range);
    }
    typed::SetComprehension result;
    Draft term = node.term != nullptr ? expressions_.expression(*node.term, context)
                                      : read(*bound.variables.front(), bound.variables.front()->range);
    PreType type = pre_of(node.infinite ? PreKind::Iset : PreKind::Set, term.type);
    result.range = std::move(bound.range);
    result.term = std::move(term.expr);
    result.variables = owned(std::move(bound.variables));
    return make(range, keyword, std::move(type), std::move(result));
}

Draft Comprehensions::map_comprehension(SourceRange range, const ast::MapComprehension& node, Context context) {
    const SourceRange keyword = first_token(range, node.infinite ? 4 : 3);
    const VariableScope::Frame frame(variables_.scope());
    Binders bound = binders(node.domain, "range of comprehension must be of type bool (instead got {})", context);
    check_attributes(reporter(), node.domain.attributes, AttributePlace::Quantifier);
    if (node.key == nullptr && bound.variables.size() != 1) {
        reporter().error(Rule::Arity, range,
                         "a map comprehension with more than one bound variable must have a term expression of the "
                         "form 'Expr := Expr'");
        return wrong(range);
    }
    typed::MapComprehension result;
    PreType key_type;
    if (node.key != nullptr) {
        Draft key = expressions_.expression(*node.key, context);
        key_type = key.type;
        result.key = std::move(key.expr);
    } else {
        key_type = type_of(*bound.variables.front());
    }
    Draft value = expressions_.expression(*node.value, context);
    PreType type = pre_map(node.infinite ? PreKind::Imap : PreKind::Map, std::move(key_type), value.type);
    result.range = std::move(bound.range);
    result.value = std::move(value.expr);
    result.variables = owned(std::move(bound.variables));
    return make(range, keyword, std::move(type), std::move(result));
}

} // namespace daphnia::resolve
