// Who calls whom, in bodies and in contracts: what is recursive, and what may assume what about whom.
#pragma once

#include "typed/typed.h"

#include <map>
#include <set>
#include <vector>

namespace daphnia::typed {

// A function, method or constant, by address.
using Callable = const void*;

// Instances of generic declarations count as their origins: what is true of all instances is proved once, for the
// origin.
class CallGraph {
  public:
    explicit CallGraph(const Program& program);

    // Number of the strongly connected component; a callee outside the caller's component has a smaller one.
    std::size_t component(Callable callable) const;
    bool same_component(Callable a, Callable b) const { return component(a) == component(b); }
    // It can reach itself by calls.
    bool is_recursive(Callable callable) const;
    // Direct callees, in source order of the callees' declarations.
    const std::vector<Callable>& callees(Callable callable) const;

  private:
    struct Entry {
        std::size_t component = 0;
        bool recursive = false;
        std::vector<Callable> callees;
    };
    std::map<Callable, Entry> entries_;
};

} // namespace daphnia::typed
