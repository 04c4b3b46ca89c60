// What is chosen where constraints leave a choice: joins and meets, and the order of decisions.
#include "resolve/type_solver.h"

#include <algorithm>
#include <utility>

namespace daphnia::resolve {

using typed::Type;

std::optional<TypeSolver::Term> TypeSolver::extremum(Term a, Term b, bool join) {
    if (is_open(a) || is_open(b)) {
        return head(a) == head(b) ? std::optional(head(a)) : std::nullopt;
    }
    if (!same_head(a, b)) {
        return std::nullopt;
    }
    const Type of = terms_[head(a)].head;
    const std::vector<Term> left = arguments(a);
    const std::vector<Term> right = arguments(b);
    if (left.empty()) {
        return head(a);
    }
    std::vector<Term> parts;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!typed::is_collection(of) && (is_open(left[i]) || is_open(right[i]))) {
            parts.push_back(is_open(left[i]) ? right[i] : left[i]);
            continue;
        }
        const Direction way = direction(of, i, left.size());
        std::optional<Term> part;
        if (way == Direction::Same) {
            part = equal(left[i], right[i], false) ? std::optional(left[i]) : std::nullopt;
        } else {
            part = join == (way == Direction::Up) ? this->join(left[i], right[i]) : meet(left[i], right[i]);
        }
        if (!part) {
            return std::nullopt;
        }
        parts.push_back(*part);
    }
    return made_of(of, std::move(parts));
}

std::optional<TypeSolver::Term> TypeSolver::join(Term a, Term b) {
    if (equal(a, b, true)) {
        return head(a);
    }
    const std::vector<Term> left = tower(a);
    const std::vector<Term> right = tower(b);
    for (std::size_t n = std::min(left.size(), right.size()); n > 1; --n) {
        if (same_head(left[n - 1], right[n - 1])) {
            return left[n - 1];
        }
    }
    return extremum(left.front(), right.front(), true);
}

std::optional<TypeSolver::Term> TypeSolver::meet(Term a, Term b) {
    std::vector<Term> left = tower(a);
    std::vector<Term> right = tower(b);
    if (left.size() > right.size()) {
        std::swap(left, right);
    }
    if (left.size() < right.size()) {
        return equal(left.back(), right[left.size() - 1], false) && same_head(left.back(), right[left.size() - 1])
                   ? std::optional(right.back())
                   : std::nullopt;
    }
    if (left.size() > 1) {
        return same_head(left.back(), right.back()) ? std::optional(left.back()) : std::nullopt;
    }
    return extremum(left.front(), right.front(), false);
}

std::vector<TypeSolver::Term> TypeSolver::merged(const std::vector<Term>& types, std::vector<Term> into, bool join) {
    for (const Term type : types) {
        if (is_open(type)) {
            continue;
        }
        bool found = false;
        for (Term& each : into) {
            if (const std::optional<Term> both = join ? this->join(each, type) : meet(each, type)) {
                each = *both;
                found = true;
                break;
            }
        }
        if (!found) {
            into.push_back(type);
        }
    }
    return into;
}

bool TypeSolver::take_extremum(Term unknown) {
    const std::vector<Term> joins = merged(neighbours(unknown, true, std::nullopt), {}, true);
    if (joins.size() == 1 && !reaches(joins.front(), unknown, 1)) {
        become(unknown, joins.front(), false);
        return true;
    }
    const std::vector<Term> meets = merged(neighbours(unknown, false, std::nullopt), {}, false);
    if (meets.size() == 1 && !reaches(meets.front(), unknown, -1)) {
        become(unknown, meets.front(), false);
        return true;
    }
    return false;
}

// ---- the order of decisions

bool TypeSolver::process(std::size_t number, std::set<std::size_t>& processed, bool decide) {
    if (!processed.insert(number).second) {
        return false;
    }
    bool progress = false;
    if (const Term sub = head(all_[number].sub); is_open(sub)) {
        const std::vector<std::size_t> below = terms_[sub].below;
        for (const std::size_t next : below) {
            progress = process(next, processed, decide) || progress;
        }
    }
    const Term super = head(all_[number].super);
    const Term sub = head(all_[number].sub);
    if (equal(super, sub, false)) {
        return progress;
    }
    if (!is_open(super) && !is_open(sub)) {
        impose(super, sub);
        return true;
    }
    if (is_open(sub) && (take_known_end(sub, true, decide) || (decide && take_extremum(sub)))) {
        return true;
    }
    open_.push_back(number);
    return progress;
}

bool TypeSolver::process_constraints(bool decide) {
    std::vector<std::size_t> all;
    all.swap(open_);
    std::set<std::size_t> processed;
    bool progress = false;
    for (const std::size_t number : all) {
        progress = process(number, processed, decide) || progress;
    }
    all = open_;
    for (const std::size_t number : all) {
        const Term super = base(all_[number].super);
        if (is_open(super) && (take_known_end(super, true, decide) || (decide && take_extremum(super)))) {
            progress = true;
        }
    }
    return progress;
}

bool TypeSolver::process_conditions(bool decide, bool equalities_only) {
    bool progress = false;
    bool more = true;
    while (more) {
        more = false;
        std::vector<Condition> all;
        all.swap(conditions_);
        for (const Condition& condition : all) {
            const bool equality = condition.kind == Kind::Equatable || condition.kind == Kind::EquatableArgument;
            const Outcome outcome = equalities_only && !equality ? Outcome::Waits : confirm(condition, decide);
            if (outcome == Outcome::Waits) {
                conditions_.push_back(condition);
            }
            progress = progress || outcome == Outcome::Progress;
            more = more || outcome == Outcome::More;
        }
    }
    return progress;
}

void TypeSolver::collect_open(Term term, std::set<Term>& out) const {
    const Term now = head(term);
    if (is_open(now)) {
        out.insert(now);
    }
    for (const Term argument : terms_[now].arguments) {
        collect_open(argument, out);
    }
}

// The join of all that is assigned to it, when all of it is known where it stands.
bool TypeSolver::join_assigned(Term term, std::set<Term>& postponed) {
    const Term unknown = head(term);
    if (!is_open(unknown) || postponed.contains(unknown)) {
        return false;
    }
    std::optional<Term> all;
    const auto also = [&](Term type) { all = all ? join(*all, type) : std::optional(type); };
    for (const Condition& condition : conditions_) {
        if (condition.kind == Kind::Assignable && head(condition.first) == unknown) {
            if (terms_[condition.second].unknown) {
                return false;
            }
            also(condition.second);
        }
    }
    for (const Term below : neighbours(unknown, true, true)) {
        if (is_open(below)) {
            return false;
        }
        also(below);
    }
    if (!all || reaches(*all, unknown, 1)) {
        return false;
    }
    terms_[unknown].same = head(*all);
    return true;
}

bool TypeSolver::join_assigned() {
    std::set<Term> postponed;
    for (const std::size_t number : open_) {
        const Term super = head(all_[number].super);
        if (!is_open(super)) {
            for (const Term argument : terms_[super].arguments) {
                collect_open(argument, postponed);
            }
        }
    }
    bool progress = false;
    const std::vector<std::size_t> constraints = open_;
    for (const std::size_t number : constraints) {
        progress = join_assigned(all_[number].super, postponed) || progress;
    }
    const std::vector<Condition> conditions = conditions_;
    for (const Condition& condition : conditions) {
        if (condition.kind == Kind::Assignable && join_assigned(condition.first, postponed)) {
            return true; // what follows may come first
        }
    }
    return progress;
}

bool TypeSolver::assigned_become_subtypes() {
    std::vector<Condition> all;
    all.swap(conditions_);
    bool progress = false;
    for (const Condition& condition : all) {
        if (condition.kind == Kind::Assignable && !is_open(condition.second)) {
            subtype(base(condition.first), condition.second, true, false);
            progress = true;
        } else {
            conditions_.push_back(condition);
        }
    }
    return progress;
}

bool TypeSolver::decide_from_below(Term term, std::set<Term>& processed) {
    Term unknown = base(term);
    if (!is_open(unknown) || !processed.insert(unknown).second) {
        return false;
    }
    bool progress = false;
    for (const Term below : below_and_assigned(unknown)) {
        progress = decide_from_below(below, processed) || progress;
    }
    unknown = base(unknown);
    if (!is_open(unknown)) {
        return progress;
    }
    const std::vector<Term> joins = merged(below_and_assigned(unknown), {}, true);
    if (joins.size() == 1 && !reaches(joins.front(), unknown, 1)) {
        become(unknown, joins.front(), true);
        return true;
    }
    return progress;
}

bool TypeSolver::decide_from_above(Term term, std::set<Term>& processed) {
    Term unknown = base(term);
    if (!is_open(unknown) || !processed.insert(unknown).second) {
        return false;
    }
    bool progress = false;
    for (const Term above : neighbours(unknown, false, std::nullopt)) {
        progress = decide_from_above(above, processed) || progress;
    }
    unknown = base(unknown);
    if (!is_open(unknown)) {
        return progress;
    }
    std::vector<Term> targets;
    for (const Condition& condition : conditions_) {
        if (condition.kind == Kind::Assignable && head(condition.second) == unknown) {
            targets.push_back(head(condition.first));
        }
    }
    const std::vector<Term> meets = merged(neighbours(unknown, false, true), merged(targets, {}, true), false);
    if (meets.size() == 1 && !reaches(meets.front(), unknown, -1)) {
        become(unknown, meets.front(), true);
        return true;
    }
    return progress;
}

bool TypeSolver::decide_by_neighbours() {
    std::vector<std::size_t> all;
    all.swap(open_);
    const std::vector<Condition> conditions = conditions_;
    bool progress = false;
    std::set<Term> processed;
    for (const std::size_t number : all) {
        progress = decide_from_below(all_[number].super, processed) || progress;
    }
    for (const Condition& condition : conditions) {
        if (condition.kind == Kind::Assignable) {
            progress = decide_from_below(condition.first, processed) || progress;
        }
    }
    if (!progress) {
        processed.clear();
        for (const std::size_t number : all) {
            progress = decide_from_above(all_[number].sub, processed) || progress;
        }
        for (const Condition& condition : conditions) {
            if (condition.kind == Kind::Assignable) {
                progress = decide_from_above(condition.second, processed) || progress;
            }
        }
    }
    open_.insert(open_.end(), all.begin(), all.end());
    return progress;
}

bool TypeSolver::decide_numbers() {
    bool progress = false;
    for (const auto& [term, otherwise] : numbers_) {
        if (is_open(term)) {
            const Term type = known(otherwise);
            become(head(term), type, false);
            progress = true;
        }
    }
    return progress;
}

bool TypeSolver::merge_unknowns() {
    std::vector<std::size_t> all;
    all.swap(open_);
    bool progress = false;
    for (const std::size_t number : all) {
        const Term super = base(all_[number].super);
        const Term sub = base(all_[number].sub);
        if (super == sub) {
            continue;
        }
        if (is_open(super) && is_open(sub)) {
            terms_[super].same = sub;
            progress = true;
        } else {
            open_.push_back(number);
        }
    }
    return progress;
}

bool TypeSolver::decide_equality() {
    for (auto condition = conditions_.begin(); condition != conditions_.end(); ++condition) {
        if (condition->kind == Kind::EquatableArgument) {
            const Condition found = *condition;
            conditions_.erase(condition);
            same_type(found.first, found.second);
            return true;
        }
    }
    return false;
}

// Each step only when those before it have nothing left to say. Without decisions: what follows in any case.
void TypeSolver::solve(bool decide) {
    const auto step = [&](int number) {
        switch (number) {
        case 0:
            return process_constraints(false);
        case 1:
            return process_conditions(false, false);
        case 2:
            return join_assigned();
        case 3:
            return assigned_become_subtypes();
        case 4:
            return decide_by_neighbours();
        case 5:
            return decide_numbers();
        case 6:
            return process_conditions(true, true);
        case 7:
            return process_constraints(true);
        case 8:
            return process_conditions(true, false);
        case 9:
            return merge_unknowns();
        default:
            return decide_equality();
        }
    };
    const int steps = decide ? 11 : 2;
    int number = 0;
    while (number < steps) {
        number = step(number) ? 0 : number + 1;
    }
}

} // namespace daphnia::resolve
