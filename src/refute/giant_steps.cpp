// Inputs in, weak invariants and contracts out: the search. How they are described is in weak_spot.cpp.
#include "refute/giant_steps.h"

#include "refute/steps.h"
#include "refute/weak_spot.h"

#include <algorithm>

namespace daphnia::refute {

namespace {

constexpr std::size_t kMostStarts = 32;
constexpr std::size_t kMany = 300;
constexpr std::size_t kMostArrivals = 3;
constexpr std::size_t kMostSnapshots = 5; // of one arrival at a loop

} // namespace

// Remembers what concrete runs go through at the sites.
class GiantSteps::Collector : public interpret::Observer {
  public:
    Collector(const std::vector<Site>& sites, Start& start) : sites_(sites), start_(start) {}

    void at_loop_head(const typed::While& loop, std::uint64_t iteration, const interpret::State& state) override {
        if (const Site* site = find(&loop)) {
            auto& arrivals = start_.passed[site->key()];
            if (iteration == 0 && arrivals.size() < kMostArrivals) {
                arrivals.emplace_back();
            }
            if (!arrivals.empty() && arrivals.back().size() < kMostSnapshots) {
                arrivals.back().push_back({state.bindings, *state.heap});
            }
        }
    }

    void after(const typed::Stmt& statement, const interpret::State& state) override {
        const Site* site = find(&statement);
        if (site == nullptr || start_.passed[site->key()].size() >= kMostArrivals) {
            return;
        }
        // Where the results have gone; a result that went into an array is not looked up.
        Snapshot snapshot{{}, *state.heap};
        for (std::size_t i = 0; i < site->call->targets.size(); ++i) {
            const auto* target = std::get_if<typed::VariableTarget>(&site->call->targets[i].node);
            for (const interpret::Binding& binding : state.bindings) {
                if (target != nullptr && binding.variable == target->variable) {
                    snapshot.bindings.push_back({site->call->method->results[i].get(), binding.value});
                }
            }
        }
        start_.passed[site->key()].push_back({std::move(snapshot)});
    }

  private:
    const Site* find(const void* key) const {
        const auto found =
            std::find_if(sites_.begin(), sites_.end(), [&](const Site& site) { return site.key() == key; });
        return found == sites_.end() ? nullptr : &*found;
    }

    const std::vector<Site>& sites_;
    Start& start_;
};

GiantSteps::GiantSteps(Runner& runner, Targets& targets, const Vocabulary& vocabulary, Chance& chance,
                       const std::vector<Input>& inputs)
    : runner_(runner), targets_(targets), chance_(chance), maker_(vocabulary, chance), inputs_(inputs),
      sites_(sites_of(runner.declaration())), found_(targets.size()) {}

bool GiantSteps::may_go_on(std::uint64_t percent) const {
    return targets_.any_open() && runner_.spent() < runner_.budget() / 100 * percent;
}

void GiantSteps::add_start(const Input& input, const std::vector<Candidate>& candidates) {
    Start start{input, {}, {}};
    Collector collector(sites_, start);
    runner_.run(input, &collector);
    for (const Candidate& candidate : candidates) {
        for (const CandidateState& state : candidate.states) {
            auto& guesses = start.guesses[state.site];
            if (state.site != nullptr && state.heap.cells() < 10'000) {
                guesses.push_back({state.bindings, state.heap});
            }
        }
    }
    starts_.push_back(std::move(start));
}

void GiantSteps::choose_starts(const std::vector<Input>& inputs, const std::vector<Candidate>& candidates) {
    // Small ones, as they are easy to understand, and in between larger ones, as some states need room.
    std::vector<std::size_t> order(inputs.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return weight_of(inputs[a]) < weight_of(inputs[b]); });
    const std::size_t half = kMostStarts / 2;
    const std::size_t small = std::min(half, order.size());
    const std::size_t rest = order.size() - small;
    for (std::size_t i = 0; i < half; ++i) {
        if (i < small) {
            add_start(inputs[order[i]], candidates);
        }
        // The larger ones grow quickly enough to leave out what is huge.
        if (const std::size_t at = small + i * rest / half; i < rest) {
            add_start(inputs[order[std::min(at, order.size() - 1)]], candidates);
        }
    }
}

void GiantSteps::search(const std::vector<Candidate>& candidates) {
    const bool has_unknown = std::any_of(sites_.begin(), sites_.end(), [](const Site& site) {
        return site.call != nullptr && site.call->method->body == nullptr;
    });
    if (sites_.empty()) {
        return;
    }
    choose_starts(inputs_, candidates);
    if (has_unknown) { // what they may answer is no weakness of a loop
        for (const Start& start : starts_) {
            if (may_go_on(60)) {
                explore(start, {}, 0, 60);
            }
        }
    }
    for (const std::size_t runs : {40, 160}) {
        for (std::size_t arrival = 0; arrival < kMostArrivals; ++arrival) {
            for (const Start& start : starts_) {
                for (const Site& site : sites_) {
                    const auto passed = start.passed.find(site.key());
                    const bool there = passed != start.passed.end() && arrival < passed->second.size();
                    if ((there || (arrival == 0 && has_unknown)) && may_go_on(85)) {
                        explore(start, {&site}, arrival, runs);
                    }
                }
            }
        }
    }
    std::vector<const Site*> all;
    for (const Site& site : sites_) {
        all.push_back(&site);
    }
    for (const Start& start : starts_) {
        if (all.size() > 1 && may_go_on(100)) {
            explore(start, all, 0, 120);
        }
    }
}

// The observed states of the site in this run; those of the guesses.
void GiantSteps::explore(const Start& start, const std::vector<const Site*>& points, std::size_t arrival,
                         std::size_t runs) {
    const std::size_t share = points.size() > 1 || points.empty() ? runs / 4 : runs;
    Steps steps(points, arrival, [&](const void* key, std::size_t at, const Place& place, bool many) {
        static const std::vector<Snapshot> kNone;
        const auto passed = start.passed.find(key);
        const auto guesses = start.guesses.find(key);
        const bool known = passed != start.passed.end() && at < passed->second.size();
        return maker_.states(place, guesses == start.guesses.end() ? kNone : guesses->second,
                             known ? passed->second[at] : kNone, many ? kMany : share);
    });
    for (std::size_t run = 0; run < runs && targets_.any_open() && !runner_.is_spent(); ++run) {
        steps.begin();
        const interpret::Result result = runner_.run(start.input, &steps, &steps);
        if (result.status == interpret::Status::Failed && result.failure->calls.empty()) {
            note_failure(start, steps, *result.failure);
        }
        if (!steps.advance()) {
            return;
        }
    }
}

// The state at the blamed step is one that the concrete run went through, so that it is not the state that is wrong.
bool GiantSteps::is_passed(const Start& start, const Steps& steps) const {
    const Step& last = steps.blamed();
    const auto passed = start.passed.find(last.key());
    if (last.loop == nullptr || passed == start.passed.end()) {
        return false;
    }
    for (const std::vector<Snapshot>& arrival : passed->second) {
        for (const Snapshot& snapshot : arrival) {
            if (StateMaker::same(StateMaker::state_of(last.place(), snapshot), last.state())) {
                return true;
            }
        }
    }
    return false;
}

void GiantSteps::note_failure(const Start& start, Steps& steps, const interpret::Failure& failure) {
    const std::optional<std::size_t> target = targets_.broken_by(failure);
    if (!target || !targets_.is_open(*target) || !steps.has_steps() || is_passed(start, steps)) {
        return;
    }
    found_[*target] = explain(start, steps, *target);
    if (found_[*target]) {
        targets_.close(*target);
    }
}

// With a state that is as simple as it can be made.
std::optional<Finding> GiantSteps::explain(const Start& start, Steps& steps, std::size_t target) {
    constexpr std::size_t kAttempts = 60;
    interpret::Result result;
    const auto run = [&] {
        steps.begin();
        result = runner_.run(start.input, &steps, &steps);
        const bool fails =
            result.failure && result.failure->calls.empty() && targets_.broken_by(*result.failure) == target;
        return fails                                          ? Steps::Outcome::Fails
               : result.status == interpret::Status::Rejected ? Steps::Outcome::Discarded
                                                              : Steps::Outcome::Passes;
    };
    const bool anyway = steps.fails_anyway(run);
    steps.simplify(kAttempts, [&] { return run() == Steps::Outcome::Fails && !is_passed(start, steps); });
    if (run() != Steps::Outcome::Fails) {
        return std::nullopt; // what is said has to be what a run shows
    }
    Finding finding;
    finding.explanation = anyway ? failing_anyway(runner_.declaration(), start.input, steps.taken(), *result.failure)
                                 : weak_spot(runner_.declaration(), start.input, steps.blamed(), *result.failure);
    if (result.sampled_assumptions > 0) {
        finding.explanation.headline += ", as far as quantifiers can be evaluated";
    }
    return finding;
}

} // namespace daphnia::refute
