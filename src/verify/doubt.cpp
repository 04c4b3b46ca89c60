#include "verify/doubt.h"

#include <algorithm>

namespace daphnia::verify {

Doubt::Doubt(vcgen::Condition condition_, std::size_t index_, bool exhausted_)
    : condition(std::move(condition_)), index(index_), exhausted(exhausted_) {
    const auto visit = [&](logic::Term term) {
        const bool product = term->kind == logic::TermKind::Multiply || term->kind == logic::TermKind::Divide ||
                             term->kind == logic::TermKind::Modulo;
        has_products = has_products ||
                       (product && std::none_of(term->children.begin(), term->children.end(), [](logic::Term child) {
                            return child->kind == logic::TermKind::Integer || child->kind == logic::TermKind::Real;
                        }));
        has_quantifiers = has_quantifiers || term->quantifier != nullptr;
    };
    for (const logic::Term hypothesis : condition.hypotheses) {
        logic::for_each_subterm(hypothesis, visit);
    }
    logic::for_each_subterm(condition.goal, visit);
}

void Doubt::describe(refute::Target& target) const {
    target.proved = false;
    target.exhausted = exhausted;
    target.has_products = has_products;
    target.has_quantifiers = has_quantifiers;
}

refute::Target target(const ivl::Origin& origin) {
    refute::Target result;
    result.id = ivl::info(origin.kind).id;
    result.range = origin.range;
    for (const ivl::RelatedPlace& place : origin.related) {
        result.clauses.push_back(place.range);
    }
    result.proved = true;
    return result;
}

} // namespace daphnia::verify
