// Values and types in, whether the values belong to the types out.
#include "interpret/belongs.h"

#include "interpret/stops.h"
#include "support/error.h"

#include <algorithm>
#include <fmt/format.h>

namespace daphnia::interpret {

using typed::Type;
using typed::TypeKind;

namespace {

// Of a datatype it is found out value by value.
bool is_constrained(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Real:
    case TypeKind::Bits:
    case TypeKind::Parameter:
        return false;
    case TypeKind::Nat:
    case TypeKind::Char:
    case TypeKind::Reference:
    case TypeKind::Datatype:
    case TypeKind::Arrow:
    case TypeKind::Subset:
        return true;
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple:
        return std::any_of(type.arguments.begin(), type.arguments.end(), is_constrained);
    }
    DAPHNIA_CHECK(false, "no such type");
}

// What code does for all arguments is not known, unless its own type says it: objects may be made for which it does
// something else.
bool is_function_of(const FunctionData& function, const Type& type, const Heap& heap, const Satisfies& satisfies) {
    const auto is_given = [&](const Value& value) {
        return !value.is_assigned() ? type.arrow != typed::ArrowKind::Total
                                    : belongs(value, typed::result_type(type), heap, satisfies);
    };
    const auto takes = [&] {
        for (std::size_t i = 0; i < typed::parameter_count(type); ++i) {
            if (!typed::is_subtype(type.arguments[i], function.type.arguments.at(i))) {
                return false;
            }
        }
        return true;
    };
    if (function.code != nullptr) {
        if (satisfies != nullptr && !typed::is_subtype(function.type, type)) {
            throw Unknown{fmt::format("whether a function is an '{}' is not known", typed::to_string(type)), {}};
        }
        return true;
    }
    return ((type.arrow != typed::ArrowKind::Total || takes()) && is_given(function.otherwise) &&
            std::all_of(function.entries.begin(), function.entries.end(), [&](const auto& entry) {
                for (std::size_t i = 0; i < entry.first.size(); ++i) {
                    if (!belongs(entry.first[i], type.arguments.at(i), heap, satisfies)) {
                        return true;
                    }
                }
                return is_given(entry.second);
            }));
}

} // namespace

bool can_refer_to(const Type& type, Reference object, const Heap& heap) {
    if (!heap.is_allocated(object)) {
        return false;
    }
    if (typed::is_object(type)) {
        return true;
    }
    const Type& own = heap.type_of(object);
    const bool same = own.klass == type.klass && own.referent == type.referent && own.width == type.width &&
                      own.arguments == type.arguments; // as most are
    return same || (typed::is_class(type) && typed::is_subtype(own, type));
}

bool belongs(const Value& value, const Type& type, const Heap& heap, const Satisfies& satisfies) {
    if (!value.is_assigned()) {
        return false;
    }
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Real:
    case TypeKind::Bits:
    case TypeKind::Parameter:
        return true;
    case TypeKind::Nat:
        return compare(value, Value::integer(std::int64_t{0})) >= 0;
    case TypeKind::Char: {
        const char32_t c = value.as_character();
        return c < 0xD800 || (0xE000 <= c && c <= 0x10FFFF);
    }
    case TypeKind::Subset:
        return belongs(value, type.subset->base, heap, satisfies) &&
               (satisfies == nullptr || satisfies(*type.subset, value));
    case TypeKind::Reference:
        return value.as_reference().is_null() ? type.nullable : can_refer_to(type, value.as_reference(), heap);
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap: {
        const Type element = typed::element_type(type);
        const Values& elements = value.elements();
        return !is_constrained(element) || std::all_of(elements.begin(), elements.end(), [&](const Value& each) {
            return belongs(each, element, heap, satisfies);
        });
    }
    case TypeKind::Tuple:
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            if (!belongs(value.components().at(i), type.arguments[i], heap, satisfies)) {
                return false;
            }
        }
        return true;
    case TypeKind::Datatype: {
        const std::vector<Type> fields = typed::field_types(type, value.constructor());
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (!belongs(value.fields().at(i), fields[i], heap, satisfies)) {
                return false;
            }
        }
        return true;
    }
    case TypeKind::Arrow:
        return is_function_of(value.as_function(), type, heap, satisfies);
    }
    DAPHNIA_CHECK(false, "no such type");
}

namespace {

class TestOf {
  public:
    TestOf(const Heap& heap, const Satisfies& satisfies) : heap_(heap), satisfies_(satisfies) {}

    bool operator()(const Value& value, const Type& declared, const Type& to) const {
        if (typed::is_subtype(declared, to)) {
            return true;
        }
        if (to.kind == TypeKind::Subset) {
            return (*this)(value, declared, to.subset->base) &&
                   (satisfies_ == nullptr || satisfies_(*to.subset, value));
        }
        const Type from = typed::carrier(declared);
        if (from.kind != to.kind) {
            return belongs(value, to, heap_, satisfies_);
        }
        if (typed::is_collection(to)) {
            const Type before = typed::element_type(from);
            const Type after = typed::element_type(to);
            return std::all_of(value.elements().begin(), value.elements().end(),
                               [&](const Value& each) { return (*this)(each, before, after); });
        }
        if (to.kind == TypeKind::Tuple) {
            return all(value.components(), from.arguments, to.arguments);
        }
        if (to.kind == TypeKind::Datatype) {
            return all(value.fields(), typed::field_types(from, value.constructor()),
                       typed::field_types(to, value.constructor()));
        }
        return belongs(value, to, heap_, satisfies_);
    }

  private:
    bool all(const Values& values, const std::vector<Type>& from, const std::vector<Type>& to) const {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!(*this)(values[i], from.at(i), to.at(i))) {
                return false;
            }
        }
        return true;
    }

    const Heap& heap_;
    const Satisfies& satisfies_;
};

} // namespace

bool belongs(const Value& value, const Type& from, const Type& to, const Heap& heap, const Satisfies& satisfies) {
    return TestOf(heap, satisfies)(value, from, to);
}

} // namespace daphnia::interpret
