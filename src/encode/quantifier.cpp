// Quantifiers: their definedness over arbitrary values, and their terms with triggers.
#include "encode/expression.h"
#include "encode/triggers.h"

namespace daphnia::encode {

using logic::TermKind;
using typed::QuantifierKind;

Term Expressions::operator()(const typed::Quantifier& node) {
    if (definedness_ != nullptr) {
        check_quantifier(node);
    }
    return quantify(node);
}

// Range and body have to have a meaning for all values of the variables, the body only within the range.
void Expressions::check_quantifier(const typed::Quantifier& node) {
    std::size_t pushed = 0;
    for (const auto& variable : node.variables) {
        const Term any = store_.fresh_variable(variable->name, vocabulary_.sort(variable->type));
        scope_.values[variable.get()] = any;
        guards_.push_back(vocabulary_.is(variable->type, any, &scope_.now));
        ++pushed;
    }
    if (node.range != nullptr) {
        guards_.push_back(encode(*node.range));
        ++pushed;
    }
    encode(*node.body);
    for (const auto& trigger : node.triggers) {
        for (const auto& term : trigger) {
            Expressions(vocabulary_, scope_).encode(*term);
        }
    }
    guards_.resize(guards_.size() - pushed);
}

Term Expressions::quantify(const typed::Quantifier& node) {
    std::vector<Term> variables;
    std::vector<Term> belongs;
    for (const auto& variable : node.variables) {
        const Term bound = store_.fresh_variable(variable->name, vocabulary_.sort(variable->type));
        scope_.values[variable.get()] = bound;
        variables.push_back(bound);
        belongs.push_back(vocabulary_.is(variable->type, bound, &scope_.now));
    }
    std::vector<CallFact> calls;
    const bool wanted = definedness_ != nullptr || facts_ != nullptr;
    Expressions inner(vocabulary_, scope_, nullptr, wanted ? &calls : nullptr);
    Term range = store_.and_(belongs);
    inner.push_guard(range);
    if (node.range != nullptr) {
        const Term written = inner.encode(*node.range);
        range = store_.and_(range, written);
        inner.push_guard(written);
    }
    const Term body = inner.encode(*node.body);
    for (CallFact& fact : calls) {
        fact.variables.insert(fact.variables.end(), variables.begin(), variables.end());
        record(std::move(fact));
    }
    return close(node, variables, range, body);
}

std::vector<logic::Trigger> Expressions::user_triggers(const typed::Quantifier& node) {
    std::vector<logic::Trigger> result;
    for (const auto& trigger : node.triggers) {
        logic::Trigger terms;
        for (const auto& term : trigger) {
            terms.push_back(Expressions(vocabulary_, scope_).encode(*term));
        }
        result.push_back(std::move(terms));
    }
    return result;
}

namespace {

// The parts into which a quantifier may be split: forall over a conjunction, exists over a disjunction.
std::vector<Term> parts(logic::TermStore& store, QuantifierKind kind, Term body) {
    std::vector<Term> result;
    if (kind == QuantifierKind::Forall && body->kind == TermKind::Implies) {
        for (const Term part : parts(store, kind, body->children[1])) {
            result.push_back(store.implies(body->children[0], part));
        }
        return result;
    }
    if (body->kind == (kind == QuantifierKind::Forall ? TermKind::And : TermKind::Or)) {
        for (const Term child : body->children) {
            for (const Term part : parts(store, kind, child)) {
                result.push_back(part);
            }
        }
        return result;
    }
    return {body};
}

} // namespace

// Each part becomes a quantifier of its own, with its own triggers; triggers given by the user keep it whole.
Term Expressions::close(const typed::Quantifier& node, const std::vector<Term>& variables, Term range, Term body) {
    const bool forall = node.kind == QuantifierKind::Forall;
    const bool chosen = !node.triggers.empty() || node.no_triggers || vocabulary_.context().options.manual_triggers;
    std::vector<Term> closed;
    for (const Term part : chosen ? std::vector<Term>{body} : parts(store_, node.kind, body)) {
        std::map<Term, Term> own;
        std::vector<Term> fresh;
        for (const Term variable : variables) {
            fresh.push_back(store_.fresh_variable(variable->name, variable->sort));
            own[variable] = fresh.back();
        }
        logic::Substitution rename(store_, [&](Term v) {
            const auto found = own.find(v);
            return found == own.end() ? nullptr : found->second;
        });
        const Term inner = rename(forall ? store_.implies(range, part) : store_.and_(range, part));
        logic::Quantifier quantifier{
            current_->range.has_file() ? "line " + std::to_string(current_->range.begin_place().line) : "quantifier",
            fresh,
            {},
            0};
        if (chosen) {
            for (const logic::Trigger& trigger : user_triggers(node)) {
                logic::Trigger renamed;
                for (const Term term : trigger) {
                    renamed.push_back(rename(term));
                }
                quantifier.triggers.push_back(std::move(renamed));
            }
        } else {
            quantifier.triggers = select_triggers(fresh, inner);
        }
        closed.push_back(forall ? store_.forall(std::move(quantifier), inner)
                                : store_.exists(std::move(quantifier), inner));
    }
    return forall ? store_.and_(std::move(closed)) : store_.or_(std::move(closed));
}

} // namespace daphnia::encode
