// Questions about the types of the kernel: subset relations, bases, and how they are written.
#include "typed/type.h"

#include "support/error.h"
#include "typed/parts.h"
#include "typed/typed.h"

#include <algorithm>
#include <set>

namespace daphnia::typed {

Type carrier(const Type& type) {
    return type.kind == TypeKind::Subset ? carrier(type.subset->base) : type;
}

bool grows_with_argument(const Type& type, std::size_t argument) {
    if (type.kind == TypeKind::Datatype) {
        return type.datatype->type_parameters.at(argument)->variance == Variance::Covariant;
    }
    return !is_reference(type);
}

namespace {

Type base_of_arguments(const Type& type) {
    Type result = type;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        if (grows_with_argument(type, i)) {
            result.arguments[i] = base_type(type.arguments[i]);
        }
    }
    return result;
}

bool are_subtypes(const Type& from, const Type& to) {
    if (from.kind != to.kind || from.ghost_components != to.ghost_components || from.datatype != to.datatype ||
        from.arguments.size() != to.arguments.size()) {
        return false;
    }
    for (std::size_t i = 0; i < from.arguments.size(); ++i) {
        if (!(grows_with_argument(from, i) ? is_subtype(from.arguments[i], to.arguments[i])
                                           : from.arguments[i] == to.arguments[i])) {
            return false;
        }
    }
    return true;
}

} // namespace

Type base_type(const Type& type) {
    switch (type.kind) {
    case TypeKind::Bool:
    case TypeKind::Int:
    case TypeKind::Char:
    case TypeKind::Real:
    case TypeKind::Bits:
    case TypeKind::Parameter:
        return type;
    case TypeKind::Subset:
        return base_type(type.subset->base);
    case TypeKind::Nat:
        return int_type();
    case TypeKind::Reference:
        return or_null(type);
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple:
    case TypeKind::Datatype:
        return base_of_arguments(type);
    case TypeKind::Arrow: {
        Type result = type;
        std::transform(type.arguments.begin(), type.arguments.end(), result.arguments.begin(), base_type);
        result.arrow = ArrowKind::General;
        return result;
    }
    }
    DAPHNIA_CHECK(false, "no such type");
}

Type representative(const Type& type) {
    Type result = base_type(type);
    if (is_reference(result)) {
        return or_null(object_type());
    }
    std::transform(result.arguments.begin(), result.arguments.end(), result.arguments.begin(), representative);
    return result;
}

namespace {

bool is_subarrow(const Type& from, const Type& to) {
    if (from.kind != TypeKind::Arrow || from.arguments.size() != to.arguments.size() || from.arrow > to.arrow ||
        !is_subtype(result_type(from), result_type(to))) {
        return false;
    }
    for (std::size_t i = 0; i < parameter_count(to); ++i) {
        if (!is_subtype(to.arguments[i], from.arguments[i])) {
            return false;
        }
    }
    return true;
}

// All that references of the one type refer to, references of the other type can refer to.
bool refers_to_subtype(const Type& from, const Type& to) {
    if (is_object(to)) {
        return true;
    }
    if (is_class(from) && is_class(to)) {
        const std::vector<Type> all = supertypes(from);
        return std::any_of(all.begin(), all.end(), [&](const Type& each) { return each == non_null(to); });
    }
    return from.referent == to.referent && from.arguments == to.arguments && from.width == to.width;
}

} // namespace

bool is_subtype(const Type& from, const Type& to) {
    if (from == to) {
        return true;
    }
    if (from.kind == TypeKind::Subset) {
        return is_subtype(from.subset->base, to);
    }
    switch (to.kind) {
    case TypeKind::Int:
        return from.kind == TypeKind::Nat;
    case TypeKind::Reference:
        return is_reference(from) && (to.nullable || !from.nullable) && refers_to_subtype(from, to);
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Tuple:
    case TypeKind::Datatype:
        return are_subtypes(from, to);
    case TypeKind::Arrow:
        return is_subarrow(from, to);
    case TypeKind::Bool:
    case TypeKind::Nat:
    case TypeKind::Char:
    case TypeKind::Real:
    case TypeKind::Bits:
    case TypeKind::Parameter:
    case TypeKind::Subset:
        return false;
    }
    DAPHNIA_CHECK(false, "no such type");
}

namespace {

enum class Having {
    Compiled,  // a value that all code can have
    Ghost,     // one at all
    Somewhere, // one if all arrays that there can be are allocated
};

bool has_value(const Type& type, Having having) {
    const bool ghost = having != Having::Compiled;
    const auto each_has_value = [having](const std::vector<Type>& types) {
        return std::all_of(types.begin(), types.end(), [having](const Type& each) { return has_value(each, having); });
    };
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
        return true;
    case TypeKind::Reference: // of those that are not null there may be none yet
        return type.nullable || having == Having::Somewhere;
    case TypeKind::Parameter:
        return type.parameter->auto_init || (ghost && type.parameter->nonempty);
    case TypeKind::Subset:
        return type.subset->witness != nullptr && (ghost || !type.subset->ghost_witness);
    case TypeKind::Tuple:
        return each_has_value(type.arguments);
    case TypeKind::Datatype:
        return each_has_value(field_types(type, type.datatype->default_constructor));
    case TypeKind::Arrow: // the function that always gives a value of its result; or the one that is defined nowhere
        return type.arrow != ArrowKind::Total || has_value(result_type(type), having);
    }
    DAPHNIA_CHECK(false, "no such type");
}

} // namespace

bool has_default_value(const Type& type) {
    return has_value(type, Having::Compiled);
}

bool is_nonempty(const Type& type) {
    return has_value(type, Having::Ghost);
}

bool may_be_empty(const Type& type) {
    return !has_value(type, Having::Somewhere);
}

bool is_enumeration(const Type& type) {
    if (type.kind == TypeKind::Subset) {
        return is_enumeration(type.subset->base);
    }
    return type.kind == TypeKind::Datatype &&
           std::all_of(type.datatype->constructors.begin(), type.datatype->constructors.end(),
                       [](const Constructor& constructor) { return constructor.fields.empty(); });
}

bool contains_references(const Type& type) {
    if (type.kind == TypeKind::Parameter) {
        return !type.parameter->no_references;
    }
    if (type.kind == TypeKind::Subset) {
        return contains_references(type.subset->base);
    }
    return is_reference(type) || (type.kind == TypeKind::Arrow && type.arrow == ArrowKind::General) ||
           (type.kind == TypeKind::Datatype && type.datatype->references) ||
           std::any_of(type.arguments.begin(), type.arguments.end(), contains_references);
}

namespace {

// Datatypes that are being looked into already say nothing new.
bool supports_equality_within(const Type& type, std::set<std::string>& seen) {
    if (type.kind == TypeKind::Parameter) {
        return type.parameter->equality;
    }
    if (type.kind == TypeKind::Arrow) {
        return false;
    }
    if (type.kind == TypeKind::Subset) {
        return supports_equality_within(type.subset->base, seen);
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
    if (type.kind == TypeKind::Datatype) { // arguments count where there are fields of them
        if (!seen.insert(unique_name(type)).second) {
            return true;
        }
        for (std::size_t i = 0; i < type.datatype->destructors.size(); ++i) {
            if (type.datatype->destructors[i].ghost || !supports_equality_within(destructor_type(type, i), seen)) {
                return false;
            }
        }
        return true;
    }
    return is_reference(type) || std::all_of(type.arguments.begin(), type.arguments.end(), [&](const Type& argument) {
               return supports_equality_within(argument, seen);
           });
}

} // namespace

bool supports_equality(const Type& type) {
    std::set<std::string> seen;
    return supports_equality_within(type, seen);
}

namespace {

bool holds_datatypes(const Type& declared) {
    const Type type = carrier(declared);
    return type.kind == TypeKind::Datatype ||
           ((is_collection(type) || type.kind == TypeKind::Tuple) &&
            std::any_of(type.arguments.begin(), type.arguments.end(), holds_datatypes));
}

} // namespace

bool has_rank(const Type& declared) {
    const Type type = carrier(declared);
    return (type.kind == TypeKind::Datatype || type.kind == TypeKind::Seq || type.kind == TypeKind::Tuple) &&
           holds_datatypes(type);
}

Type field_type(const Type& type, std::size_t constructor, std::size_t field) {
    const Type& declared = type.datatype->constructors.at(constructor).fields.at(field)->type;
    return type.arguments.empty() ? declared : substitute(declared, arguments_of(type));
}

std::vector<Type> field_types(const Type& type, std::size_t constructor) {
    const TypeMap map = arguments_of(type);
    std::vector<Type> result;
    for (const VariablePtr& field : type.datatype->constructors.at(constructor).fields) {
        result.push_back(map.empty() ? field->type : substitute(field->type, map));
    }
    return result;
}

Type destructor_type(const Type& type, std::size_t destructor) {
    const Type& declared = type.datatype->destructors.at(destructor).type;
    return type.arguments.empty() ? declared : substitute(declared, arguments_of(type));
}

TypeMap type_map(const TypeParameters& parameters, const std::vector<Type>& arguments) {
    TypeMap result;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        result.emplace(parameters[i].get(), arguments.at(i));
    }
    return result;
}

TypeMap arguments_of(const Type& type) {
    return type_map(type.datatype->type_parameters, type.arguments);
}

Type type_of(const Datatype& datatype) {
    std::vector<Type> arguments;
    for (const auto& parameter : datatype.type_parameters) {
        arguments.push_back(parameter_type(parameter.get()));
    }
    return datatype_type(&datatype, std::move(arguments));
}

Type type_of(const Class& klass) {
    std::vector<Type> arguments;
    for (const auto& parameter : klass.type_parameters) {
        arguments.push_back(parameter_type(parameter.get()));
    }
    return class_type(&klass, std::move(arguments));
}

std::vector<Type> supertypes(const Type& type) {
    std::vector<Type> result{non_null(type)};
    for (std::size_t i = 0; i < result.size(); ++i) {
        const TypeMap map = type_map(result[i].klass->type_parameters, result[i].arguments);
        for (const Type& parent : result[i].klass->parents) {
            const Type instance = substitute(parent, map);
            if (std::find(result.begin(), result.end(), instance) == result.end()) {
                result.push_back(instance);
            }
        }
    }
    return result;
}

Type as_supertype(const Type& type, const Class& klass) {
    for (const Type& each : supertypes(type)) {
        if (each.klass == &klass) {
            return each;
        }
    }
    DAPHNIA_CHECK(false, "the class does not extend that trait");
}

Type type_of(const NewArray& array) {
    return array_type(array.element, array.sizes.size());
}

Type field_type(const Type& type, const Field& field) {
    const Type owner = as_supertype(type, *field.owner);
    return substitute(field.type, type_map(owner.klass->type_parameters, owner.arguments));
}

std::vector<Cell> cells_of(const Type& type) {
    std::vector<Cell> result;
    for (const Type& owner : is_object(type) ? std::vector<Type>() : supertypes(type)) {
        const TypeMap map = type_map(owner.klass->type_parameters, owner.arguments);
        for (const auto& field : owner.klass->fields) {
            result.push_back({field.get(), owner, substitute(field->type, map)});
        }
    }
    return result;
}

Type function_type(const Function& function, ArrowKind kind) {
    std::vector<Type> parameters;
    for (std::size_t i = has_receiver(function.parameters) ? 1 : 0; i < function.parameters.size(); ++i) {
        parameters.push_back(function.parameters[i]->type);
    }
    return arrow_type(std::move(parameters), function.result->type, kind);
}

bool has_receiver(const std::vector<VariablePtr>& parameters) {
    return !parameters.empty() && parameters.front()->kind == VariableKind::Receiver;
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

std::string unallocated_message(const std::vector<VariablePtr>& parameters, std::size_t argument, bool lemma) {
    const std::string where = std::string(" could not be proved to be allocated in the two-state ") +
                              (lemma ? "lemma" : "function") + "'s previous state";
    const Variable& parameter = *parameters.at(argument);
    if (parameter.kind == VariableKind::Receiver) {
        return "receiver argument" + where;
    }
    const std::size_t receivers = has_receiver(parameters) ? 1 : 0;
    const std::string index =
        parameters.size() - receivers == 1 ? "" : " at index " + std::to_string(argument - receivers);
    return "argument" + index + " for parameter '" + parameter.name + "'" + where +
           " -- if you add 'new' before the parameter declaration, like 'new " + parameter.name + ": " +
           to_string(parameter.type) +
           "', arguments can refer to expressions possibly unallocated in the previous state";
}

namespace {

// What the type parameters of a datatype stand for is looked at where it is used.
bool contains_functions_within(const Type& declared, std::set<const Datatype*>& seen, bool field = false) {
    const Type type = carrier(declared);
    if (field && type.kind == TypeKind::Parameter && !type.parameter->abstract) {
        return false;
    }
    return type.kind == TypeKind::Arrow || type.kind == TypeKind::Parameter ||
           std::any_of(type.arguments.begin(), type.arguments.end(),
                       [&](const Type& argument) { return contains_functions_within(argument, seen, field); }) ||
           (type.kind == TypeKind::Datatype && seen.insert(type.datatype).second &&
            std::any_of(type.datatype->destructors.begin(), type.datatype->destructors.end(),
                        [&](const Destructor& each) { return contains_functions_within(each.type, seen, true); }));
}

} // namespace

bool contains_functions(const Type& type) {
    std::set<const Datatype*> seen;
    return contains_functions_within(type, seen);
}

bool contains_reading_functions(const Type& type) {
    return has_part(type,
                    [](const Type& part) { return part.kind == TypeKind::Arrow && part.arrow == ArrowKind::General; });
}

std::string constraint_message(const SubsetType& type) {
    return std::string("result of operation could not be proved to satisfy ") +
           (type.newtype ? "newtype" : "subset type") + " constraint for '" + type.name + "'";
}

Type element_type(const Type& collection) {
    return is_map(collection) ? tuple_type(collection.arguments) : collection.arguments.at(0);
}

Type set_of(const Type& map, Type element) {
    return map.kind == TypeKind::Imap ? iset_type(std::move(element)) : set_type(std::move(element));
}

namespace {

bool has_constraint_within(const Type& type, std::set<const Datatype*>& seen) {
    const auto holds = [&](const Type& part) { return has_constraint_within(part, seen); };
    return type.kind == TypeKind::Subset ||
           (type.kind == TypeKind::Datatype && seen.insert(type.datatype).second &&
            std::any_of(type.datatype->destructors.begin(), type.datatype->destructors.end(),
                        [&](const Destructor& each) { return holds(each.type); })) ||
           std::any_of(type.arguments.begin(), type.arguments.end(), holds);
}

} // namespace

bool has_constraint(const Type& type) {
    std::set<const Datatype*> seen;
    return has_constraint_within(type, seen);
}

bool contains_arrays(const Type& type) {
    if (type.kind == TypeKind::Subset) {
        return contains_arrays(type.subset->base);
    }
    return is_reference(type) || (type.kind == TypeKind::Datatype && type.datatype->references) ||
           std::any_of(type.arguments.begin(), type.arguments.end(), contains_arrays);
}

namespace {

std::string written(const Type& type, bool unique);

std::string with_arguments(std::string text, const Type& type, bool unique) {
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        text += (i == 0 ? "<" : ", ") + written(type.arguments[i], unique);
    }
    return text + ">";
}

// One parameter stands without parentheses, unless they would be read as part of its type.
std::string written_arrow(const Type& type, bool unique) {
    std::string text;
    for (std::size_t i = 0; i < parameter_count(type); ++i) {
        text += (i == 0 ? "" : ", ") + written(type.arguments[i], unique);
    }
    const bool plain = parameter_count(type) == 1 && type.arguments[0].kind != TypeKind::Tuple &&
                       type.arguments[0].kind != TypeKind::Arrow;
    const char* arrow = type.arrow == ArrowKind::Total ? " -> " : type.arrow == ArrowKind::Partial ? " --> " : " ~> ";
    return (plain ? text : "(" + text + ")") + arrow + written(result_type(type), unique);
}

std::string written_reference(const Type& type, bool unique) {
    std::string name;
    switch (type.referent) {
    case Referent::Array:
        name = "array" + (type.width > 1 ? std::to_string(type.width) : std::string());
        break;
    case Referent::Class:
        name = type.klass->name;
        break;
    case Referent::Object:
        name = "object";
        break;
    }
    name += type.nullable ? "?" : "";
    return type.arguments.empty() ? name : with_arguments(name, type, unique);
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
    case TypeKind::Reference:
        return written_reference(type, unique);
    case TypeKind::Parameter:
        return unique ? type.parameter->unique : type.parameter->name;
    case TypeKind::Subset: {
        if (!unique || type.subset->origin == nullptr) {
            return type.subset->name;
        }
        Type shown = type;
        shown.arguments = type.subset->type_arguments;
        return with_arguments(type.subset->origin->name, shown, true);
    }
    case TypeKind::Tuple: {
        std::string text = "(";
        for (std::size_t i = 0; i < type.arguments.size(); ++i) {
            const bool ghost = !type.ghost_components.empty() && type.ghost_components[i];
            text += (i == 0 ? "" : ", ") + std::string(ghost ? "ghost " : "") + written(type.arguments[i], unique);
        }
        return text + ")";
    }
    case TypeKind::Datatype:
        return type.arguments.empty() ? type.datatype->name : with_arguments(type.datatype->name, type, unique);
    case TypeKind::Arrow:
        return written_arrow(type, unique);
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
    if (type.kind == TypeKind::Subset) {
        for (const Type& argument : type.subset->type_arguments) {
            collect_parameters(argument, found);
        }
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
    if (type.kind == TypeKind::Subset && type.subset->origin != nullptr) {
        std::vector<Type> arguments = type.subset->type_arguments;
        for (Type& argument : arguments) {
            argument = substitute(argument, map);
        }
        return subset_type(&instance_of(*type.subset->origin, arguments));
    }
    Type result = type;
    for (Type& argument : result.arguments) {
        argument = substitute(argument, map);
    }
    return result;
}

const SubsetType& instance_of(const SubsetType& generic, const std::vector<Type>& type_arguments) {
    for (const auto& known : generic.instances) {
        if (known->type_arguments == type_arguments) {
            return *known;
        }
    }
    Type shown;
    shown.arguments = type_arguments;
    auto instance = std::make_unique<SubsetType>();
    instance->name = with_arguments(generic.name, shown, false);
    instance->range = generic.range;
    instance->newtype = generic.newtype;
    instance->constraint = generic.constraint;
    instance->witness = generic.witness;
    instance->ghost_witness = generic.ghost_witness;
    instance->origin = &generic;
    instance->type_arguments = type_arguments;
    SubsetType& made = *instance;
    generic.instances.push_back(std::move(instance));
    if (generic.base_known) {
        made.base = substitute(generic.base, type_map(generic.type_parameters, type_arguments));
        made.base_known = true;
    }
    return made;
}

void complete_instances(SubsetType& generic) {
    generic.base_known = true;
    for (std::size_t i = 0; i < generic.instances.size(); ++i) { // more may be made on the way
        SubsetType& instance = *generic.instances[i];
        instance.base = substitute(generic.base, type_map(generic.type_parameters, instance.type_arguments));
        instance.base_known = true;
        instance.constraint = generic.constraint;
        instance.witness = generic.witness;
        instance.ghost_witness = generic.ghost_witness;
    }
}

std::vector<const TypeParameter*> parameters_in(const Type& type) {
    std::vector<const TypeParameter*> found;
    collect_parameters(type, found);
    return found;
}

} // namespace daphnia::typed
