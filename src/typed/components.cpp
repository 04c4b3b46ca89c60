// Tarjan 1972, with a stack of its own.
#include "typed/components.h"

#include <algorithm>
#include <deque>

namespace daphnia::typed {

Components::Components(const Graph& edges)
    : edges_(edges), index_(edges.size(), kUnvisited), low_(edges.size()), component_(edges.size(), kUnvisited) {
    for (std::size_t root = 0; root < edges_.size(); ++root) {
        if (index_[root] == kUnvisited) {
            visit_from(root);
        }
    }
}

bool Components::is_cyclic(std::size_t node) const {
    return sizes_[component_[node]] > 1 ||
           std::find(edges_[node].begin(), edges_[node].end(), node) != edges_[node].end();
}

void Components::enter(std::size_t node) {
    index_[node] = low_[node] = visited_++;
    open_.push_back(node);
    frames_.push_back({node, 0});
}

void Components::visit_from(std::size_t root) {
    enter(root);
    while (!frames_.empty()) {
        Frame& frame = frames_.back();
        const std::size_t node = frame.node;
        if (frame.next_edge == edges_[node].size()) {
            frames_.pop_back();
            leave(node);
            continue;
        }
        const std::size_t next = edges_[node][frame.next_edge++];
        if (index_[next] == kUnvisited) {
            enter(next);
        } else if (component_[next] == kUnvisited) {
            low_[node] = std::min(low_[node], index_[next]);
        }
    }
}

// A component is complete when its root is left; everything to which it leads was completed before, so that that has
// smaller numbers.
void Components::leave(std::size_t node) {
    if (low_[node] == index_[node]) {
        sizes_.push_back(0);
        for (std::size_t member = kUnvisited; member != node;) {
            member = open_.back();
            open_.pop_back();
            component_[member] = sizes_.size() - 1;
            ++sizes_.back();
        }
    }
    if (!frames_.empty()) {
        const std::size_t from = frames_.back().node;
        low_[from] = std::min(low_[from], low_[node]);
    }
}

std::vector<std::size_t> shortest_cycle(const Graph& edges, std::size_t node) {
    std::vector<std::size_t> before(edges.size(), edges.size());
    std::deque<std::size_t> open{node};
    while (!open.empty()) {
        const std::size_t current = open.front();
        open.pop_front();
        for (const std::size_t next : edges[current]) {
            if (before[next] == edges.size()) {
                before[next] = current;
                open.push_back(next);
            }
        }
    }
    std::vector<std::size_t> way;
    if (before[node] == edges.size()) {
        return way;
    }
    way.push_back(node);
    for (std::size_t at = before[node]; at != node; at = before[at]) {
        way.push_back(at);
    }
    way.push_back(node);
    std::reverse(way.begin(), way.end());
    return way;
}

} // namespace daphnia::typed
