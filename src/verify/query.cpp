#include "verify/query.h"

namespace daphnia::verify {

solver::Query make_query(const vcgen::Condition& condition, const ivl::Program& program, logic::Effort effort) {
    std::vector<logic::Term> terms = condition.hypotheses;
    terms.push_back(condition.goal);
    return {logic::relevant_axioms(terms, program.axioms, effort), condition.hypotheses, condition.goal};
}

} // namespace daphnia::verify
