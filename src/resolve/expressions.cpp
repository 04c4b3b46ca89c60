// Expressions but operators, calls and binders: names, literals, selections, displays, states of the heap.
#include "resolve/body.h"
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
        return leaf(pre(PreKind::Real), typed::RealLiteral{std::move(value)});
    }
    Draft operator()(const ast::CharLit& node) const {
        return leaf(pre(PreKind::Char), typed::CharLiteral{node.value});
    }
    Draft operator()(const ast::StringLit& node) const {
        return leaf(pre_seq(pre(PreKind::Char)), typed::StringLiteral{node.value});
    }
    Draft operator()(const ast::This&) const { return body_.this_value(range_); }
    Draft operator()(const ast::Wildcard&) const {
        body_.reporter().error("misplaced", range_, "a wildcard is not allowed in this place");
        return body_.wrong(range_);
    }
    Draft operator()(const ast::Name& node) const { return body_.name(range_, node, context_); }
    Draft operator()(const ast::Member& node) const { return body_.member(range_, node, context_); }
    Draft operator()(const ast::Call& node) const { return body_.call(range_, node, context_); }
    Draft operator()(const ast::Index& node) const { return body_.index(range_, node, context_); }
    Draft operator()(const ast::Slice& node) const { return body_.slice(range_, node, context_); }
    Draft operator()(const ast::MultiSlice&) const { return unsupported("slices into several sequences are"); }
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
    Draft operator()(const ast::DecreasesTo&) const { return unsupported("decreases-to expressions are"); }
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

namespace {

// The first `length` bytes of a range: its keyword or opening bracket.
SourceRange first_token(SourceRange range, std::uint32_t length) {
    return {range.file, range.begin, std::min(range.end, range.begin + length)};
}

} // namespace

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
            reporter().error("arity", range, fmt::format("variable '{}' does not take any type parameters", text));
        }
        return read(*variable, range);
    }
    if (own_member(text) == nullptr && is_own_field(text)) {
        Draft object = this_value(range);
        const PreType type = inference_.head(object.type);
        return type.kind == PreKind::Datatype ? datatype_member(range, node.name, std::move(object), type)
                                              : std::move(object);
    }
    const auto* const constant = std::get_if<FieldEntry>(own_member(text));
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
    return member == nullptr ? std::nullopt : declared_meaning(*member);
}

std::optional<Meaning> BodyResolver::declared_meaning(const ast::Member& node) const {
    const std::optional<Meaning> object = declared_qualifier(*node.object);
    if (auto* const* module = object ? std::get_if<Module*>(&*object) : nullptr) {
        return meaning_in(globals_, **module, node.name.text);
    }
    auto* const* datatype = object ? std::get_if<DatatypeEntry*>(&*object) : nullptr;
    return datatype == nullptr ? std::nullopt : std::optional(meaning_in(globals_, **datatype, node.name.text));
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
    return std::holds_alternative<DatatypeEntry*>(type) || std::holds_alternative<Module*>(type) ? std::optional(type)
                                                                                                 : plain;
}

namespace {

// Why a declared name is no expression; the id is empty when that is known.
class Objection {
  public:
    explicit Objection(const std::string& name) : name_(name) {}

    using Result = std::pair<const char*, std::string>; // id, message
    Result operator()(const Unknown&) const { return {"unresolved", "unresolved identifier: " + name_}; }
    Result operator()(const Forgiven&) const { return {"", {}}; }
    Result operator()(const AmbiguousMember& node) const { return {"unresolved", ambiguity(name_, node)}; }
    Result operator()(const AmbiguousName& node) const { return {"unresolved", ambiguity(name_, node)}; }
    Result operator()(const AmbiguousConstructor& node) const { return {"unresolved", ambiguity(name_, node)}; }
    Result operator()(const Module*) const {
        return {"misplaced", fmt::format("name of module ({}) is used as a variable", name_)};
    }
    Result operator()(const Synonym*) const { return type(); }
    Result operator()(const DeclaredType*) const { return type(); }
    Result operator()(const DatatypeEntry*) const { return type(); }
    Result operator()(const ConstructorEntry&) const { return {"", {}}; }
    Result operator()(const Member*) const { return {"", {}}; }

  private:
    Result type() const { return {"misplaced", fmt::format("name of type ({}) is used as a variable", name_)}; }

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
    const auto [id, message] = support::match(meaning, Objection(name.text));
    if (*id != '\0') {
        reporter().error(id, name.range, message);
    }
    return wrong(range);
}

Draft BodyResolver::declared_member(SourceRange range, const ast::Ident& name, Member& member,
                                    const std::vector<ast::TypePtr>& type_arguments, const ast::Member* qualified,
                                    std::optional<Draft> receiver) {
    if (auto* constant = std::get_if<ConstantEntry>(&member)) {
        resolve_constant(globals_, *constant);
        const bool known = constant->ast->type || constant->state == ConstantState::Resolved;
        PreType type = known && globals_.untyped.count(constant->constant) == 0 ? value_type(constant->constant->type)
                                                                                : pre(PreKind::Unknown);
        return make(range, name.range, std::move(type), typed::ConstantRead{constant->constant});
    }
    if (const auto* method = std::get_if<MethodEntry>(&member)) {
        const bool lemma = method->method->kind == typed::MethodKind::Lemma;
        reporter().error(
            "misplaced", name.range,
            fmt::format("expression is not allowed to invoke a {} ({})", lemma ? "lemma" : "method", name.text));
        return wrong(range);
    }
    if (std::holds_alternative<FieldEntry>(member)) {
        reporter().error("misplaced", name.range,
                         fmt::format("accessing member '{}' requires an instance expression", name.text));
        return wrong(range);
    }
    return function_value(range, name.range, std::get<FunctionEntry>(member), type_arguments, qualified,
                          std::move(receiver));
}

Draft BodyResolver::member(SourceRange range, const ast::Member& node, Context context) {
    if (const std::optional<Meaning> meaning = declared_meaning(node)) {
        const std::optional<Meaning> object = declared_qualifier(*node.object);
        auto* const* datatype = object ? std::get_if<DatatypeEntry*>(&*object) : nullptr;
        if (datatype != nullptr && std::holds_alternative<Unknown>(*meaning)) {
            no_member(node.name, *(*datatype)->datatype);
            return wrong(range);
        }
        auto* const* member = std::get_if<Member*>(&*meaning);
        const auto* function = member == nullptr ? nullptr : std::get_if<FunctionEntry>(*member);
        if (function != nullptr && typed::has_receiver(function->function->parameters)) {
            reporter().error("misplaced", node.name.range,
                             fmt::format("accessing member '{}' requires an instance expression", node.name.text));
            return wrong(range);
        }
        return declared(range, node.name, *meaning, node.type_arguments, &node);
    }
    Draft object = expression(*node.object, context);
    inference_.advance();
    return member_of(range, node.name, std::move(object), node.type_arguments);
}

Draft BodyResolver::member_of(SourceRange range, const ast::Ident& name, Draft object,
                              const std::vector<ast::TypePtr>& type_arguments) {
    const PreType type = inference_.head(object.type);
    if (type.kind == PreKind::Datatype) {
        auto& members = globals_.datatypes.at(type.datatype)->members;
        const auto found = members.find(name.text);
        if (found == members.end()) {
            return datatype_member(range, name, std::move(object), type);
        }
        if (const auto* field = std::get_if<FieldEntry>(&found->second)) {
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
                                                          : "frames of functions (f.reads) are");
    }
    if (type.kind == PreKind::Hole) {
        reporter().error("underspecified", name.range,
                         "type of the receiver is not fully determined at this program point");
        return wrong(range);
    }
    if (type.kind == PreKind::Real && name.text == "Floor") {
        return make(range, name.range, pre(PreKind::Int), typed::Unary{typed::UnaryOp::Floor, std::move(object.expr)});
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
    reporter().error("unresolved", name.range,
                     fmt::format("type {} does not have a member {}", inference_.show(type), name.text));
    return wrong(range);
}

// ---- selections

void BodyResolver::type_of_element(const PreType& container, const PreType& result, SourceRange at) {
    const bool muted = reporter().muted();
    inference_.defer([this, container, result, at, muted] {
        const PreType type = inference_.head(container);
        switch (type.kind) {
        case PreKind::Hole:
            return false;
        case PreKind::Seq:
            inference_.unify(result, type.arguments[0]);
            return true;
        case PreKind::Array:
        case PreKind::NullableArray:
            inference_.unify(result, inference_.erased(type.arguments[0]));
            return true;
        case PreKind::Unknown:
            inference_.unify(result, type);
            return true;
        case PreKind::Bool:
        case PreKind::Int:
        case PreKind::Char:
        case PreKind::Real:
        case PreKind::Bits:
        case PreKind::Nat:
        case PreKind::Set:
        case PreKind::Iset:
        case PreKind::Multiset:
        case PreKind::Map:
        case PreKind::Arrow:
        case PreKind::PartialArrow:
        case PreKind::GeneralArrow:
        case PreKind::Imap:
        case PreKind::Tuple:
        case PreKind::Parameter:
        case PreKind::Datatype:
        case PreKind::Subset:
        case PreKind::Newtype:
            inference_.unify(result, pre(PreKind::Unknown));
            if (!muted) {
                reporter().error("type", at,
                                 fmt::format("element selection requires a sequence, array, multiset, or map (got {})",
                                             inference_.show(type)));
            }
            return true;
        }
        return true;
    });
}

// What a collection that is not known wants for an index is not known either.
void BodyResolver::require_index(const PreType& collection, const Draft& position, const char* message) {
    if (inference_.head(collection).kind != PreKind::Unknown) {
        require_int(position, message);
    }
}

Draft BodyResolver::index(SourceRange range, const ast::Index& node, Context context) {
    if (node.indices.size() != 1) {
        return unsupported(range, "arrays of more than one dimension are");
    }
    Draft base = expression(*node.base, context);
    Draft position = expression(*node.indices.front(), context);
    const PreType collection = known_now(base);
    if (collection.kind == PreKind::Multiset) {
        agree(collection.arguments[0], position.type, position.expr->anchor,
              "incorrect type for selection into multiset (got {1})");
        return make(range, node.open_bracket, pre(PreKind::Int),
                    typed::Multiplicity{std::move(base.expr), std::move(position.expr)});
    }
    if (is_map(collection.kind)) {
        agree(collection.arguments[0], position.type, position.expr->anchor,
              "incorrect domain type for selection into map (got {1})");
        return make(range, node.open_bracket, collection.arguments[1],
                    typed::MapSelect{std::move(base.expr), std::move(position.expr)});
    }
    require_index(base.type, position, "index expression must have an integer or bitvector type (got {})");
    const PreType result = inference_.hole();
    type_of_element(base.type, result, node.open_bracket);
    return make(range, node.open_bracket, result, typed::SeqIndex{std::move(base.expr), std::move(position.expr)});
}

Draft BodyResolver::slice(SourceRange range, const ast::Slice& node, Context context) {
    Draft base = expression(*node.base, context);
    typed::SeqSlice result{nullptr, nullptr, nullptr};
    const char* message = "multi-element selection expression must have an integer or bitvector type (got {})";
    const auto bound = [&](const ast::ExprPtr& expr) -> typed::ExprPtr {
        if (!expr) {
            return nullptr;
        }
        Draft draft = expression(*expr, context);
        require_int(draft, message);
        return std::move(draft.expr);
    };
    result.low = bound(node.from);
    result.high = bound(node.to);
    const PreType element = inference_.hole();
    const PreType container = base.type;
    const bool muted = reporter().muted();
    inference_.defer([this, container, element, at = node.open_bracket, muted] {
        const PreType type = inference_.head(container);
        if (type.kind == PreKind::Hole) {
            return false;
        }
        if (type.kind == PreKind::Seq || type.kind == PreKind::Array || type.kind == PreKind::Unknown) {
            type_of_element(type, element, at);
            return true;
        }
        inference_.unify(element, pre(PreKind::Unknown));
        if (!muted) {
            reporter().error("type", at,
                             fmt::format("multi-selection of elements requires a sequence or array (got {})",
                                         inference_.show(type)));
        }
        return true;
    });
    result.seq = std::move(base.expr);
    return make(range, node.open_bracket, pre_seq(element), std::move(result));
}

Draft BodyResolver::update(SourceRange range, const ast::Update& node, Context context) {
    Draft base = expression(*node.base, context);
    Draft position = expression(*node.index, context);
    Draft value = expression(*node.value, context);
    const PreType collection = known_now(base);
    if (is_map(collection.kind)) {
        agree(collection.arguments[0], position.type, position.expr->anchor,
              "map update requires domain element to be of type {0} (got {1})");
        agree(collection.arguments[1], value.type, value.expr->anchor,
              "map update requires the value to have the range type {0} (got {1})");
        PreType map = base.type;
        return make(range, node.open_bracket, std::move(map),
                    typed::MapUpdate{std::move(base.expr), std::move(position.expr), std::move(value.expr)});
    }
    if (collection.kind == PreKind::Multiset) {
        agree(collection.arguments[0], position.type, position.expr->anchor,
              "multiset update requires domain element to be of type {0} (got {1})");
        require_int(value, "multiset update requires integer-based numeric value (got {})");
        PreType multiset = base.type;
        return make(range, node.open_bracket, std::move(multiset),
                    typed::MultiplicityUpdate{std::move(base.expr), std::move(position.expr), std::move(value.expr)});
    }
    const PreType element = inference_.hole();
    agree(base.type, pre_seq(element), node.open_bracket, "update requires a sequence, map, or multiset (got {})");
    require_index(base.type, position, "sequence update requires integer- or bitvector-based index (got {})");
    agree(element, value.type, value.expr->anchor,
          "sequence update requires the value to have the element type of the sequence (got {1})");
    PreType type = base.type;
    return make(range, node.open_bracket, std::move(type),
                typed::SeqUpdate{std::move(base.expr), std::move(position.expr), std::move(value.expr)});
}

Draft BodyResolver::cardinality(SourceRange range, const ast::Cardinality& node, Context context) {
    Draft operand = expression(*node.operand, context);
    require(
        operand.type,
        [](PreKind kind) { return is_collection(kind) && kind != PreKind::Iset && kind != PreKind::Imap; },
        first_token(range, 1), "size operator expects a collection argument (instead got {})");
    return make(range, first_token(range, 1), pre(PreKind::Int), typed::SeqLength{std::move(operand.expr)});
}

// ---- displays and branches

Draft BodyResolver::seq_display(SourceRange range, const ast::SeqDisplay& node, Context context) {
    const PreType element = inference_.hole();
    typed::SeqDisplay display;
    for (const ast::ExprPtr& expr : node.elements) {
        Draft draft = expression(*expr, context);
        agree(element, draft.type, draft.expr->anchor,
              "all elements of display must have some common supertype (got {1}, but needed type or type of previous "
              "elements is {0})");
        display.elements.push_back(std::move(draft.expr));
    }
    return make(range, first_token(range, 1), pre_seq(element), std::move(display));
}

Draft BodyResolver::set_display(SourceRange range, std::uint32_t keyword, PreKind kind,
                                const std::vector<ast::ExprPtr>& elements, Context context) {
    const PreType element = inference_.hole();
    typed::SetDisplay display;
    for (const ast::ExprPtr& expr : elements) {
        Draft draft = expression(*expr, context);
        agree(element, draft.type, draft.expr->anchor,
              "all elements of display must have some common supertype (got {1}, but needed type or type of previous "
              "elements is {0})");
        display.elements.push_back(std::move(draft.expr));
    }
    return make(range, first_token(range, keyword), PreType{kind, {element}, 0}, std::move(display));
}

Draft BodyResolver::multiset_of(SourceRange range, const ast::MultisetFrom& node, Context context) {
    Draft operand = expression(*node.operand, context);
    const PreType element = inference_.hole();
    const bool muted = reporter().muted();
    const SourceRange at = first_token(range, 8);
    inference_.defer([this, from = operand.type, element, at, muted] {
        const PreType type = inference_.head(from);
        if (type.kind == PreKind::Hole) {
            return false;
        }
        const bool fits = type.kind == PreKind::Seq || type.kind == PreKind::Set;
        inference_.unify(element, fits ? type.arguments[0] : pre(PreKind::Unknown));
        if (!fits && type.kind != PreKind::Unknown && !muted) {
            reporter().error("type", at,
                             fmt::format("can only form a multiset from a seq or set (got {})", inference_.show(type)));
        }
        return true;
    });
    return make(range, at, pre_of(PreKind::Multiset, element), typed::MultisetOf{std::move(operand.expr)});
}

Draft BodyResolver::map_display(SourceRange range, const ast::MapDisplay& node, Context context) {
    const PreType key = inference_.hole();
    const PreType value = inference_.hole();
    typed::MapDisplay display;
    const auto add = [&](const ast::Expr& expr, const PreType& type, std::vector<typed::ExprPtr>& to) {
        Draft draft = expression(expr, context);
        agree(type, draft.type, draft.expr->anchor,
              "all elements of display must have some common supertype (got {1}, but needed type or type of previous "
              "elements is {0})");
        to.push_back(std::move(draft.expr));
    };
    for (const ast::MapEntry& entry : node.entries) {
        add(*entry.key, key, display.keys);
        add(*entry.value, value, display.values);
    }
    return make(range, first_token(range, node.infinite ? 4 : 3),
                pre_map(node.infinite ? PreKind::Imap : PreKind::Map, key, value), std::move(display));
}

std::optional<Draft> BodyResolver::map_part(SourceRange range, const ast::Ident& member, Draft& map,
                                            const PreType& type) {
    const std::string& name = member.text;
    if (name != "Keys" && name != "Values" && name != "Items") {
        return std::nullopt;
    }
    const typed::MapPartKind kind = name == "Keys"     ? typed::MapPartKind::Keys
                                    : name == "Values" ? typed::MapPartKind::Values
                                                       : typed::MapPartKind::Items;
    const PreType element = kind == typed::MapPartKind::Keys     ? type.arguments[0]
                            : kind == typed::MapPartKind::Values ? type.arguments[1]
                                                                 : pre_tuple(type.arguments, {});
    return make(range, member.range, pre_of(set_of(type.kind), element), typed::MapPart{kind, std::move(map.expr)});
}

PreType BodyResolver::known_now(const Draft& draft) {
    inference_.advance();
    return inference_.head(draft.type);
}

Draft BodyResolver::if_then_else(SourceRange range, const ast::IfExpr& node, Context context) {
    if (node.binding) {
        return unsupported(range, "binding guards in expressions are");
    }
    Draft test = condition(*node.condition, context,
                           "guard condition in if-then-else expression must be a boolean (instead got {})");
    const auto branch = [&](const ast::Expr& expr) {
        const Scope<const typed::Label>::Frame frame(dominating_labels_);
        return expression(expr, context);
    };
    Draft then = branch(*node.then_branch);
    Draft otherwise = branch(*node.else_branch);
    agree(then.type, otherwise.type, first_token(range, 2),
          "the two branches of an if-then-else expression must have the same type (got {0} and {1})");
    PreType type = then.type;
    return make(range, first_token(range, 2), std::move(type),
                typed::IfThenElse{std::move(test.expr), std::move(then.expr), std::move(otherwise.expr)});
}

Draft BodyResolver::statement_expression(SourceRange range, const ast::StmtExpr& node, Context context) {
    const Scope<const typed::Label>::Frame labels(dominating_labels_);
    typed::StatementExpr result;
    statement(*node.stmt, result.statements);
    Draft body = expression(*node.body, context);
    PreType type = body.type;
    const SourceRange anchor = body.expr->anchor;
    result.body = std::move(body.expr);
    return make(range, anchor, std::move(type), std::move(result));
}

// ---- conversions

namespace {
bool is_number(PreKind kind) {
    return is_numeric(kind) || kind == PreKind::Char;
}
} // namespace

Draft BodyResolver::conversion(SourceRange range, const ast::Conversion& node, Context context) {
    Draft operand = expression(*node.operand, context);
    const std::optional<typed::Type> to = resolve_type(globals_, *node.type);
    if (!to) {
        return wrong(range);
    }
    const PreType from = operand.type;
    const PreType target = value_type(*to);
    const bool muted = reporter().muted();
    inference_.defer(
        [this, from, target, at = node.op_range, muted] {
            if (target.kind == PreKind::Newtype) {
                inference_.decide_number(from); // one that does not fit is an integer all the same
            }
            if (inference_.is_open(from)) {
                return false; // a literal, too, may still become one of the target's type
            }
            if (is_number(inference_.head(from).kind) && is_number(target.kind)) {
                return true;
            }
            const char* message = is_integral(target.kind)
                                      ? "type conversion to an int-based type is allowed only from numeric and "
                                        "bitvector types, char, and ORDINAL (got {1})"
                                  : target.kind == PreKind::Char
                                      ? "type conversion to a char type is allowed only from numeric and bitvector "
                                        "types, char, and ORDINAL (got {1})"
                                  : target.kind == PreKind::Real
                                      ? "type conversion to a real-based type is allowed only from numeric and "
                                        "bitvector types, char, and ORDINAL (got {1})"
                                  : target.kind == PreKind::Bits
                                      ? "type conversion to a bitvector-based type is allowed only from numeric and "
                                        "bitvector types, char, and ORDINAL (got {1})"
                                      : "type cast to type '{0}' must be from an expression of a compatible type "
                                        "(got '{1}')";
            if (!inference_.unify(target, from) && !muted) {
                reporter().error("type", at,
                                 fmt::format(fmt::runtime(message), inference_.show(target), inference_.show(from)));
            }
            return true;
        },
        [this, from, target] { inference_.unify(from, target); });
    Draft result = make(range, node.op_range, target, typed::Convert{std::move(operand.expr), *to});
    return result;
}

Draft BodyResolver::type_test(SourceRange range, const ast::TypeTest& node, Context context) {
    Draft operand = expression(*node.operand, context);
    const std::optional<typed::Type> to = resolve_type(globals_, *node.type);
    if (!to) {
        return wrong(range);
    }
    inference_.advance();
    if (value_type(*to).kind == PreKind::Newtype) {
        inference_.decide_number(operand.type);
    }
    const auto has_code = [](PreKind kind) { return is_integral(kind) || kind == PreKind::Char; };
    const bool numbers = has_code(inference_.head(operand.type).kind) && has_code(value_type(*to).kind);
    if (!numbers) {
        agree(value_type(*to), operand.type, node.op_range,
              "type test for type '{0}' must be from an expression assignable to it (got '{1}')");
    }
    return make(range, node.op_range, pre(PreKind::Bool), typed::TypeTest{std::move(operand.expr), *to});
}

// ---- states of the heap

const typed::Label* BodyResolver::state_label(SourceRange range, const std::optional<ast::Ident>& label,
                                              const char* what, Context context) {
    if (lambda_depth_ > 0) {
        reporter().unsupported(range, "earlier states of the heap in lambda expressions are");
        return nullptr;
    }
    if (!context.two_state) {
        reporter().error("misplaced", range, fmt::format("{} expressions are not allowed in this context", what));
        return nullptr;
    }
    if (!label) {
        return nullptr;
    }
    const typed::Label* found = dominating_labels_.find(label->text);
    if (found == nullptr) {
        reporter().error("unresolved", range, fmt::format("no label '{}' in scope at this time", label->text));
    }
    if (assertion_labels_.count(found) != 0) {
        reporter().unsupported(label->range, "states named by the label of an assertion are");
    }
    return found;
}

Draft BodyResolver::old(SourceRange range, const ast::Old& node, Context context) {
    const typed::Label* label = state_label(first_token(range, 3), node.label, "old", context);
    Draft operand = expression(*node.operand, Context{false, true});
    PreType type = operand.type;
    return make(range, first_token(range, 3), std::move(type), typed::Old{std::move(operand.expr), label});
}

Draft BodyResolver::fresh(SourceRange range, const ast::Fresh& node, Context context) {
    Draft operand = expression(*node.operand, context);
    const typed::Label* label = state_label(first_token(range, 5), node.label, "fresh", context);
    require(
        operand.type,
        [](PreKind kind) { return kind == PreKind::Array || kind == PreKind::Seq || kind == PreKind::Set; },
        operand.expr->anchor,
        "the argument of a fresh expression must denote an object or a set or sequence of objects (instead got {})");
    return make(range, first_token(range, 5), pre(PreKind::Bool), typed::Fresh{std::move(operand.expr), label});
}

Draft BodyResolver::allocated(SourceRange range, const ast::Allocated& node, Context context) {
    Draft operand = expression(*node.operand, context);
    if (lambda_depth_ > 0) {
        return unsupported(range, "allocated expressions in lambda expressions are");
    }
    if ((place_ == Place::Function && !context.in_old) || place_ == Place::Constant) {
        const bool function = place_ == Place::Function;
        reporter().error("misplaced", first_token(range, 9),
                         fmt::format("a {} definition is not allowed to depend on the set of allocated references{}",
                                     function ? "function" : "const",
                                     function ? fmt::format("; perhaps declare function '{}' with 'reads **'", name_)
                                              : std::string()));
    }
    return make(range, first_token(range, 9), pre(PreKind::Bool), typed::Allocated{std::move(operand.expr)});
}

} // namespace daphnia::resolve
