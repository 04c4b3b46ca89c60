// Let-such-that: values that meet the constraint exist, and the expression speaks of some fixed ones among them.
#include "encode/candidates.h"
#include "encode/expression_nodes.h"
#include "encode/triggers.h"

namespace daphnia::encode {

std::vector<Term> ChoiceNodes::bind(const std::vector<typed::VariablePtr>& variables) {
    std::vector<Term> result;
    for (const auto& variable : variables) {
        result.push_back(store_.fresh_variable(variable->name, vocabulary_.sorts.of(variable->type)));
        scope_.values[variable.get()] = result.back();
    }
    return result;
}

// The values belong to the types of the variables and meet the constraint.
Term ChoiceNodes::meets(const typed::LetSuchThat& node, const std::vector<Term>& values) {
    std::vector<Term> all;
    for (std::size_t i = 0; i < values.size(); ++i) {
        scope_.values[node.variables[i].get()] = values[i];
        all.push_back(vocabulary_.membership.is(node.variables[i]->type, values[i], in_.existing()));
    }
    all.push_back(Expressions(vocabulary_, scope_).encode(*node.constraint));
    return store_.and_(std::move(all));
}

// The constraint has a meaning for all values, and some values meet it; if the expression runs, it comes out the same
// for all of them.
void ChoiceNodes::check_such_that(const typed::LetSuchThat& node) {
    const std::size_t outer = in_.guard_depth();
    const std::vector<Term> any = bind(node.variables);
    for (std::size_t i = 0; i < any.size(); ++i) {
        in_.push_guard(vocabulary_.membership.is(node.variables[i]->type, any[i], in_.existing()));
    }
    in_.encode(*node.constraint);
    in_.leave_guards(outer);

    std::vector<const typed::Variable*> chosen;
    for (const auto& variable : node.variables) {
        chosen.push_back(variable.get());
    }
    std::vector<std::vector<Term>> worth_trying;
    for (const typed::Variable* variable : chosen) {
        worth_trying.push_back(
            candidates(vocabulary_, *node.constraint, chosen, variable, variable->type,
                       [this](const typed::Expr& part) { return Expressions(vocabulary_, scope_).encode(part); }));
    }
    std::vector<Term> ways;
    for (const auto& values : combinations(worth_trying)) {
        ways.push_back(meets(node, values));
    }
    const std::vector<Term> bound = bind(node.variables);
    const Term body = meets(node, bound);
    ways.push_back(store_.exists({"such that", bound, select_triggers(bound, body), 0}, body));
    in_.require(support::Rule::AssignSuchThat, in_.current(), store_.or_(std::move(ways)));

    if (node.compiled) {
        const std::vector<Term> first = bind(node.variables);
        in_.push_guard(meets(node, first));
        const Term of_first = Expressions(vocabulary_, scope_).encode(*node.body);
        const std::vector<Term> second = bind(node.variables);
        in_.push_guard(meets(node, second));
        const Term of_second = Expressions(vocabulary_, scope_).encode(*node.body);
        std::vector<Term> same;
        for (std::size_t i = 0; i < first.size(); ++i) {
            same.push_back(vocabulary_.equality.equal(node.variables[i]->type, first[i], second[i]));
        }
        const Term same_result = vocabulary_.equality.equal(node.body->type, of_first, of_second);
        in_.require(support::Rule::UniqueChoice, in_.current(), store_.or_(store_.and_(std::move(same)), same_result));
        in_.leave_guards(outer);
    }
}

Term ChoiceNodes::operator()(const typed::LetSuchThat& node) {
    if (in_.definedness() != nullptr) {
        check_such_that(node);
    }
    const std::vector<Term> bound = bind(node.variables);
    std::vector<CallFact> calls;
    const bool wanted = in_.takes_facts();
    std::vector<Term> belongs;
    for (std::size_t i = 0; i < bound.size(); ++i) {
        belongs.push_back(vocabulary_.membership.is(node.variables[i]->type, bound[i], in_.existing()));
    }
    const Term typed = store_.and_(std::move(belongs));
    Expressions inner(vocabulary_, scope_, nullptr, wanted ? &calls : nullptr);
    inner.push_guard(typed);
    const Term condition = store_.and_(typed, inner.encode(*node.constraint));
    for (CallFact& fact : calls) {
        fact.variables.insert(fact.variables.end(), bound.begin(), bound.end());
        in_.record(std::move(fact));
    }
    const std::vector<Term> values = vocabulary_.comprehensions.choice(bound, condition);
    if (wanted) {
        in_.record({{}, store_.true_(), values.front(), meets(node, values)});
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        scope_.values[node.variables[i].get()] = values[i];
    }
    return in_.encode(*node.body);
}

} // namespace daphnia::encode
