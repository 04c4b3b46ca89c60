#include "encode/expression.h"

#include "encode/expression_nodes.h"
#include "support/match.h"
#include "typed/frame.h"

#include <fmt/format.h>

namespace daphnia::encode {

using typed::Expr;

support::SourceRange place_of(const Expr& expr) {
    if (expr.anchor.has_file() && expr.anchor.begin_place().line != expr.range.begin_place().line) {
        return expr.anchor;
    }
    return expr.range;
}

namespace {

// Each node belongs to one part.
struct Nodes : PlainNodes,
               NumberNodes,
               ValueNodes,
               ObjectNodes,
               SequenceNodes,
               SetNodes,
               QuantifierNodes,
               ChoiceNodes,
               FunctionNodes {
    explicit Nodes(Expressions& in)
        : PlainNodes(in), NumberNodes(in), ValueNodes(in), ObjectNodes(in), SequenceNodes(in), SetNodes(in),
          QuantifierNodes(in), ChoiceNodes(in), FunctionNodes(in) {}

    using ChoiceNodes::operator();
    using FunctionNodes::operator();
    using NumberNodes::operator();
    using ObjectNodes::operator();
    using PlainNodes::operator();
    using QuantifierNodes::operator();
    using SequenceNodes::operator();
    using SetNodes::operator();
    using ValueNodes::operator();
};

} // namespace

Term Expressions::encode(const Expr& expr) {
    const Expr* outer = current_;
    current_ = &expr;
    const Term result = support::match(expr.node, Nodes(*this));
    current_ = outer;
    const bool no_bits = expr.type.kind == typed::TypeKind::Bits && expr.type.width == 0;
    return no_bits ? zero_of(store_, expr.type) : result; // there is no other value
}

Term Expressions::guard() const {
    return store_.and_(guards_);
}

void Expressions::require(support::Rule kind, const Expr& at, Term condition, std::string message) {
    if (definedness_ != nullptr) {
        definedness_->require(store_.implies(guard(), condition), {kind, place_of(at), {}, std::move(message)});
    }
}

void Expressions::record(CallFact fact) {
    fact.guard = store_.and_(guard(), fact.guard);
    if (definedness_ != nullptr) {
        definedness_->learn(to_term(store_, fact));
    } else if (facts_ != nullptr) {
        facts_->push_back(std::move(fact));
    }
}

void Expressions::require_fits(const typed::Type& type, const Expr& expr, Term value) {
    if (definedness_ == nullptr || typed::is_subtype(expr.type, type)) {
        return;
    }
    const Term fits = vocabulary_.function_membership.fits(type, expr.type, value, scope_.now);
    if (typed::is_reference(type)) {
        const typed::Type from = typed::carrier(expr.type);
        const bool null = typed::is_reference(from) && typed::is_subtype(typed::non_null(from), type);
        require(support::Rule::Subset, expr, fits,
                fmt::format("value of expression (of type '{}') is not known to be an instance of type '{}'{}",
                            typed::to_string(expr.type), typed::to_string(type),
                            null ? ", because it might be null" : ""));
    } else {
        require(support::Rule::Subset, expr, fits,
                fmt::format("value does not satisfy the subset constraints of '{}'", typed::to_string(type)));
    }
    if (const Term is = vocabulary_.membership.is(type, value, nullptr);
        is != fits) { // what was seen here holds everywhere
        definedness_->learn(store_.implies(guard(), is));
    }
}

void Expressions::require_argument(const typed::Variable& parameter, const Expr& expr, Term value) {
    if (definedness_ == nullptr || parameter.kind != typed::VariableKind::Receiver ||
        !typed::is_reference(typed::carrier(expr.type))) {
        require_fits(parameter.type, expr, value);
        return;
    }
    if (typed::carrier(expr.type).nullable) {
        require(support::Rule::NonNull, expr, store_.not_equal(value, vocabulary_.heap.null()));
    }
    definedness_->learn(store_.implies(guard(), vocabulary_.membership.is(parameter.type, value, nullptr)));
}

Term Expressions::under(Term guard, const Expr& expr) {
    guards_.push_back(guard);
    const Term result = encode(expr);
    guards_.pop_back();
    return result;
}

void Expressions::check(const IndexFunction& function, const std::vector<Term>& sizes) {
    const std::size_t outer = guards_.size();
    std::vector<Term> inside;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const Term any = store_.fresh_variable(function.indices[i]->name, store_.int_sort());
        scope_.values[function.indices[i]] = any;
        guards_.push_back(store_.less_equal(store_.integer(0), any));
        inside.push_back(in_range(store_, any, sizes[i]));
    }
    if (function.domain != nullptr) {
        const Term domain = encode(*function.domain);
        guards_.push_back(store_.and_(std::move(inside)));
        require(support::Rule::Precondition, *function.domain, domain,
                std::string("all ") + function.what + " indices must be in the domain of the initialization function");
        guards_.pop_back();
        guards_.push_back(domain);
    }
    require_fits(function.element, function.body, encode(function.body));
    guards_.resize(outer);
}

Term objects_of(const typed::Frame& frame, Expressions& in) {
    Vocabulary& vocabulary = in.vocabulary();
    logic::TermStore& store = vocabulary.store();
    const typed::Type set = set_of_objects();
    const logic::SetTheory& theory = vocabulary.sorts.set(set);
    Term result = store.apply(theory.empty, {});
    for (const typed::FrameEntry& entry : frame.entries) {
        const typed::Type& type = entry.expr->type;
        const Term value = in.encode(*entry.expr);
        if (typed::kind_of(entry) == typed::FrameEntryKind::One) {
            const Term more = store.apply(theory.insert, {result, value});
            result = type.nullable ? store.ite(store.equal(value, vocabulary.heap.null()), result, more) : more;
            continue;
        }
        Term more = value;
        if (type.kind == typed::TypeKind::Seq) {
            const logic::SeqTheory& seq = vocabulary.sorts.seq(type);
            const Term i = store.fresh_variable("i", store.int_sort());
            more = vocabulary.comprehensions.set(set, {i}, in_range(store, i, store.apply(seq.length, {value})),
                                                 store.apply(seq.at, {value, i}));
        }
        result = store.apply(theory.union_, {result, more});
    }
    return result;
}

} // namespace daphnia::encode
