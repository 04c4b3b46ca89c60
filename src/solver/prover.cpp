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

} // namespace daphnia::solver
