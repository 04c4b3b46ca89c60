#include "resolve/members.h"

#include "resolve/datatype_values.h"
#include "resolve/function_values.h"
#include "resolve/meanings.h"
#include "resolve/modules.h"
#include "resolve/noting.h"
#include "resolve/subset_types.h"
#include "resolve/suggestions.h"
#include "support/match.h"

#include <fmt/format.h>

namespace daphnia::resolve {

Draft Members::name(SourceRange range, const ast::Name& node, Context) {
    const std::string& text = node.name.text;
    if (const typed::Variable* variable = variables_.find(text)) {
        if (!node.type_arguments.empty()) {
            reporter().error(Rule::Arity, range, fmt::format("variable '{}' does not take any type parameters", text));
        }
        note(globals_, node.name.range, variable->range);
        return read(*variable, range);
    }
    if (meanings_.own_member(text) == nullptr && meanings_.is_own_field(text)) {
        Draft object = this_value(range);
        const PreType type = inference_.head(object.type);
        return type.kind == PreKind::Datatype ? datatypes_.datatype_member(range, node.name, std::move(object), type)
                                              : std::move(object);
    }
    if (Member* const own = meanings_.own_member(text)) {
        note(globals_, node.name.range, own);
        if (auto* const constant = std::get_if<PerValueConstant>(own)) {
            return field_value(range, range, *constant, this_value(range));
        }
        if (const auto* field = std::get_if<FieldEntry>(own)) {
            if (const typed::Variable* const cell = cell_of(*field)) {
                return read(*cell, range);
            }
            Draft object = this_value(range);
            return inference_.head(object.type).kind == PreKind::Unknown
                       ? std::move(object)
                       : field_read(range, range, *field, std::move(object));
        }
    }
    return declared(range, node.name, *meanings_.declared_name(node.name), node.type_arguments, nullptr);
}

namespace {

// Why a declared name is no expression; the id is empty when that is known.
class Objection {
  public:
    explicit Objection(const std::string& name) : name_(name) {}

    using Result = std::pair<Rule, std::string>; // and message
    Result operator()(const Unknown&) const { return {Rule::Unresolved, "unresolved identifier: " + name_}; }
    Result operator()(const Forgiven&) const { return {Rule::Internal, {}}; }
    Result operator()(const AmbiguousMember& node) const { return {Rule::Unresolved, ambiguity(name_, node)}; }
    Result operator()(const AmbiguousName& node) const { return {Rule::Unresolved, ambiguity(name_, node)}; }
    Result operator()(const AmbiguousConstructor& node) const { return {Rule::Unresolved, ambiguity(name_, node)}; }
    Result operator()(const Module*) const {
        return {Rule::Misplaced, fmt::format("name of module ({}) is used as a variable", name_)};
    }
    Result operator()(const Synonym*) const { return type(); }
    Result operator()(const DeclaredType*) const { return type(); }
    Result operator()(const TypeEntry*) const { return type(); }
    Result operator()(const ConstructorEntry&) const { return {Rule::Internal, {}}; }
    Result operator()(const Member*) const { return {Rule::Internal, {}}; }

  private:
    Result type() const { return {Rule::Misplaced, fmt::format("name of type ({}) is used as a variable", name_)}; }

    const std::string& name_;
};

} // namespace

// A declared name as an expression.
Draft Members::declared(SourceRange range, const ast::Ident& name, const Meaning& meaning,
                        const std::vector<ast::TypePtr>& type_arguments, const ast::Member* qualified) {
    if (auto* const* member = std::get_if<Member*>(&meaning)) {
        return declared_member(range, name, **member, type_arguments, qualified);
    }
    if (const auto* constructor = std::get_if<ConstructorEntry>(&meaning)) {
        return datatypes_.construct(range, *constructor, {nullptr, name.range, {}, std::nullopt, nullptr},
                                    qualified == nullptr ? nullptr : qualified->object.get(), Context{});
    }
    const auto [rule, message] = support::match(meaning, Objection(name.text));
    if (!message.empty()) {
        const bool unknown = std::holds_alternative<Unknown>(meaning);
        reporter().error(rule, name.range, message,
                         unknown ? suggestions_.meant_by(name.text, qualified) : std::string());
    }
    return wrong(range);
}

Draft Members::declared_member(SourceRange range, const ast::Ident& name, Member& member,
                               const std::vector<ast::TypePtr>& type_arguments, const ast::Member* qualified,
                               std::optional<Draft> receiver) {
    if (auto* constant = std::get_if<ConstantEntry>(&member)) {
        resolve_constant(globals_, *constant);
        find_base(globals_, constant->constant->type);
        const bool known = constant->ast->type || constant->state == ConstantState::Resolved;
        PreType type = known && globals_.untyped.count(constant->constant) == 0 ? value_type(constant->constant->type)
                                                                                : pre(PreKind::Unknown);
        return make(range, name.range, std::move(type), typed::ConstantRead{constant->constant});
    }
    if (const auto* method = std::get_if<MethodEntry>(&member)) {
        const bool lemma = method->method->kind == typed::MethodKind::Lemma;
        reporter().error(
            Rule::Misplaced, name.range,
            fmt::format("expression is not allowed to invoke a {} ({})", lemma ? "lemma" : "method", name.text),
            !lemma && state_.no_call != nullptr ? state_.no_call
            : !lemma && (declaration_.place == Place::Function || declaration_.place == Place::Constant)
                ? "functions and constants call functions only: write a function in its place"
            : lemma ? fmt::format("call it in a statement of its own: '{}(…);'", name.text)
                    : fmt::format("call it in a statement of its own: 'var x := {}(…);'", name.text));
        return wrong(range);
    }
    if (std::holds_alternative<PerValueConstant>(member) || std::holds_alternative<FieldEntry>(member)) {
        reporter().error(Rule::Misplaced, name.range,
                         fmt::format("accessing member '{}' requires an instance expression", name.text));
        return wrong(range);
    }
    return functions_.function_value(range, name.range, std::get<FunctionEntry>(member), type_arguments, qualified,
                                     std::move(receiver));
}

Draft Members::this_value(SourceRange range) {
    if (const typed::Variable* const receiver = variables_.find("this")) {
        return read(*receiver, range);
    }
    reporter().error(Rule::Misplaced, range, "'this' is not allowed in a 'static' context");
    return wrong(range);
}

} // namespace daphnia::resolve
