// See the header.
#include "interpret/object_expressions.h"

#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/frames.h"
#include "interpret/inhabitants.h"
#include "interpret/narrowing.h"
#include "interpret/snapshots.h"
#include "support/error.h"
#include "typed/frame.h"

#include <algorithm>
#include <fmt/format.h>

namespace daphnia::interpret {

namespace {

bool is_fresh(const Value& value, const Snapshot& since) {
    return !value.as_reference().is_null() && value.as_reference().object > since.objects;
}

} // namespace

// What never changes is the same in all states, and is in no frame.
Value ObjectExpressions::operator()(const typed::FieldRead& node, const typed::Expr& expr) const {
    Value room;
    const Reference object = narrowing_.require_not_null(*node.object, evaluation_.peek(*node.object, room));
    const Heap& heap = node.field->constant ? run_.heap() : run_.read_heap();
    if (run_.checking() && !node.field->constant) {
        frames_.require_readable(expr, object, node.field);
        if (!heap.is_allocated(object)) {
            throw Unknown{"an object is looked at in a state in which it is not there", expr.range};
        }
    }
    const Value& value = heap.cells_of(object)[run_.layouts().index_of(run_.heap().type_of(object), *node.field)];
    if (!value.is_assigned()) {
        throw Unknown{fmt::format("the field '{}' has no value when the program runs", node.field->name), expr.range};
    }
    return value;
}

// Of the object, all cells or that of the field.
bool ObjectExpressions::is_same_in(const Heap& before, Reference object, const typed::Field* field,
                                   SourceRange place) const {
    if (!run_.read_heap().is_allocated(object)) {
        throw Unknown{"an object is looked at in a state in which it is not there", place};
    }
    const Cells& then = before.cells_of(object);
    const Cells& now = run_.read_heap().cells_of(object);
    const auto is_same = [&](std::size_t index) {
        if (then[index] == now[index]) {
            return true;
        }
        if (then[index].holds_functions() && now[index].holds_functions()) {
            throw Unknown{"whether two functions are equal", place};
        }
        return false;
    };
    if (field != nullptr) {
        return is_same(run_.layouts().index_of(run_.heap().type_of(object), *field));
    }
    if (then == now) {
        return true;
    }
    for (std::size_t i = 0; i < then.size(); ++i) {
        if (!is_same(i)) {
            return false;
        }
    }
    return true;
}

Value ObjectExpressions::operator()(const typed::Unchanged& node, const typed::Expr& expr) const {
    const Snapshot& before = snapshots_.state_at(node.label);
    DAPHNIA_CHECK(before.heap.has_value(), "unchanged needs the heap of that state");
    bool all_same = true;
    for (const typed::FrameEntry& entry : node.entries) {
        const Value value = evaluation_.eval(*entry.expr);
        const std::vector<Reference> objects = Frames::named_objects(entry, value);
        const bool existed = std::all_of(objects.begin(), objects.end(),
                                         [&](Reference object) { return before.heap->is_allocated(object); });
        if (!existed) {
            checks_.fail({Rule::Allocated, place_of(*entry.expr),
                          "object is not allocated in the old-state of the 'unchanged' predicate"},
                         {}, {checks_.part(*entry.expr, value)});
        }
        frames_.require_unchanged_readable(entry, objects);
        all_same = all_same && std::all_of(objects.begin(), objects.end(), [&](Reference object) {
                       return is_same_in(*before.heap, object, entry.field, expr.range);
                   });
    }
    return Value::boolean(all_same);
}

Value ObjectExpressions::operator()(const typed::Old& node, const typed::Expr&) const {
    const Snapshot& state = snapshots_.state_at(node.label);
    DAPHNIA_CHECK(state.heap.has_value(), "old needs the heap of that state");
    const Run::Reading then(run_, *state.heap);
    return evaluation_.eval(*node.operand);
}

// Of a sequence or set: all its elements.
Value ObjectExpressions::operator()(const typed::Fresh& node, const typed::Expr&) const {
    const Snapshot& since = snapshots_.state_at(node.label);
    const Value operand = evaluation_.eval(*node.operand);
    if (typed::is_reference(node.operand->type)) {
        return Value::boolean(is_fresh(operand, since));
    }
    for (const Value& element : operand.elements()) {
        if (!is_fresh(element, since)) {
            return Value::boolean(false);
        }
    }
    return Value::boolean(true);
}

Value ObjectExpressions::operator()(const typed::Allocated& node, const typed::Expr&) const {
    const Value operand = evaluation_.eval(*node.operand);
    return Value::boolean(inhabitants_.belongs(operand, typed::base_type(node.operand->type), run_.read_heap()));
}

} // namespace daphnia::interpret
