#include "encode/type_predicates.h"

#include "encode/vocabulary.h"

namespace daphnia::encode {

using typed::Type;

TypePredicates::TypePredicates(Vocabulary& vocabulary)
    : store_(vocabulary.store()), sorts_(vocabulary.sorts), heap_(vocabulary.heap) {}

TypePredicate TypePredicates::of(const Type& type, bool allocation) {
    return named("is<" + typed::unique_name(type) + (allocation ? ",alloc>" : ">"), type, allocation);
}

TypePredicate TypePredicates::named(const std::string& name, const Type& type, bool allocation) {
    const auto known = known_.find(name);
    if (known != known_.end()) {
        return {name, known->second, allocation, false, {}};
    }
    State inside;
    std::vector<Sort> sorts{sorts_.of(type)};
    if (allocation) {
        sorts.push_back(heap_.alloc_sort());
        inside.alloc = store_.fresh_variable("alloc", heap_.alloc_sort());
    }
    const logic::Function predicate = store_.function(name, std::move(sorts), store_.bool_sort());
    known_.emplace(name, predicate);
    return {name, predicate, allocation, true, std::move(inside)};
}

Term TypePredicates::belongs(const TypePredicate& to, Term value, const State* state) {
    return store_.apply(to.predicate,
                        to.allocation ? std::vector<Term>{value, state->alloc} : std::vector<Term>{value});
}

std::vector<Term> TypePredicates::with_allocation(const TypePredicate& of, std::vector<Term> variables) const {
    if (of.allocation) {
        variables.push_back(of.inside.alloc);
    }
    return variables;
}

} // namespace daphnia::encode
