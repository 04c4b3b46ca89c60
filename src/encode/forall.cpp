#include "encode/forall.h"

#include "encode/closing.h"
#include "encode/procedure.h"
#include "encode/triggers.h"

#include <algorithm>

namespace daphnia::encode {

ForallStatements::ForallStatements(Procedure& all)
    : ProcedurePart(all.state), claims_(all.claims), assignments_(all.assignments), statements_(all.statements) {}

// Arbitrary values of the variables within the range, which has to have a meaning.
Term ForallStatements::bind(const typed::ForallStatement& node) {
    state_.bind_arbitrary(node.variables);
    if (node.range == nullptr) {
        return store_.true_();
    }
    const Term range = claims_.checked(*node.range);
    claims_.assume_clause(*node.range);
    return range;
}

// forall x :: range ==> ensures (or the contract of the called lemma)
Term ForallStatements::conclusion(const typed::ForallStatement& node) {
    std::vector<Term> bound;
    std::vector<Term> range;
    for (const auto& variable : node.variables) {
        const Term value = store_.fresh_variable(variable->name, vocabulary_.sorts.of(variable->type));
        scope_.values[variable.get()] = value;
        bound.push_back(value);
        range.push_back(vocabulary_.membership.is(variable->type, value, &scope_.now));
    }
    if (node.range != nullptr) {
        range.push_back(claims_.pure(*node.range));
    }
    std::vector<Term> known;
    if (node.kind == typed::ForallKind::Call) {
        known.push_back(statements_.conclusion(*node.body));
    }
    std::vector<CallFact> calls;
    for (const typed::Clause& clause : node.ensures) {
        known.push_back(Expressions(vocabulary_, scope_, nullptr, &calls).encode(*clause.expr));
    }
    for (const CallFact& call : calls) {
        known.push_back(to_term(store_, call));
    }
    Closing closing;
    closing.name = "forall statement";
    return close(store_, vocabulary_.functions, closing, bound, store_.and_(std::move(range)),
                 store_.and_(std::move(known)));
}

void ForallStatements::operator()(const typed::ForallStatement& node) {
    if (node.kind == typed::ForallKind::Assign) {
        const typed::Stmt* body = node.body.get();
        while (const auto* block = std::get_if<typed::Block>(&body->node)) {
            if (block->statements.empty()) {
                return;
            }
            body = block->statements.front().get();
        }
        const typed::Stmt* outer = state_.current;
        state_.current = body;
        assign(node, std::get<typed::Assign>(body->node));
        state_.current = outer;
        return;
    }
    state_.aside("forall", [&] {
        bind(node);
        state_.aside("forall ensures", [&] { claims_.check_and_assume(node.ensures); });
        if (node.body != nullptr) {
            statements_.run(*node.body);
        }
        for (const typed::Clause& clause : node.ensures) {
            Scope scope = scope_;
            if (node.body == nullptr) {
                continue; // a forall without body is an assumption of the user's
            }
            claims_.prove(*clause.expr, scope, store_.true_(), [&](const typed::Expr& conjunct) {
                return claims_.simple_origin(support::Rule::ForallProof, conjunct, clause.error_message);
            });
        }
    });
    state_.assume(conclusion(node));
}

namespace {

// Where an instance of a forall assignment writes: the object, and in an array the indices.
struct Places {
    typed::Region region;
    const typed::Expr* object;
    std::vector<const typed::Expr*> indices; // none: a field
};

Places places_of(const typed::Target& target) {
    if (const auto* field = std::get_if<typed::FieldTarget>(&target.node)) {
        return {typed::field_region(typed::carrier(field->object->type), *field->field), field->object.get(), {}};
    }
    const auto& element = std::get<typed::ElementTarget>(target.node);
    Places result{typed::elements_region(element.array->type), element.array.get(), {}};
    for (const typed::ExprPtr& index : element.indices) {
        result.indices.push_back(index.get());
    }
    return result;
}

// The terms are the variables, each once.
bool are_all_of(std::vector<Term> terms, std::vector<Term> variables) {
    std::sort(terms.begin(), terms.end());
    std::sort(variables.begin(), variables.end());
    return terms == variables;
}

} // namespace

void ForallStatements::require_distinct(const typed::ForallStatement& node, const typed::Assign& assign) {
    const typed::Target& target = assign.targets.at(0);
    const Places places = places_of(target);
    const auto& value = std::get<typed::ExprPtr>(assign.values.at(0).node);
    state_.aside("forall assignment", [&] {
        const Term first_range = bind(node);
        const Location first = assignments_.destination(target).location;
        const Term first_value = claims_.checked_fits(*value, places.region.content);
        state_.bind_arbitrary(node.variables);
        state_.assume(first_range);
        state_.assume(node.range == nullptr ? store_.true_() : claims_.pure(*node.range));
        const Term object = claims_.pure(*places.object);
        const auto* element = std::get_if<ElementLocation>(&first.node);
        std::vector<Term> different{
            store_.not_equal(element == nullptr ? std::get<FieldLocation>(first.node).object : element->array, object)};
        for (std::size_t i = 0; i < places.indices.size(); ++i) {
            different.push_back(store_.not_equal(element->indices[i], claims_.pure(*places.indices[i])));
        }
        state_.require(
            store_.or_(store_.or_(std::move(different)), store_.equal(first_value, claims_.pure(*value))),
            {support::Rule::DistinctTargets,
             target.range,
             {},
             "left-hand sides for different forall-statement bound variables might refer to the same location"});
    });
}

// All values and places are those before the statement; distinct instances write distinct places or the same value.
void ForallStatements::assign(const typed::ForallStatement& node, const typed::Assign& assign) {
    const Places places = places_of(assign.targets.at(0));
    const auto& value = std::get<typed::ExprPtr>(assign.values.at(0).node);
    require_distinct(node, assign);
    Heap& heap = vocabulary_.heap;
    const Term map = heap.map(scope_.now, places.region);
    const Term before = state_.held(map);
    Scope old_scope = scope_;
    heap.map(old_scope.now, places.region) = before;
    const auto in_before = [&](const typed::Expr& expr) { return Expressions(vocabulary_, old_scope).encode(expr); };
    std::vector<Term> bound;
    std::vector<Term> conditions;
    for (const auto& variable : node.variables) {
        const Term v = store_.fresh_variable(variable->name, vocabulary_.sorts.of(variable->type));
        old_scope.values[variable.get()] = v;
        bound.push_back(v);
        conditions.push_back(vocabulary_.membership.is(variable->type, v, &old_scope.now));
    }
    if (node.range != nullptr) {
        conditions.push_back(in_before(*node.range));
    }
    const Term range = store_.and_(std::move(conditions));
    const Term object = in_before(*places.object);
    std::vector<Term> indices;
    for (const typed::Expr* index : places.indices) {
        indices.push_back(in_before(*index));
    }
    const bool field = indices.empty();
    const Term written = in_before(*value);
    const auto at = [&](Term of, Term r, const std::vector<Term>& i) { return heap.element(store_.select(of, r), i); };
    state_.heap.replace(places.region, [&] {
        // Each instance has written its value.
        const Term place = at(map, object, indices);
        const Term source = at(before, object, indices);
        const Term body = store_.implies(range, store_.equal(place, written));
        // The place is the variables themselves.
        const bool direct = are_all_of(field ? std::vector<Term>{object} : indices, bound);
        const std::vector<logic::Trigger> triggers =
            direct ? std::vector<logic::Trigger>{{place}, {source}} : select_triggers(bound, body);
        state_.assume(store_.forall({"forall assignment", bound, triggers, 0}, body));

        // Everything else is as before.
        const Term r = store_.fresh_variable("r", heap.ref());
        const std::vector<Term> any = heap.any_indices(places.region);
        const Term now = at(map, r, any);
        Closing some;
        some.forall = false;
        some.name = "written";
        some.split = false;
        some.select = false;
        const Term same_object = store_.equal(r, object);
        std::vector<Term> same{same_object};
        std::vector<Term> all{r};
        for (std::size_t i = 0; i < any.size(); ++i) {
            same.push_back(store_.equal(any[i], indices[i]));
            all.push_back(any[i]);
        }
        const Term directly = field ? range : store_.and_(range, same_object);
        const auto of_place = [&](Term v) -> Term {
            if (field) {
                return v == object ? r : nullptr;
            }
            const auto place_of = std::find(indices.begin(), indices.end(), v);
            return place_of == indices.end() ? nullptr : any[static_cast<std::size_t>(place_of - indices.begin())];
        };
        const Term hit = direct
                             ? logic::Substitution(store_, of_place)(directly)
                             : close(store_, vocabulary_.functions, some, bound, range, store_.and_(std::move(same)));
        state_.assume(
            store_.forall({"forall frame", all, {{now}}, 0}, store_.or_(hit, store_.equal(now, at(before, r, any)))));
        const auto free = logic::free_variables(object);
        const bool fixed = std::none_of(bound.begin(), bound.end(),
                                        [&](Term v) { return std::find(free.begin(), free.end(), v) != free.end(); });
        if (!field && fixed) {
            // Only one row changes: say so for whole rows, which slices and functions speak of.
            const Term q = store_.fresh_variable("r", heap.ref());
            const Term row = store_.select(map, q);
            state_.assume(
                store_.forall({"forall rows", {q}, {{row}}, 0},
                              store_.or_(store_.equal(q, object), store_.equal(row, store_.select(before, q)))));
        }
    });
}

} // namespace daphnia::encode
