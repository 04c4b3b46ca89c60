// Assignment in all its forms: targets first, then values, then the writes.
#include "interpret/expressions.h"
#include "interpret/statements.h"
#include "support/match.h"

#include <fmt/format.h>

namespace daphnia::interpret {

Place Engine::place(const typed::Target& target) {
    Place result;
    result.range = target.range;
    if (const auto* variable = std::get_if<typed::VariableTarget>(&target.node)) {
        result.variable = variable->variable;
        result.type = &variable->variable->type;
        return result;
    }
    const auto& element = std::get<typed::ElementTarget>(target.node);
    result.type = &element.array->type.arguments.at(0);
    result.array = checked_array(*this, *element.array);
    result.index = checked_index(*this, *element.index, heap_.elements(result.array).size(), *element.array);
    if (checking() && !active_->modifies.allows(result.array)) {
        fail({Rule::Modifies, target.range, {}}, {}, {part(*element.array, Value::reference(result.array))});
    }
    return result;
}

std::vector<Place> Engine::places(const std::vector<typed::Target>& targets) {
    std::vector<Place> result;
    result.reserve(targets.size());
    for (const typed::Target& target : targets) {
        result.push_back(place(target));
    }
    return result;
}

// Two elements written at once are different, or get the same value.
void Engine::require_distinct(const std::vector<Place>& places, const Values& values) {
    if (!checking()) {
        return;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (places[i].variable == nullptr && places[j].variable == nullptr && places[i].array == places[j].array &&
                places[i].index == places[j].index && !(values[i] == values[j])) {
                fail({Rule::DistinctTargets, places[i].range,
                      fmt::format("left-hand sides {} and {} refer to the same location", j, i)});
            }
        }
    }
}

void Engine::write(const Place& place, Value value) {
    if (place.variable != nullptr) {
        (*active_)[*place.variable] = std::move(value);
    } else {
        heap_.write(place.array, place.index, std::move(value));
    }
}

namespace {

Values default_elements(Engine& engine, const typed::NewArray& node, std::size_t size, SourceRange range) {
    Values elements;
    if (size == 0) {
        return elements;
    }
    if (!typed::has_default_value(node.element)) {
        engine.fail({Rule::ArraySize, range,
                     fmt::format("unless an initializer is provided for the array elements, a new array of '{}' must "
                                 "have empty size",
                                 typed::to_string(node.element))},
                    {}, {engine.part(*node.size, Value::integer(static_cast<std::int64_t>(size)))});
    }
    elements.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        elements.push_back(engine.any_value(node.element, range));
    }
    return elements;
}

class Created {
  public:
    Created(Engine& engine, const typed::Value& value, const Place& target)
        : engine_(engine), value_(value), target_(target) {}

    Value operator()(const typed::ExprPtr& expr) const {
        Value result = engine_.eval(*expr);
        engine_.require_fits(*target_.type, expr->type, result, *expr);
        return result;
    }
    // Any value of a type is none when the type has no value: the variable is assigned only if it was before.
    Value operator()(const typed::HavocValue&) const {
        if (target_.variable != nullptr && !(*engine_.active())[*target_.variable].is_assigned()) {
            const bool ghost =
                target_.variable->ghost || (engine_.active()->method != nullptr && engine_.active()->method->ghost);
            if (!(ghost ? typed::is_nonempty(*target_.type) : typed::has_default_value(*target_.type))) {
                return {};
            }
        }
        return engine_.any_value(*target_.type, value_.range);
    }
    Value operator()(const typed::NewArray& node) const {
        const Value size = engine_.eval(*node.size);
        if (size.as_small().value_or(size.as_integer() < 0 ? -1 : 0) < 0) {
            engine_.fail({Rule::ArraySize, place_of(*node.size), {}}, {}, {engine_.part(*node.size, size)});
        }
        const std::size_t count =
            size.as_small() ? static_cast<std::size_t>(*size.as_small()) : static_cast<std::size_t>(-1);
        engine_.charge_cells(count, value_.range);
        return Value::reference(engine_.heap().allocate(node.element, elements(node, count)));
    }

  private:
    Values elements(const typed::NewArray& node, std::size_t size) const {
        if (node.has_display) {
            return displayed(node, size);
        }
        if (node.initial != nullptr) {
            return initial_elements(engine_, *node.index, node.domain.get(), *node.initial, node.element, size,
                                    "array");
        }
        return default_elements(engine_, node, size, value_.range);
    }

    Values displayed(const typed::NewArray& node, std::size_t size) const {
        if (node.display.size() != size) {
            engine_.fail({Rule::ArraySize, place_of(*node.size),
                          fmt::format("given array size must agree with the number of expressions in the "
                                      "initializing display ({})",
                                      node.display.size())},
                         {}, {engine_.part(*node.size, Value::integer(static_cast<std::int64_t>(size)))});
        }
        Values result;
        for (const typed::ExprPtr& expr : node.display) {
            result.push_back(engine_.eval(*expr));
            engine_.require_fits(node.element, expr->type, result.back(), *expr);
        }
        return result;
    }

    Engine& engine_;
    const typed::Value& value_;
    const Place& target_;
};

} // namespace

Value Engine::value_of(const typed::Value& value, const Place& target) {
    return support::match(value.node, Created(*this, value, target));
}

Flow Statements::operator()(const typed::Assign& node) const {
    if (node.targets.size() == 1) {
        const Place target = engine_.place(node.targets[0]);
        engine_.write(target, engine_.value_of(node.values[0], target));
        engine_.observe(statement_);
        return nullptr;
    }
    const std::vector<Place> targets = engine_.places(node.targets);
    Values values;
    values.reserve(targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (!engine_.checking() && targets[i].variable != nullptr && targets[i].variable->ghost) {
            values.emplace_back();
            continue;
        }
        values.push_back(engine_.value_of(node.values[i], targets[i]));
    }
    engine_.require_distinct(targets, values);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        engine_.write(targets[i], std::move(values[i]));
    }
    engine_.observe(statement_);
    return nullptr;
}

void Engine::choose(const std::vector<typed::Restriction>& restrictions, const typed::Expr& constraint,
                    SourceRange place, bool assumed) {
    std::optional<Unknown> unknown;
    Activation* const here = active();
    const Coverage coverage = enumerate(restrictions, Search::Complete, [&] {
        try {
            return !holds(constraint);
        } catch (const Unknown& instance) {
            activate(here);
            unknown = instance;
            return true;
        }
    });
    if (coverage == Coverage::Stopped) {
        return;
    }
    if (unknown) {
        throw *unknown;
    }
    if (coverage == Coverage::Some) {
        throw Unknown{"no value that meets the constraint was found among those that can be tried", place};
    }
    if (assumed) {
        throw Discarded{"no value meets the assumed constraint", place};
    }
    fail({Rule::AssignSuchThat, place, {}}, place_of(constraint));
}

Flow Statements::operator()(const typed::AssignSuchThat& node) const {
    for (const Place& target : engine_.places(node.targets)) {
        if (target.variable == nullptr) {
            throw Unknown{"elements of arrays cannot be chosen by a constraint", target.range};
        }
    }
    engine_.choose(engine_.restrictions(node), *node.constraint, statement_.range, node.assumed);
    engine_.observe(statement_);
    return nullptr;
}

} // namespace daphnia::interpret
