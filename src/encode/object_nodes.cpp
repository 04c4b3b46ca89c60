// Fields of objects, and what is said of states: old, fresh, allocated, unchanged.
#include "encode/expression_nodes.h"

#include <utility>

namespace daphnia::encode {

void NodePart::require_not_null(const typed::Expr& reference, Term term) {
    if (typed::carrier(reference.type).nullable) {
        in_.require(support::Rule::NonNull, reference, store_.not_equal(term, vocabulary_.heap.null()));
    }
}

Term ObjectNodes::operator()(const typed::FieldRead& node) {
    const typed::Expr& expr = in_.current();
    const typed::Type type = typed::carrier(node.object->type);
    const Term object = in_.encode(*node.object);
    require_not_null(*node.object, object);
    if (node.field->constant) {
        return vocabulary_.heap.constant(type, *node.field, object);
    }
    const typed::Region region = typed::field_region(type, *node.field);
    if (in_.definedness() != nullptr) {
        in_.definedness()->check_read(expr, region, object, scope_, in_.guard());
    }
    return store_.select(vocabulary_.heap.map(scope_.now, region), object);
}

Term ObjectNodes::is_unchanged(const typed::Named& named, Term object, const State& before) const {
    const Heap& heap = vocabulary_.heap;
    std::vector<std::size_t> regions;
    for (std::size_t region = 0; region < heap.regions().size(); ++region) {
        if (typed::covers(named, heap.regions()[region])) {
            regions.push_back(region);
        }
    }
    return heap.agree(before, scope_.now, regions, object);
}

// Of what did not exist, nothing can be said.
Term ObjectNodes::operator()(const typed::Unchanged& node) {
    const State& before = scope_.at(node.label);
    const Term null = vocabulary_.heap.null();
    std::vector<Term> all;
    for (const typed::FrameEntry& entry : node.entries) {
        const typed::Named named = typed::named_by(entry);
        const Term value = in_.encode(*entry.expr);
        const auto of_all = [&](const std::string& name, const std::function<Term(Term)>& holds) {
            return typed::kind_of(entry) == typed::FrameEntryKind::One
                       ? holds(value)
                       : vocabulary_.collections.every_element(name, entry.expr->type, value, holds);
        };
        in_.require(support::Rule::Allocated, *entry.expr,
                    of_all("existed",
                           [&](Term object) {
                               return store_.or_(store_.equal(object, null), store_.select(before.alloc, object));
                           }),
                    "object might not be allocated in the old-state of the 'unchanged' predicate");
        if (in_.definedness() != nullptr) {
            in_.definedness()->check_unchanged(entry, scope_, in_.guard());
        }
        all.push_back(of_all("unchanged", [&](Term object) {
            const Term same = is_unchanged(named, object, before);
            return named.type.nullable ? store_.or_(store_.equal(object, null), same) : same;
        }));
    }
    return store_.and_(std::move(all));
}

Term ObjectNodes::operator()(const typed::Old& node) {
    const State outer = scope_.now;
    const bool outer_past = std::exchange(scope_.past, true);
    scope_.now = scope_.at(node.label);
    const Term result = in_.encode(*node.operand);
    scope_.now = outer;
    scope_.past = outer_past;
    return result;
}

// fresh(r): r was not allocated then. Of a sequence or set: all its elements.
Term ObjectNodes::operator()(const typed::Fresh& node) {
    const State& before = scope_.at(node.label);
    const Term operand = in_.encode(*node.operand);
    const auto is_fresh = [&](Term r) {
        return store_.and_(store_.not_equal(r, vocabulary_.heap.null()), store_.not_(store_.select(before.alloc, r)));
    };
    if (typed::is_reference(node.operand->type)) {
        return is_fresh(operand);
    }
    return vocabulary_.collections.every_element("fresh elements", node.operand->type, operand, is_fresh);
}

Term ObjectNodes::operator()(const typed::Allocated& node) {
    return vocabulary_.membership.is(typed::base_type(node.operand->type), in_.encode(*node.operand), &scope_.now);
}

} // namespace daphnia::encode
