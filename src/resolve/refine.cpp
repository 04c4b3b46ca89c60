// The least solution of "each variable includes what flows into it", found by going up from the smallest types.
#include "resolve/refine.h"

#include "support/error.h"
#include "support/match.h"

#include <unordered_map>

namespace daphnia::resolve {

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
        return typed::array_type(exact_typed(type.arguments.at(0)));
    case PreKind::NullableArray:
        return typed::nullable_array_type(exact_typed(type.arguments.at(0)));
    case PreKind::Tuple:
        return tuple_of(type, exact_typed);
    case PreKind::Parameter:
        return typed::parameter_type(type.parameter);
    case PreKind::Datatype:
        return typed::datatype_type(type.datatype);
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
    return is_collection(type.kind) ? collection_of(type, least_type) : exact_typed(type);
}

Type greatest_type(const PreType& type) {
    if (type.kind == PreKind::Array) {
        return typed::nullable_array_type(exact_typed(type.arguments.at(0)));
    }
    if (type.kind == PreKind::Tuple) {
        return tuple_of(type, greatest_type);
    }
    return is_collection(type.kind) ? collection_of(type, greatest_type) : exact_typed(type);
}

Type join(const Type& a, const Type& b) {
    const bool arguments = typed::is_collection(a) || a.kind == TypeKind::Tuple;
    if (arguments && a.kind == b.kind && a.arguments.size() == b.arguments.size()) {
        Type result = a;
        for (std::size_t i = 0; i < a.arguments.size(); ++i) {
            result.arguments[i] = join(a.arguments[i], b.arguments[i]);
        }
        return result;
    }
    return is_subtype(a, b) ? b : a;
}

namespace {

typed::TypeMap type_map(const typed::TypeParameters& parameters, const std::vector<Type>& arguments) {
    typed::TypeMap result;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        result.emplace(parameters[i].get(), arguments.at(i));
    }
    return result;
}

// What a parameter must stand for at least, so that values of type `actual` are values of type `formal`. What stands
// below an array is exact, and known already.
void bound_from_below(const Type& formal, const Type& actual, typed::TypeMap& found) {
    if (formal.kind == TypeKind::Parameter) {
        const auto [entry, first] = found.emplace(formal.parameter, actual);
        if (!first) {
            entry->second = join(entry->second, actual);
        }
    } else if (formal.kind == actual.kind && !typed::is_array(formal)) {
        for (std::size_t i = 0; i < formal.arguments.size() && i < actual.arguments.size(); ++i) {
            bound_from_below(formal.arguments[i], actual.arguments[i], found);
        }
    }
}

void set_type_arguments(const GenericCall& call) {
    const auto& formals =
        call.function != nullptr ? call.function->function->parameters : call.method->method->parameters;
    const auto& actuals = call.function != nullptr ? call.function->arguments : call.method->arguments;
    typed::TypeMap least;
    for (std::size_t i = 0; i < actuals.size(); ++i) {
        bound_from_below(formals[i]->type, actuals[i]->type, least);
    }
    std::vector<Type> arguments;
    for (std::size_t i = 0; i < call.parameters->size(); ++i) {
        const auto bound = least.find((*call.parameters)[i].get());
        arguments.push_back(call.exact[i] ? *call.exact[i] : bound != least.end() ? bound->second : call.otherwise[i]);
    }
    (call.function != nullptr ? call.function->type_arguments : call.method->type_arguments) = std::move(arguments);
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
    Type operator()(const typed::NullLiteral&) const {
        return typed::nullable_array_type(refined_.least.arguments.at(0));
    }
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
            return join(node.left->type, node.right->type);
        case typed::BinaryOp::Remove:
            return node.left->type;
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
    Type operator()(const typed::MapSelect& node) const { return node.map->type.arguments.at(1); }
    Type operator()(const typed::MapUpdate& node) const {
        const Type& map = node.map->type;
        return {map.kind, {join(map.arguments.at(0), node.key->type), join(map.arguments.at(1), node.value->type)}, {}};
    }
    Type operator()(const typed::MapPart& node) const {
        const Type& map = node.map->type;
        return typed::set_of(map, node.kind == typed::MapPartKind::Keys     ? map.arguments.at(0)
                                  : node.kind == typed::MapPartKind::Values ? map.arguments.at(1)
                                                                            : typed::tuple_type(map.arguments));
    }
    Type operator()(const typed::MultisetOf& node) const {
        return typed::multiset_type(node.collection->type.arguments.at(0));
    }
    Type operator()(const typed::Multiplicity&) const { return typed::int_type(); }
    Type operator()(const typed::MultiplicityUpdate& node) const {
        return typed::multiset_type(join(node.multiset->type.arguments.at(0), node.element->type));
    }
    Type operator()(const typed::TupleDisplay& node) const {
        Type result = refined_.least;
        for (std::size_t i = 0; i < node.components.size(); ++i) {
            result.arguments.at(i) = join(result.arguments.at(i), node.components[i]->type);
        }
        return result;
    }
    Type operator()(const typed::TupleSelect& node) const { return node.tuple->type.arguments.at(node.component); }
    Type operator()(const typed::DatatypeValue&) const { return refined_.least; }
    Type operator()(const typed::DatatypeTest&) const { return typed::bool_type(); }
    Type operator()(const typed::DatatypeSelect& node) const {
        return node.value->type.datatype->destructors.at(node.destructor).type;
    }
    Type operator()(const typed::SeqComprehension& node) const { return typed::seq_type(node.body->type); }
    Type operator()(const typed::SeqLength&) const { return typed::int_type(); }
    Type operator()(const typed::SeqIndex& node) const { return node.seq->type.arguments.at(0); }
    Type operator()(const typed::SeqSlice& node) const { return node.seq->type; }
    Type operator()(const typed::SeqUpdate& node) const {
        return typed::seq_type(join(node.seq->type.arguments.at(0), node.value->type));
    }
    Type operator()(const typed::ArrayLength&) const { return typed::int_type(); }
    Type operator()(const typed::ArrayRead& node) const { return node.array->type.arguments.at(0); }
    Type operator()(const typed::ArraySlice& node) const { return typed::seq_type(node.array->type.arguments.at(0)); }
    Type operator()(const typed::Old& node) const { return node.operand->type; }
    Type operator()(const typed::Fresh&) const { return typed::bool_type(); }
    Type operator()(const typed::Allocated&) const { return typed::bool_type(); }
    Type operator()(const typed::Convert&) const { return refined_.expr->type; }
    Type operator()(const typed::TypeTest&) const { return typed::bool_type(); }
    Type operator()(const typed::StatementExpr& node) const { return node.body->type; }

  private:
    // What is calculated is an int, whether or not it is known to be a nat.
    static Type number(const Type& type) { return type.kind == TypeKind::Nat ? typed::int_type() : type; }

    const RefinedExpr& refined_;
};

} // namespace

void refine(const std::vector<RefinedExpr>& exprs, const std::vector<InferredVariable>& variables,
            const std::vector<GenericCall>& method_calls) {
    std::unordered_multimap<const typed::Expr*, typed::Variable*> flows;
    struct ResultFlow {
        const GenericCall* call;
        std::size_t result;
        typed::Variable* variable;
    };
    std::vector<ResultFlow> results;
    for (const InferredVariable& inferred : variables) {
        inferred.variable->type = inferred.sources.empty() ? inferred.greatest : inferred.least;
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
                set_type_arguments(*refined.call);
            }
            refined.expr->type = support::match(refined.expr->node, TypeOf(refined));
            const auto [first, last] = flows.equal_range(refined.expr);
            for (auto flow = first; flow != last; ++flow) {
                flow_into(*flow->second, refined.expr->type);
            }
        }
        for (const GenericCall& call : method_calls) {
            set_type_arguments(call);
        }
        for (const ResultFlow& flow : results) {
            const typed::Call& call = *flow.call->method;
            flow_into(*flow.variable, substitute(call.method->results.at(flow.result)->type,
                                                 type_map(*flow.call->parameters, call.type_arguments)));
        }
    }
}

} // namespace daphnia::resolve
