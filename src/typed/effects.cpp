#include "typed/effects.h"

#include "typed/frame.h"
#include "typed/natural_loop.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::typed {

namespace {

void add_to(std::vector<const Variable*>& list, const Variable* variable) {
    if (std::find(list.begin(), list.end(), variable) == list.end()) {
        list.push_back(variable);
    }
}

// Written to what the expression refers to.
void add_write(Effects& effects, const Region& region, const Variable* variable) {
    Writes& writes = effects.writes[region];
    if (variable == nullptr) {
        writes.anywhere = true;
    } else {
        add_to(writes.to, variable);
    }
}

// By a result, or by a location that it may write.
bool publishes_objects(const Method& method) {
    const auto holds_references = [](const FrameEntry& entry) {
        const std::optional<Region> region = region_of(entry);
        return !region || contains_references(region->content);
    };
    return std::any_of(method.results.begin(), method.results.end(),
                       [](const auto& result) { return contains_references(result->type); }) ||
           std::any_of(method.modifies.entries.begin(), method.modifies.entries.end(), holds_references);
}

class LoopEffects {
  public:
    void statement(const Stmt& stmt) {
        if (const auto* declaration = std::get_if<VarDecl>(&stmt.node)) {
            bind(declaration->variables);
        } else if (const auto* forall = std::get_if<ForallStatement>(&stmt.node)) {
            bind(forall->variables);
        } else if (const auto* assign = std::get_if<Assign>(&stmt.node)) {
            targets(assign->targets);
            for (const Value& value : assign->values) {
                if (const auto* created = std::get_if<NewArray>(&value.node)) {
                    effects_.allocates = true;
                    effects_.writes[elements_region(created->element)].fresh = true;
                }
            }
        } else if (const auto* such_that = std::get_if<AssignSuchThat>(&stmt.node)) {
            targets(such_that->targets);
        } else if (const auto* call = std::get_if<Call>(&stmt.node)) {
            targets(call->targets);
            called(*call);
        }
    }

    Effects take() {
        // A variable that is itself assigned, or bound within the loop, may refer to several objects.
        for (auto& [region, writes] : effects_.writes) {
            const auto varies = [this](const Variable* variable) {
                return bound_.contains(variable) || std::find(effects_.variables.begin(), effects_.variables.end(),
                                                              variable) != effects_.variables.end();
            };
            writes.anywhere = writes.anywhere || std::any_of(writes.to.begin(), writes.to.end(), varies);
        }
        std::erase_if(effects_.variables, [this](const Variable* variable) { return bound_.contains(variable); });
        return std::move(effects_);
    }

  private:
    void bind(const std::vector<VariablePtr>& variables) {
        for (const auto& variable : variables) {
            bound_.insert(variable.get());
        }
    }

    void targets(const std::vector<Target>& list) {
        for (const Target& target : list) {
            if (const auto* variable = std::get_if<VariableTarget>(&target.node)) {
                add_to(effects_.variables, variable->variable);
            } else {
                const auto& element = std::get<ElementTarget>(target.node);
                add_write(effects_, elements_region(element.array->type.arguments.at(0)),
                          read_variable(*element.array));
            }
        }
    }

    // Where a parameter of the callee is written, what the argument refers to is.
    void called(const Call& call) {
        const Effects callee = effects_of(*call.method);
        effects_.everything = effects_.everything || callee.everything;
        effects_.allocates = effects_.allocates || callee.allocates;
        const auto& parameters = call.method->parameters;
        for (const auto& [region, writes] : callee.writes) {
            for (const Variable* parameter : writes.to) {
                const auto place = std::find_if(parameters.begin(), parameters.end(),
                                                [&](const auto& each) { return each.get() == parameter; });
                add_write(effects_, region,
                          read_variable(*call.arguments.at(static_cast<std::size_t>(place - parameters.begin()))));
            }
            Writes& own = effects_.writes[region];
            own.anywhere = own.anywhere || writes.anywhere;
            own.fresh = own.fresh || writes.fresh;
        }
    }

    Effects effects_;
    std::set<const Variable*> bound_;
};

void add_mentioned(const ExprPtr& root, Effects& effects) {
    if (root == nullptr) {
        return;
    }
    for_each_below(*root, {[&](const Expr& expr) {
                               const Variable* const variable = read_variable(expr);
                               if (variable != nullptr &&
                                   (variable->kind == VariableKind::Local || variable->kind == VariableKind::Out)) {
                                   add_to(effects.variables, variable);
                               }
                           },
                           [](const Stmt&) {}});
}

} // namespace

Effects effects_of(const Method& method) {
    Effects result;
    if (method.kind == MethodKind::Lemma) {
        return result;
    }
    result.allocates = true;
    result.everything = method.modifies.wildcard || publishes_objects(method);
    for (const FrameEntry& entry : method.modifies.entries) {
        const std::optional<Region> region = region_of(entry);
        if (!region) {
            result.everything = true;
            continue;
        }
        const Variable* const variable = kind_of(entry) == FrameEntryKind::One ? read_variable(*entry.expr) : nullptr;
        add_write(result, *region, variable != nullptr && is_parameter(*variable) ? variable : nullptr);
    }
    return result;
}

Effects effects_of(const While& loop) {
    LoopEffects collected;
    for (const Stmt* stmt : natural_loop(loop)) {
        collected.statement(*stmt);
    }
    Effects result = collected.take();
    if (loop.body == nullptr) {
        result.everything = true;
        add_mentioned(loop.guard, result);
        for (const Clause& invariant : loop.invariants) {
            add_mentioned(invariant.expr, result);
        }
        for (const ExprPtr& measure : loop.decreases.measures) {
            add_mentioned(measure, result);
        }
    }
    return result;
}

} // namespace daphnia::typed
