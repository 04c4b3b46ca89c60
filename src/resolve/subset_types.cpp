// See the header.
#include "resolve/subset_types.h"

#include "resolve/body.h"
#include "resolve/type_parameters.h"
#include "support/match.h"
#include "typed/print.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

namespace {

using typed::Type;
using typed::TypeKind;

constexpr const char* kNoWitness = "cannot find witness that shows type is inhabited";
constexpr const char* kHint =
    "; try giving a hint through a 'witness' or 'ghost witness' clause, or use 'witness *' to "
    "treat as a possibly empty type";

std::unique_ptr<typed::Expr> expression(SourceRange range, Type type, decltype(typed::Expr::node) node) {
    return std::make_unique<typed::Expr>(typed::Expr{range, range, std::move(type), std::move(node)});
}

// The value that Dafny tries as a witness; null when it tries none.
typed::ExprPtr default_value(const Type& type, SourceRange range) {
    const auto make = [&](auto node) { return expression(range, typed::carrier(type), std::move(node)); };
    switch (type.kind) {
    case TypeKind::Bool:
        return make(typed::BoolLiteral{false});
    case TypeKind::Int:
    case TypeKind::Nat:
    case TypeKind::Bits:
        return make(typed::IntLiteral{0});
    case TypeKind::Real:
        return make(typed::RealLiteral{0});
    case TypeKind::Char:
        return make(typed::CharLiteral{U'D'});
    case TypeKind::Seq:
        return make(typed::SeqDisplay{});
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
        return make(typed::SetDisplay{});
    case TypeKind::Reference:
        return type.nullable ? make(typed::NullLiteral{}) : nullptr;
    case TypeKind::Map:
    case TypeKind::Imap:
        return make(typed::MapDisplay{});
    case TypeKind::Subset:
        return default_value(typed::carrier(type), range);
    case TypeKind::Tuple:
    case TypeKind::Datatype:
    case TypeKind::Parameter:
    case TypeKind::Arrow:
        return nullptr;
    }
    return nullptr;
}

std::vector<Type> parameters_of(const typed::Function& function) {
    std::vector<Type> result;
    for (const auto& parameter : function.type_parameters) {
        result.push_back(typed::parameter_type(parameter.get()));
    }
    return result;
}

std::unique_ptr<typed::Function> new_function(const SubsetEntry& entry, const char* what, Type result) {
    auto function = std::make_unique<typed::Function>();
    function->name = fmt::format("{} ({})", entry.type->name, what);
    for (const auto& parameter : entry.type->type_parameters) {
        auto own = std::make_unique<typed::TypeParameter>(*parameter);
        own->unique = function->name + "." + own->name;
        own->variance = typed::Variance::Invariant;
        own->permissive = false;
        function->type_parameters.push_back(std::move(own));
    }
    function->range = entry.decl->range;
    function->name_range = entry.name.range;
    function->result = std::make_unique<const typed::Variable>(
        typed::Variable{"", std::move(result), typed::VariableKind::FunctionResult, false, entry.name.range});
    return function;
}

// With the type parameters of one of its functions.
Type base_in(const SubsetEntry& entry, const typed::Function& function) {
    return typed::substitute(entry.type->base, typed::type_map(entry.type->type_parameters, parameters_of(function)));
}

void declare_functions(SubsetEntry& entry, typed::Program& program) {
    auto constraint = new_function(entry, "constraint", typed::bool_type());
    constraint->ghost = true;
    constraint->predicate = true;
    constraint->parameters.push_back(std::make_unique<const typed::Variable>(
        typed::Variable{entry.var.text, base_in(entry, *constraint), typed::VariableKind::In, false, entry.var.range}));
    entry.constraint = constraint.get();
    entry.type->constraint = constraint.get();
    program.declarations.push_back(std::move(constraint));
    if (entry.witness_kind == ast::WitnessKind::Skip) {
        return;
    }
    auto witness = new_function(entry, "witness", entry.type->base);
    const_cast<typed::Variable&>(*witness->result).type = base_in(entry, *witness);
    witness->ghost = entry.witness_kind == ast::WitnessKind::Ghost;
    entry.type->ghost_witness = witness->ghost;
    entry.witness = witness.get();
    entry.type->witness = witness.get();
    program.declarations.push_back(std::move(witness));
}

// A type may not be a subset of itself, or of something that contains it.
bool contains_itself(const Type& type, const typed::SubsetType& sought, std::size_t depth) {
    constexpr std::size_t kDeepest = 200;
    const auto argument_does = [&](const Type& argument) {
        return depth > kDeepest || contains_itself(argument, sought, depth + 1);
    };
    if (type.kind == TypeKind::Subset) {
        const typed::SubsetType& declared = type.subset->origin != nullptr ? *type.subset->origin : *type.subset;
        return &declared == &sought || depth > kDeepest || contains_itself(declared.base, sought, depth + 1) ||
               std::any_of(type.subset->type_arguments.begin(), type.subset->type_arguments.end(), argument_does);
    }
    return std::any_of(type.arguments.begin(), type.arguments.end(), argument_does);
}

void resolve_constraint(Globals& globals, const SubsetEntry& entry) {
    typed::Function& function = *entry.constraint;
    const TypeScope types(globals, function.type_parameters);
    BodyResolver body(globals, Place::Function, entry.name.text, false);
    body.variables().adopt(*function.parameters.front());
    function.decreases = body.default_decreases(function.parameters, function.name_range);
    const char* const message = entry.type->newtype ? "newtype constraint must be of type bool (instead got {})"
                                                    : "subset-type constraint must be of type bool (instead got {})";
    function.body = entry.constraint_value == nullptr
                        ? expression(function.name_range, typed::bool_type(), typed::BoolLiteral{true})
                        : body.condition(*entry.constraint_value, Context{}, message).expr;
    body.finish();
}

// var x := e; assert constraint(x); x
typed::ExprPtr checked_witness(const SubsetEntry& entry, typed::ExprPtr value, const std::string& message) {
    const SourceRange range = value->range;
    const Type& base = entry.witness->result->type;
    const Type carrier = typed::carrier(base);
    auto variable = std::make_unique<const typed::Variable>(
        typed::Variable{entry.var.text, base, typed::VariableKind::Local, entry.witness->ghost, entry.var.range});
    const auto read = [&] { return expression(range, carrier, typed::VariableRead{variable.get()}); };
    typed::FunctionCall call{entry.constraint, {}, range};
    call.arguments.push_back(read());
    call.type_arguments = parameters_of(*entry.witness);
    typed::StatementExpr checked;
    checked.statements.push_back(std::make_unique<const typed::Stmt>(
        typed::Stmt{range, true,
                    typed::Assert{typed::AssertKind::Witness, expression(range, typed::bool_type(), std::move(call)),
                                  nullptr, message}}));
    checked.body = read();
    typed::Let let;
    let.variables.push_back(std::move(variable));
    let.values.push_back(std::move(value));
    let.body = expression(range, carrier, std::move(checked));
    return expression(range, carrier, std::move(let));
}

void resolve_witness(Globals& globals, const SubsetEntry& entry) {
    typed::Function& function = *entry.witness;
    const TypeScope types(globals, function.type_parameters);
    BodyResolver body(globals, Place::Function, entry.name.text, false);
    function.decreases = body.default_decreases(function.parameters, function.name_range);
    std::string message;
    if (entry.witness_value) {
        function.body = body.function_body(*entry.witness_value, *function.result, entry.witness_value->range,
                                           "witness expression must have type '{0}' (got '{1}')");
        body.finish();
    } else {
        function.body = default_value(function.result->type, entry.name.range);
        if (function.body == nullptr) {
            globals.reporter.error(Rule::Witness, entry.name.range, fmt::format("{}{}", kNoWitness, kHint));
            return;
        }
        message = fmt::format("{} (only tried {}){}", kNoWitness, typed::print(*function.body), kHint);
    }
    if (!has_errors(globals)) {
        function.body = checked_witness(entry, std::move(function.body), message);
    }
}

// What the constraint says of the variable; nothing when that is not enough.
std::optional<Type> inferred_base(Globals& globals, const SubsetEntry& entry) {
    const Reporter::Mute mute(globals.reporter); // it is resolved with a voice once the type is known
    const Inside inside(globals, entry.module);
    const TypeScope types(globals, typed::TypeParameters());
    BodyResolver body(globals, Place::Function, entry.name.text, false);
    const auto variable = body.variables().new_variable(entry.var, nullptr, typed::VariableKind::In, false);
    body.variables().declare(*variable, "bound variable");
    const Draft constraint = body.condition(*entry.constraint_value, Context{}, "{}");
    return body.inferred_type(*variable);
}

void report_base_cycle(Globals& globals, SubsetEntry& entry) {
    if (!entry.broken) {
        entry.broken = true;
        globals.reporter.error_even_muted(
            Rule::Unresolved, entry.name.range,
            fmt::format("cyclic dependency among declarations: {0} -> {0}", entry.name.text));
    }
}

// What is known of datatypes was found out without this type.
bool is_plain(const Type& type) {
    return type.kind != TypeKind::Datatype && type.kind != TypeKind::Parameter && type.kind != TypeKind::Arrow &&
           !typed::is_array(type) && std::all_of(type.arguments.begin(), type.arguments.end(), is_plain) &&
           (type.kind != TypeKind::Subset || is_plain(type.subset->base));
}

bool can_be_newtype(TypeKind kind) {
    return kind == TypeKind::Int || kind == TypeKind::Real || kind == TypeKind::Bits || kind == TypeKind::Char;
}

void check_newtype_base(Globals& globals, SubsetEntry& entry) {
    if (entry.broken) {
        return;
    }
    const Type carrier = typed::base_type(entry.type->base);
    entry.broken = true;
    if (entry.base == nullptr && !is_plain(entry.type->base)) {
        globals.reporter.unsupported(entry.name.range, "subset types of datatypes, arrays, functions and unknown types "
                                                       "that do not name their base type are");
    } else if (entry.type->newtype && !can_be_newtype(carrier.kind)) {
        globals.reporter.error(
            Rule::Type, entry.name.range,
            fmt::format("newtypes must be based on some numeric type (got {})", typed::to_string(entry.type->base)));
    } else {
        entry.broken = false;
        return;
    }
    entry.type->base = typed::int_type();
}

} // namespace

void complete_subset_types(Globals& globals, typed::Program& program) {
    for (SubsetEntry& entry : globals.subset_types) {
        if (entry.base == nullptr) {
            globals.open_bases.emplace(entry.type, &entry);
            continue;
        }
        const Inside inside(globals, entry.module);
        const TypeScope types(globals, entry.type->type_parameters);
        if (const std::optional<Type> base = resolve_type(globals, *entry.base)) {
            entry.type->base = *base;
        } else {
            entry.broken = true;
        }
    }
    for (SubsetEntry& entry : globals.subset_types) {
        if (contains_itself(entry.type->base, *entry.type, 0)) {
            globals.reporter.error(Rule::Type, entry.name.range,
                                   fmt::format("type-synonym cycle: {0} -> {0}", entry.name.text));
            entry.type->base = typed::int_type();
            entry.broken = true;
        }
    }
    for (SubsetEntry& entry : globals.subset_types) {
        declare_functions(entry, program);
        complete_instances(*entry.type);
    }
}

void find_bases(Globals& globals) {
    globals.signatures_known = true;
    for (SubsetEntry& entry : globals.subset_types) {
        find_base(globals, typed::subset_type(entry.type));
        check_newtype_base(globals, entry);
        if (entry.base != nullptr) {
            continue;
        }
        // Nobody has looked at the functions yet.
        const_cast<typed::Variable&>(*entry.constraint->parameters.front()).type = entry.type->base;
        if (entry.witness != nullptr) {
            const_cast<typed::Variable&>(*entry.witness->result).type = entry.type->base;
        }
    }
}

void find_base(Globals& globals, const Type& type) {
    if (!globals.signatures_known || globals.open_bases.empty()) {
        return;
    }
    for (const Type& argument : type.arguments) {
        find_base(globals, argument);
    }
    if (type.kind != TypeKind::Subset) {
        return;
    }
    const auto open = globals.open_bases.find(type.subset);
    if (open == globals.open_bases.end()) {
        find_base(globals, type.subset->base);
        return;
    }
    SubsetEntry& entry = *open->second;
    if (entry.searched) {
        report_base_cycle(globals, entry);
        return;
    }
    entry.searched = true;
    const std::optional<Type> base = inferred_base(globals, entry);
    globals.open_bases.erase(type.subset);
    if (base) {
        entry.type->base = *base;
    } else if (!entry.broken) {
        entry.broken = true;
        globals.reporter.error_even_muted(
            Rule::Underspecified, entry.name.range,
            fmt::format("base type of {} '{}' is not fully determined; add an explicit type for bound variable '{}'",
                        entry.type->newtype ? "newtype" : "subset type", entry.name.text, entry.var.text));
    }
}

void resolve_subset_types(Globals& globals) {
    for (const SubsetEntry& entry : globals.subset_types) {
        if (entry.broken || entry.module != globals.module) {
            continue;
        }
        resolve_constraint(globals, entry);
        if (entry.witness != nullptr) {
            resolve_witness(globals, entry);
        }
    }
}

} // namespace daphnia::resolve
