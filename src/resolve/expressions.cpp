#include "resolve/expressions.h"

#include "resolve/body_parts.h"
#include "support/match.h"

#include <fmt/format.h>

#include <utility>

namespace daphnia::resolve {

namespace {

// Chains and calculations are spelled out, which doubles what is nested in them; nobody writes this much by hand.
constexpr std::size_t kLargestDeclaration = 1'000'000;

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

// One case per node of the source tree; the long ones are told by the parts.
class Expressions::Cases {
  public:
    Cases(Expressions& self, SourceRange range, Context context)
        : self_(self), parts_(self.parts_), range_(range), context_(context) {}

    Draft operator()(const ast::BoolLit& node) const {
        return leaf(pre(PreKind::Bool), typed::BoolLiteral{node.value});
    }
    Draft operator()(const ast::NullLit&) const {
        const PreType reference = self_.inference_.hole();
        self_.require(reference, is_reference, range_, "type of 'null' is a reference type, but it is used as {}",
                      PreKind::Object, "only references may be null");
        return leaf(reference, typed::NullLiteral{});
    }
    Draft operator()(const ast::IntLit& node) const { return self_.integer(range_, node.value); }
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
        return leaf(self_.inference_.literal_hole(PreKind::Real), typed::RealLiteral{std::move(value)});
    }
    Draft operator()(const ast::CharLit& node) const {
        return leaf(self_.inference_.literal_hole(PreKind::Char), typed::CharLiteral{node.value});
    }
    Draft operator()(const ast::StringLit& node) const {
        return leaf(pre_seq(pre(PreKind::Char)), typed::StringLiteral{node.value});
    }
    Draft operator()(const ast::This&) const { return parts_.members.this_value(range_); }
    Draft operator()(const ast::Wildcard&) const {
        self_.reporter().error(Rule::Misplaced, range_, "a wildcard is not allowed in this place");
        return self_.wrong(range_);
    }
    Draft operator()(const ast::Name& node) const { return parts_.members.name(range_, node, context_); }
    Draft operator()(const ast::Member& node) const { return parts_.members.member(range_, node, context_); }
    Draft operator()(const ast::Call& node) const { return parts_.calls.call(range_, node, context_); }
    Draft operator()(const ast::Index& node) const { return parts_.collections.index(range_, node, context_); }
    Draft operator()(const ast::Slice& node) const { return parts_.collections.slice(range_, node, context_); }
    Draft operator()(const ast::MultiSlice& node) const {
        return parts_.collections.multi_slice(range_, node, context_);
    }
    Draft operator()(const ast::Update& node) const { return parts_.collections.update(range_, node, context_); }
    Draft operator()(const ast::DatatypeUpdate& node) const {
        return parts_.datatypes.datatype_update(range_, node, context_);
    }
    Draft operator()(const ast::Unary& node) const { return parts_.operators.unary(range_, node, context_); }
    Draft operator()(const ast::Binary& node) const { return parts_.operators.binary_operator(range_, node, context_); }
    Draft operator()(const ast::Chain& node) const { return parts_.operators.chain(range_, node, context_); }
    Draft operator()(const ast::Conversion& node) const {
        return parts_.conversions.conversion(range_, node, context_);
    }
    Draft operator()(const ast::TypeTest& node) const { return parts_.conversions.type_test(range_, node, context_); }
    Draft operator()(const ast::Cardinality& node) const {
        return parts_.collections.cardinality(range_, node, context_);
    }
    Draft operator()(const ast::Old& node) const { return parts_.heap_states.old(range_, node, context_); }
    Draft operator()(const ast::Fresh& node) const { return parts_.heap_states.fresh(range_, node, context_); }
    Draft operator()(const ast::Unchanged& node) const { return parts_.heap_states.unchanged(range_, node, context_); }
    Draft operator()(const ast::Allocated& node) const { return parts_.heap_states.allocated(range_, node, context_); }
    Draft operator()(const ast::Assigned&) const { return unsupported("assigned expressions are"); }
    Draft operator()(const ast::MultisetFrom& node) const {
        return parts_.collections.multiset_of(range_, node, context_);
    }
    Draft operator()(const ast::DecreasesTo& node) const {
        return parts_.operators.decreases_to(range_, node, context_);
    }
    Draft operator()(const ast::Tuple& node) const { return parts_.datatypes.tuple(range_, node, context_); }
    Draft operator()(const ast::SeqDisplay& node) const {
        return parts_.collections.seq_display(range_, node, context_);
    }
    Draft operator()(const ast::SetDisplay& node) const {
        return parts_.collections.set_display(range_, node.infinite ? 4 : 1,
                                              node.infinite ? PreKind::Iset : PreKind::Set, node.elements, context_);
    }
    Draft operator()(const ast::MultisetDisplay& node) const {
        return parts_.collections.set_display(range_, 8, PreKind::Multiset, node.elements, context_);
    }
    Draft operator()(const ast::MapDisplay& node) const {
        return parts_.collections.map_display(range_, node, context_);
    }
    Draft operator()(const ast::SeqConstruction& node) const {
        return parts_.index_functions.seq_construction(range_, node, context_);
    }
    Draft operator()(const ast::Quantifier& node) const {
        return parts_.comprehensions.quantifier(range_, node, context_);
    }
    Draft operator()(const ast::SetComprehension& node) const {
        return parts_.comprehensions.set_comprehension(range_, node, context_);
    }
    Draft operator()(const ast::MapComprehension& node) const {
        return parts_.comprehensions.map_comprehension(range_, node, context_);
    }
    Draft operator()(const ast::Lambda& node) const { return parts_.functions.lambda(range_, node, context_); }
    Draft operator()(const ast::IfExpr& node) const { return parts_.branches.if_then_else(range_, node, context_); }
    Draft operator()(const ast::MatchExpr& node) const {
        return parts_.matches.match_expression(range_, node, context_);
    }
    Draft operator()(const ast::Let& node) const { return parts_.lets.let(range_, node, context_); }
    Draft operator()(const ast::LetSuchThat& node) const { return parts_.lets.let_such_that(range_, node, context_); }
    Draft operator()(const ast::LetOrFail& node) const { return parts_.failures.let_or_fail(range_, node, context_); }
    Draft operator()(const ast::StmtExpr& node) const {
        return parts_.statements.statement_expression(range_, node, context_);
    }

  private:
    template <typename Node>
    Draft leaf(PreType type, Node node) const {
        return self_.make(range_, range_, std::move(type), std::move(node));
    }
    Draft unsupported(const char* what) const { return self_.unsupported(range_, what); }

    Expressions& self_;
    BodyParts& parts_;
    SourceRange range_;
    Context context_;
};

Draft Expressions::expression(const ast::Expr& expr, Context context) {
    if (!budget_left(expr.range)) {
        return wrong(expr.range);
    }
    return support::match(expr.node, Cases(*this, expr.range, context));
}

bool Expressions::budget_left(SourceRange range) {
    if (state_.nodes.all().size() < kLargestDeclaration) {
        return true;
    }
    if (!too_large_) {
        too_large_ = true;
        reporter().error_even_muted(Rule::Unsupported, range,
                                    "this declaration is too large once its chains are spelled out");
    }
    return false;
}

Draft Expressions::condition(const ast::Expr& expr, Context context, const char* message) {
    Draft draft = expression(expr, context);
    agree(draft.type, pre(PreKind::Bool), draft.expr->anchor, message,
          way_out_of_condition(inference_.family_of(draft.type), support::one_line(expr.range)));
    return draft;
}

Draft Expressions::claimed(const ast::Expr& expr, Context context, const char* message) {
    const char* const outer =
        std::exchange(state_.no_call, "methods cannot be called in what is to be proved: write a function for it");
    Draft draft = condition(expr, context, message);
    state_.no_call = outer;
    return draft;
}

Draft Expressions::again(const ast::Expr& expr, Context context) {
    const Reporter::Mute mute(reporter());
    return expression(expr, context);
}

} // namespace daphnia::resolve
