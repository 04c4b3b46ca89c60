#include "typed/effects.h"

#include "typed/frame.h"
#include "typed/natural_loop.h"
#include "typed/walk.h"

#include <algorithm>
#include <functional>
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

// Written to all that the frame names; `variable_of` tells which variable an expression is, if any.
void named(const Frame& frame, Effects& effects, const std::function<const Variable*(const Expr&)>& variable_of) {
    effects.everything = effects.everything || frame.wildcard;
    for (const FrameEntry& entry : frame.entries) {
        const std::optional<std::vector<Region>> regions = regions_of(named_by(entry));
        if (!regions) {
            effects.everything = true;
            continue;
        }
        const Variable* const variable = kind_of(entry) == FrameEntryKind::One ? variable_of(*entry.expr) : nullptr;
        for (const Region& region : *regions) {
            add_write(effects, region, variable);
        }
    }
}

// By a result, or by a location that it may write.
bool publishes_objects(const Method& method) {
    const auto holds_references = [](const FrameEntry& entry) {
        const std::optional<std::vector<Region>> regions = regions_of(named_by(entry));
        return !regions || std::any_of(regions->begin(), regions->end(),
                                       [](const Region& region) { return contains_references(region.content); });
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
                if (const auto* array = std::get_if<NewArray>(&value.node)) {
                    effects_.allocates = true;
                    effects_.writes[elements_region(type_of(*array))].fresh = true;
                    if (begins_empty(array->element)) {
                        effects_.writes[elements_region(array->element)].fresh = true;
                    }
                } else if (const auto* object = std::get_if<NewObject>(&value.node)) {
                    effects_.allocates = true;
                    const std::vector<Cell> cells = cells_of(object->type);
                    for (std::size_t i = 0; i < cells.size(); ++i) {
                        if (!cells[i].field->constant) {
                            effects_.writes[field_region(cells[i].owner, *cells[i].field)].fresh = true;
                        }
                        if (object->cells[i] == nullptr && begins_empty(cells[i].type)) {
                            effects_.writes[elements_region(cells[i].type)].fresh = true;
                        }
                    }
                }
            }
        } else if (const auto* such_that = std::get_if<AssignSuchThat>(&stmt.node)) {
            targets(such_that->targets);
        } else if (const auto* call = std::get_if<Call>(&stmt.node)) {
            targets(call->targets);
            called(*call);
        } else if (const auto* modify = std::get_if<Modify>(&stmt.node)) {
            if (modify->body == nullptr) {
                named(modify->frame, effects_, [](const Expr& object) { return read_variable(object); });
            }
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
            } else if (const auto* element = std::get_if<ElementTarget>(&target.node)) {
                add_write(effects_, elements_region(element->array->type), read_variable(*element->array));
            } else {
                const auto& field = std::get<FieldTarget>(target.node);
                add_write(effects_, field_region(carrier(field.object->type), *field.field),
                          read_variable(*field.object));
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
                                   (variable->kind == VariableKind::Local || variable->kind == VariableKind::Out ||
                                    variable->kind == VariableKind::Cell)) {
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
    result.everything = publishes_objects(method);
    named(method.modifies, result, [](const Expr& object) {
        const Variable* const variable = read_variable(object);
        return variable != nullptr && is_parameter(*variable) ? variable : nullptr;
    });
    return result;
}

Effects effects_of(const Modify& statement) {
    Effects result;
    named(statement.frame, result, [](const Expr& object) { return read_variable(object); });
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
