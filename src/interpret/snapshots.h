// The earlier states of the heap that old, unchanged and fresh speak of.
#pragma once

#include "interpret/run.h"

#include <set>
#include <unordered_map>

namespace daphnia::interpret {

class Snapshots {
  public:
    explicit Snapshots(Run& run) : run_(run) {}

    // Of a method, now that it is entered.
    Snapshot on_entry(const typed::Method& method) { return snapshot(method.two_state || facts(method).old); }
    // Of a two-state function that nobody's text calls: the state is its own previous one.
    Snapshot now() { return snapshot(true); }
    void record_label(const typed::Label* label);
    const Snapshot& state_at(const typed::Label* label);

  private:
    struct MethodFacts {
        bool old = false;                     // looks back to its entry, or gives it to what it calls
        std::set<const typed::Label*> labels; // whose states are looked into
    };
    Snapshot snapshot(bool with_heap);
    const MethodFacts& facts(const typed::Method& method);

    Run& run_;
    std::unordered_map<const typed::Method*, MethodFacts> facts_;
};

} // namespace daphnia::interpret
