// The cases of expressions, literals, and what names mean.
#include "resolve/body.h"
#include "resolve/subset_types.h"
#include "support/match.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

// One case per node of the source tree; the long ones are methods of BodyResolver.
class ExprCases {
  public:
    ExprCases(BodyResolver& body, SourceRange range, Context context) : body_(body), range_(range), context_(context) {}

    Draft operator()(const ast::BoolLit& node) const {
        return leaf(pre(PreKind::Bool), typed::BoolLiteral{node.value});
    }
    Draft operator()(const ast::NullLit&) const {
        return leaf(pre_array(body_.inference_.hole()), typed::NullLiteral{});
    }
    Draft operator()(const ast::IntLit& node) const { return body_.integer(range_, node.value); }
    Draft operator()(const ast::RealLit& node) const {
        constexpr std::int32_t kLongest = 10'000; // digits that would have to be written out
        if (std::abs(node.exponent) > kLongest) {
            return unsupported("numbers with exponents that large are");
        }
        support::Integer power;
        mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(std::abs(node.exponent)));
        support::Rational value =
            node.exponent < 0 ? support::Rational(node.digits, power) : support::Rational(node.digits * power);
        value.canonicalize();
        return leaf(body_.inference_.literal_hole(PreKind::Real), typed::RealLiteral{std::move(value)});
    }
    Draft operator()(const ast::CharLit& node) const {
        return leaf(body_.inference_.literal_hole(PreKind::Char), typed::CharLiteral{node.value});
    }
    Draft operator()(const ast::StringLit& node) const {
        return leaf(pre_seq(pre(PreKind::Char)), typed::StringLiteral{node.value});
    }
    Draft operator()(const ast::This&) const { return body_.this_value(range_); }
    Draft operator()(const ast::Wildcard&) const {
        body_.reporter().error(Rule::Misplaced, range_, "a wildcard is not allowed in this place");
        return body_.wrong(range_);
    }
    Draft operator()(const ast::Name& node) const { return body_.name(range_, node, context_); }
    Draft operator()(const ast::Member& node) const { return body_.member(range_, node, context_); }
    Draft operator()(const ast::Call& node) const { return body_.call(range_, node, context_); }
    Draft operator()(const ast::Index& node) const { return body_.index(range_, node, context_); }
    Draft operator()(const ast::Slice& node) const { return body_.slice(range_, node, context_); }
    Draft operator()(const ast::MultiSlice& node) const { return body_.multi_slice(range_, node, context_); }
    Draft operator()(const ast::Update& node) const { return body_.update(range_, node, context_); }
    Draft operator()(const ast::DatatypeUpdate& node) const { return body_.datatype_update(range_, node, context_); }
    Draft operator()(const ast::Unary& node) const { return body_.unary(range_, node, context_); }
    Draft operator()(const ast::Binary& node) const { return body_.binary_operator(range_, node, context_); }
    Draft operator()(const ast::Chain& node) const { return body_.chain(range_, node, context_); }
    Draft operator()(const ast::Conversion& node) const { return body_.conversion(range_, node, context_); }
    Draft operator()(const ast::TypeTest& node) const { return body_.type_test(range_, node, context_); }
    Draft operator()(const ast::Cardinality& node) const { return body_.cardinality(range_, node, context_); }
    Draft operator()(const ast::Old& node) const { return body_.old(range_, node, context_); }
    Draft operator()(const ast::Fresh& node) const { return body_.fresh(range_, node, context_); }
    Draft operator()(const ast::Unchanged&) const { return unsupported("unchanged expressions are"); }
    Draft operator()(const ast::Allocated& node) const { return body_.allocated(range_, node, context_); }
    Draft operator()(const ast::Assigned&) const { return unsupported("assigned expressions are"); }
    Draft operator()(const ast::MultisetFrom& node) const { return body_.multiset_of(range_, node, context_); }
    Draft operator()(const ast::DecreasesTo& node) const { return body_.decreases_to(range_, node, context_); }
    Draft operator()(const ast::Tuple& node) const { return body_.tuple(range_, node, context_); }
    Draft operator()(const ast::SeqDisplay& node) const { return body_.seq_display(range_, node, context_); }
    Draft operator()(const ast::SetDisplay& node) const {
        return body_.set_display(range_, node.infinite ? 4 : 1, node.infinite ? PreKind::Iset : PreKind::Set,
                                 node.elements, context_);
    }
    Draft operator()(const ast::MultisetDisplay& node) const {
        return body_.set_display(range_, 8, PreKind::Multiset, node.elements, context_);
    }
    Draft operator()(const ast::MapDisplay& node) const { return body_.map_display(range_, node, context_); }
    Draft operator()(const ast::SeqConstruction& node) const { return body_.seq_construction(range_, node, context_); }
    Draft operator()(const ast::Quantifier& node) const { return body_.quantifier(range_, node, context_); }
    Draft operator()(const ast::SetComprehension& node) const {
        return body_.set_comprehension(range_, node, context_);
    }
    Draft operator()(const ast::MapComprehension& node) const {
        return body_.map_comprehension(range_, node, context_);
    }
    Draft operator()(const ast::Lambda& node) const { return body_.lambda(range_, node, context_); }
    Draft operator()(const ast::IfExpr& node) const { return body_.if_then_else(range_, node, context_); }
    Draft operator()(const ast::MatchExpr& node) const { return body_.match_expression(range_, node, context_); }
    Draft operator()(const ast::Let& node) const { return body_.let(range_, node, context_); }
    Draft operator()(const ast::LetSuchThat& node) const { return body_.let_such_that(range_, node, context_); }
    Draft operator()(const ast::LetOrFail& node) const { return body_.let_or_fail(range_, node, context_); }
    Draft operator()(const ast::StmtExpr& node) const { return body_.statement_expression(range_, node, context_); }

  private:
    template <typename Node>
    Draft leaf(PreType type, Node node) const {
        return body_.make(range_, range_, std::move(type), std::move(node));
    }
    Draft unsupported(const char* what) const { return body_.unsupported(range_, what); }

    BodyResolver& body_;
    SourceRange range_;
    Context context_;
};

Draft BodyResolver::expression(const ast::Expr& expr, Context context) {
    if (!budget_left(expr.range)) {
        return wrong(expr.range);
    }
    return support::match(expr.node, ExprCases(*this, expr.range, context));
}

// ---- names

Draft BodyResolver::name(SourceRange range, const ast::Name& node, Context) {
    const std::string& text = node.name.text;
    if (const typed::Variable* variable = variables_.find(text)) {
        if (!node.type_arguments.empty()) {
            reporter().error(Rule::Arity, range, fmt::format("variable '{}' does not take any type parameters", text));
        }
        return read(*variable, range);
    }
    if (own_member(text) == nullptr && is_own_field(text)) {
        Draft object = this_value(range);
        const PreType type = inference_.head(object.type);
        return type.kind == PreKind::Datatype ? datatype_member(range, node.name, std::move(object), type)
                                              : std::move(object);
    }
    auto* const constant = std::get_if<PerValueConstant>(own_member(text));
    if (constant != nullptr) {
        return field_value(range, range, *constant, this_value(range));
    }
    return declared(range, node.name, *declared_name(text), node.type_arguments, nullptr);
}

// Nothing for a variable, or for what belongs to the receiver.
std::optional<Meaning> BodyResolver::declared_name(const std::string& name) const {
    if (variables_.find(name) != nullptr) {
        return std::nullopt;
    }
    if (Member* const own = own_member(name)) {
        return own;
    }
    return is_own_field(name) ? std::nullopt : std::optional(meaning_of(globals_, name));
}

std::optional<Meaning> BodyResolver::declared_meaning(const ast::Expr& expr) const {
    if (const auto* name = std::get_if<ast::Name>(&expr.node)) {
        return declared_name(name->name.text);
    }
    const auto* member = std::get_if<ast::Member>(&expr.node);
    return member == nullptr ? std::nullopt : declared_meaning(*member, member->name.text);
}

std::optional<Meaning> BodyResolver::declared_meaning(const ast::Member& node, const std::string& name) const {
    const std::optional<Meaning> object = declared_qualifier(*node.object);
    if (auto* const* module = object ? std::get_if<Module*>(&*object) : nullptr) {
        return meaning_in(globals_, **module, name);
    }
    TypeEntry* const type = object ? entry_of(*object) : nullptr;
    return type == nullptr ? std::nullopt : std::optional(meaning_in(globals_, *type, name));
}

// What stands before a dot: there the name of a constructor is that of a type before all.
std::optional<Meaning> BodyResolver::declared_qualifier(const ast::Expr& expr) const {
    std::optional<Meaning> plain = declared_meaning(expr);
    if (!plain ||
        !(std::holds_alternative<ConstructorEntry>(*plain) || std::holds_alternative<AmbiguousConstructor>(*plain))) {
        return plain;
    }
    Meaning type = Unknown{};
    if (const auto* name = std::get_if<ast::Name>(&expr.node)) {
        type = meaning_of_type(globals_, name->name.text);
    } else if (const auto* member = std::get_if<ast::Member>(&expr.node)) {
        const std::optional<Meaning> outer = declared_qualifier(*member->object);
        auto* const* module = outer ? std::get_if<Module*>(&*outer) : nullptr;
        if (module != nullptr) {
            type = meaning_of_type_in(globals_, **module, member->name.text);
        }
    }
    return std::holds_alternative<TypeEntry*>(type) || std::holds_alternative<Module*>(type) ? std::optional(type)
                                                                                             : plain;
}

namespace {

// Why a declared name is no expression; the id is empty when that is known.
class Objection {
  public:
    explicit Objection(const std::string& name) : name_(name) {}

    using Result = std::pair<Rule, std::string>; // id, message
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
Draft BodyResolver::declared(SourceRange range, const ast::Ident& name, const Meaning& meaning,
                             const std::vector<ast::TypePtr>& type_arguments, const ast::Member* qualified) {
    if (auto* const* member = std::get_if<Member*>(&meaning)) {
        return declared_member(range, name, **member, type_arguments, qualified);
    }
    if (const auto* constructor = std::get_if<ConstructorEntry>(&meaning)) {
        return construct(range, *constructor, {nullptr, name.range, {}, std::nullopt, nullptr},
                         qualified == nullptr ? nullptr : qualified->object.get(), Context{});
    }
    const auto [rule, message] = support::match(meaning, Objection(name.text));
    if (!message.empty()) {
        const bool unknown = std::holds_alternative<Unknown>(meaning);
        reporter().error(rule, name.range, message, unknown ? meant_by(name.text, qualified) : std::string());
    }
    return wrong(range);
}

Draft BodyResolver::declared_member(SourceRange range, const ast::Ident& name, Member& member,
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
            !lemma && no_call_ != nullptr ? no_call_
            : !lemma && (place_ == Place::Function || place_ == Place::Constant)
                ? "functions and constants call functions only: write a function in its place"
            : lemma ? fmt::format("call it in a statement of its own: '{}(…);'", name.text)
                    : fmt::format("call it in a statement of its own: 'var x := {}(…);'", name.text));
        return wrong(range);
    }
    if (std::holds_alternative<PerValueConstant>(member)) {
        reporter().error(Rule::Misplaced, name.range,
                         fmt::format("accessing member '{}' requires an instance expression", name.text));
        return wrong(range);
    }
    return function_value(range, name.range, std::get<FunctionEntry>(member), type_arguments, qualified,
                          std::move(receiver));
}

Draft BodyResolver::member(SourceRange range, const ast::Member& node, Context context) {
    if (const std::optional<Meaning> meaning = declared_meaning(node, node.name.text)) {
        const std::optional<Meaning> object = declared_qualifier(*node.object);
        const TypeEntry* const type = object ? entry_of(*object) : nullptr;
        if (type != nullptr && std::holds_alternative<Unknown>(*meaning)) {
            no_member(node.name, type->other != nullptr ? type->other->what : "datatype", type->name(),
                      meant_by_member(node.name.text, *type, false));
            return wrong(range);
        }
        auto* const* member = std::get_if<Member*>(&*meaning);
        const auto* function = member == nullptr ? nullptr : std::get_if<FunctionEntry>(*member);
        if (function != nullptr && typed::has_receiver(function->function->parameters)) {
            reporter().error(Rule::Misplaced, node.name.range,
                             fmt::format("accessing member '{}' requires an instance expression", node.name.text));
            return wrong(range);
        }
        return declared(range, node.name, *meaning, node.type_arguments, &node);
    }
    Draft object = used_as(NameUse::Qualifier, *node.object, context);
    inference_.advance();
    return member_of(range, node.name, std::move(object), node.type_arguments);
}

Draft BodyResolver::member_of(SourceRange range, const ast::Ident& name, Draft object,
                              const std::vector<ast::TypePtr>& type_arguments) {
    const PreType type = inference_.head(object.type);
    auto* const members = members_of(type);
    const auto found = members == nullptr ? decltype(members->end())() : members->find(name.text);
    if (type.kind == PreKind::Datatype && found == members->end()) {
        return datatype_member(range, name, std::move(object), type);
    }
    if (members != nullptr && found != members->end()) {
        if (auto* field = std::get_if<PerValueConstant>(&found->second)) {
            return field_value(range, name.range, *field, std::move(object));
        }
        if (std::holds_alternative<FunctionEntry>(found->second)) {
            return declared_member(range, name, found->second, type_arguments, nullptr, std::move(object));
        }
        dropped_.push_back(std::move(object.expr));
        return declared_member(range, name, found->second);
    }
    if (type.kind == PreKind::Unknown) {
        return wrong(range);
    }
    if (is_arrow(type.kind) && (name.text == "requires" || name.text == "reads")) {
        dropped_.push_back(std::move(object.expr));
        return unsupported(range, name.text == "requires" ? "preconditions of functions used as values are"
                                                          : "frames of functions used as values are");
    }
    if (inference_.family_of(type) == PreKind::Real && name.text == "Floor") {
        return make(range, name.range, pre(PreKind::Int), typed::Unary{typed::UnaryOp::Floor, std::move(object.expr)});
    }
    if (type.kind == PreKind::Hole) {
        reporter().error(Rule::Underspecified, name.range,
                         "type of the receiver is not fully determined at this program point");
        return wrong(range);
    }
    if (type.kind == PreKind::Array && name.text == "Length") {
        return make(range, name.range, pre(PreKind::Int), typed::ArrayLength{std::move(object.expr)});
    }
    if (type.kind == PreKind::Tuple) {
        if (const std::optional<std::size_t> component = tuple_component(type, name.text)) {
            return select(range, name.range, std::move(object), type, *component);
        }
    }
    if (is_map(type.kind)) {
        if (std::optional<Draft> part = map_part(range, name, object, type)) {
            return std::move(*part);
        }
    }
    reporter().error(Rule::Unresolved, name.range,
                     fmt::format("type {} does not have a member {}", inference_.show(type), name.text),
                     meant_by_member(name.text, type, object.expr->range));
    return wrong(range);
}

} // namespace daphnia::resolve
