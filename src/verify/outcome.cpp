#include "verify/outcome.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::verify {

namespace {

// How Dafny says that a budget ended.
std::string describe(Limit limit, const Outcome& outcome) {
    switch (limit) {
    case Limit::None:
        return fmt::format("verification of '{}' was inconclusive", outcome.name);
    case Limit::Resources:
        return fmt::format("verification of '{}' ran out of resources", outcome.name);
    case Limit::Time:
        return fmt::format("verification of '{}' timed out after {} seconds", outcome.name, outcome.time_limit);
    case Limit::Memory:
        return fmt::format("verification of '{}' ran out of memory", outcome.name);
    case Limit::NotCached:
        return fmt::format("what is asked about '{}' is not in the cache", outcome.name);
    case Limit::Crash:
        return fmt::format("verification of '{}' ended with a crash of the solver", outcome.name);
    }
    return {};
}

support::Diagnostic failure(const ObligationOutcome& obligation, const Outcome& outcome) {
    support::Diagnostic result;
    result.rule = obligation.origin.rule;
    result.range = obligation.origin.range;
    result.verdict = to_string(obligation.verdict);
    result.explanation = obligation.explanation;
    result.message = obligation.origin.message.empty() ? std::string(support::info(obligation.origin.rule).unproved)
                                                       : obligation.origin.message;
    if (obligation.verdict == Verdict::Exhausted) {
        result.message += fmt::format(" ({})", describe(obligation.limit, outcome));
    }
    for (const ivl::RelatedPlace& place : obligation.origin.related) {
        result.related.push_back({place.range, place.message});
    }
    return result;
}

// Of two failures that are shown as one, the one that says more is shown.
int weight(const support::Diagnostic& diagnostic) {
    return diagnostic.verdict == to_string(Verdict::Refuted)    ? 2
           : diagnostic.verdict == to_string(Verdict::Unproved) ? 1
                                                                : 0;
}

// Proofs about which the second prover gave no answer that can be understood.
support::Diagnostic failure_of_second(const Outcome& outcome, std::size_t count, const std::string& reason) {
    support::Diagnostic result;
    result.rule = support::Rule::CheckSolver;
    result.range = outcome.name_range;
    result.message = fmt::format("{} gave no answer about {} of '{}': {}", outcome.second_prover,
                                 count == 1 ? "a proof" : fmt::format("{} proofs", count), outcome.name, reason);
    return result;
}

bool same_failure(const support::Diagnostic& a, const support::Diagnostic& b) {
    return a.rule == b.rule && a.range == b.range &&
           std::equal(a.related.begin(), a.related.end(), b.related.begin(), b.related.end(),
                      [](const support::Related& x, const support::Related& y) { return x.range == y.range; });
}

} // namespace

std::string_view to_string(Verdict verdict) {
    switch (verdict) {
    case Verdict::Proved:
        return "proved";
    case Verdict::Refuted:
        return "refuted";
    case Verdict::Unproved:
        return "unproved";
    case Verdict::Exhausted:
        return "exhausted";
    }
    return {};
}

std::string_view to_string(Opinion opinion) {
    switch (opinion) {
    case Opinion::None:
        return "none";
    case Opinion::Agrees:
        return "agrees";
    case Opinion::Contradicts:
        return "contradicts";
    case Opinion::Unknown:
        return "unknown";
    case Opinion::OutOfBudget:
        return "exhausted";
    case Opinion::Failed:
        return "failed";
    }
    return {};
}

Verdict Outcome::verdict() const {
    const auto any = [&](Verdict wanted) {
        return std::any_of(obligations.begin(), obligations.end(),
                           [&](const ObligationOutcome& obligation) { return obligation.verdict == wanted; });
    };
    for (const Verdict worst : {Verdict::Refuted, Verdict::Unproved}) {
        if (any(worst)) {
            return worst;
        }
    }
    return stopped != Limit::None || any(Verdict::Exhausted) ? Verdict::Exhausted : Verdict::Proved;
}

std::vector<support::Diagnostic> failures(const Outcome& outcome) {
    std::vector<support::Diagnostic> result;
    const auto add = [&](support::Diagnostic diagnostic) {
        const auto known = std::find_if(result.begin(), result.end(), [&](const support::Diagnostic& other) {
            return same_failure(other, diagnostic);
        });
        if (known == result.end()) {
            result.push_back(std::move(diagnostic));
        } else if (weight(*known) < weight(diagnostic)) {
            *known = std::move(diagnostic);
        }
    };
    std::size_t unanswered = 0;
    std::string why;
    for (const ObligationOutcome& obligation : outcome.obligations) {
        if (obligation.verdict != Verdict::Proved) {
            add(failure(obligation, outcome));
        }
        if (obligation.second.opinion == Opinion::Failed && unanswered++ == 0) {
            why = obligation.second.reason;
        }
    }
    if (unanswered > 0) {
        add(failure_of_second(outcome, unanswered, why));
    }
    if (outcome.stopped != Limit::None) {
        add({support::Severity::Error,
             support::Rule::Verification,
             describe(outcome.stopped, outcome),
             outcome.name_range,
             {},
             std::string(to_string(Verdict::Exhausted))});
    }
    return result;
}

std::vector<support::Diagnostic> warnings(const Outcome& outcome) {
    std::vector<support::Diagnostic> result;
    for (const Warning& warning : outcome.warnings) {
        support::Diagnostic& diagnostic = result.emplace_back();
        diagnostic.severity = support::Severity::Warning;
        diagnostic.rule = warning.rule;
        diagnostic.range = warning.range;
        diagnostic.message = warning.message;
        diagnostic.hint = warning.hint;
    }
    return result;
}

} // namespace daphnia::verify
