// Quantifiers and other bound variables: restrictions in, their instances one after the other out.
#include "interpret/bounds.h"
#include "interpret/expressions.h"

namespace daphnia::interpret {

namespace {

constexpr std::size_t kEndlessInstances = 1000; // tried of a quantifier without end

} // namespace

bool Engine::visit_from(std::size_t next, const std::vector<typed::Restriction>& restrictions, std::size_t& endless,
                        bool& complete, const std::function<bool()>& visit) {
    if (next == restrictions.size()) {
        return visit();
    }
    const typed::Restriction& restriction = restrictions[next];
    const Evaluate evaluate = [this](const typed::Expr& expr) -> std::optional<Value> {
        Activation* const here = active_;
        try {
            return eval(expr);
        } catch (const Unknown&) {
            active_ = here;
        } catch (const Broken&) {
            active_ = here;
        }
        return std::nullopt;
    };
    Candidates candidates(restriction, evaluate, heap_);
    complete = complete && candidates.extent() == Extent::Finite;
    while (std::optional<Value> value = candidates.next()) {
        if (candidates.extent() != Extent::Finite && endless-- == 0) {
            endless = 0;
            return true;
        }
        step(restriction.variable->range);
        (*active_)[*restriction.variable] = std::move(*value);
        if (!visit_from(next + 1, restrictions, endless, complete, visit)) {
            return false;
        }
    }
    return true;
}

Engine::Coverage Engine::enumerate(const std::vector<typed::Restriction>& restrictions, std::size_t endless_limit,
                                   const std::function<bool()>& visit) {
    bool complete = true;
    if (!visit_from(0, restrictions, endless_limit, complete, visit)) {
        return Coverage::Stopped;
    }
    return complete ? Coverage::All : Coverage::Some;
}

// One instance that is false decides a forall, one that is true an exists, whatever the others are.
Value Expressions::operator()(const typed::Quantifier& node) const {
    const bool forall = node.kind == typed::QuantifierKind::Forall;
    std::optional<Unknown> unknown;
    Activation* const here = engine_.active();
    const Engine::Coverage coverage = engine_.enumerate(engine_.restrictions(node), kEndlessInstances, [&] {
        try {
            const bool in_range = node.range == nullptr || engine_.holds(*node.range);
            return !in_range || engine_.holds(*node.body) == forall;
        } catch (const Unknown& instance) {
            engine_.activate(here);
            unknown = instance;
            return true;
        }
    });
    switch (coverage) {
    case Engine::Coverage::Stopped:
        return Value::boolean(!forall);
    case Engine::Coverage::All:
        if (unknown) {
            throw *unknown;
        }
        return Value::boolean(forall);
    case Engine::Coverage::Some:
        break;
    }
    throw Unknown{"a quantifier ranges over more values than can be tried", expr_.range};
}

} // namespace daphnia::interpret
