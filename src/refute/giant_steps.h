// Inputs whose runs break nothing in, loops and callees of which too little is known out. One loop or call is replaced
// by what its invariants or contract say, from a state that they permit, and the rest is run; only when that shows
// nothing, several are. Methods without body are always replaced: there is nothing to run.
#pragma once

#include "refute/refute.h"
#include "refute/runner.h"
#include "refute/sites.h"
#include "refute/states.h"
#include "refute/targets.h"

#include <map>
#include <optional>
#include <vector>

namespace daphnia::refute {

class Steps;

class GiantSteps {
  public:
    GiantSteps(Runner& runner, Targets& targets, const Vocabulary& vocabulary, Chance& chance,
               const std::vector<Input>& inputs);

    // Closes each target for which it finds something.
    void search(const std::vector<Candidate>& candidates);
    const std::optional<Finding>& found(std::size_t target) const { return found_[target]; }

  private:
    // An input with what its concrete run went through.
    struct Start {
        Input input;
        std::map<const void*, std::vector<std::vector<Snapshot>>> passed; // by site, then by arrival
        std::map<const void*, std::vector<Snapshot>> guesses;             // the solver's
    };

    class Collector;

    void choose_starts(const std::vector<Input>& inputs, const std::vector<Candidate>& candidates);
    void add_start(const Input& input, const std::vector<Candidate>& candidates);
    void explore(const Start& start, const std::vector<const Site*>& points, std::size_t arrival, std::size_t runs);
    void note_failure(const Start& start, Steps& steps, const interpret::Failure& failure);
    bool is_passed(const Start& start, const Steps& steps) const;
    std::optional<Finding> explain(const Start& start, Steps& steps, std::size_t target);
    bool may_go_on(std::uint64_t percent) const;

    Runner& runner_;
    Targets& targets_;
    Chance& chance_;
    StateMaker maker_;
    const std::vector<Input>& inputs_;
    std::vector<Site> sites_;
    std::vector<Start> starts_;
    std::vector<std::optional<Finding>> found_;
};

} // namespace daphnia::refute
