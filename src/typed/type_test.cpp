// See the header.
#include "typed/type_test.h"

#include "support/error.h"

#include <algorithm>
#include <set>

namespace daphnia::typed {

namespace {

// Of the values that an expression can have in the end.
Type common(const Type& one, const Type& other, const Type& otherwise) {
    return is_subtype(one, other) ? other : is_subtype(other, one) ? one : otherwise;
}

Type result_of(const FunctionCall& call) {
    const TypeParameters& parameters = call.function->type_parameters; // none in an instance
    const Type& declared = call.function->result->type;
    return parameters.empty() || parameters.size() != call.type_arguments.size()
               ? declared
               : substitute(declared, type_map(parameters, call.type_arguments));
}

} // namespace

Type known_type(const Expr& expr) {
    if (const auto* read = std::get_if<VariableRead>(&expr.node)) {
        return read->variable->type;
    }
    if (const auto* constant = std::get_if<ConstantRead>(&expr.node)) {
        return constant->constant->type;
    }
    if (const auto* call = std::get_if<FunctionCall>(&expr.node)) {
        return result_of(*call);
    }
    if (const auto* apply = std::get_if<Apply>(&expr.node)) {
        return result_type(carrier(apply->function->type));
    }
    if (const auto* choice = std::get_if<IfThenElse>(&expr.node)) {
        return common(known_type(*choice->then), known_type(*choice->otherwise), expr.type);
    }
    if (const auto* let = std::get_if<Let>(&expr.node)) {
        return known_type(*let->body);
    }
    if (const auto* let = std::get_if<LetSuchThat>(&expr.node)) {
        return known_type(*let->body);
    }
    if (const auto* with = std::get_if<StatementExpr>(&expr.node)) {
        return known_type(*with->body);
    }
    if (const auto* element = std::get_if<SeqIndex>(&expr.node)) {
        return carrier(element->seq->type).arguments.at(0);
    }
    if (const auto* element = std::get_if<ArrayRead>(&expr.node)) {
        return carrier(element->array->type).arguments.at(0);
    }
    if (const auto* read = std::get_if<FieldRead>(&expr.node)) {
        return field_type(carrier(read->object->type), *read->field);
    }
    if (const auto* value = std::get_if<MapSelect>(&expr.node)) {
        return carrier(value->map->type).arguments.at(1);
    }
    if (const auto* component = std::get_if<TupleSelect>(&expr.node)) {
        return carrier(component->tuple->type).arguments.at(component->component);
    }
    if (const auto* field = std::get_if<DatatypeSelect>(&expr.node)) {
        return destructor_type(carrier(field->value->type), field->destructor);
    }
    if (const auto* convert = std::get_if<Convert>(&expr.node)) {
        return convert->target;
    }
    return expr.type;
}

Type known_element_type(const Expr& collection) {
    return carrier(collection.type).arguments.at(0);
}

Type known_type(const Sum& sum, const Variable& variable) {
    return sum.summands.size() == 1 && !sum.summands.front().negative && sum.offset == 0
               ? known_type(*sum.summands.front().term)
               : base_type(variable.type);
}

std::vector<Type> sources(const Restriction& restriction) {
    std::vector<Type> result;
    for (const Expr* const term : restriction.exactly) {
        result.push_back(known_type(*term));
    }
    for (const Sum& sum : restriction.equal) {
        result.push_back(known_type(sum, *restriction.variable));
    }
    for (const Expr* const collection : restriction.element_of) {
        result.push_back(known_element_type(*collection));
    }
    for (const Expr* const set : restriction.part_of) {
        result.push_back(set_type(known_element_type(*set)));
    }
    if (result.empty()) {
        result.push_back(base_type(restriction.variable->type));
    }
    return result;
}

namespace {

// Whether an object that is known to be of the one type and of the class of the other must have that one's arguments.
bool arguments_follow(const Type& from, const Type& to) {
    if (!is_class(from) || !is_subtype(or_null(to), or_null(from))) {
        return false;
    }
    std::set<const TypeParameter*> shown;
    for (const Type& argument : as_supertype(type_of(*to.klass), *from.klass).arguments) {
        for (const TypeParameter* parameter : parameters_in(argument)) {
            shown.insert(parameter);
        }
    }
    return std::all_of(to.klass->type_parameters.begin(), to.klass->type_parameters.end(),
                       [&](const auto& parameter) { return shown.contains(parameter.get()); });
}

class TestOf {
  public:
    explicit TestOf(const Testing& testing) : testing_(testing) {}

    bool operator()(const Type& declared, const Type& to) {
        if (is_subtype(declared, to)) {
            return true;
        }
        if (to.kind == TypeKind::Subset) {
            return names_its_arguments(*to.subset) && testing_.runs(*to.subset) && (*this)(declared, to.subset->base);
        }
        const Type from = carrier(declared);
        switch (to.kind) {
        case TypeKind::Bool:
        case TypeKind::Int:
        case TypeKind::Nat:
        case TypeKind::Char:
        case TypeKind::Real:
        case TypeKind::Bits:
            return true;
        case TypeKind::Reference: // an object shows its class, not what type parameters stood for
            return is_object(to) || (is_array(from) && from.arguments == to.arguments && from.width == to.width) ||
                   (is_class(to) && (to.arguments.empty() || arguments_follow(from, to)));
        case TypeKind::Seq:
        case TypeKind::Set:
        case TypeKind::Iset:
        case TypeKind::Multiset:
        case TypeKind::Map:
        case TypeKind::Imap:
        case TypeKind::Tuple:
            return arguments(from, to);
        case TypeKind::Datatype:
            return fields(from, to);
        case TypeKind::Parameter:
        case TypeKind::Arrow:
            return false;
        case TypeKind::Subset:
            break;
        }
        DAPHNIA_CHECK(false, "no such type");
    }

  private:
    // Values do not show what their types stood for: the type arguments follow from the base type, or are not known.
    static bool names_its_arguments(const SubsetType& subset) {
        if (subset.origin == nullptr) {
            return true;
        }
        const std::vector<const TypeParameter*> named = parameters_in(subset.origin->base);
        const TypeParameters& declared = subset.origin->type_parameters;
        return std::all_of(declared.begin(), declared.end(), [&](const auto& parameter) {
            return std::find(named.begin(), named.end(), parameter.get()) != named.end();
        });
    }

    bool part(const Type& from, const Type& to, bool ghost) {
        return ghost && testing_.erased ? is_subtype(from, to) : (*this)(from, to);
    }

    bool arguments(const Type& from, const Type& to) {
        if (from.kind != to.kind || from.arguments.size() != to.arguments.size()) {
            return false;
        }
        for (std::size_t i = 0; i < to.arguments.size(); ++i) {
            if (!part(from.arguments[i], to.arguments[i],
                      to.kind == TypeKind::Tuple && (is_ghost_component(to, i) || is_ghost_component(from, i)))) {
                return false;
            }
        }
        return true;
    }

    // What is being looked into already says nothing new.
    bool fields(const Type& from, const Type& to) {
        if (from.datatype != to.datatype) {
            return false;
        }
        if (!seen_.emplace(unique_name(from), unique_name(to)).second) {
            return true;
        }
        for (std::size_t i = 0; i < to.datatype->destructors.size(); ++i) {
            if (!part(destructor_type(from, i), destructor_type(to, i), to.datatype->destructors[i].ghost)) {
                return false;
            }
        }
        return true;
    }

    const Testing& testing_;
    std::set<std::pair<std::string, std::string>> seen_;
};

} // namespace

bool can_be_tested(const Type& from, const Type& to, const Testing& testing) {
    return TestOf(testing)(from, to);
}

} // namespace daphnia::typed
