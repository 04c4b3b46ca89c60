#include "encode/vocabulary.h"

namespace daphnia::encode {

Vocabulary::Vocabulary(const Context& context, typed::Callable task, logic::TermStore& store)
    : context_(context), task_(task), store_(store), reach_(context.reaching.from(task)), lifting(store), sorts(store),
      products(*this), heap(*this, reach_), predicates(*this), membership(*this), datatypes(*this), ranks(*this),
      equality(*this), collections(*this), comprehensions(*this), function_types(*this), function_membership(*this),
      function_values(*this), functions(*this), definitions(*this) {}

std::vector<Term> joined(std::vector<Term> first, const std::vector<Term>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::vector<logic::Axiom> Vocabulary::axioms() {
    // Asked for by what is defined below, so that it comes first.
    const State any = heap.state("any ");
    for (const typed::Region& region : heap.regions()) {
        if (const Term good = heap.is_typed(region, heap.map(any, region)); good != store_.true_()) {
            own_axioms.add("any " + region.name,
                           "what does not depend on the heap may be looked at in any heap of a program", good,
                           good->function);
        }
    }
    for (bool more = true; more;) {
        more = true;
        if (const typed::Function* const function = functions.next_function()) {
            definitions.define(*function);
        } else if (const typed::Constant* const constant = functions.next_constant()) {
            definitions.define(*constant);
        } else {
            more = false;
        }
    }
    std::vector<logic::Axiom> result = sorts.theories().axioms();
    result.insert(result.end(), own_axioms.all().begin(), own_axioms.all().end());
    return result;
}

} // namespace daphnia::encode
