// Program in, its calls and their strongly connected components out.
#include "typed/call_graph.h"

#include "support/error.h"
#include "support/match.h"
#include "typed/components.h"
#include "typed/dependencies.h"
#include "typed/instantiate.h"

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
        for (const Type& argument : type.subset->type_arguments) {
            for_each_constraint(argument, seen, found);
        }
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
    const Dependencies dependencies = dependencies_of(declaration);
    std::set<const void*> seen;
    for (const TypeUse& use : dependencies.types) {
        for_each_constraint(use.type, seen, add);
    }
    for (const DeclarationUse& use : dependencies.declarations) {
        add(use.declaration);
    }
    return {found.begin(), found.end()};
}

// The trait's member that the declaration stands for; null: none.
struct Base {
    Callable operator()(const std::unique_ptr<Function>& function) const { return of(function->overrides.member); }
    Callable operator()(const std::unique_ptr<Method>& method) const { return of(method->overrides.member); }
    Callable operator()(const std::unique_ptr<Constant>&) const { return nullptr; }

  private:
    template <typename Member>
    static Callable of(const Member* member) {
        return member == nullptr ? nullptr : &origin_of(*member);
    }
};

struct OriginOf {
    Callable operator()(const std::unique_ptr<Function>& function) const { return &origin_of(*function); }
    Callable operator()(const std::unique_ptr<Method>& method) const { return &origin_of(*method); }
    Callable operator()(const std::unique_ptr<Constant>& constant) const { return constant.get(); }
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
    // A call of a trait's member may run any member that stands for it; and that one is checked against the contract of
    // the trait's.
    std::vector<std::pair<Node, Node>> overrides;
    for (Node node = 0; node < callables.size(); ++node) {
        if (const Callable base = support::match(program.declarations[node], Base())) {
            overrides.emplace_back(nodes.at(base), node);
            // Where code is run, what runs in place of a function is called.
            const auto* function = std::get_if<std::unique_ptr<Function>>(&program.declarations[node]);
            if (function != nullptr && (*function)->by_method != nullptr) {
                overrides.emplace_back(nodes.at(base), nodes.at((*function)->by_method));
            }
        }
    }
    for (const auto& [base, node] : overrides) {
        edges[node].insert(edges[node].end(), edges[base].begin(), edges[base].end());
    }
    for (const auto& [base, node] : overrides) {
        edges[base].push_back(node);
    }
    const Components components(edges);
    for (Node node = 0; node < callables.size(); ++node) {
        Entry& entry = entries_[callables[node]];
        entry.component = components.component(node);
        entry.recursive = components.is_cyclic(node);
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
