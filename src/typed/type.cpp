// Questions about the types of the kernel: subset relations, bases, and how they are written.
#include "typed/type.h"

#include "support/error.h"
#include "typed/typed.h"

#include <algorithm>
#include <set>

namespace daphnia::typed {

Type base_type(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Char:
    case TypeKind::Real:
    case TypeKind::Bits:
    case TypeKind::NullableArray:
    case TypeKind::Parameter:
    case TypeKind::Datatype:
        return type;
    case TypeKind::Nat:
        return int_type();
    case TypeKind::Array:
        return nullable_array_type(type.arguments.at(0));
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple: {
        Type result = type;
        std::transform(type.arguments.begin(), type.arguments.end(), result.arguments.begin(), base_type);
        return result;
    }
    }
    DAPHNIA_CHECK(false, "no such type");
}

bool is_subtype(const Type& from, const Type& to) {
    if (from == to) {
        return true;
    }
    switch (to.kind) {
    case TypeKind::Int:
        return from.kind == TypeKind::Nat;
    case TypeKind::NullableArray:
        return from.kind == TypeKind::Array && from.arguments == to.arguments;
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple:
        return from.kind == to.kind && from.ghost_components == to.ghost_components &&
               std::equal(from.arguments.begin(), from.arguments.end(), to.arguments.begin(), to.arguments.end(),
                          is_subtype);
    case TypeKind::Bool:
    case TypeKind::Nat:
    case TypeKind::Char:
    case TypeKind::Real:
    case TypeKind::Bits:
    case TypeKind::Array:
    case TypeKind::Parameter:
    case TypeKind::Datatype:
        return false;
    }
    DAPHNIA_CHECK(false, "no such type");
}

namespace {

// Of a datatype, the fields of its default constructor decide.
bool all_fields(const Datatype& datatype, bool (*holds)(const Type&)) {
    const Constructor& constructor = datatype.constructors.at(datatype.default_constructor);
    return std::all_of(constructor.fields.begin(), constructor.fields.end(),
                       [&](const VariablePtr& field) { return holds(field->type); });
}

} // namespace

bool has_default_value(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Nat:
    case TypeKind::Char:
    case TypeKind::Real:
    case TypeKind::Bits:
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::NullableArray:
        return true;
    case TypeKind::Array:
        return false;
    case TypeKind::Parameter:
        return type.parameter->auto_init;
    case TypeKind::Tuple:
        return std::all_of(type.arguments.begin(), type.arguments.end(), has_default_value);
    case TypeKind::Datatype:
        return all_fields(*type.datatype, has_default_value);
    }
    DAPHNIA_CHECK(false, "no such type");
}

bool is_nonempty(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Nat:
    case TypeKind::Char:
    case TypeKind::Real:
    case TypeKind::Bits:
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::NullableArray:
        return true;
    case TypeKind::Array: // there may be none yet
        return false;
    case TypeKind::Parameter:
        return type.parameter->nonempty || type.parameter->auto_init;
    case TypeKind::Tuple:
        return std::all_of(type.arguments.begin(), type.arguments.end(), is_nonempty);
    case TypeKind::Datatype:
        return all_fields(*type.datatype, is_nonempty);
    }
    DAPHNIA_CHECK(false, "no such type");
}

bool is_enumeration(const Type& type) {
    return type.kind == TypeKind::Datatype &&
           std::all_of(type.datatype->constructors.begin(), type.datatype->constructors.end(),
                       [](const Constructor& constructor) { return constructor.fields.empty(); });
}

bool contains_references(const Type& type) {
    if (type.kind == TypeKind::Parameter) {
        return !type.parameter->no_references;
    }
    return is_array(type) || (type.kind == TypeKind::Datatype && type.datatype->references) ||
           std::any_of(type.arguments.begin(), type.arguments.end(), contains_references);
}

namespace {

// Datatypes that are being looked into already say nothing new.
bool supports_equality_within(const Type& type, std::set<const Datatype*>& seen) {
    if (type.kind == TypeKind::Parameter) {
        return type.parameter->equality;
    }
    if (is_set_like(type)) { // only of what can be compared
        return true;
    }
    if (is_map(type)) {
        return supports_equality_within(type.arguments.at(1), seen);
    }
    if (std::find(type.ghost_components.begin(), type.ghost_components.end(), true) != type.ghost_components.end()) {
        return false;
    }
    if (type.kind == TypeKind::Datatype && seen.insert(type.datatype).second &&
        !std::all_of(type.datatype->destructors.begin(), type.datatype->destructors.end(), [&](const Destructor& each) {
            return !each.ghost && supports_equality_within(each.type, seen);
        })) {
        return false;
    }
    return is_array(type) || std::all_of(type.arguments.begin(), type.arguments.end(), [&](const Type& argument) {
               return supports_equality_within(argument, seen);
           });
}

} // namespace

bool supports_equality(const Type& type) {
    std::set<const Datatype*> seen;
    return supports_equality_within(type, seen);
}

namespace {

bool holds_datatypes(const Type& type) {
    return type.kind == TypeKind::Datatype ||
           ((is_collection(type) || type.kind == TypeKind::Tuple) &&
            std::any_of(type.arguments.begin(), type.arguments.end(), holds_datatypes));
}

} // namespace

bool has_rank(const Type& type) {
    return (type.kind == TypeKind::Datatype || type.kind == TypeKind::Seq) && holds_datatypes(type);
}

Type field_type(const Type& type, std::size_t constructor, std::size_t field) {
    return type.datatype->constructors.at(constructor).fields.at(field)->type;
}

Type destructor_type(const Type& type, std::size_t destructor) {
    return type.datatype->destructors.at(destructor).type;
}

bool has_receiver(const std::vector<VariablePtr>& parameters) {
    return !parameters.empty() && parameters.front()->name == "this";
}

std::string own_name(const std::string& qualified) {
    const std::size_t dot = qualified.rfind('.', qualified.find('<'));
    return dot == std::string::npos ? qualified : qualified.substr(dot + 1);
}

std::string constructor_names(const Datatype& datatype, const std::vector<std::size_t>& constructors) {
    std::string text;
    for (std::size_t i = 0; i < constructors.size(); ++i) {
        const bool last = i + 1 == constructors.size();
        text += i == 0 ? "" : constructors.size() == 2 ? " or " : last ? ", or " : ", ";
        text += "'" + datatype.constructors.at(constructors[i]).name + "'";
    }
    return text;
}

std::string destructor_message(const Datatype& datatype, std::size_t destructor) {
    const Destructor& of = datatype.destructors.at(destructor);
    std::vector<std::size_t> constructors;
    for (std::size_t i = 0; i < of.fields.size(); ++i) {
        if (of.fields[i]) {
            constructors.push_back(i);
        }
    }
    return "destructor '" + of.name + "' can only be applied to datatype values constructed by " +
           constructor_names(datatype, constructors);
}

Type element_type(const Type& collection) {
    return is_map(collection) ? tuple_type(collection.arguments) : collection.arguments.at(0);
}

Type set_of(const Type& map, Type element) {
    return map.kind == TypeKind::Imap ? iset_type(std::move(element)) : set_type(std::move(element));
}

bool contains_arrays(const Type& type) {
    return is_array(type) || (type.kind == TypeKind::Datatype && type.datatype->references) ||
           std::any_of(type.arguments.begin(), type.arguments.end(), contains_arrays);
}

namespace {

std::string written(const Type& type, bool unique);

std::string with_arguments(const char* name, const Type& type, bool unique) {
    std::string text = name;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        text += (i == 0 ? "<" : ", ") + written(type.arguments[i], unique);
    }
    return text + ">";
}

std::string written(const Type& type, bool unique) {
    switch (type.kind) {
    case TypeKind::Bool:
        return "bool";
    case TypeKind::Int:
        return "int";
    case TypeKind::Nat:
        return "nat";
    case TypeKind::Char:
        return "char";
    case TypeKind::Real:
        return "real";
    case TypeKind::Bits:
        return "bv" + std::to_string(type.width);
    case TypeKind::Seq:
        return type.arguments.at(0).kind == TypeKind::Char ? "string" : with_arguments("seq", type, unique);
    case TypeKind::Set:
        return with_arguments("set", type, unique);
    case TypeKind::Iset:
        return with_arguments("iset", type, unique);
    case TypeKind::Multiset:
        return with_arguments("multiset", type, unique);
    case TypeKind::Map:
        return with_arguments("map", type, unique);
    case TypeKind::Imap:
        return with_arguments("imap", type, unique);
    case TypeKind::Array:
        return with_arguments("array", type, unique);
    case TypeKind::NullableArray:
        return with_arguments("array?", type, unique);
    case TypeKind::Parameter:
        return unique ? type.parameter->unique : type.parameter->name;
    case TypeKind::Tuple: {
        std::string text = "(";
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            const bool ghost = !type.ghost_components.empty() && type.ghost_components[i];
            text += (i == 0 ? "" : ", ") + std::string(ghost ? "ghost " : "") + written(type.arguments[i], unique);
        }
        return text + ")";
    }
    case TypeKind::Datatype:
        return type.datatype->name;
    }
    DAPHNIA_CHECK(false, "no such type");
}

void collect_parameters(const Type& type, std::vector<const TypeParameter*>& found) {
    if (type.kind == TypeKind::Parameter && !type.parameter->abstract &&
        std::find(found.begin(), found.end(), type.parameter) == found.end()) {
        found.push_back(type.parameter);
    }
    for (const Type& argument : type.arguments) {
        collect_parameters(argument, found);
    }
}

} // namespace

std::string to_string(const Type& type) {
    return written(type, false);
}

std::string unique_name(const Type& type) {
    return written(type, true);
}

Type substitute(const Type& type, const TypeMap& map) {
    if (type.kind == TypeKind::Parameter) {
        const auto entry = map.find(type.parameter);
        return entry == map.end() ? type : entry->second;
    }
    Type result = type;
    for (Type& argument : result.arguments) {
        argument = substitute(argument, map);
    }
    return result;
}

std::vector<const TypeParameter*> parameters_in(const Type& type) {
    std::vector<const TypeParameter*> found;
    collect_parameters(type, found);
    return found;
}

} // namespace daphnia::typed
