#include "encode/such_that.h"

#include "encode/candidates.h"
#include "encode/procedure.h"
#include "encode/triggers.h"

namespace daphnia::encode {

SuchThat::SuchThat(Procedure& all)
    : ProcedurePart(all.state), claims_(all.claims), assigned_(all.assigned), assignments_(all.assignments) {}

Scope SuchThat::with_values(const std::vector<Destination>& targets, const std::vector<Term>& values) const {
    Scope result = scope_;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (const typed::Variable* const variable = targets[i].variable()) {
            result.values[variable] = values[i];
        } else {
            const auto write = [&](const auto& location) {
                vocabulary_.heap.map(result.now, location.region) =
                    vocabulary_.heap.written(result.now, location, values[i]);
            };
            if (const auto* field = std::get_if<FieldLocation>(&targets[i].location.node)) {
                write(*field);
            } else {
                write(std::get<ElementLocation>(targets[i].location.node));
            }
        }
    }
    return result;
}

Term SuchThat::exists_value(const typed::AssignSuchThat& node, const std::vector<Destination>& targets) {
    const auto holds = [&](const std::vector<Term>& values) {
        Scope trial = with_values(targets, values);
        std::vector<Term> all;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            all.push_back(vocabulary_.membership.is(targets[i].type, values[i], &scope_.now));
        }
        all.push_back(Expressions(vocabulary_, trial).encode(*node.constraint));
        return store_.and_(std::move(all));
    };
    std::vector<const typed::Variable*> chosen;
    for (const Destination& target : targets) {
        if (const typed::Variable* const variable = target.variable()) {
            chosen.push_back(variable);
        }
    }
    std::vector<std::vector<Term>> worth_trying;
    for (const Destination& target : targets) {
        worth_trying.push_back(candidates(vocabulary_, *node.constraint, chosen, target.variable(), target.type,
                                          [this](const typed::Expr& part) { return claims_.pure(part); }));
    }
    std::vector<Term> ways;
    for (const auto& values : combinations(worth_trying)) {
        ways.push_back(holds(values));
    }
    std::vector<Term> bound;
    for (const Destination& target : targets) {
        bound.push_back(store_.fresh_variable("v", vocabulary_.sorts.of(target.type)));
    }
    const Term body = holds(bound);
    ways.push_back(store_.exists({"such that", bound, select_triggers(bound, body), 0}, body));
    return store_.or_(std::move(ways));
}

void SuchThat::operator()(const typed::AssignSuchThat& node) {
    const std::vector<Destination> targets = assignments_.destinations(node.targets);
    const auto arbitrary = [&] {
        std::vector<Term> values;
        for (const Destination& target : targets) {
            values.push_back(store_.fresh_variable("any", vocabulary_.sorts.of(target.type)));
            blocks_.emit(ivl::Havoc{values.back()});
            state_.assume(vocabulary_.membership.is(target.type, values.back(), &scope_.now));
        }
        return values;
    };
    const Scope outer = scope_;
    const DefiniteAssignment::Flags flags = assigned_.flags(); // within the constraint the targets have values
    for (const Destination& target : targets) {
        assigned_.forget(target.location);
    }
    state_.aside("such that", [&] {
        scope_ = with_values(targets, arbitrary());
        claims_.checked(*node.constraint);
        scope_ = outer;
    });
    if (!node.assumed) {
        state_.require(exists_value(node, targets), {support::Rule::AssignSuchThat, state_.current->range, {}, {}});
    }
    const std::vector<Term> values = arbitrary();
    scope_ = with_values(targets, values);
    claims_.assume_clause(*node.constraint);
    scope_ = outer;
    assigned_.restore(flags);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        assignments_.write(targets[i], values[i]);
    }
}

} // namespace daphnia::encode
