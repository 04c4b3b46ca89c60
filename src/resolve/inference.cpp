// Unification with holes and waiting constraints; see the header.
#include "resolve/inference.h"

#include "support/error.h"
#include "typed/typed.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

using typed::TypeKind;

namespace {

using Translation = PreType (*)(const typed::Type&, const TypeArguments&);

PreType tuple_of(const typed::Type& tuple, const TypeArguments& arguments, Translation component) {
    std::vector<PreType> components;
    for (const typed::Type& type : tuple.arguments) {
        components.push_back(component(type, arguments));
    }
    return pre_tuple(std::move(components), tuple.ghost_components);
}

PreType collection_of(PreKind kind, const typed::Type& collection, const TypeArguments& arguments,
                      Translation argument) {
    PreType result = pre(kind);
    for (const typed::Type& type : collection.arguments) {
        result.arguments.push_back(argument(type, arguments));
    }
    return result;
}

PreKind exact_arrow(typed::ArrowKind arrow) {
    switch (arrow) {
    case typed::ArrowKind::Total:
        return PreKind::Arrow;
    case typed::ArrowKind::Partial:
        return PreKind::PartialArrow;
    case typed::ArrowKind::General:
        break;
    }
    return PreKind::GeneralArrow;
}

PreType datatype_of(const typed::Type& type, const TypeArguments& arguments, bool exact) {
    std::vector<PreType> result;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        const bool value = !exact && typed::grows_with_argument(type, i);
        result.push_back(value ? value_type(type.arguments[i], arguments) : exact_type(type.arguments[i], arguments));
    }
    return pre_datatype(type.datatype, std::move(result));
}

PreType exact_subset(const typed::SubsetType& type, const TypeArguments& arguments) {
    std::vector<PreType> result;
    for (const typed::Type& argument : type.type_arguments) {
        result.push_back(exact_type(argument, arguments));
    }
    return pre_subset(type.origin != nullptr ? type.origin : &type, std::move(result));
}

PreType exact_reference(const typed::Type& type, const TypeArguments& arguments) {
    switch (type.referent) {
    case typed::Referent::Array: {
        PreType result = pre_of(type.nullable ? PreKind::NullableArray : PreKind::Array,
                                exact_type(type.arguments.at(0), arguments));
        result.width = type.width;
        return result;
    }
    case typed::Referent::Class: {
        std::vector<PreType> result;
        for (const typed::Type& argument : type.arguments) {
            result.push_back(exact_type(argument, arguments));
        }
        return pre_class(type.nullable ? PreKind::NullableClass : PreKind::Class, type.klass, std::move(result));
    }
    case typed::Referent::Object:
        return pre(type.nullable ? PreKind::NullableObject : PreKind::Object);
    }
    DAPHNIA_CHECK(false, "no such referent");
}

PreType parameter(const typed::Type& type) {
    return {PreKind::Parameter, {}, 0, {}, type.parameter};
}

} // namespace

bool grows_with_argument(const PreType& type, std::size_t argument) {
    if (type.kind == PreKind::Datatype) {
        return type.datatype->type_parameters.at(argument)->variance == typed::Variance::Covariant;
    }
    return !is_reference(type.kind);
}

std::optional<PreType> as_supertype(const PreType& type, const typed::Class& klass) {
    if (type.klass == &klass) {
        return type;
    }
    TypeArguments arguments;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        arguments.emplace(type.klass->type_parameters[i].get(), TypeArgument{type.arguments[i], type.arguments[i]});
    }
    for (const typed::Type& parent : type.klass->parents) {
        if (std::optional<PreType> found = as_supertype(exact_type(parent, arguments), klass)) {
            return found;
        }
    }
    return std::nullopt;
}

std::vector<std::string> length_members(const PreType& array) {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < dimensions(array); ++i) {
        result.push_back(dimensions(array) == 1 ? "Length" : fmt::format("Length{}", i));
    }
    return result;
}

PreKind family(const PreType& type) {
    return type.kind == PreKind::Newtype ? value_type(typed::base_type(type.subset->base)).kind : type.kind;
}

PreType exact_type(const typed::Type& type, const TypeArguments& arguments) {
    switch (type.kind) {
    case TypeKind::Bool:
        return pre(PreKind::Bool);
    case TypeKind::Int:
        return pre(PreKind::Int);
    case TypeKind::Nat:
        return pre(PreKind::Nat);
    case TypeKind::Char:
        return pre(PreKind::Char);
    case TypeKind::Real:
        return pre(PreKind::Real);
    case TypeKind::Bits:
        return {PreKind::Bits, {}, 0, {}, nullptr, nullptr, nullptr, type.width};
    case TypeKind::Seq:
        return collection_of(PreKind::Seq, type, arguments, exact_type);
    case TypeKind::Set:
        return collection_of(PreKind::Set, type, arguments, exact_type);
    case TypeKind::Iset:
        return collection_of(PreKind::Iset, type, arguments, exact_type);
    case TypeKind::Multiset:
        return collection_of(PreKind::Multiset, type, arguments, exact_type);
    case TypeKind::Map:
        return collection_of(PreKind::Map, type, arguments, exact_type);
    case TypeKind::Imap:
        return collection_of(PreKind::Imap, type, arguments, exact_type);
    case TypeKind::Reference:
        return exact_reference(type, arguments);
    case TypeKind::Tuple:
        return tuple_of(type, arguments, exact_type);
    case TypeKind::Parameter: {
        const auto argument = arguments.find(type.parameter);
        return argument == arguments.end() ? parameter(type) : argument->second.exact;
    }
    case TypeKind::Datatype:
        return datatype_of(type, arguments, true);
    case TypeKind::Arrow:
        return collection_of(exact_arrow(type.arrow), type, arguments, exact_type);
    case TypeKind::Subset:
        return type.subset->newtype ? pre_newtype(type.subset) : exact_subset(*type.subset, arguments);
    }
    DAPHNIA_CHECK(false, "no such type");
}

PreType value_type(const typed::Type& type, const TypeArguments& arguments) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Char:
    case TypeKind::Real:
    case TypeKind::Bits:
        return exact_type(type, arguments);
    case TypeKind::Reference: // whether it can be null is known after inference
        return exact_type(typed::non_null(type), arguments);
    case TypeKind::Datatype:
        return datatype_of(type, arguments, false);
    case TypeKind::Nat:
        return pre(PreKind::Int);
    case TypeKind::Seq:
        return collection_of(PreKind::Seq, type, arguments, value_type);
    case TypeKind::Set:
        return collection_of(PreKind::Set, type, arguments, value_type);
    case TypeKind::Iset:
        return collection_of(PreKind::Iset, type, arguments, value_type);
    case TypeKind::Multiset:
        return collection_of(PreKind::Multiset, type, arguments, value_type);
    case TypeKind::Map:
        return collection_of(PreKind::Map, type, arguments, value_type);
    case TypeKind::Imap:
        return collection_of(PreKind::Imap, type, arguments, value_type);
    case TypeKind::Arrow:
        return collection_of(PreKind::Arrow, type, arguments, value_type);
    case TypeKind::Tuple:
        return tuple_of(type, arguments, value_type);
    case TypeKind::Parameter: {
        const auto argument = arguments.find(type.parameter);
        return argument == arguments.end() ? parameter(type) : argument->second.value;
    }
    case TypeKind::Subset:
        return type.subset->newtype ? pre_newtype(type.subset) : value_type(type.subset->base, arguments);
    }
    DAPHNIA_CHECK(false, "no such type");
}

PreType Inference::hole() {
    holes_.emplace_back();
    return {PreKind::Hole, {}, holes_.size() - 1};
}

PreType Inference::literal_hole(PreKind otherwise) {
    PreType result = hole();
    literals_.emplace(result.hole, otherwise);
    return result;
}

void Inference::decide_literal(const PreType& type) {
    if (const PreType top = head(type); is_literal_hole(top)) {
        holes_[top.hole] = pre(literals_.at(top.hole));
    }
}

bool Inference::literal_can_be(std::size_t hole, const PreType& type) const {
    const PreKind otherwise = literals_.at(hole);
    const PreKind kind = family(type);
    return kind == otherwise || kind == PreKind::Unknown || (otherwise == PreKind::Int && kind == PreKind::Bits);
}

PreKind Inference::family_of(const PreType& type) const {
    const PreType top = head(type);
    return is_literal_hole(top) ? literals_.at(top.hole) : family(top);
}

PreType Inference::head(const PreType& type) const {
    PreType current = type;
    while (current.kind == PreKind::Hole && holes_[current.hole]) {
        current = PreType(*holes_[current.hole]);
    }
    return current;
}

PreType Inference::known(const PreType& type) const {
    PreType result = head(type);
    for (PreType& argument : result.arguments) {
        argument = known(argument);
    }
    return result;
}

bool Inference::has_holes(const PreType& type) const {
    const PreType top = head(type);
    return top.kind == PreKind::Hole || std::any_of(top.arguments.begin(), top.arguments.end(),
                                                    [&](const PreType& argument) { return has_holes(argument); });
}

bool Inference::occurs(std::size_t hole, const PreType& type) const {
    const PreType top = head(type);
    if (top.kind == PreKind::Hole) {
        return top.hole == hole;
    }
    return std::any_of(top.arguments.begin(), top.arguments.end(),
                       [&](const PreType& argument) { return occurs(hole, argument); });
}

bool Inference::unify(const PreType& a, const PreType& b) {
    if (!unify_plain(a, b)) {
        return false;
    }
    const bool fits = erase_what_is_known();
    conflict_ = conflict_ || !fits; // elsewhere: those who ask about these two types may not report it
    return fits;
}

bool Inference::unify_plain(const PreType& a, const PreType& b) {
    const PreType left = head(a);
    const PreType right = head(b);
    if (left.kind == PreKind::Hole) {
        if (right.kind == PreKind::Hole && left.hole == right.hole) {
            return true;
        }
        if (is_literal_hole(left) && right.kind == PreKind::Hole) {
            if (is_literal_hole(right) && literals_.at(left.hole) != literals_.at(right.hole)) {
                return false;
            }
            // The later one points to the earlier one, so that chains stay short.
            const bool earlier = is_literal_hole(right) && right.hole < left.hole;
            holes_[earlier ? left.hole : right.hole] = earlier ? right : left;
            return true;
        }
        if (occurs(left.hole, right) || (is_literal_hole(left) && !literal_can_be(left.hole, right))) {
            return false;
        }
        holes_[left.hole] = right;
        return true;
    }
    if (right.kind == PreKind::Hole) {
        return unify_plain(right, left);
    }
    if (left.kind == PreKind::Unknown || right.kind == PreKind::Unknown) {
        return true;
    }
    if ((left.kind == PreKind::Object && is_reference(right.kind)) ||
        (right.kind == PreKind::Object && is_reference(left.kind))) {
        return true;
    }
    if (left.kind == PreKind::Class && right.kind == PreKind::Class && left.klass != right.klass) {
        if (const auto above = as_supertype(left, *right.klass)) {
            return unify_plain(*above, right);
        }
        const auto above = as_supertype(right, *left.klass);
        return above && unify_plain(left, *above);
    }
    if (left.kind != right.kind || left.arguments.size() != right.arguments.size() ||
        left.ghost_components != right.ghost_components || left.parameter != right.parameter ||
        left.datatype != right.datatype || left.subset != right.subset || left.width != right.width ||
        left.klass != right.klass) {
        return false;
    }
    for (std::size_t i = 0; i < left.arguments.size(); ++i) {
        if (!unify_plain(left.arguments[i], right.arguments[i])) {
            return false;
        }
    }
    return true;
}

PreType Inference::common(const PreType& a, const PreType& b) const {
    const PreType left = head(a);
    const PreType right = head(b);
    if (is_reference(left.kind) && is_reference(right.kind)) {
        if (is_class(left.kind) && is_class(right.kind)) {
            for (const typed::Type& above : typed::supertypes(typed::type_of(*left.klass))) {
                if (as_supertype(right, *above.klass)) {
                    return *as_supertype(left, *above.klass);
                }
            }
        } else if (is_array(left.kind) && is_array(right.kind) && left.width == right.width) {
            return a;
        }
        return pre(PreKind::Object);
    }
    if (left.kind != right.kind || !is_collection(left.kind) || left.arguments.size() != right.arguments.size()) {
        return a;
    }
    PreType result = left;
    for (std::size_t i = 0; i < left.arguments.size(); ++i) {
        result.arguments[i] = common(left.arguments[i], right.arguments[i]);
    }
    return result;
}

PreType Inference::erased(const PreType& exact) {
    const PreType top = head(exact);
    switch (top.kind) {
    case PreKind::Bool:
    case PreKind::Int:
    case PreKind::Char:
    case PreKind::Real:
    case PreKind::Bits:
    case PreKind::Array:
    case PreKind::Parameter:
    case PreKind::Newtype:
    case PreKind::Class:
    case PreKind::Object:
    case PreKind::Unknown:
        return top;
    case PreKind::NullableObject:
        return pre(PreKind::Object);
    case PreKind::NullableClass: {
        PreType result = top;
        result.kind = PreKind::Class;
        return result;
    }
    case PreKind::Nat:
        return pre(PreKind::Int);
    case PreKind::Subset: {
        TypeArguments arguments;
        for (std::size_t i = 0; i < top.arguments.size(); ++i) {
            arguments.emplace(top.subset->type_parameters[i].get(),
                              TypeArgument{top.arguments[i], erased(top.arguments[i])});
        }
        return value_type(top.subset->base, arguments);
    }
    case PreKind::NullableArray: {
        PreType result = top;
        result.kind = PreKind::Array;
        return result;
    }
    case PreKind::Seq:
    case PreKind::Set:
    case PreKind::Iset:
    case PreKind::Multiset:
    case PreKind::Map:
    case PreKind::Imap:
    case PreKind::Tuple:
    case PreKind::Arrow:
    case PreKind::PartialArrow:
    case PreKind::GeneralArrow: {
        PreType result = top;
        result.kind = is_arrow(top.kind) ? PreKind::Arrow : top.kind;
        for (PreType& component : result.arguments) {
            component = erased(component);
        }
        return result;
    }
    case PreKind::Datatype: {
        PreType result = top;
        for (std::size_t i = 0; i < result.arguments.size(); ++i) {
            if (grows_with_argument(top, i)) {
                result.arguments[i] = erased(result.arguments[i]);
            }
        }
        return result;
    }
    case PreKind::Hole:
        break;
    }
    const auto known = erased_.find(top.hole);
    if (known != erased_.end()) {
        return known->second;
    }
    const PreType value = hole();
    erased_.emplace(top.hole, value);
    open_erased_.push_back(top.hole);
    defer([this, top] { return !is_open(top); },
          // Nothing says nat or array?: the exact type is the plain one.
          [this, top, value] {
              if (!is_open(value)) {
                  unify(top, value);
              }
          });
    return value;
}

bool Inference::erase_what_is_known() {
    bool fits = true;
    for (std::size_t left = open_erased_.size(); left > 0; --left) {
        const std::size_t exact = open_erased_.front();
        open_erased_.pop_front();
        const PreType now = head({PreKind::Hole, {}, exact});
        if (now.kind == PreKind::Hole && now.hole == exact) {
            open_erased_.push_back(exact);
        } else {
            fits = unify_plain(erased_.at(exact), erased(now)) && fits;
        }
    }
    return fits;
}

void Inference::defer(std::function<bool()> attempt, std::function<void()> otherwise) {
    if (!attempt()) {
        waiting_.push_back({std::move(attempt), std::move(otherwise)});
    }
}

void Inference::advance() {
    if (advancing_) {
        return;
    }
    advancing_ = true;
    bool progress = true;
    while (progress) {
        progress = false;
        for (std::size_t left = waiting_.size(); left > 0; --left) {
            // Taken off first: an attempt may add constraints of its own.
            Waiting constraint = std::move(waiting_.front());
            waiting_.pop_front();
            if (constraint.attempt()) {
                progress = true;
            } else {
                waiting_.push_back(std::move(constraint));
            }
        }
    }
    advancing_ = false;
}

void Inference::finish() {
    advance();
    for (const auto& [hole, otherwise] : literals_) {
        decide_literal({PreKind::Hole, {}, hole});
    }
    advance();
    while (!waiting_.empty()) {
        const Waiting constraint = std::move(waiting_.front());
        waiting_.pop_front();
        if (constraint.otherwise) {
            constraint.otherwise();
        }
        constraint.attempt();
        advance();
    }
}

std::string Inference::shown_arguments(const PreType& type) const {
    std::string text;
    for (const PreType& argument : type.arguments) {
        text += (text.empty() ? "<" : ", ") + show(argument);
    }
    return text.empty() ? text : text + ">";
}

std::string Inference::show(const PreType& type) const {
    const PreType top = head(type);
    switch (top.kind) {
    case PreKind::Bool:
        return "bool";
    case PreKind::Int:
        return "int";
    case PreKind::Nat:
        return "nat";
    case PreKind::Char:
        return "char";
    case PreKind::Real:
        return "real";
    case PreKind::Bits:
        return fmt::format("bv{}", top.width);
    case PreKind::Seq:
        return head(top.arguments[0]).kind == PreKind::Char ? "string" : "seq<" + show(top.arguments[0]) + ">";
    case PreKind::Set:
        return "set<" + show(top.arguments[0]) + ">";
    case PreKind::Iset:
        return "iset<" + show(top.arguments[0]) + ">";
    case PreKind::Multiset:
        return "multiset<" + show(top.arguments[0]) + ">";
    case PreKind::Map:
        return "map<" + show(top.arguments[0]) + ", " + show(top.arguments[1]) + ">";
    case PreKind::Imap:
        return "imap<" + show(top.arguments[0]) + ", " + show(top.arguments[1]) + ">";
    case PreKind::Array:
    case PreKind::NullableArray:
        return fmt::format("array{}{}<{}>", top.width > 1 ? std::to_string(top.width) : std::string(),
                           top.kind == PreKind::Array ? "" : "?", show(top.arguments[0]));
    case PreKind::Class:
        return top.klass->name + shown_arguments(top);
    case PreKind::NullableClass:
        return top.klass->name + "?" + shown_arguments(top);
    case PreKind::Tuple: {
        std::string text = "(";
        for (std::size_t i = 0; i < top.arguments.size(); ++i) {
            text += (i == 0 ? "" : ", ") +
                    std::string(!top.ghost_components.empty() && top.ghost_components[i] ? "ghost " : "") +
                    show(top.arguments[i]);
        }
        return text + ")";
    }
    case PreKind::Parameter:
        return top.parameter->name;
    case PreKind::Datatype:
        return top.datatype->name + shown_arguments(top);
    case PreKind::Arrow:
    case PreKind::PartialArrow:
    case PreKind::GeneralArrow: {
        std::string text;
        for (std::size_t i = 0; i + 1 < top.arguments.size(); ++i) {
            text += (i == 0 ? "" : ", ") + show(top.arguments[i]);
        }
        const PreKind only = top.arguments.size() == 2 ? head(top.arguments[0]).kind : PreKind::Tuple;
        return (only == PreKind::Tuple || is_arrow(only) ? "(" + text + ")" : text) + " ~> " +
               show(top.arguments.back());
    }
    case PreKind::Subset:
    case PreKind::Newtype:
        return top.subset->name + shown_arguments(top);
    case PreKind::Object:
        return "object";
    case PreKind::NullableObject:
        return "object?";
    case PreKind::Hole: { // what its values are may be known
        const auto found = erased_.find(top.hole);
        const PreType value = found == erased_.end() ? top : head(found->second);
        return value.kind != PreKind::Hole ? show(value)
               : is_literal_hole(value)    ? show(pre(literals_.at(value.hole)))
                                           : "?";
    }
    case PreKind::Unknown:
        break;
    }
    return "?";
}

} // namespace daphnia::resolve
