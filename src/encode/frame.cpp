// Frames: what may be written and read, and what stays as it was.
#include "encode/procedure.h"

#include "support/error.h"

namespace daphnia::encode {

using ivl::ObligationKind;

FrameLimit ProcedureEncoder::frame(const typed::Frame& frame, const Scope& scope) {
    FrameLimit result;
    result.anything = frame.wildcard;
    Scope own = scope;
    for (const auto& array : frame.arrays) {
        result.entries.push_back({array->type, Expressions(vocabulary_, own).encode(*array), scope.now});
    }
    // Functions have no fresh arrays: without an allocation map only the entries are allowed.
    result.alloc = function_ == nullptr && !vocabulary_.heap_types().empty() ? scope.now.alloc : nullptr;
    return result;
}

// array is read by some application of the function.
Term ProcedureEncoder::reads_somewhere(const FrameLimit::Entry& entry, Term array) {
    const Applied any = applied_to_anything(entry);
    const Term member = vocabulary_.contains(typed::set_type(typed::object_type()), any.reads, array);
    const Term read = store_.and_(any.belong, member);
    return any.arguments.empty() ? read : store_.exists({"frame", any.arguments, {{member}}, 0}, read);
}

ProcedureEncoder::Applied ProcedureEncoder::applied_to_anything(const FrameLimit::Entry& entry) {
    const Vocabulary::AnyArguments any = vocabulary_.any_arguments(entry.type, nullptr);
    return {any.variables, any.belong,
            store_.apply(vocabulary_.reading(entry.type).reads,
                         joined(joined({entry.value}, vocabulary_.heaps(entry.now)), any.variables))};
}

// array is one of the entries, or did not exist when the frame was fixed. The element type is null when it is not
// known.
Term ProcedureEncoder::allows(const FrameLimit& limit, const typed::Type* element, Term array) {
    if (limit.anything) {
        return store_.true_();
    }
    std::vector<Term> ways;
    for (const FrameLimit::Entry& entry : limit.entries) {
        if (entry.type.kind == typed::TypeKind::Arrow) {
            if (entry.type.arrow == typed::ArrowKind::General) {
                ways.push_back(reads_somewhere(entry, array));
            }
            continue;
        }
        const bool one = typed::is_array(entry.type);
        const typed::Type& named = one ? entry.type : entry.type.arguments.at(0);
        if (element == nullptr || named.kind == typed::TypeKind::Object || named.arguments.at(0) == *element) {
            ways.push_back(one ? store_.equal(array, entry.value)
                               : vocabulary_.contains(entry.type, entry.value, array));
        }
    }
    if (limit.alloc != nullptr) {
        ways.push_back(store_.not_(store_.select(limit.alloc, array)));
    }
    return store_.or_(std::move(ways));
}

void ProcedureEncoder::require_writable(const typed::Type& element, Term array, support::SourceRange range) {
    require(allows(modifies_, &element, array), {ObligationKind::Modifies, range, {}, {}});
}

// Every array of the callee's (or the loop's) frame is allowed by the limit.
void ProcedureEncoder::require_within(const FrameLimit& limit, const typed::Frame& frame, const Scope& scope,
                                      Term guard, ivl::Origin origin) {
    if (limit.anything) {
        return;
    }
    if (frame.wildcard) {
        require(store_.not_(guard), origin);
        return;
    }
    Scope own = scope;
    for (const auto& entry : frame.arrays) {
        const Term value = Expressions(vocabulary_, own).encode(*entry);
        Term within = nullptr;
        if (entry->type.kind == typed::TypeKind::Arrow) {
            if (entry->type.arrow != typed::ArrowKind::General) {
                continue;
            }
            const Applied any = applied_to_anything({entry->type, value, scope.now});
            within = store_.implies(any.belong, this->within(limit, any.reads));
            within = any.arguments.empty() ? within : store_.forall({"frame", any.arguments, {{any.reads}}, 0}, within);
        } else if (typed::is_array(entry->type)) {
            within = allows(limit, &entry->type.arguments.at(0), value);
            if (entry->type.kind == typed::TypeKind::NullableArray) {
                within = store_.or_(store_.equal(value, vocabulary_.null()), within);
            }
        } else if (entry->type.kind == typed::TypeKind::Set &&
                   entry->type.arguments.at(0).kind == typed::TypeKind::Object) {
            within = this->within(limit, value);
        } else if (entry->type.kind == typed::TypeKind::Set) {
            const Term r = store_.fresh_variable("r", vocabulary_.ref());
            const Term member = vocabulary_.contains(entry->type, value, r);
            within =
                store_.forall({"frame", {r}, {{member}}, 0},
                              store_.implies(member, allows(limit, &entry->type.arguments.at(0).arguments.at(0), r)));
        } else {
            const logic::SeqTheory& theory = vocabulary_.seq(entry->type);
            const Term i = store_.fresh_variable("i", store_.int_sort());
            const Term at = store_.apply(theory.at, {value, i});
            within = store_.forall({"frame", {i}, {{at}}, 0},
                                   store_.implies(store_.and_(store_.less_equal(store_.integer(0), i),
                                                              store_.less(i, store_.apply(theory.length, {value}))),
                                                  allows(limit, &entry->type.arguments.at(0).arguments.at(0), at)));
        }
        require(store_.implies(guard, within), origin);
    }
}

void ProcedureEncoder::check_frame(const typed::Frame& frame) {
    for (const auto& array : frame.arrays) {
        checked(*array);
    }
}

// Copies of the current heap under the given name, for what is said about it later.
State ProcedureEncoder::snapshot(const std::string& name) {
    State result;
    if (vocabulary_.heap_types().empty()) {
        result = scope_.now;
        return result;
    }
    for (const auto& [key, heap] : scope_.now.heaps) {
        result.heaps[key] = store_.fresh_variable(name + " heap<" + key + ">", heap->sort);
        blocks_.emit(ivl::Assign{result.heaps[key], heap});
    }
    result.alloc = store_.fresh_variable(name + " alloc", scope_.now.alloc->sort);
    blocks_.emit(ivl::Assign{result.alloc, scope_.now.alloc});
    return result;
}

// forall r {now[r]} :: allocated in `since` and not in the frame ==> now[r] == since[r]
void ProcedureEncoder::assume_unchanged(const std::string& heap, const FrameLimit& limit, const State& since) {
    const typed::Type& element = vocabulary_.heap_types().at(heap);
    const Term r = store_.fresh_variable("r", vocabulary_.ref());
    const Term now = store_.select(scope_.now.heaps.at(heap), r);
    FrameLimit entries = limit;
    entries.alloc = nullptr;
    const Term kept = store_.and_(store_.select(since.alloc, r), store_.not_(allows(entries, &element, r)));
    assume(store_.forall({"frame", {r}, {{now}}, 0},
                         store_.implies(kept, store_.equal(now, store_.select(since.heaps.at(heap), r)))));
}

void ProcedureEncoder::havoc_heap(const Effects& effects, const std::map<const typed::Variable*, Term>& arrays,
                                  const FrameLimit& limit, const State& since) {
    const State before_havoc = effects.touches_heap() ? before_change() : State{};
    // Only these rows change, each to something arbitrary: no quantifier is needed to say that the rest stays.
    for (const auto& [key, variables] : effects.written) {
        if (effects.anything.contains(key)) {
            continue;
        }
        const Term heap = scope_.now.heaps.at(key);
        Term changed = heap;
        for (const auto& [variable, array] : arrays) {
            if (variables.contains(variable)) {
                const Term row = store_.fresh_variable("row", vocabulary_.row_sort(vocabulary_.heap_types().at(key)));
                changed = store_.store(changed, array, row);
            }
        }
        blocks_.emit(ivl::Assign{heap, changed});
    }
    for (const std::string& key : effects.anything) {
        blocks_.emit(ivl::Havoc{scope_.now.heaps.at(key)});
    }
    if (effects.allocates) {
        const Term before = store_.fresh_variable("alloc before", vocabulary_.alloc_sort());
        blocks_.emit(ivl::Assign{before, scope_.now.alloc});
        blocks_.emit(ivl::Havoc{scope_.now.alloc});
        const Term r = store_.fresh_variable("r", vocabulary_.ref());
        const Term was = store_.select(before, r);
        const Term is = store_.select(scope_.now.alloc, r);
        assume(store_.forall({"allocation grows", {r}, {{is}, {was}}, 0}, store_.implies(was, is)));
    }
    for (const std::string& key : effects.anything) {
        if (!limit.anything) {
            assume_unchanged(key, limit, since);
        }
    }
    if (effects.touches_heap()) {
        for (const Term fact : vocabulary_.heap_is_typed(scope_.now)) {
            assume(fact);
        }
        changed_from(before_havoc);
    }
}

// What functions that read the heap give before and after a change is compared.
State ProcedureEncoder::before_change() {
    return vocabulary_.has_reading_functions() ? snapshot("before change") : State{};
}

void ProcedureEncoder::changed_from(const State& before) {
    if (vocabulary_.has_reading_functions() && !vocabulary_.heap_types().empty()) {
        assume(vocabulary_.is_good(scope_.now));
        assume(vocabulary_.is_sound(scope_.now));
        assume(vocabulary_.follows(before, scope_.now));
    }
}

// Every array of the set of objects is allowed by the limit.
Term ProcedureEncoder::within(const FrameLimit& limit, Term objects) {
    const typed::Type set = typed::set_type(typed::object_type());
    const Term r = store_.fresh_variable("r", vocabulary_.ref());
    const Term member = vocabulary_.contains(set, objects, r);
    return store_.forall({"frame", {r}, {{member}}, 0}, store_.implies(member, allows(limit, nullptr, r)));
}

void ProcedureEncoder::check_application(const typed::Expr& expr, const Application& applied, const Scope& scope,
                                         Term guard) {
    const support::SourceRange place = place_of(expr);
    if (!scope.whole_types && !(scope.now == vocabulary_.state(""))) {
        // In the state of an old expression, what it is and what it is applied to have to exist already.
        require(store_.implies(guard, vocabulary_.is(applied.type, applied.function, &scope.now)),
                {ObligationKind::Allocated, place, {}, {}});
        for (std::size_t i = 0; i < applied.arguments.size(); ++i) {
            const typed::Type type = typed::base_type(applied.type.arguments.at(i));
            if (typed::contains_references(type)) {
                require(store_.implies(guard, vocabulary_.is(type, applied.arguments[i], &scope.now)),
                        {ObligationKind::Allocated, place, {}, {}});
            }
        }
    }
    if (reads_ && !reads_->anything) {
        require(store_.implies(guard, store_.and_(applied.meaning, within(*reads_, applied.reads))),
                {ObligationKind::Reads, place, {}, "insufficient reads clause to invoke function"});
    }
}

} // namespace daphnia::encode
