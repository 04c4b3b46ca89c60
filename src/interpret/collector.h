// Frees what a run without checks cannot reach any more.
#pragma once

#include "interpret/run.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace daphnia::interpret {

class Variables;
struct Place;

// Marks what can be reached and frees the rest, whenever there is twice as much as after the last time. Counting the
// references to each object would free no cycles, and lists of objects often have them.
//
// This is done between two statements only, for then few values are anywhere but in variables: those of expressions
// around a function by method, and the places to which results of calls will be written. The latter are pinned. Of the
// former it is known that they are older than the call of the function, so that what was allocated before it is kept
// until it returns.
//
// In checking mode earlier states and measures hold values, too, and runs are short: nothing is freed there, nor where
// somebody observes the run or makes choices for it.
class Collector {
  public:
    Collector(Run& run, Variables& variables) : run_(run), variables_(variables) {}

    // A new run begins here; what there is now belongs to who started it.
    void start();
    void between_statements() {
        if (run_.heap().load() >= threshold_) {
            collect();
        }
    }

    // An expression waits for what runs as long as this lives.
    class Keeping {
      public:
        explicit Keeping(Collector& collector) : kept_(collector.kept_, collector.run_.heap().object_count()) {}

      private:
        Temporarily<std::size_t> kept_;
    };
    // Something will be written to the places.
    class Pinning {
      public:
        Pinning(Collector& collector, const std::vector<Place>& places);
        ~Pinning() { collector_.pinned_.resize(outer_); }
        Pinning(const Pinning&) = delete;
        Pinning& operator=(const Pinning&) = delete;

      private:
        Collector& collector_;
        const std::size_t outer_;
    };

  private:
    void collect();

    Run& run_;
    Variables& variables_;
    std::size_t threshold_ = std::numeric_limits<std::size_t>::max();
    std::size_t kept_ = 0; // so many objects are, since they were allocated first
    std::vector<Reference> pinned_;
};

} // namespace daphnia::interpret
