// The small steps that all of BodyResolver is made of: nodes, agreement of types, variables and flows.
#include "resolve/body.h"

#include "resolve/subset_types.h"

#include <fmt/format.h>

namespace daphnia::resolve {

namespace {
// Chains and calculations are spelled out, which doubles what is nested in them; nobody writes this much by hand.
constexpr std::size_t kLargestDeclaration = 1'000'000;
} // namespace

BodyResolver::BodyResolver(Globals& globals, Place place, std::string name, bool may_diverge, TypeEntry* enclosing,
                           const typed::TypeParameters* own_parameters)
    : globals_(globals), place_(place), name_(std::move(name)), may_diverge_(may_diverge), enclosing_(enclosing),
      own_parameters_(own_parameters), errors_before_(globals.reporter.error_count()) {
    dominating_labels_.push_frame();
    enclosing_labels_.push_frame();
    variables_.push_frame();
}

// ---- nodes

Draft BodyResolver::make_node(SourceRange range, SourceRange anchor, PreType type, decltype(typed::Expr::node) node) {
    meets_unknown_ = meets_unknown_ || type.kind == PreKind::Unknown;
    auto expr = std::make_unique<typed::Expr>(typed::Expr{range, anchor, typed::bool_type(), std::move(node)});
    pending_index_.emplace(expr.get(), pending_.size());
    pending_.push_back({expr.get(), type, making_ > 0});
    return {std::move(expr), std::move(type)};
}

Draft BodyResolver::wrong(SourceRange range) {
    return make(range, range, pre(PreKind::Unknown), typed::BoolLiteral{false});
}

Draft BodyResolver::unsupported(SourceRange range, const char* what) {
    reporter().unsupported(range, what);
    return wrong(range);
}

bool BodyResolver::budget_left(SourceRange range) {
    if (pending_.size() < kLargestDeclaration) {
        return true;
    }
    if (!too_large_) {
        too_large_ = true;
        reporter().error_even_muted(Rule::Unsupported, range,
                                    "this declaration is too large once its chains are spelled out");
    }
    return false;
}

Draft BodyResolver::read(const typed::Variable& variable, SourceRange range) {
    return make(range, range, type_of(variable), typed::VariableRead{&variable});
}

Draft BodyResolver::integer(SourceRange range, support::Integer value) {
    return make(range, range, inference_.literal_hole(PreKind::Int), typed::IntLiteral{std::move(value)});
}

Draft BodyResolver::binary(SourceRange range, SourceRange op_range, typed::BinaryOp op, Draft left, Draft right) {
    const bool arithmetic = op == typed::BinaryOp::Add || op == typed::BinaryOp::Subtract;
    PreType type = arithmetic ? left.type : pre(PreKind::Bool);
    if (arithmetic) {
        inference_.unify(left.type, right.type); // a literal is of the other's type
    }
    return make(range, op_range, std::move(type),
                typed::Binary{op, std::move(left.expr), std::move(right.expr), op_range});
}

Draft BodyResolver::conjunction(SourceRange range, Draft left, Draft right) {
    const SourceRange at = right.expr->anchor;
    return binary(range, at, typed::BinaryOp::And, std::move(left), std::move(right));
}

// ---- types

namespace {

// For types that other languages convert into each other, or write in another way.
std::string way_out_of_types(const std::string& a, const std::string& b) {
    const auto start = [&](std::string_view first, std::string_view second) {
        return (a.starts_with(first) && b.starts_with(second)) || (a.starts_with(second) && b.starts_with(first));
    };
    const auto are = [&](const char* first, const char* second) {
        return (a == first && b == second) || (a == second && b == first);
    };
    if (are("char", "string")) {
        return "characters stand in single quotes, strings in double ones";
    }
    if (are("int", "real") || are("nat", "real")) {
        return "numbers are converted by 'x as real' and 'r.Floor', and 1 is written '1.0' where it is a real";
    }
    if (are("int", "string") || are("nat", "string")) {
        return "a number is no string, and is not made one";
    }
    if (are("int", "char") || are("nat", "char")) {
        return "characters and numbers are converted by 'c as int' and 'n as char'";
    }
    if (start("array<", "seq<")) {
        return "'a[..]' is the sequence of an array's elements, and 'new int[] [1, 2]' an array of those elements";
    }
    return {};
}

// For what other languages take for a truth value.
std::string way_out_of_condition(PreKind kind, const std::string& text) {
    constexpr std::size_t kLongest = 40;
    if (text.size() > kLongest) {
        return {};
    }
    switch (kind) {
    case PreKind::Int:
        return fmt::format("write '{} != 0'", text);
    case PreKind::Seq:
    case PreKind::Set:
    case PreKind::Multiset:
    case PreKind::Map:
        return fmt::format("write '|{}| > 0'", text);
    default:
        return {};
    }
}

} // namespace

bool BodyResolver::agree(const PreType& a, const PreType& b, SourceRange at, const char* message,
                         const std::string& hint) {
    meets_unknown_ = meets_unknown_ || a.kind == PreKind::Unknown || b.kind == PreKind::Unknown;
    const std::string first = inference_.show(a);
    const std::string second = inference_.show(b);
    if (inference_.unify(a, b)) {
        return true;
    }
    const std::string way_out = hint.empty() ? way_out_of_types(first, second) : hint;
    reporter().error(Rule::Type, at, fmt::format(fmt::runtime(message), first, second), way_out);
    return false;
}

void BodyResolver::require(const PreType& type, std::function<bool(PreKind)> allowed, SourceRange at,
                           std::string message, std::optional<PreKind> fallback) {
    require(type, std::move(allowed), at, std::move(message), fallback, "");
}

void BodyResolver::require(const PreType& type, std::function<bool(PreKind)> allowed, SourceRange at,
                           std::string message, std::optional<PreKind> fallback, const char* hint) {
    const bool muted = reporter().muted();
    inference_.defer(
        [this, type, allowed = std::move(allowed), at, message = std::move(message), muted, hint] {
            // A literal that may become anything that is allowed need not be waited for.
            const PreKind kind = inference_.family_of(type);
            if (inference_.is_literal(type) && allowed(kind)) {
                if (kind == PreKind::Int && !allowed(PreKind::Bits)) {
                    inference_.decide_literal(type);
                }
                return true;
            }
            if (inference_.is_open(type)) {
                return false;
            }
            if (kind != PreKind::Unknown && !allowed(kind) && !muted) {
                reporter().error(Rule::Type, at, fmt::format(fmt::runtime(message), inference_.show(type)), hint);
            }
            return true;
        },
        [this, type, fallback] {
            if (fallback && inference_.is_open(type)) {
                inference_.unify(type, pre(*fallback));
            }
        });
}

void BodyResolver::require_int(const Draft& draft, const char* message) {
    require(draft.type, is_integral, draft.expr->anchor, message, PreKind::Int);
}

Draft BodyResolver::condition(const ast::Expr& expr, Context context, const char* message) {
    Draft draft = expression(expr, context);
    agree(draft.type, pre(PreKind::Bool), draft.expr->anchor, message,
          way_out_of_condition(inference_.family_of(draft.type), support::one_line(expr.range)));
    return draft;
}

// ---- variables

PreType BodyResolver::declared_type(const typed::Variable& variable, const TypeArguments& type_arguments) const {
    find_base(globals_, variable.type);
    return globals_.untyped.count(&variable) != 0 ? pre(PreKind::Unknown) : value_type(variable.type, type_arguments);
}

void BodyResolver::adopt(const typed::Variable& variable) {
    VariableFacts& facts = introduce(variable, true);
    facts.type = declared_type(variable);
    facts.assignable = variable.kind == typed::VariableKind::Out;
    // Duplicates among parameters are reported with the signature.
    variables_.declare(variable.name, &variable);
}

VariableFacts& BodyResolver::introduce(const typed::Variable& variable, bool type_given) {
    VariableFacts facts;
    facts.type = type_given ? value_type(variable.type) : inference_.hole();
    facts.type_given = type_given;
    introduced_.push_back(&variable);
    return facts_.emplace(&variable, std::move(facts)).first->second;
}

std::unique_ptr<typed::Variable> BodyResolver::new_variable(const ast::Ident& name, const ast::Type* type,
                                                            typed::VariableKind kind, bool ghost) {
    const bool partial = type != nullptr && leaves_arguments_out(globals_, *type);
    const std::optional<typed::Type> given = type != nullptr && !partial ? resolve_type(globals_, *type) : std::nullopt;
    auto variable = std::make_unique<typed::Variable>(
        typed::Variable{name.text, given.value_or(typed::int_type()), kind, ghost, name.range});
    VariableFacts& facts = introduce(*variable, given.has_value());
    facts.variable = variable.get();
    if (partial) {
        facts.type = partial_type(*type, false);
    } else if (type != nullptr && !given) {
        facts.type = pre(PreKind::Unknown);
    }
    if (kind == typed::VariableKind::Bound) {
        facts.what = "bound variable";
    }
    facts.assignable = kind == typed::VariableKind::Local || kind == typed::VariableKind::Out;
    return variable;
}

void BodyResolver::declare(const typed::Variable& variable, const char* what) {
    if (variable.name == "_" || variable.name.empty()) {
        return;
    }
    const bool shadows = variables_.find(variable.name) != nullptr;
    if (!variables_.declare(variable.name, &variable)) {
        reporter().error(Rule::Duplicate, variable.range, fmt::format("duplicate {} name: {}", what, variable.name));
    } else if (shadows && globals_.options.warn_shadowing) {
        reporter().warning(Rule::Shadowing, variable.range, fmt::format("shadowed {} name: {}", what, variable.name));
    }
}

void BodyResolver::declare_untyped(const ast::Ident& name) {
    untyped_.push_back(std::make_unique<const typed::Variable>(
        typed::Variable{name.text, typed::int_type(), typed::VariableKind::Local, false, name.range}));
    VariableFacts& facts = introduce(*untyped_.back(), true);
    facts.type = pre(PreKind::Unknown);
    facts.assignable = true;
    variables_.declare(name.text, untyped_.back().get());
}

void BodyResolver::declare_untyped(const ast::Pattern& pattern) {
    if (const auto* name = std::get_if<ast::NamePattern>(&pattern.node)) {
        declare_untyped(name->name);
    } else if (const auto* tuple = std::get_if<ast::TuplePattern>(&pattern.node)) {
        for (const ast::PatternPtr& element : tuple->elements) {
            declare_untyped(*element);
        }
    } else if (const auto* constructor = std::get_if<ast::ConstructorPattern>(&pattern.node)) {
        for (const ast::PatternPtr& argument : constructor->arguments) {
            declare_untyped(*argument);
        }
    } else if (const auto* either = std::get_if<ast::OrPattern>(&pattern.node)) {
        for (const ast::PatternPtr& alternative : either->alternatives) {
            declare_untyped(*alternative);
        }
    }
}

void BodyResolver::flow(const typed::Variable& into, const typed::Expr& value, Source::Rules rules) {
    facts_.at(&into).sources.push_back({&value, typed::int_type(), std::nullopt, 0, false, rules});
}

void BodyResolver::bind(const typed::Variable& into, const typed::Expr& value) {
    facts_.at(&into).sources.push_back({&value, typed::int_type(), std::nullopt, 0, true});
}

void BodyResolver::flow(const typed::Variable& into, const typed::Type& type) {
    facts_.at(&into).sources.push_back({nullptr, type, std::nullopt});
}

} // namespace daphnia::resolve
