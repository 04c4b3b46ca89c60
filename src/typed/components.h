// A graph in, its strongly connected components out.
#pragma once

#include <cstddef>
#include <vector>

namespace daphnia::typed {

// Nodes are numbers from 0; of each, where its edges lead.
using Graph = std::vector<std::vector<std::size_t>>;

class Components {
  public:
    explicit Components(const Graph& edges);

    // A node to which an edge leads out of the component is in one with a smaller number.
    std::size_t component(std::size_t node) const { return component_[node]; }
    // Whether the node reaches itself.
    bool is_cyclic(std::size_t node) const;

  private:
    static constexpr std::size_t kUnvisited = static_cast<std::size_t>(-1);
    struct Frame {
        std::size_t node;
        std::size_t next_edge;
    };

    void enter(std::size_t node);
    void visit_from(std::size_t root);
    void leave(std::size_t node);

    const Graph& edges_;
    std::size_t visited_ = 0;
    std::vector<std::size_t> index_, low_, component_, sizes_;
    std::vector<std::size_t> open_;
    std::vector<Frame> frames_;
};

// The nodes on a shortest way from the node back to itself, which stands at both ends; empty when there is none.
std::vector<std::size_t> shortest_cycle(const Graph& edges, std::size_t node);

} // namespace daphnia::typed
