// Moments of a run in, chosen states out.
#include "refute/steps.h"

#include "refute/shrink.h"

#include <algorithm>
#include <utility>

namespace daphnia::refute {

void Steps::begin() {
    reached_ = 0;
    arrivals_.clear();
}

bool Steps::advance() {
    // What the last run did not reach belongs to an earlier choice.
    steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(reached_), steps_.end());
    while (!steps_.empty()) {
        if (++steps_.back().chosen < steps_.back().states.size()) {
            return true;
        }
        steps_.pop_back();
    }
    return false;
}

std::size_t Steps::blamed_index() const {
    for (std::size_t i = reached_; i-- > 0;) {
        if (is_blamable(i)) {
            return i;
        }
    }
    return reached_ - 1;
}

bool Steps::fails_anyway(const std::function<Outcome()>& run) {
    const std::size_t count = reached_;
    for (std::size_t i = 0; i < count; ++i) {
        if (is_blamable(i)) {
            return false;
        }
    }
    const std::vector<Step> before(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(count));
    bool anyway = true;
    for (std::size_t i = 0; i < count && anyway; ++i) {
        for (const AbstractState& other : make_(before[i].key(), 0, before[i].place(), true)) {
            if (!anyway) {
                break;
            }
            steps_ = before;
            steps_[i].states[steps_[i].chosen] = other;
            anyway = run() != Outcome::Passes;
        }
    }
    steps_ = before;
    return anyway;
}

bool Steps::is_taken(const void* key) {
    const std::size_t arrival = arrivals_[key]++;
    return std::any_of(points_.begin(), points_.end(), [&](const Site* site) { return site->key() == key; }) &&
           (points_.size() > 1 || arrival == arrival_);
}

bool Steps::take(Step step, std::vector<interpret::Binding>& written, Heap& heap) {
    // A change of an earlier step may lead elsewhere, where later ones mean nothing.
    if (reached_ < steps_.size() &&
        (steps_[reached_].key() != step.key() || steps_[reached_].writable != step.writable ||
         steps_[reached_].heap.object_count() != heap.object_count())) {
        steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(reached_), steps_.end());
    }
    if (reached_ == steps_.size()) {
        step.heap = heap;
        step.states = make_(step.key(), arrivals_[step.key()] - 1, step.place(), false);
        if (step.states.empty()) {
            return false;
        }
        steps_.push_back(std::move(step));
    }
    Step& taken = steps_[reached_++];
    StateMaker::apply(taken.state(), written, heap);
    return true;
}

bool Steps::at_loop(const typed::While& loop, std::vector<interpret::Binding>& written, Heap& heap,
                    const std::vector<Reference>& writable) {
    Step step;
    step.loop = &loop;
    step.before = written;
    step.writable = writable;
    return is_taken(&loop) && take(std::move(step), written, heap);
}

bool Steps::at_call(const typed::Stmt& statement, const typed::Method& callee, const Values& arguments, Values& results,
                    Heap& heap, const std::vector<Reference>& writable) {
    if (callee.kind == typed::MethodKind::Constructor) {
        return false;
    }
    const bool nothing_to_choose = results.empty() && writable.empty();
    if ((!is_taken(&statement) && callee.body != nullptr) || (nothing_to_choose && callee.body != nullptr)) {
        return false;
    }
    Step step;
    step.statement = &statement;
    step.callee = &callee;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        step.arguments.push_back({callee.parameters[i].get(), arguments[i]});
    }
    step.writable = writable;
    for (std::size_t i = 0; i < results.size(); ++i) {
        step.before.push_back({callee.results[i].get(), results[i]});
    }
    std::vector<interpret::Binding> written = step.before;
    if (!take(std::move(step), written, heap)) {
        return false;
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        results[i] = written[i].value;
    }
    steps_[reached_ - 1].now = {std::move(written), heap};
    return true;
}

void Steps::at_loop_head(const typed::While& loop, std::uint64_t, const interpret::State& state) {
    if (reached_ > 0 && steps_[reached_ - 1].loop == &loop) {
        steps_[reached_ - 1].now = {state.bindings, *state.heap};
    }
}

namespace {

std::vector<AbstractState> simpler_states(const Step& step) {
    std::vector<AbstractState> result;
    const AbstractState& now = step.state();
    for (std::size_t i = 0; i < now.values.size(); ++i) {
        for (Value& value : simpler(now.values[i], step.before[i].variable->type)) {
            result.push_back(now);
            result.back().values[i] = std::move(value);
        }
    }
    for (std::size_t i = 0; i < now.objects.size(); ++i) {
        const Values& cells = now.objects[i].cells;
        const std::vector<typed::Type> types = cell_types(step.heap.type_of(now.objects[i].object), cells.size());
        for (std::size_t at = 0; at < types.size(); ++at) {
            for (Value& value : simpler(cells[at], types[at])) {
                result.push_back(now);
                result.back().objects[i].cells[at] = std::move(value);
            }
        }
    }
    return result;
}

} // namespace

void Steps::simplify(std::size_t attempts, const std::function<bool()>& fails) {
    const std::size_t at = blamed_index();
    std::vector<Step> best = taken();
    for (bool smaller = true; smaller;) {
        smaller = false;
        for (AbstractState& next : simpler_states(best[at])) {
            if (attempts == 0) {
                break;
            }
            --attempts;
            steps_ = best;
            steps_[at].states[steps_[at].chosen] = std::move(next);
            if (fails() && reached_ > at) {
                best = taken();
                smaller = true;
                break;
            }
        }
    }
    steps_ = std::move(best);
}

} // namespace daphnia::refute
