#include "verify/run.h"

#include <algorithm>

namespace daphnia::verify {

Totals totals(const Run& run) {
    Totals result;
    for (const FileResult& file : run.files) {
        result.verified += static_cast<std::size_t>(
            std::count_if(file.declarations.begin(), file.declarations.end(),
                          [](const Outcome& outcome) { return outcome.verdict() == Verdict::Proved; }));
        result.errors += static_cast<std::size_t>(
            std::count_if(file.diagnostics.begin(), file.diagnostics.end(), [](const support::Diagnostic& diagnostic) {
                return diagnostic.severity == support::Severity::Error;
            }));
        result.warnings += static_cast<std::size_t>(
            std::count_if(file.diagnostics.begin(), file.diagnostics.end(), [](const support::Diagnostic& diagnostic) {
                return diagnostic.severity == support::Severity::Warning;
            }));
        for (const Outcome& outcome : file.declarations) {
            result.cache_hits += outcome.cache.hits;
            result.cache_misses += outcome.cache.misses;
            result.solver_starts += outcome.cache.asked;
            for (const ObligationOutcome& obligation : outcome.obligations) {
                if (obligation.second.opinion != Opinion::None) {
                    ++result.opinions[obligation.second.opinion];
                }
            }
        }
        result.assumptions += file.assumptions.size();
        result.accepted +=
            static_cast<std::size_t>(std::count_if(file.assumptions.begin(), file.assumptions.end(),
                                                   [](const Assumption& assumption) { return assumption.accepted; }));
        if (file.stage == Stage::Unreadable || file.stage == Stage::Rejected || file.internal_error) {
            ++result.unverified_files;
        }
    }
    return result;
}

int exit_code(const Run& run) {
    constexpr int kRejected = 2;
    const auto any = [&](auto&& holds) { return std::any_of(run.files.begin(), run.files.end(), holds); };
    if (any([](const FileResult& file) { return file.internal_error; })) {
        return 70;
    }
    const Totals sums = totals(run);
    if (run.nothing_selected || sums.opinions.contains(Opinion::Failed) ||
        any([](const FileResult& file) { return file.stage == Stage::Unreadable; })) {
        return 1;
    }
    if (any([](const FileResult& file) { return file.stage == Stage::Rejected; })) {
        return kRejected;
    }
    const bool proved = std::all_of(run.files.begin(), run.files.end(), [](const FileResult& file) {
        return std::all_of(file.declarations.begin(), file.declarations.end(),
                           [](const Outcome& outcome) { return outcome.verdict() == Verdict::Proved; });
    });
    if (!proved || (run.strictness.fail_on_assumptions && sums.assumptions > sums.accepted)) {
        return 4;
    }
    return !run.strictness.allow_warnings && sums.warnings > 0 ? kRejected : 0;
}

} // namespace daphnia::verify
