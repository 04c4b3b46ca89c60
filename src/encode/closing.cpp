#include "encode/closing.h"

#include "encode/triggers.h"

#include <map>

namespace daphnia::encode {

namespace {

using logic::TermKind;

// The parts into which a quantifier may be split: forall over a conjunction, exists over a disjunction.
std::vector<Term> parts(logic::TermStore& store, bool forall, Term body) {
    std::vector<Term> result;
    if (forall && body->kind == TermKind::Implies) {
        for (const Term part : parts(store, forall, body->children[1])) {
            result.push_back(store.implies(body->children[0], part));
        }
        return result;
    }
    if (body->kind == (forall ? TermKind::And : TermKind::Or)) {
        for (const Term child : body->children) {
            for (const Term part : parts(store, forall, child)) {
                result.push_back(part);
            }
        }
        return result;
    }
    return {body};
}

// The variables of one part and what replaces the common ones by them.
struct Renaming {
    std::vector<Term> fresh;
    std::map<Term, Term> own;

    Renaming(logic::TermStore& store, const std::vector<Term>& variables) {
        for (const Term variable : variables) {
            fresh.push_back(store.fresh_variable(variable->name, variable->sort));
            own[variable] = fresh.back();
        }
    }

    Term operator()(logic::TermStore& store, Term term) const {
        return logic::Substitution(store, [this](Term v) {
            const auto found = own.find(v);
            return found == own.end() ? nullptr : found->second;
        })(term);
    }
};

} // namespace

Term close(logic::TermStore& store, const Functions& functions, const Closing& closing,
           const std::vector<Term>& variables, Term range, Term body) {
    std::vector<Term> closed;
    for (const Term part : closing.split ? parts(store, closing.forall, body) : std::vector<Term>{body}) {
        const Renaming rename(store, variables);
        const Term inner = rename(store, closing.forall ? store.implies(range, part) : store.and_(range, part));
        logic::Quantifier quantifier{closing.name, rename.fresh, {}, 0};
        for (const logic::Trigger& trigger : closing.triggers) {
            logic::Trigger renamed;
            for (const Term term : trigger) {
                renamed.push_back(rename(store, term));
            }
            quantifier.triggers.push_back(std::move(renamed));
        }
        if (quantifier.triggers.empty() && closing.select) {
            quantifier.triggers = select_triggers(rename.fresh, inner);
        }
        for (logic::Trigger& trigger : quantifier.triggers) {
            for (Term& term : trigger) {
                term = functions.at_lowest_layer(term);
            }
        }
        closed.push_back(closing.forall ? store.forall(std::move(quantifier), inner)
                                        : store.exists(std::move(quantifier), inner));
    }
    return closing.forall ? store.and_(std::move(closed)) : store.or_(std::move(closed));
}

} // namespace daphnia::encode
