#include "resolve/settle.h"

#include "resolve/noting.h"
#include "resolve/refine.h"
#include "resolve/released_types.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace daphnia::resolve {

namespace {

using typed::BinaryOp;

// What an operator that was resolved as if on integers means on other types.
BinaryOp settled_operator(BinaryOp op, PreKind kind) {
    if (kind == PreKind::Char) {
        if (op == BinaryOp::Add) {
            return BinaryOp::CharAdd;
        }
        if (op == BinaryOp::Subtract) {
            return BinaryOp::CharSubtract;
        }
    }
    if (kind == PreKind::Seq) {
        if (op == BinaryOp::Add) {
            return BinaryOp::Concat;
        }
        if (op == BinaryOp::LessEqual) {
            return BinaryOp::Prefix;
        }
        if (op == BinaryOp::Less) {
            return BinaryOp::ProperPrefix;
        }
    }
    if ((kind == PreKind::Datatype || kind == PreKind::Parameter) &&
        (op == BinaryOp::Less || op == BinaryOp::Greater)) {
        return BinaryOp::RankLess;
    }
    if (is_map(kind)) {
        return op == BinaryOp::Add ? BinaryOp::Merge : op == BinaryOp::Subtract ? BinaryOp::Remove : op;
    }
    if (is_set_like(kind)) {
        switch (op) {
        case BinaryOp::Add:
            return BinaryOp::Union;
        case BinaryOp::Subtract:
            return BinaryOp::Difference;
        case BinaryOp::Multiply:
            return BinaryOp::Intersection;
        case BinaryOp::LessEqual:
        case BinaryOp::GreaterEqual:
            return BinaryOp::Subset;
        case BinaryOp::Less:
        case BinaryOp::Greater:
            return BinaryOp::ProperSubset;
        default:
            return op;
        }
    }
    return op;
}

std::uint32_t width_of(const PreType& bits) {
    return bits.kind == PreKind::Newtype ? typed::base_type(bits.subset->base).width : bits.width;
}

support::Integer most_of_width(std::uint32_t width) {
    return (support::Integer(1) << width) - 1;
}

bool is_settled(const PreType& type) {
    return type.kind != PreKind::Hole && type.kind != PreKind::Unknown &&
           std::all_of(type.arguments.begin(), type.arguments.end(), is_settled);
}

} // namespace

void Settling::settle_operators() {
    const auto kind_of = [&](const typed::ExprPtr& expr) { return inference_.family_of(state_.nodes.type_of(*expr)); };
    for (const PendingNode& pending : state_.nodes.all()) {
        auto& node = pending.expr->node;
        if (auto* binary = std::get_if<typed::Binary>(&node)) {
            const PreKind kind = kind_of(binary->left);
            if ((is_set_like(kind) || kind == PreKind::Datatype) &&
                (binary->op == BinaryOp::Greater || binary->op == BinaryOp::GreaterEqual)) {
                std::swap(binary->left, binary->right); // the smaller set or value stands left
            }
            binary->op = settled_operator(binary->op, kind);
        } else if (auto* index = std::get_if<typed::SeqIndex>(&node)) {
            if (kind_of(index->seq) == PreKind::Array) {
                typed::ArrayRead read{std::move(index->seq), {}};
                read.indices.push_back(std::move(index->index));
                node = std::move(read);
            }
        } else if (auto* slice = std::get_if<typed::SeqSlice>(&node)) {
            if (kind_of(slice->seq) == PreKind::Array) {
                typed::ArraySlice read{std::move(slice->seq), std::move(slice->low), std::move(slice->high)};
                node = std::move(read);
            }
        }
    }
}

namespace {

bool is_number(const typed::Expr& expr) {
    return std::holds_alternative<typed::IntLiteral>(expr.node) ||
           std::holds_alternative<typed::RealLiteral>(expr.node);
}

// Operators whose result is of the type of their operands: all of those on numbers that are not comparisons.
bool is_calculated(const typed::Expr& expr) {
    return is_number(expr) || std::holds_alternative<typed::CharLiteral>(expr.node) ||
           std::holds_alternative<typed::Binary>(expr.node) || std::holds_alternative<typed::Unary>(expr.node);
}

} // namespace

// What is calculated, or written as a number, must be a value of the newtype; -5 is one number.
void Settling::settle_newtypes() {
    std::set<const typed::Expr*> negated;
    for (const PendingNode& pending : state_.nodes.all()) {
        const auto* unary = std::get_if<typed::Unary>(&pending.expr->node);
        if (unary != nullptr && unary->op == typed::UnaryOp::Negate) {
            negated.insert(unary->operand.get());
        }
    }
    for (const PendingNode& pending : state_.nodes.all()) {
        typed::Expr& expr = *pending.expr;
        const PreType type = inference_.head(pending.type);
        const bool part = is_number(expr) && negated.contains(&expr);
        if (type.kind == PreKind::Newtype && is_calculated(expr) && !part) {
            auto result = std::make_unique<const typed::Expr>(typed::Expr{
                expr.range, expr.anchor, typed::base_type(typed::subset_type(type.subset)), std::move(expr.node)});
            expr.node = typed::Convert{std::move(result), typed::subset_type(type.subset)};
        }
    }
}

// A variable without a known type is reported where it is declared, anything else where it stands.
void Settling::report_open_types() {
    const std::size_t errors = reporter().error_count();
    report_open_type_arguments();
    if (reporter().error_count() > errors) {
        return;
    }
    for (const typed::Variable* variable : variables_.introduced()) {
        const VariableFacts& facts = variables_.facts(*variable);
        if (!inference_.has_holes(facts.type)) {
            continue;
        }
        if (facts.what == std::string("local variable")) {
            const std::string type =
                inference_.is_open(facts.type) ? "" : fmt::format(" ('{}')", inference_.show(facts.type));
            reporter().error(Rule::Underspecified, variable->range,
                             fmt::format("the type{} of this local variable is underspecified", type));
        } else {
            reporter().error(Rule::Underspecified, variable->range,
                             fmt::format("type of {} '{}' could not be determined; please specify the type explicitly",
                                         facts.what, variable->name));
        }
    }
    for (const PendingNode& pending : state_.nodes.all()) {
        if (reporter().error_count() == errors && inference_.has_holes(pending.type)) {
            reporter().error(Rule::Underspecified, pending.expr->anchor,
                             "the type of this expression is underspecified");
        }
    }
}

void Settling::check_literal_sizes() {
    for (const PendingNode& pending : state_.nodes.all()) {
        const auto* literal = std::get_if<typed::IntLiteral>(&pending.expr->node);
        const PreType type = literal == nullptr ? PreType{} : inference_.head(pending.type);
        if (family(type) == PreKind::Bits && abs(literal->value) > most_of_width(width_of(type))) {
            reporter().error(Rule::Type, pending.expr->range,
                             fmt::format("literal ({}) is too large for the bitvector type {}",
                                         literal->value.get_str(), inference_.show(type)));
        }
    }
}

std::optional<typed::Type> Settling::known_type(const PreType& type) const {
    const PreType known = inference_.known(type);
    return is_settled(known) ? std::optional(greatest_type(known)) : std::nullopt;
}

std::optional<typed::Type> Settling::inferred_type(const typed::Variable& variable) {
    inference_.finish();
    return known_type(type_of(variable));
}

void Settling::note_types() {
    References* const references = listener(globals_);
    for (const typed::Variable* const variable : variables_.introduced()) {
        if (references == nullptr || variable->name.empty() || variables_.facts(*variable).variable == nullptr) {
            continue;
        }
        if (const std::optional<typed::Type> type = known_type(type_of(*variable))) {
            references->note_type(variable->range, typed::to_string(*type));
        }
    }
}

void Settling::finish() {
    inference_.finish();
    note_types();
    if (inference_.has_conflict() && reporter().error_count() == declaration_.errors_before &&
        !state_.nodes.all().empty()) {
        reporter().error(Rule::Type, state_.nodes.all().front().expr->anchor,
                         "the types in this declaration do not fit together");
    }
    if (reporter().error_count() > declaration_.errors_before || state_.meets_unknown) {
        DAPHNIA_CHECK(reporter().error_count() > 0, "what is wrong is reported");
        globals_.unsettled.insert(globals_.module);
        return;
    }
    report_open_types();
    check_literal_sizes();
    // What was refused in some other place may have left no trace here but an unknown type.
    const auto unknown = [&](const PendingNode& pending) { return !is_settled(inference_.known(pending.type)); };
    if (has_errors(globals_) ||
        (reporter().error_count() > 0 && std::any_of(state_.nodes.all().begin(), state_.nodes.all().end(), unknown))) {
        globals_.unsettled.insert(globals_.module);
        return;
    }
    settle_operators();
    settle_newtypes();
    refine_types();
}

void Settling::refine_types() {
    for (const NewArrayType& allocation : uses_.new_arrays) {
        auto& value = std::get<typed::Assign>(allocation.stmt->node).values.at(allocation.value);
        const typed::Type type = exact_typed(inference_.known(allocation.type));
        if (auto* const array = std::get_if<typed::NewArray>(&value.node)) {
            array->element = type.arguments.at(0);
        } else {
            auto& object = std::get<typed::NewObject>(value.node);
            object.type = type;
            object.cells.resize(typed::cells_of(type).size()); // any values: the class has no constructors
        }
    }
    std::vector<InferredVariable> variables;
    for (const typed::Variable* variable : variables_.introduced()) {
        VariableFacts& facts = variables_.facts(*variable);
        if (facts.type_given) {
            continue;
        }
        const PreType type = inference_.known(facts.type);
        InferredVariable inferred{facts.variable, least_type(type), greatest_type(type), {}};
        for (const Source& source : facts.sources) {
            if (source.rules != Source::Rules::Released) {
                inferred.sources.push_back({source.expr, source.type, source.call, source.result});
            }
        }
        if (facts.allocated) {
            inferred.sources.push_back({nullptr, least_type(type), std::nullopt});
        }
        variables.push_back(std::move(inferred));
    }
    std::vector<GenericCall> function_calls;
    for (const Instantiation& use : uses_.function_instantiations) {
        function_calls.push_back(generic_call(use));
    }
    std::unordered_map<const void*, const GenericCall*> generic; // by node
    for (const GenericCall& call : function_calls) {
        generic.emplace(call.function != nullptr ? static_cast<const void*>(call.function) : call.value, &call);
    }
    std::vector<GenericCall> method_calls;
    for (const Instantiation& use : uses_.method_instantiations) {
        method_calls.push_back(generic_call(use));
    }
    std::vector<RefinedExpr> exprs;
    exprs.reserve(state_.nodes.all().size());
    for (const PendingNode& pending : state_.nodes.all()) {
        const auto* const value = std::get_if<typed::FunctionValue>(&pending.expr->node);
        const void* const called = std::get_if<typed::FunctionCall>(&pending.expr->node);
        const auto call = generic.find(value != nullptr ? value : called);
        const auto given = uses_.given_types.find(pending.expr);
        exprs.push_back({pending.expr, least_type(inference_.known(pending.type)),
                         call == generic.end() ? nullptr : call->second,
                         given == uses_.given_types.end() ? std::nullopt : std::optional(given->second), pending.made});
    }
    if (!globals_.options.type_system_refresh) {
        const ReleasedTypes released = released_types(exprs, method_calls);
        for (InferredVariable& inferred : variables) {
            if (const auto found = released.variables.find(inferred.variable); found != released.variables.end()) {
                inferred.decided = found->second;
            }
        }
        for (auto* const calls : {&function_calls, &method_calls}) {
            for (GenericCall& call : *calls) {
                const auto found = released.calls.find(&call);
                for (std::size_t i = 0; found != released.calls.end() && i < call.exact.size(); ++i) {
                    call.exact[i] = call.exact[i] ? call.exact[i] : found->second[i];
                }
            }
        }
    }
    refuse_guesses(refine(exprs, variables, function_calls, method_calls, uses_.expected_lambdas));
}

ReleasedTypes Settling::released_types(const std::vector<RefinedExpr>& exprs,
                                       const std::vector<GenericCall>& calls) const {
    std::vector<ReleasedVariable> variables;
    for (const typed::Variable* variable : variables_.introduced()) {
        const VariableFacts& facts = variables_.facts(*variable);
        ReleasedVariable released{variable, std::nullopt, typed::int_type(), {}, facts.counts};
        if (facts.type_given) {
            released.given = variable->type;
        } else {
            released.shape = greatest_type(inference_.known(facts.type));
        }
        for (const Source& source : facts.sources) {
            if (source.rules != Source::Rules::Refreshed) {
                released.sources.push_back({source.expr, source.type, source.call, source.result, source.binds});
            }
        }
        variables.push_back(std::move(released));
    }
    return resolve::released_types(exprs, variables, uses_.passed, calls);
}

void Settling::refuse_guesses(const Guesses& guesses) {
    for (const typed::Variable* variable : guesses.variables) {
        reporter().unsupported(variable->range,
                               fmt::format("variables with functions in their type, such as '{}', that do not name it "
                                           "are",
                                           variable->name));
    }
    for (const auto& [calls, uses] : {std::pair(&guesses.function_calls, &uses_.function_instantiations),
                                      std::pair(&guesses.method_calls, &uses_.method_instantiations)}) {
        for (const std::size_t call : *calls) {
            reporter().unsupported((*uses)[call].range,
                                   "type arguments with functions in them that do not follow from the arguments are");
        }
    }
}

void Settling::report_open_type_arguments() {
    for (const auto* uses : {&uses_.function_instantiations, &uses_.method_instantiations}) {
        for (const Instantiation& use : *uses) {
            for (const auto& parameter : *use.parameters) {
                const PreType& value = use.arguments.at(parameter.get()).value;
                if (inference_.has_holes(value)) {
                    reporter().error(Rule::Underspecified, use.range,
                                     fmt::format("type parameter '{}' (inferred to be '{}') {} could not be determined",
                                                 parameter->name, inference_.show(value), use.where));
                }
            }
        }
    }
}

GenericCall Settling::generic_call(const Instantiation& use) const {
    GenericCall result{use.parameters, {}, {}, use.function, use.method, use.value};
    for (std::size_t i = 0; i < use.parameters->size(); ++i) {
        const typed::Type known = exact_typed(inference_.known(use.arguments.at((*use.parameters)[i].get()).exact));
        result.exact.push_back(use.given[i] ? use.given[i] : use.exact[i] ? std::optional(known) : std::nullopt);
        result.otherwise.push_back(known);
    }
    return result;
}

} // namespace daphnia::resolve
