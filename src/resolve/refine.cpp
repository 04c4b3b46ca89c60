// The least solution of "each variable includes what flows into it", found by going up from the smallest types.
#include "resolve/refine.h"

#include "support/error.h"
#include "support/match.h"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

namespace daphnia::resolve {

using typed::Expr;
using typed::Type;
using typed::TypeKind;

namespace {

Type tuple_of(const PreType& type, Type (*component)(const PreType&)) {
    Type result = typed::tuple_type({});
    for (const PreType& argument : type.arguments) {
        result.arguments.push_back(component(argument));
    }
    result.ghost_components = type.ghost_components;
    return result;
}

TypeKind collection_kind(PreKind kind) {
    switch (kind) {
    case PreKind::Set:
        return TypeKind::Set;
    case PreKind::Iset:
        return TypeKind::Iset;
    case PreKind::Multiset:
        return TypeKind::Multiset;
    case PreKind::Map:
        return TypeKind::Map;
    case PreKind::Imap:
        return TypeKind::Imap;
    default:
        return TypeKind::Seq;
    }
}

Type collection_of(const PreType& type, Type (*argument)(const PreType&)) {
    Type result{collection_kind(type.kind), {}, {}};
    for (const PreType& each : type.arguments) {
        result.arguments.push_back(argument(each));
    }
    return result;
}

using Translation = Type (*)(const PreType&);

Type arrow_of(const PreType& type, Translation parameter, Translation result, typed::ArrowKind kind) {
    std::vector<Type> parameters;
    for (std::size_t i = 0; i + 1 < type.arguments.size(); ++i) {
        parameters.push_back(parameter(type.arguments[i]));
    }
    return typed::arrow_type(std::move(parameters), result(type.arguments.back()), kind);
}

Type datatype_of(const PreType& type, Type (*argument)(const PreType&)) {
    std::vector<Type> arguments;
    for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        arguments.push_back(grows_with_argument(type, i) ? argument(type.arguments[i])
                                                         : exact_typed(type.arguments[i]));
    }
    return typed::datatype_type(type.datatype, std::move(arguments));
}

Type reference_of(const PreType& type) {
    std::vector<Type> arguments;
    for (const PreType& argument : type.arguments) {
        arguments.push_back(exact_typed(argument));
    }
    Type result = is_class(type.kind)    ? typed::class_type(type.klass, std::move(arguments))
                  : is_object(type.kind) ? typed::object_type()
                                         : typed::array_type(std::move(arguments.at(0)));
    result.width = type.width;
    result.nullable = type.kind == PreKind::NullableArray || type.kind == PreKind::NullableClass ||
                      type.kind == PreKind::NullableObject;
    return result;
}

} // namespace

typed::Type exact_typed(const PreType& type) {
    switch (type.kind) {
    case PreKind::Bool:
        return typed::bool_type();
    case PreKind::Int:
        return typed::int_type();
    case PreKind::Nat:
        return typed::nat_type();
    case PreKind::Char:
        return typed::char_type();
    case PreKind::Real:
        return typed::real_type();
    case PreKind::Bits:
        return typed::bits_type(type.width);
    case PreKind::Seq:
    case PreKind::Set:
    case PreKind::Iset:
    case PreKind::Multiset:
    case PreKind::Map:
    case PreKind::Imap:
        return collection_of(type, exact_typed);
    case PreKind::Array:
    case PreKind::NullableArray:
    case PreKind::Class:
    case PreKind::NullableClass:
    case PreKind::Object:
    case PreKind::NullableObject:
        return reference_of(type);
    case PreKind::Tuple:
        return tuple_of(type, exact_typed);
    case PreKind::Parameter:
        return typed::parameter_type(type.parameter);
    case PreKind::Datatype:
        return datatype_of(type, exact_typed);
    case PreKind::Arrow:
        return arrow_of(type, exact_typed, exact_typed, typed::ArrowKind::Total);
    case PreKind::PartialArrow:
        return arrow_of(type, exact_typed, exact_typed, typed::ArrowKind::Partial);
    case PreKind::GeneralArrow:
        return arrow_of(type, exact_typed, exact_typed, typed::ArrowKind::General);
    case PreKind::Subset: {
        std::vector<Type> arguments;
        for (const PreType& argument : type.arguments) {
            arguments.push_back(exact_typed(argument));
        }
        return typed::subset_type(arguments.empty() ? type.subset : &typed::instance_of(*type.subset, arguments));
    }
    case PreKind::Newtype:
        return typed::subset_type(type.subset);
    case PreKind::Hole:
    case PreKind::Unknown:
        break;
    }
    DAPHNIA_CHECK(false, "types are known when they are settled");
}

Type least_type(const PreType& type) {
    if (type.kind == PreKind::Int) {
        return typed::nat_type();
    }
    if (type.kind == PreKind::Tuple) {
        return tuple_of(type, least_type);
    }
    if (type.kind == PreKind::Arrow) {
        return arrow_of(type, greatest_type, least_type, typed::ArrowKind::Total);
    }
    if (type.kind == PreKind::Datatype) {
        return datatype_of(type, least_type);
    }
    return is_collection(type.kind) ? collection_of(type, least_type) : exact_typed(type);
}

Type greatest_type(const PreType& type) {
    if (is_reference(type.kind)) {
        return typed::or_null(exact_typed(type));
    }
    if (type.kind == PreKind::Tuple) {
        return tuple_of(type, greatest_type);
    }
    if (type.kind == PreKind::Arrow) { // where nothing says more: what one would write
        return arrow_of(type, exact_typed, greatest_type, typed::ArrowKind::Total);
    }
    if (type.kind == PreKind::Datatype) {
        return datatype_of(type, greatest_type);
    }
    return is_collection(type.kind) ? collection_of(type, greatest_type) : exact_typed(type);
}

namespace {

// The largest type that both include.
Type meet(const Type& a, const Type& b) {
    const bool arguments = typed::is_collection(a) || a.kind == TypeKind::Tuple || a.kind == TypeKind::Arrow;
    if (!arguments || a.kind != b.kind || a.arguments.size() != b.arguments.size()) {
        return is_subtype(a, b) ? a : b;
    }
    Type result = a;
    for (std::size_t i = 0; i < a.arguments.size(); ++i) {
        const bool parameter = a.kind == TypeKind::Arrow && i + 1 < a.arguments.size();
        result.arguments[i] = parameter ? join(a.arguments[i], b.arguments[i]) : meet(a.arguments[i], b.arguments[i]);
    }
    result.arrow = std::min(a.arrow, b.arrow);
    return result;
}

// Of references that neither includes the other: the nearest trait that both extend.
Type common_supertype(const Type& a, const Type& b) {
    Type result = typed::object_type();
    if (typed::is_class(a) && typed::is_class(b)) {
        for (const Type& above : typed::supertypes(a)) {
            if (is_subtype(typed::non_null(b), above)) {
                result = above;
                break;
            }
        }
    } else if (a.referent == b.referent && a.arguments == b.arguments && a.width == b.width) {
        result = a;
    }
    result.nullable = a.nullable || b.nullable;
    return result;
}

} // namespace

Type join(const Type& a, const Type& b) {
    if (a.kind == TypeKind::Arrow && b.kind == TypeKind::Arrow && a.arguments.size() == b.arguments.size()) {
        Type result = a;
        for (std::size_t i = 0; i < typed::parameter_count(a); ++i) {
            result.arguments[i] = meet(a.arguments[i], b.arguments[i]);
        }
        result.arguments.back() = join(typed::result_type(a), typed::result_type(b));
        result.arrow = std::max(a.arrow, b.arrow);
        return result;
    }
    const bool arguments = typed::is_collection(a) || a.kind == TypeKind::Tuple || a.kind == TypeKind::Datatype;
    if (arguments && a.kind == b.kind && a.datatype == b.datatype && a.arguments.size() == b.arguments.size()) {
        Type result = a;
        for (std::size_t i = 0; i < a.arguments.size(); ++i) {
            if (typed::grows_with_argument(a, i)) {
                result.arguments[i] = join(a.arguments[i], b.arguments[i]);
            }
        }
        return result;
    }
    if (is_subtype(a, b) || is_subtype(b, a)) {
        return is_subtype(a, b) ? b : a;
    }
    if (typed::is_reference(a) && typed::is_reference(b)) {
        return common_supertype(a, b);
    }
    // Different subsets of one type.
    return a.kind == TypeKind::Subset                           ? join(a.subset->base, b)
           : b.kind == TypeKind::Subset                         ? join(a, b.subset->base)
           : a.kind == TypeKind::Nat || b.kind == TypeKind::Nat ? typed::int_type()
                                                                : a;
}

namespace {

// What a parameter must stand for at least, so that values of type `actual` are values of type `formal`; and at most,
// which says what it is only where nothing else does. What stands below an array is exact, and known already.
class Bounds {
  public:
    using Unknown = std::function<bool(const typed::Variable&)>;

    void argument(const Type& formal, const Expr& actual, const Unknown& unknown) {
        const auto* lambda = std::get_if<typed::Lambda>(&actual.node);
        if (lambda == nullptr || formal.kind != TypeKind::Arrow ||
            formal.arguments.size() != actual.type.arguments.size()) {
            bound(formal, actual.type, true);
            return;
        }
        // Parameters whose type follows from this very call say nothing about it.
        for (std::size_t i = 0; i < lambda->parameters.size(); ++i) {
            if (!unknown(*lambda->parameters[i])) {
                bound(formal.arguments[i], actual.type.arguments[i], false);
            }
        }
        bound(result_type(formal), result_type(actual.type), true);
    }

    void value(const Type& formal, const Type& actual) { bound(formal, actual, true); }

    const Type* of(const typed::TypeParameter* parameter) const {
        const auto least = least_.find(parameter);
        if (least != least_.end()) {
            return &least->second;
        }
        const auto greatest = greatest_.find(parameter);
        return greatest == greatest_.end() ? nullptr : &greatest->second;
    }

  private:
    void bound(const Type& formal, const Type& actual, bool below) {
        if (formal.kind == TypeKind::Parameter) {
            typed::TypeMap& found = below ? least_ : greatest_;
            const auto [entry, first] = found.emplace(formal.parameter, actual);
            if (!first) {
                entry->second = below ? join(entry->second, actual) : meet(entry->second, actual);
            }
        } else if (formal.kind == TypeKind::Subset && actual.kind == TypeKind::Subset &&
                   formal.subset->origin != nullptr && formal.subset->origin == actual.subset->origin) {
            for (std::size_t i = 0; i < formal.subset->type_arguments.size(); ++i) {
                bound(formal.subset->type_arguments[i], actual.subset->type_arguments[i], below);
            }
        } else if (formal.kind == TypeKind::Subset || actual.kind == TypeKind::Subset) {
            bound(typed::carrier(formal), typed::carrier(actual), below);
        } else if (formal.kind == actual.kind && formal.datatype == actual.datatype) {
            for (std::size_t i = 0; i < formal.arguments.size() && i < actual.arguments.size(); ++i) {
                if (!typed::grows_with_argument(formal, i)) {
                    continue;
                }
                const bool parameter = formal.kind == TypeKind::Arrow && i + 1 < formal.arguments.size();
                bound(formal.arguments[i], actual.arguments[i], below != parameter);
            }
        }
    }

    typed::TypeMap least_, greatest_;
};

std::vector<Type>& type_arguments(const GenericCall& call) {
    return call.function != nullptr ? call.function->type_arguments
           : call.method != nullptr ? call.method->type_arguments
                                    : call.value->type_arguments;
}

// Whether it is for inference to say which functions: in declared types, and as elements of arrays, that is fixed.
bool speaks_of_functions(const Type& type) {
    return type.kind == TypeKind::Arrow ||
           (!typed::is_reference(type) &&
            std::any_of(type.arguments.begin(), type.arguments.end(), speaks_of_functions));
}

// Sets them; whether a type with functions in it is one of them of which no argument says anything.
bool set_type_arguments(const GenericCall& call, const Bounds::Unknown& unknown) {
    Bounds bounds;
    if (call.value == nullptr) {
        const auto& formals =
            call.function != nullptr ? call.function->function->parameters : call.method->method->parameters;
        const auto& actuals = call.function != nullptr ? call.function->arguments : call.method->arguments;
        for (std::size_t i = 0; i < actuals.size(); ++i) {
            bounds.argument(formals[i]->type, *actuals[i], unknown);
        }
    }
    bool guesses_functions = false;
    std::vector<Type> arguments;
    for (std::size_t i = 0; i < call.parameters->size(); ++i) {
        const Type* const bound = bounds.of((*call.parameters)[i].get());
        arguments.push_back(call.exact[i] ? *call.exact[i] : bound != nullptr ? *bound : call.otherwise[i]);
        guesses_functions =
            guesses_functions || (!call.exact[i] && bound == nullptr && speaks_of_functions(arguments.back()));
    }
    type_arguments(call) = std::move(arguments);
    return guesses_functions && call.value == nullptr;
}

// The type of an expression from the types of its children.
class TypeOf {
  public:
    explicit TypeOf(const RefinedExpr& refined) : refined_(refined) {}

    Type operator()(const typed::BoolLiteral&) const { return typed::bool_type(); }
    Type operator()(const typed::IntLiteral&) const { return number(refined_.least); }
    Type operator()(const typed::RealLiteral&) const { return typed::real_type(); }
    Type operator()(const typed::CharLiteral&) const { return typed::char_type(); }
    Type operator()(const typed::StringLiteral&) const { return typed::seq_type(typed::char_type()); }
    Type operator()(const typed::NullLiteral&) const { return typed::or_null(refined_.least); }
    Type operator()(const typed::VariableRead& node) const { return node.variable->type; }
    Type operator()(const typed::ConstantRead& node) const { return node.constant->type; }
    Type operator()(const typed::Unary& node) const {
        switch (node.op) {
        case typed::UnaryOp::Not:
            return typed::bool_type();
        case typed::UnaryOp::Floor:
            return typed::int_type();
        case typed::UnaryOp::Negate:
        case typed::UnaryOp::BitNot:
            return number(node.operand->type);
        }
        DAPHNIA_CHECK(false, "no such operator");
    }
    Type operator()(const typed::Binary& node) const {
        switch (node.op) {
        case typed::BinaryOp::And:
        case typed::BinaryOp::Or:
        case typed::BinaryOp::Implies:
        case typed::BinaryOp::Equal:
        case typed::BinaryOp::NotEqual:
        case typed::BinaryOp::Less:
        case typed::BinaryOp::LessEqual:
        case typed::BinaryOp::Greater:
        case typed::BinaryOp::GreaterEqual:
        case typed::BinaryOp::Prefix:
        case typed::BinaryOp::ProperPrefix:
        case typed::BinaryOp::RankLess:
        case typed::BinaryOp::Subset:
        case typed::BinaryOp::ProperSubset:
        case typed::BinaryOp::Disjoint:
        case typed::BinaryOp::Member:
        case typed::BinaryOp::NotMember:
            return typed::bool_type();
        case typed::BinaryOp::Add:
        case typed::BinaryOp::Subtract:
        case typed::BinaryOp::Multiply:
        case typed::BinaryOp::Divide:
        case typed::BinaryOp::Modulo:
        case typed::BinaryOp::BitAnd:
        case typed::BinaryOp::BitOr:
        case typed::BinaryOp::BitXor:
        case typed::BinaryOp::ShiftLeft:
        case typed::BinaryOp::ShiftRight:
        case typed::BinaryOp::RotateLeft:
        case typed::BinaryOp::RotateRight:
            return number(node.left->type);
        case typed::BinaryOp::CharAdd:
        case typed::BinaryOp::CharSubtract:
            return typed::char_type();
        case typed::BinaryOp::Concat:
        case typed::BinaryOp::Union:
        case typed::BinaryOp::Intersection:
        case typed::BinaryOp::Difference:
        case typed::BinaryOp::Merge:
            return join(carrier_of(node.left), carrier_of(node.right));
        case typed::BinaryOp::Remove:
            return carrier_of(node.left);
        }
        DAPHNIA_CHECK(false, "no such operator");
    }
    Type operator()(const typed::IfThenElse& node) const { return join(node.then->type, node.otherwise->type); }
    Type operator()(const typed::Let& node) const { return node.body->type; }
    Type operator()(const typed::LetSuchThat& node) const { return node.body->type; }
    Type operator()(const typed::Quantifier&) const { return typed::bool_type(); }
    Type operator()(const typed::FunctionCall& node) const {
        const Type& declared = node.function->result->type;
        return refined_.call == nullptr
                   ? declared
                   : substitute(declared, type_map(*refined_.call->parameters, node.type_arguments));
    }
    Type operator()(const typed::Lambda& node) const {
        std::vector<Type> parameters;
        for (const typed::VariablePtr& parameter : node.parameters) {
            parameters.push_back(parameter->type);
        }
        return typed::arrow_type(std::move(parameters), node.body->type,
                                 node.reads.present       ? typed::ArrowKind::General
                                 : node.domain == nullptr ? typed::ArrowKind::Total
                                                          : typed::ArrowKind::Partial);
    }
    Type operator()(const typed::FunctionValue& node) const {
        const Type declared = typed::function_type(*node.function, node.kind);
        return refined_.call == nullptr
                   ? declared
                   : substitute(declared, type_map(*refined_.call->parameters, node.type_arguments));
    }
    Type operator()(const typed::Apply& node) const { return typed::result_type(carrier_of(node.function)); }
    Type operator()(const typed::RequiresOf&) const { return typed::bool_type(); }
    Type operator()(const typed::DecreasesTo&) const { return typed::bool_type(); }
    Type operator()(const typed::ReadsOf&) const { return typed::set_type(typed::object_type()); }
    Type operator()(const typed::SeqDisplay& node) const {
        Type element = refined_.least.arguments.at(0);
        for (const typed::ExprPtr& expr : node.elements) {
            element = join(element, expr->type);
        }
        return typed::seq_type(element);
    }
    Type operator()(const typed::SetDisplay& node) const {
        Type result = refined_.least;
        for (const typed::ExprPtr& expr : node.elements) {
            result.arguments[0] = join(result.arguments[0], expr->type);
        }
        return result;
    }
    Type operator()(const typed::SetComprehension& node) const { return {refined_.least.kind, {node.term->type}, {}}; }
    Type operator()(const typed::MapDisplay& node) const {
        Type result = refined_.least;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            result.arguments[0] = join(result.arguments[0], node.keys[i]->type);
            result.arguments[1] = join(result.arguments[1], node.values[i]->type);
        }
        return result;
    }
    Type operator()(const typed::MapComprehension& node) const {
        const Type& key = node.key != nullptr ? node.key->type : node.variables.front()->type;
        return {refined_.least.kind, {key, node.value->type}, {}};
    }
    Type operator()(const typed::MapSelect& node) const { return carrier_of(node.map).arguments.at(1); }
    Type operator()(const typed::MapUpdate& node) const {
        const Type map = carrier_of(node.map);
        return {map.kind, {join(map.arguments.at(0), node.key->type), join(map.arguments.at(1), node.value->type)}, {}};
    }
    Type operator()(const typed::MapPart& node) const {
        const Type map = carrier_of(node.map);
        return typed::set_of(map, node.kind == typed::MapPartKind::Keys     ? map.arguments.at(0)
                                  : node.kind == typed::MapPartKind::Values ? map.arguments.at(1)
                                                                            : typed::tuple_type(map.arguments));
    }
    Type operator()(const typed::MultisetOf& node) const {
        return typed::multiset_type(carrier_of(node.collection).arguments.at(0));
    }
    Type operator()(const typed::Multiplicity&) const { return typed::int_type(); }
    Type operator()(const typed::MultiplicityUpdate& node) const {
        return typed::multiset_type(join(carrier_of(node.multiset).arguments.at(0), node.element->type));
    }
    Type operator()(const typed::TupleDisplay& node) const {
        Type result = refined_.least;
        for (std::size_t i = 0; i < node.components.size(); ++i) {
            result.arguments.at(i) = join(result.arguments.at(i), node.components[i]->type);
        }
        return result;
    }
    Type operator()(const typed::TupleSelect& node) const {
        return carrier_of(node.tuple).arguments.at(node.component);
    }
    Type operator()(const typed::DatatypeValue& node) const {
        if (refined_.given) {
            return *refined_.given;
        }
        const typed::Datatype& datatype = *refined_.least.datatype;
        Bounds bounds;
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            bounds.value(datatype.constructors.at(node.constructor).fields.at(i)->type, node.arguments[i]->type);
        }
        Type result = refined_.least;
        for (std::size_t i = 0; i < result.arguments.size(); ++i) {
            const Type* const bound = bounds.of(datatype.type_parameters[i].get());
            if (typed::grows_with_argument(result, i) && bound != nullptr) {
                result.arguments[i] = join(result.arguments[i], *bound);
            }
        }
        return result;
    }
    Type operator()(const typed::DatatypeTest&) const { return typed::bool_type(); }
    Type operator()(const typed::DatatypeSelect& node) const {
        return typed::destructor_type(carrier_of(node.value), node.destructor);
    }
    Type operator()(const typed::SeqComprehension& node) const { return typed::seq_type(node.body->type); }
    Type operator()(const typed::SeqLength&) const { return typed::int_type(); }
    Type operator()(const typed::SeqIndex& node) const { return carrier_of(node.seq).arguments.at(0); }
    Type operator()(const typed::SeqSlice& node) const { return carrier_of(node.seq); }
    Type operator()(const typed::SeqUpdate& node) const {
        return typed::seq_type(join(carrier_of(node.seq).arguments.at(0), node.value->type));
    }
    Type operator()(const typed::ArrayLength&) const { return typed::int_type(); }
    Type operator()(const typed::ArrayRead& node) const { return carrier_of(node.array).arguments.at(0); }
    Type operator()(const typed::ArraySlice& node) const {
        return typed::seq_type(carrier_of(node.array).arguments.at(0));
    }
    Type operator()(const typed::FieldRead& node) const {
        return typed::field_type(carrier_of(node.object), *node.field);
    }
    Type operator()(const typed::Unchanged&) const { return typed::bool_type(); }
    Type operator()(const typed::Old& node) const { return node.operand->type; }
    Type operator()(const typed::Fresh&) const { return typed::bool_type(); }
    Type operator()(const typed::Allocated&) const { return typed::bool_type(); }
    Type operator()(const typed::Convert& node) const { return node.target; }
    Type operator()(const typed::TypeTest&) const { return typed::bool_type(); }
    Type operator()(const typed::StatementExpr& node) const { return node.body->type; }

  private:
    static Type carrier_of(const typed::ExprPtr& expr) { return typed::carrier(expr->type); }
    // What is calculated is an int, whether or not it is known to be a nat.
    static Type number(const Type& declared) {
        const Type type = typed::carrier(declared);
        return type.kind == TypeKind::Nat ? typed::int_type() : type;
    }

    const RefinedExpr& refined_;
};

// Parameters of lambdas that have no type of their own: where the types come from.
class Expected {
  public:
    explicit Expected(const std::vector<ExpectedLambda>& lambdas) {
        for (const ExpectedLambda& expected : lambdas) {
            for (std::size_t i = 0; i < expected.lambda->parameters.size(); ++i) {
                sources_[expected.lambda->parameters[i].get()].push_back({&expected, i});
            }
        }
    }

    bool says(const typed::Variable& variable) const { return sources_.count(&variable) != 0; }

    template <typename Visit>
    void for_each(const typed::Variable& variable, const std::vector<GenericCall>& functions,
                  const std::vector<GenericCall>& methods, const Visit& visit) const {
        for (const auto& [expected, index] : sources_.at(&variable)) {
            const GenericCall* const call = expected->function ? &functions.at(*expected->function)
                                            : expected->method ? &methods.at(*expected->method)
                                                               : nullptr;
            Type type = typed::carrier(expected->type);
            if (call != nullptr && !type_arguments(*call).empty()) {
                type = substitute(type, type_map(*call->parameters, type_arguments(*call)));
            }
            if (type.kind == TypeKind::Arrow && index + 1 < type.arguments.size() &&
                (call == nullptr || !type_arguments(*call).empty())) {
                visit(type.arguments[index]);
            }
        }
    }

  private:
    struct Source {
        const ExpectedLambda* expected;
        std::size_t index;
    };
    std::unordered_map<const typed::Variable*, std::vector<Source>> sources_;
};

} // namespace

Guesses refine(const std::vector<RefinedExpr>& exprs, const std::vector<InferredVariable>& variables,
               const std::vector<GenericCall>& function_calls, const std::vector<GenericCall>& method_calls,
               const std::vector<ExpectedLambda>& lambdas) {
    Guesses guesses;
    const Expected expected(lambdas);
    std::vector<typed::Variable*> awaited;
    std::unordered_multimap<const typed::Expr*, typed::Variable*> flows;
    struct ResultFlow {
        const GenericCall* call;
        std::size_t result;
        typed::Variable* variable;
    };
    std::vector<ResultFlow> results;
    for (const InferredVariable& inferred : variables) {
        if (inferred.sources.empty() && expected.says(*inferred.variable)) {
            inferred.variable->type = inferred.least;
            awaited.push_back(inferred.variable);
            continue;
        }
        if (inferred.decided) {
            inferred.variable->type = *inferred.decided;
            continue;
        }
        inferred.variable->type = inferred.sources.empty() ? inferred.greatest : inferred.least;
        if (inferred.sources.empty() && speaks_of_functions(inferred.greatest)) {
            guesses.variables.push_back(inferred.variable);
        }
        for (const Flow& flow : inferred.sources) {
            if (flow.expr != nullptr) {
                flows.emplace(flow.expr, inferred.variable);
            } else if (flow.call) {
                results.push_back({&method_calls.at(*flow.call), flow.result, inferred.variable});
            } else {
                inferred.variable->type = join(inferred.variable->type, flow.type);
            }
        }
    }
    const std::set<const typed::Variable*> unknown_set(awaited.begin(), awaited.end());
    const Bounds::Unknown unknown = [&](const typed::Variable& variable) { return unknown_set.count(&variable) != 0; };
    // In the order of the text, so that what follows from what stands before is found in one round.
    bool changed = true;
    while (changed) {
        changed = false;
        const auto flow_into = [&](typed::Variable& variable, const Type& from) {
            Type type = join(variable.type, from);
            if (!(type == variable.type)) {
                variable.type = std::move(type);
                changed = true;
            }
        };
        for (const RefinedExpr& refined : exprs) {
            if (refined.call != nullptr) {
                set_type_arguments(*refined.call, unknown);
            }
            refined.expr->type = support::match(refined.expr->node, TypeOf(refined));
            const auto [first, last] = flows.equal_range(refined.expr);
            for (auto flow = first; flow != last; ++flow) {
                flow_into(*flow->second, refined.expr->type);
            }
        }
        for (const GenericCall& call : method_calls) {
            set_type_arguments(call, unknown);
        }
        for (typed::Variable* const variable : awaited) {
            expected.for_each(*variable, function_calls, method_calls,
                              [&](const Type& type) { flow_into(*variable, type); });
        }
        for (const ResultFlow& flow : results) {
            const typed::Call& call = *flow.call->method;
            flow_into(*flow.variable, substitute(call.method->results.at(flow.result)->type,
                                                 type_map(*flow.call->parameters, call.type_arguments)));
        }
    }
    for (const auto& [calls, guessed] :
         {std::pair(&function_calls, &guesses.function_calls), std::pair(&method_calls, &guesses.method_calls)}) {
        for (std::size_t i = 0; i < calls->size(); ++i) {
            if (set_type_arguments((*calls)[i], unknown)) {
                guessed->push_back(i);
            }
        }
    }
    // Declared constraints have said what they can of the types of variables and type arguments.
    for (const RefinedExpr& refined : exprs) {
        refined.expr->type = typed::carrier(refined.expr->type);
    }
    return guesses;
}

} // namespace daphnia::resolve
