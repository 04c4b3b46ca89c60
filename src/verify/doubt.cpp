#include "verify/doubt.h"

#include "logic/theory.h"

#include <functional>

namespace daphnia::verify {

namespace {

bool any_subterm(const vcgen::Condition& condition, const std::function<bool(logic::Term)>& holds) {
    bool found = false;
    const auto visit = [&](logic::Term term) { found = found || holds(term); };
    for (const logic::Term hypothesis : condition.hypotheses) {
        logic::for_each_subterm(hypothesis, visit);
    }
    logic::for_each_subterm(condition.goal, visit);
    return found;
}

} // namespace

bool has_products(const vcgen::Condition& condition) {
    return any_subterm(condition, logic::is_nonlinear);
}

Doubt::Doubt(vcgen::Condition condition_, std::size_t index_, bool exhausted_)
    : condition(std::move(condition_)), index(index_), exhausted(exhausted_),
      has_products(verify::has_products(condition)),
      has_quantifiers(any_subterm(condition, [](logic::Term term) { return term->quantifier != nullptr; })) {}

void Doubt::describe(refute::Target& target) const {
    target.proved = false;
    target.exhausted = exhausted;
    target.has_products = has_products;
    target.has_quantifiers = has_quantifiers;
}

refute::Target target(const ivl::Origin& origin) {
    refute::Target result;
    result.rule = origin.rule;
    result.range = origin.range;
    for (const ivl::RelatedPlace& place : origin.related) {
        result.clauses.push_back(place.range);
    }
    result.proved = true;
    return result;
}

} // namespace daphnia::verify
