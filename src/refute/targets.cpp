// Failures in, targets out: the same kind at the same place, and the same conjunct where both sides name one.
#include "refute/targets.h"

#include <algorithm>

namespace daphnia::refute {

Targets::Targets(const std::vector<Target>& targets, const void* owner) : targets_(targets), owner_(owner) {
    for (const Target& target : targets) {
        open_.push_back(!target.proved);
    }
}

bool Targets::any_open() const {
    return std::find(open_.begin(), open_.end(), true) != open_.end();
}

std::optional<std::size_t> Targets::broken_by(const interpret::Failure& failure) const {
    if (failure.owner != owner_) {
        return std::nullopt;
    }
    std::vector<std::size_t> fitting; // by kind and place
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        const Target& target = targets_[i];
        if (target.rule != failure.rule || !(target.range == failure.range)) {
            continue;
        }
        if (failure.clause.has_file() &&
            std::find(target.clauses.begin(), target.clauses.end(), failure.clause) != target.clauses.end()) {
            return i;
        }
        // A conjunct of its own that is another one is no match, however alone it is.
        if (!failure.clause.has_file() || target.clauses.empty() || failure.clause == failure.range) {
            fitting.push_back(i);
        }
    }
    // Which of several it is cannot be told, but some may be proved.
    if (fitting.size() > 1) {
        std::erase_if(fitting, [&](std::size_t i) { return targets_[i].proved; });
    }
    return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
}

} // namespace daphnia::refute
