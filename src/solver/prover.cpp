#include "solver/prover.h"

#include <algorithm>

namespace daphnia::solver {

bool is_trivial(const Query& query) {
    const auto is_false = [](logic::Term term) { return term->kind == logic::TermKind::False; };
    return query.goal->kind == logic::TermKind::True ||
           std::any_of(query.hypotheses.begin(), query.hypotheses.end(), is_false);
}

Budget lesser(const Budget& a, const Budget& b) {
    return {lesser(a.resources, b.resources), lesser(a.milliseconds, b.milliseconds), lesser(a.memory_mb, b.memory_mb)};
}

std::string to_string(Answer::Status status) {
    switch (status) {
    case Answer::Status::Proved:
        return "proved";
    case Answer::Status::Disproved:
        return "disproved";
    case Answer::Status::CounterModel:
        return "not proved";
    case Answer::Status::Unknown:
        return "unknown";
    case Answer::Status::OutOfBudget:
        return "out of budget";
    case Answer::Status::Failed:
        return "failed";
    }
    return {};
}

} // namespace daphnia::solver
