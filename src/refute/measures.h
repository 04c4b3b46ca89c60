// Steps of runs in, a measure that decreases in all of them out: what a `decreases` clause could say.
#pragma once

#include "interpret/interpret.h"
#include "refute/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace daphnia::refute {

// The part lies somewhere in the value, and is not all of it: what is known of the order of datatypes' values.
bool is_inside(const interpret::Value& part, const interpret::Value& whole);

// The iterations of one loop, or the calls that a declaration makes of itself.
class MeasuredSteps final : public interpret::Observer {
  public:
    MeasuredSteps(support::SourceRange place, const void* owner, bool of_loop)
        : place_(place), owner_(owner), of_loop_(of_loop) {}

    void at_loop_head(const typed::While&, std::uint64_t, const interpret::State&) override {}
    void after(const typed::Stmt&, const interpret::State&) override {}
    void at_step(const interpret::MeasuredStep& step) override;

    // Of the place, in all runs.
    std::size_t at_place() const { return at_place_; }
    std::size_t count() const { return rows_.size(); }
    bool is_full() const;
    bool of_loop() const { return of_loop_; }
    // Calls of others that lead back here are among the steps: no measure of this declaration alone decreases.
    bool of_several() const { return of_several_; }

    // The simplest measure that is tried and that decreases in each of the steps, bounded below where it does, as text
    // of the program. A measure that some step contradicts is never given.
    std::optional<std::string> decreasing(const Vocabulary& vocabulary) const;

    struct Row {
        std::vector<interpret::Value> before, after; // of the variables
        std::vector<interpret::Lengths> lengths;     // of those that are arrays
    };

  private:
    support::SourceRange place_;
    const void* owner_;
    bool of_loop_;
    std::vector<const typed::Variable*> variables_;
    std::vector<Row> rows_;
    std::size_t at_place_ = 0;
    bool of_several_ = false;
};

} // namespace daphnia::refute
