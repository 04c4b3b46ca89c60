#include "encode/definedness.h"

#include <algorithm>

namespace daphnia::encode {

Term to_term(logic::TermStore& store, const CallFact& fact) {
    const auto free = logic::free_variables(fact.call);
    for (const Term variable : fact.variables) {
        if (std::find(free.begin(), free.end(), variable) == free.end()) {
            return store.true_();
        }
    }
    const Term known = store.implies(fact.guard, fact.ok);
    return fact.variables.empty() ? known : store.forall({"checked call", fact.variables, {{fact.call}}, 0}, known);
}

} // namespace daphnia::encode
