// A run with giant steps in it: at chosen loops and calls it goes on from a state out of a list, and the next run takes
// the next combination of states (depth first: what is discarded early costs one run).
#pragma once

#include "interpret/interpret.h"
#include "refute/sites.h"
#include "refute/states.h"

#include <functional>
#include <map>
#include <vector>

namespace daphnia::refute {

// A loop or call that is replaced, with what may stand for it.
struct Step {
    const typed::While* loop = nullptr; // null: a call
    const typed::Stmt* statement = nullptr;
    const typed::Method* callee = nullptr;
    std::vector<interpret::Binding> before; // what is written, with its values before
    Heap heap;                              // before
    std::vector<Reference> writable;
    std::vector<interpret::Binding> arguments; // of a call
    std::vector<AbstractState> states;
    std::size_t chosen = 0;
    // What the run then was at: for a loop all that is visible at its head, for a call the results.
    Snapshot now;

    const void* key() const { return loop != nullptr ? static_cast<const void*>(loop) : statement; }
    Place place() const { return {before, &heap, writable, arguments}; }
    const AbstractState& state() const { return states[chosen]; }
};

class Steps : public interpret::Abstraction, public interpret::Observer {
  public:
    enum class Outcome { Fails, Passes, Discarded };
    // The states for a site at its n-th arrival; many of them where one that is left out makes a difference.
    using Make =
        std::function<std::vector<AbstractState>(const void* key, std::size_t arrival, const Place&, bool many)>;

    // Replaces the points at this arrival, and methods without body always.
    Steps(std::vector<const Site*> points, std::size_t arrival, Make make)
        : points_(std::move(points)), arrival_(arrival), make_(std::move(make)) {}

    void begin();   // before each run
    bool advance(); // the next combination; false after the last
    bool has_steps() const { return reached_ > 0; }
    std::vector<Step> taken() const { return {steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(reached_)}; }
    // The last step that stands for something that could have been run; for a method without body only when there is no
    // other.
    const Step& blamed() const { return steps_[blamed_index()]; }
    // Only methods without body are replaced, and whatever else of the states in the lists these return, `fails` holds
    // or the state is not permitted: it is not their contracts that are too weak.
    bool fails_anyway(const std::function<Outcome()>& run);
    // Makes the state of the blamed step simpler while `fails`, in at most so many runs.
    void simplify(std::size_t attempts, const std::function<bool()>& fails);

    bool at_loop(const typed::While& loop, std::vector<interpret::Binding>& written, Heap& heap,
                 const std::vector<Reference>& writable) override;
    bool at_call(const typed::Stmt& statement, const typed::Method& callee, const Values& arguments, Values& results,
                 Heap& heap, const std::vector<Reference>& writable) override;
    void at_loop_head(const typed::While& loop, std::uint64_t iteration, const interpret::State& state) override;
    void after(const typed::Stmt&, const interpret::State&) override {}

  private:
    bool is_blamable(std::size_t index) const {
        return steps_[index].loop != nullptr || steps_[index].callee->body != nullptr;
    }
    std::size_t blamed_index() const;
    bool is_taken(const void* key);
    bool take(Step step, std::vector<interpret::Binding>& written, Heap& heap);

    std::vector<const Site*> points_;
    std::size_t arrival_;
    Make make_;
    std::vector<Step> steps_;                     // chosen so far; a run takes them in order
    std::size_t reached_ = 0;                     // by this run
    std::map<const void*, std::size_t> arrivals_; // of this run
};

} // namespace daphnia::refute
