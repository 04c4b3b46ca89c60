// See the header.
#include "interpret/narrowing.h"

#include "interpret/checks.h"
#include "interpret/function_values.h"
#include "interpret/inhabitants.h"
#include "support/error.h"

#include <fmt/format.h>

namespace daphnia::interpret {

namespace {

std::string subset_message(const typed::Type& to, const typed::Type& from, const Value& value) {
    if (typed::is_reference(to)) {
        return fmt::format("value of expression (of type '{}') is not an instance of type '{}'{}",
                           typed::to_string(from), typed::to_string(to),
                           value.as_reference().is_null() ? ", because it is null" : "");
    }
    return fmt::format("value does not satisfy the subset constraints of '{}'", typed::to_string(to));
}

} // namespace

// Most values move between variables of the same type: no walk over types for them.
bool Narrowing::fits(const typed::Type& to, const typed::Type& from, const Value& value) {
    switch (to.kind) {
    case typed::TypeKind::Bool:
    case typed::TypeKind::Int:
    case typed::TypeKind::Char:
    case typed::TypeKind::Real:
    case typed::TypeKind::Bits:
    case typed::TypeKind::Parameter:
        return true;
    case typed::TypeKind::Nat:
        return from.kind == typed::TypeKind::Nat || from.kind == typed::TypeKind::Char ||
               value.as_small().value_or(value.as_integer() < 0 ? -1 : 0) >= 0;
    case typed::TypeKind::Reference:
        return from == to || inhabitants_.belongs(value, to, run_.heap()) || typed::is_subtype(from, to);
    case typed::TypeKind::Seq:
    case typed::TypeKind::Set:
    case typed::TypeKind::Iset:
    case typed::TypeKind::Multiset:
    case typed::TypeKind::Map:
    case typed::TypeKind::Imap:
    case typed::TypeKind::Tuple:
    case typed::TypeKind::Datatype:
    case typed::TypeKind::Arrow:
    case typed::TypeKind::Subset:
        return typed::is_subtype(from, to) || inhabitants_.belongs(value, to, run_.heap());
    }
    DAPHNIA_CHECK(false, "unknown type kind");
}

bool Narrowing::existed(const typed::Variable& parameter, const Value& value, const Snapshot& previous) {
    if (parameter.is_new || !typed::contains_references(parameter.type)) {
        return true;
    }
    DAPHNIA_CHECK(previous.heap.has_value(), "what is called needs the heap of its previous state");
    return inhabitants_.belongs(value, typed::base_type(parameter.type), *previous.heap);
}

// What a function does for some arguments says that it does not belong to a type; that it does is never seen.
void Narrowing::sample_function(const typed::Type& to, const typed::Type& from, const Value& value,
                                const typed::Expr& at) {
    function_values_.for_sample_arguments(to, [&](const Values& arguments) {
        bool fits_here = function_values_.has_meaning_for(value, arguments, at);
        if (fits_here) {
            fits_here =
                inhabitants_.belongs(function_values_.apply(value, arguments, at), typed::result_type(to), run_.heap());
        } else {
            fits_here = to.arrow != typed::ArrowKind::Total;
        }
        fits_here = fits_here &&
                    (to.arrow == typed::ArrowKind::General || function_values_.reads_of(value, arguments, at).empty());
        if (!fits_here) {
            checks_.fail({Rule::Subset, place_of(at), subset_message(to, from, value)}, {}, {checks_.part(at, value)});
        }
    });
}

void Narrowing::require_fits(const typed::Type& to, const typed::Type& from, const Value& value,
                             const typed::Expr& at) {
    if (run_.checking()) {
        checks_.attempt([&] {
            if (!fits(to, from, value)) {
                checks_.fail({Rule::Subset, place_of(at), subset_message(to, from, value)}, {},
                             {checks_.part(at, value)});
            }
        });
    }
    if (to.kind == typed::TypeKind::Arrow && run_.checking() && !typed::is_subtype(from, to)) {
        sample_function(to, from, value, at);
    }
}

void Narrowing::require_fits(const typed::Type& to, const typed::Type& from, const Value& value, SourceRange at) {
    if (run_.checking()) {
        checks_.attempt([&] {
            if (!fits(to, from, value)) {
                checks_.fail({Rule::Subset, at, subset_message(to, from, value)}, {},
                             {{at, support::one_line(at), shown(value, typed::base_type(from), run_.heap())}});
            }
        });
    }
}

void Narrowing::require_argument(const typed::Variable& parameter, const Value& value, const typed::Expr& at) {
    if (parameter.kind == typed::VariableKind::Receiver && value.is_reference()) {
        require_not_null(at, value);
    } else {
        require_fits(parameter.type, at.type, value, at);
    }
}

Reference Narrowing::require_not_null(const typed::Expr& at, const Value& value) {
    const Reference reference = value.as_reference();
    if (reference.is_null()) {
        checks_.fail({Rule::NonNull, place_of(at), {}}, {}, {checks_.part(at, value)});
    }
    return reference;
}

} // namespace daphnia::interpret
