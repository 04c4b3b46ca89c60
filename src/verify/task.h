// One task: the obligations of one declaration, each proved or not, told to a listener as the answers come.
#pragma once

#include "cache/usage.h"
#include "encode/encode.h"
#include "refute/refute.h"
#include "solver/prover.h"
#include "support/source_files.h"
#include "typed/typed.h"
#include "verify/limits.h"
#include "verify/outcome.h"

#include <cstdint>
#include <string>
#include <vector>

namespace daphnia::cache {
class Cache;
}

namespace daphnia::verify {

struct Task {
    const encode::Context* context = nullptr;
    const typed::Declaration* declaration = nullptr;
    const support::SourceFiles* files = nullptr; // of the program
    // A digest of all that the program was made from: its texts, and what was set for resolving and encoding. Empty
    // where nothing is to be kept of the task as a whole.
    std::string program = {};
};

// What is asked about a proof once there is one.
struct Scrutiny {
    bool contradictory = false; // is something proved only because nothing gets there?
    bool redundant = false;     // is something assumed that the proof does not need?
};

struct TaskOptions {
    Limits limits;
    bool isolate_assertions = false; // no check of a whole procedure first; the limits are those of each assertion
    refute::Options refute;          // how hard to look for runs that break what is not proved
    Scrutiny scrutiny;
};

// Who is asked.
struct Provers {
    const solver::Prover& first;            // what it proves is proved
    const solver::Prover* second = nullptr; // is asked about that; null: nobody is
    cache::Cache* cache = nullptr;          // where the first one remembers; null: nowhere
};

// What a verdict of one or more obligations was.
struct TaskAnswer {
    std::size_t first = 0; // index of the obligation
    std::size_t count = 1;
    Verdict verdict = Verdict::Exhausted;
    Limit limit = Limit::None;
    std::uint64_t resources = 0;
    double seconds = 0;
    bool cached = false; // nobody was asked
};

class TaskListener {
  public:
    virtual ~TaskListener() = default;
    virtual void announce(const std::vector<ivl::Origin>& obligations) = 0; // once, all of them, before any answer
    virtual void spent(std::uint64_t resources, double seconds) = 0;        // after each check
    virtual void answer(const TaskAnswer& answer) = 0; // a later answer to the same obligation replaces an earlier one
    // Why an obligation is not proved, after its answer; refuted ones are announced by this alone.
    virtual void explain(std::size_t obligation, const refute::Finding& finding) = 0;
    // All is proved, but of something that cannot be called.
    virtual void vacuous(Vacuity vacuity) = 0;
    // All is proved, and there is something to say about that.
    virtual void warn(const Warning& warning) = 0;
    // What the task, or one before it that has not come to its end, has had from the cache; at the end.
    virtual void cache_used(const cache::Usage& usage) = 0;
    // Of an obligation that is proved, after all answers.
    virtual void second_opinion(std::size_t obligation, const SecondOpinion& opinion) = 0;
};

// The limits of a declaration: its own attributes before the options.
Limits limits_of(const typed::Declaration& declaration, const Limits& limits);

// Encodes the declaration and checks its obligations: a procedure as a whole first, and each obligation by itself
// where that does not go through. Each obligation assumes those before it. All share the declaration's limits.
void run_task(const Task& task, const TaskOptions& options, const Provers& provers, TaskListener& listener);

} // namespace daphnia::verify
