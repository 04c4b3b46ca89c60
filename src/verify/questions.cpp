#include "verify/questions.h"

#include "cache/cache.h"
#include "support/processor_time.h"
#include "verify/doubt.h"
#include "verify/query.h"

#include <chrono>

namespace daphnia::verify {

Questions::Questions(const ivl::Program& program, const Provers& provers, const Limits& limits, TaskListener& listener)
    : program_(program), provers_(provers), listener_(listener), allowance_(limits) {}

std::vector<solver::Attempt> Questions::attempts(solver::Occasion occasion, const vcgen::Condition& condition) const {
    return provers_.first.plan(occasion, has_products(condition)).attempts;
}

solver::Answer Questions::ask(const vcgen::Condition& condition, const solver::Attempt& attempt, std::uint64_t parts,
                              std::uint64_t most) {
    if (allowance_.is_spent()) {
        if (provers_.cache != nullptr && allowance_.ended() == Limit::Time) {
            provers_.cache->usage().repeatable = false;
        }
        solver::Answer none;
        none.status = solver::Answer::Status::OutOfBudget;
        none.limit = allowance_.ended();
        return none;
    }
    const std::chrono::nanoseconds start = support::processor_time();
    solver::Budget budget = solver::lesser(allowance_.share(parts * attempt.parts), attempt.most);
    budget.resources = solver::lesser(budget.resources, most);
    solver::Answer answer =
        provers_.first.prove(make_query(condition, program_, attempt.effort, attempt.products), budget, attempt);
    allowance_.spend(answer.resources_used, std::chrono::duration<double>(support::processor_time() - start).count());
    listener_.spent(answer.resources_used, answer.seconds); // it shows, too, that the worker is alive
    return answer;
}

} // namespace daphnia::verify
