#include "verify/second_opinion.h"

#include "verify/doubt.h"
#include "verify/query.h"

namespace daphnia::verify {

namespace {

using Status = solver::Answer::Status;

// The axioms that the condition mentions are mostly enough for a proof, but another condition may have been proved by
// more of them: of the whole procedure, or with those that are kept in reserve. So a state in which the few hold and
// the goal does not is no contradiction yet. All of them are asked for then.
solver::Answer ask(const solver::Prover& prover, const vcgen::Condition& condition, const ivl::Program& program,
                   const solver::Budget& budget, const solver::Attempt& attempt) {
    solver::Query query = make_query(condition, program, attempt.effort, attempt.products);
    const solver::Answer answer = prover.prove(query, budget, attempt);
    if (answer.status != Status::Disproved || query.axioms.size() == program.axioms.size()) {
        return answer;
    }
    query.axioms.clear();
    for (const logic::Axiom& axiom : program.axioms) {
        query.axioms.push_back(&axiom);
    }
    return prover.prove(query, budget, attempt);
}

SecondOpinion opinion(const solver::Answer& answer) {
    switch (answer.status) {
    case Status::Proved:
        return {Opinion::Agrees, {}};
    case Status::Disproved:
        return {Opinion::Contradicts, answer.reason};
    case Status::CounterModel:
    case Status::Unknown:
        return {Opinion::Unknown, answer.reason};
    case Status::OutOfBudget:
        return {Opinion::OutOfBudget, answer.reason};
    case Status::Failed:
        break;
    }
    return {Opinion::Failed, answer.reason};
}

} // namespace

SecondOpinion second_opinion(const solver::Prover& prover, const vcgen::Condition& condition,
                             const ivl::Program& program, const solver::Budget& budget) {
    solver::Answer answer;
    for (const solver::Attempt& attempt : prover.plan(solver::Occasion::Alone, has_products(condition)).attempts) {
        answer = ask(prover, condition, program, solver::lesser(budget, attempt.most), attempt);
        if (answer.status == Status::Proved || answer.status == Status::Disproved) {
            break;
        }
    }
    return opinion(answer);
}

} // namespace daphnia::verify
