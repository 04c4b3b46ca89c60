#include "verify/query.h"

#include "logic/theory.h"

namespace daphnia::verify {

solver::Query make_query(const vcgen::Condition& condition, const ivl::Program& program) {
    std::vector<logic::Term> terms = condition.hypotheses;
    terms.push_back(condition.goal);
    return {logic::relevant_axioms(terms, program.axioms), condition.hypotheses, condition.goal};
}

} // namespace daphnia::verify
