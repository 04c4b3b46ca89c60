// Program in, its calls and their strongly connected components out (Tarjan 1972, with a stack of its own).
#include "typed/call_graph.h"

#include "support/error.h"
#include "support/match.h"
#include "typed/instantiate.h"
#include "typed/walk.h"

#include <algorithm>
#include <functional>

namespace daphnia::typed {

namespace {

// Nodes are positions in Program::declarations: they give an order that does not depend on addresses.
using Node = std::size_t;

Callable callable_of(const Declaration& declaration) {
    return std::visit([](const auto& owner) -> Callable { return owner.get(); }, declaration);
}

// The declared constraints and witnesses on which membership in the type depends, also in the fields of datatypes.
void for_each_constraint(const Type& type, std::set<const void*>& seen, const std::function<void(Callable)>& found) {
    if (type.kind == TypeKind::Subset && seen.insert(type.subset).second) {
        found(type.subset->constraint);
        if (type.subset->witness != nullptr) {
            found(type.subset->witness);
        }
        for_each_constraint(type.subset->base, seen, found);
    }
    if (type.kind == TypeKind::Datatype && seen.insert(type.datatype).second) {
        for (const Destructor& destructor : type.datatype->destructors) {
            for_each_constraint(destructor.type, seen, found);
        }
    }
    for (const Type& argument : type.arguments) {
        for_each_constraint(argument, seen, found);
    }
}

// What a declaration calls, and the constraints of the types that it mentions.
std::vector<Node> callees_of(const Declaration& declaration, const std::map<Callable, Node>& nodes) {
    std::set<Node> found;
    const std::function<void(Callable)> add = [&](Callable callee) {
        const auto node = nodes.find(callee);
        DAPHNIA_CHECK(node != nodes.end(), "callee is not a declaration of the program");
        found.insert(node->second);
    };
    std::set<const void*> seen;
    for_each_type(declaration, [&](const Type& type) { for_each_constraint(type, seen, add); });
    const Children add_calls{[&](const Expr& expr) {
                                 if (const auto* call = std::get_if<FunctionCall>(&expr.node)) {
                                     add(call->function);
                                     if (call->compiled && call->function->by_method != nullptr) {
                                         add(call->function->by_method);
                                     }
                                 } else if (const auto* value = std::get_if<FunctionValue>(&expr.node)) {
                                     add(value->function);
                                     if (value->function->by_method != nullptr) {
                                         add(value->function->by_method);
                                     }
                                 } else if (const auto* read = std::get_if<ConstantRead>(&expr.node)) {
                                     add(read->constant);
                                 }
                             },
                             [&](const Stmt& stmt) {
                                 if (const auto* call = std::get_if<Call>(&stmt.node)) {
                                     add(call->method);
                                 }
                             }};
    for_each_child(declaration, {[&](const Expr& expr) { for_each_below(expr, add_calls); },
                                 [&](const Stmt& stmt) { for_each_below(stmt, add_calls); }});
    return {found.begin(), found.end()};
}

struct OriginOf {
    Callable operator()(const std::unique_ptr<Function>& function) const { return &origin_of(*function); }
    Callable operator()(const std::unique_ptr<Method>& method) const { return &origin_of(*method); }
    Callable operator()(const std::unique_ptr<Constant>& constant) const { return constant.get(); }
};

class Components {
  public:
    explicit Components(const std::vector<std::vector<Node>>& edges)
        : edges_(edges), index_(edges.size(), kUnvisited), low_(edges.size()), component_(edges.size(), kUnvisited) {
        for (Node root = 0; root < edges_.size(); ++root) {
            if (index_[root] == kUnvisited) {
                visit_from(root);
            }
        }
    }

    std::size_t component(Node node) const { return component_[node]; }
    std::size_t size(Node node) const { return sizes_[component_[node]]; }

  private:
    static constexpr std::size_t kUnvisited = static_cast<std::size_t>(-1);
    struct Frame {
        Node node;
        std::size_t next_edge;
    };

    void enter(Node node) {
        index_[node] = low_[node] = visited_++;
        open_.push_back(node);
        frames_.push_back({node, 0});
    }

    void visit_from(Node root) {
        enter(root);
        while (!frames_.empty()) {
            Frame& frame = frames_.back();
            const Node node = frame.node;
            if (frame.next_edge == edges_[node].size()) {
                frames_.pop_back();
                leave(node);
                continue;
            }
            const Node callee = edges_[node][frame.next_edge++];
            if (index_[callee] == kUnvisited) {
                enter(callee);
            } else if (component_[callee] == kUnvisited) {
                low_[node] = std::min(low_[node], index_[callee]);
            }
        }
    }

    // A component is complete when its root is left; everything it calls outside itself was completed before, so that
    // callees have smaller numbers.
    void leave(Node node) {
        if (low_[node] == index_[node]) {
            sizes_.push_back(0);
            for (Node member = kUnvisited; member != node;) {
                member = open_.back();
                open_.pop_back();
                component_[member] = sizes_.size() - 1;
                ++sizes_.back();
            }
        }
        if (!frames_.empty()) {
            const Node caller = frames_.back().node;
            low_[caller] = std::min(low_[caller], low_[node]);
        }
    }

    const std::vector<std::vector<Node>>& edges_;
    std::size_t visited_ = 0;
    std::vector<std::size_t> index_, low_, component_, sizes_;
    std::vector<Node> open_;
    std::vector<Frame> frames_;
};

} // namespace

CallGraph::CallGraph(const Program& program) {
    std::vector<Callable> callables;
    std::map<Callable, Node> nodes;
    for (const Declaration& declaration : program.declarations) {
        nodes.emplace(callable_of(declaration), callables.size());
        callables.push_back(callable_of(declaration));
    }
    for (const Declaration& instance : program.instances) {
        nodes.emplace(callable_of(instance), nodes.at(support::match(instance, OriginOf())));
    }
    std::vector<std::vector<Node>> edges;
    for (const Declaration& declaration : program.declarations) {
        edges.push_back(callees_of(declaration, nodes));
    }
    const Components components(edges);
    for (Node node = 0; node < callables.size(); ++node) {
        Entry& entry = entries_[callables[node]];
        entry.component = components.component(node);
        entry.recursive =
            components.size(node) > 1 || std::find(edges[node].begin(), edges[node].end(), node) != edges[node].end();
        for (const Node callee : edges[node]) {
            entry.callees.push_back(callables[callee]);
        }
    }
    for (const Declaration& instance : program.instances) {
        entries_[callable_of(instance)] = entries_.at(support::match(instance, OriginOf()));
    }
}

namespace {

template <typename Entries>
const auto& entry_of(const Entries& entries, Callable callable) {
    const auto entry = entries.find(callable);
    DAPHNIA_CHECK(entry != entries.end(), "not a declaration of the program");
    return entry->second;
}

} // namespace

std::size_t CallGraph::component(Callable callable) const {
    return entry_of(entries_, callable).component;
}

bool CallGraph::is_recursive(Callable callable) const {
    return entry_of(entries_, callable).recursive;
}

const std::vector<Callable>& CallGraph::callees(Callable callable) const {
    return entry_of(entries_, callable).callees;
}

} // namespace daphnia::typed
