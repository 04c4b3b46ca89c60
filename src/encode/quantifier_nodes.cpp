// Quantifiers: their definedness over arbitrary values, and their terms with triggers.
#include "encode/closing.h"
#include "encode/expression_nodes.h"

namespace daphnia::encode {

using typed::QuantifierKind;

Term QuantifierNodes::operator()(const typed::Quantifier& node) {
    if (in_.definedness() != nullptr) {
        check_quantifier(node);
    }
    return quantify(node);
}

// Range and body have to have a meaning for all values of the variables, the body only within the range.
void QuantifierNodes::check_quantifier(const typed::Quantifier& node) {
    std::size_t pushed = 0;
    for (const auto& variable : node.variables) {
        const Term any = store_.fresh_variable(variable->name, vocabulary_.sorts.of(variable->type));
        scope_.values[variable.get()] = any;
        in_.push_guard(vocabulary_.membership.is(variable->type, any, in_.existing()));
        ++pushed;
    }
    if (node.range != nullptr) {
        in_.push_guard(in_.encode(*node.range));
        ++pushed;
    }
    in_.encode(*node.body);
    for (const auto& trigger : node.triggers) {
        for (const auto& term : trigger) {
            Expressions(vocabulary_, scope_).encode(*term);
        }
    }
    in_.leave_guards(in_.guard_depth() - pushed);
}

Term QuantifierNodes::quantify(const typed::Quantifier& node) {
    std::vector<Term> variables;
    std::vector<Term> belongs;
    for (const auto& variable : node.variables) {
        const Term bound = store_.fresh_variable(variable->name, vocabulary_.sorts.of(variable->type));
        scope_.values[variable.get()] = bound;
        variables.push_back(bound);
        belongs.push_back(vocabulary_.membership.is(variable->type, bound, in_.existing()));
    }
    std::vector<CallFact> calls;
    const bool wanted = in_.takes_facts();
    Expressions inner(vocabulary_, scope_, nullptr, wanted ? &calls : nullptr);
    Term range = store_.and_(belongs);
    inner.push_guard(range);
    if (node.range != nullptr) {
        const Term written = inner.encode(*node.range);
        range = store_.and_(range, written);
        inner.push_guard(written);
    }
    const Term body = inner.encode(*node.body);
    for (CallFact& fact : calls) {
        fact.variables.insert(fact.variables.end(), variables.begin(), variables.end());
        in_.record(std::move(fact));
    }
    return close(node, variables, range, body);
}

std::vector<logic::Trigger> QuantifierNodes::user_triggers(const typed::Quantifier& node) {
    std::vector<logic::Trigger> result;
    for (const auto& trigger : node.triggers) {
        logic::Trigger terms;
        for (const auto& term : trigger) {
            terms.push_back(Expressions(vocabulary_, scope_).encode(*term));
        }
        result.push_back(std::move(terms));
    }
    return result;
}

Term QuantifierNodes::close(const typed::Quantifier& node, const std::vector<Term>& variables, Term range, Term body) {
    Closing closing;
    closing.forall = node.kind == QuantifierKind::Forall;
    // By its variables and not by its place, which changes with what else is in the file.
    closing.name = closing.forall ? "forall" : "exists";
    for (const auto& variable : node.variables) {
        closing.name += (variable == node.variables.front() ? " " : ", ") + variable->name;
    }
    closing.triggers = user_triggers(node);
    closing.select = !node.no_triggers && !vocabulary_.context().options.manual_triggers;
    closing.split = closing.select && node.split && closing.triggers.empty();
    return encode::close(store_, vocabulary_.functions, closing, variables, range, body);
}

} // namespace daphnia::encode
