// Walks over terms: substitution, free variables, all subterms. All iterative, because a term can be as deep as a
// method is long, and all linear in the number of distinct subterms.
#include "logic/term.h"

#include "support/error.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace daphnia::logic {

namespace {

// Children, then the terms of the triggers.
template <typename Visit>
void for_each_part(Term term, Visit visit) {
    for (Term child : term->children) {
        visit(child);
    }
    if (term->quantifier != nullptr) {
        for (const Trigger& trigger : term->quantifier->triggers) {
            for (Term part : trigger) {
                visit(part);
            }
        }
    }
}

struct Step {
    Term term;
    bool entered;
};

} // namespace

void for_each_subterm(Term root, const std::function<void(Term)>& visit) {
    std::unordered_set<Term> seen;
    std::vector<Step> stack{{root, false}};
    while (!stack.empty()) {
        Step& top = stack.back();
        Term term = top.term;
        if (top.entered) {
            stack.pop_back();
            visit(term);
            continue;
        }
        if (!seen.insert(term).second) {
            stack.pop_back();
            continue;
        }
        top.entered = true;
        std::size_t first = stack.size();
        for_each_part(term, [&](Term part) {
            if (!seen.contains(part)) {
                stack.push_back({part, false});
            }
        });
        std::reverse(stack.begin() + static_cast<std::ptrdiff_t>(first), stack.end());
    }
}

std::vector<Term> free_variables(Term term) {
    std::vector<Term> variables;
    std::unordered_set<Term> bound;
    for_each_subterm(term, [&](Term part) {
        if (part->kind == TermKind::Variable) {
            variables.push_back(part);
        }
        if (part->quantifier != nullptr) {
            bound.insert(part->quantifier->variables.begin(), part->quantifier->variables.end());
        }
    });
    std::erase_if(variables, [&](Term variable) { return bound.contains(variable); });
    std::sort(variables.begin(), variables.end(), [](Term a, Term b) { return a->id < b->id; });
    return variables;
}

Term rebuild(TermStore& store, Term node, std::vector<Term> children, const std::function<Term(Term)>& map) {
    switch (node->kind) {
    case TermKind::True:
    case TermKind::False:
    case TermKind::Integer:
    case TermKind::Real:
    case TermKind::Bits:
    case TermKind::Variable:
        return node;
    case TermKind::Apply:
        return store.apply(node->function, std::move(children));
    case TermKind::Not:
        return store.not_(children[0]);
    case TermKind::And:
        return store.and_(std::move(children));
    case TermKind::Or:
        return store.or_(std::move(children));
    case TermKind::Implies:
        return store.implies(children[0], children[1]);
    case TermKind::Equal:
        return store.equal(children[0], children[1]);
    case TermKind::Ite:
        return store.ite(children[0], children[1], children[2]);
    case TermKind::Add:
        return store.add(children[0], children[1]);
    case TermKind::Subtract:
        return store.subtract(children[0], children[1]);
    case TermKind::Negate:
        return store.negate(children[0]);
    case TermKind::Multiply:
        return store.multiply(children[0], children[1]);
    case TermKind::Divide:
        return store.divide(children[0], children[1]);
    case TermKind::Modulo:
        return store.modulo(children[0], children[1]);
    case TermKind::LessEqual:
        return store.less_equal(children[0], children[1]);
    case TermKind::Less:
        return store.less(children[0], children[1]);
    case TermKind::ToReal:
        return store.to_real(children[0]);
    case TermKind::Floor:
        return store.floor(children[0]);
    case TermKind::BitAnd:
        return store.bit_and(children[0], children[1]);
    case TermKind::BitOr:
        return store.bit_or(children[0], children[1]);
    case TermKind::BitXor:
        return store.bit_xor(children[0], children[1]);
    case TermKind::BitNot:
        return store.bit_not(children[0]);
    case TermKind::ShiftLeft:
        return store.shift_left(children[0], children[1]);
    case TermKind::ShiftRight:
        return store.shift_right(children[0], children[1]);
    case TermKind::ToBits:
        return store.to_bits(children[0], node->sort->width);
    case TermKind::FromBits:
        return store.from_bits(children[0]);
    case TermKind::Resize:
        return store.resize(children[0], node->sort->width);
    case TermKind::Select:
        return store.select(children[0], children[1]);
    case TermKind::Store:
        return store.store(children[0], children[1], children[2]);
    case TermKind::Forall:
    case TermKind::Exists: {
        Quantifier quantifier = *node->quantifier;
        for (Trigger& trigger : quantifier.triggers) {
            std::transform(trigger.begin(), trigger.end(), trigger.begin(), map);
        }
        return node->kind == TermKind::Forall ? store.forall(std::move(quantifier), children[0])
                                              : store.exists(std::move(quantifier), children[0]);
    }
    }
    DAPHNIA_CHECK(false, "a term has no kind");
}

struct Substitution::Impl {
    TermStore& store;
    std::function<Term(Term)> find;
    std::unordered_map<Term, Term> results;
    std::unordered_set<Term> bound;

    Impl(TermStore& owner, std::function<Term(Term)> replacement) : store(owner), find(std::move(replacement)) {}

    void enter(Term term) {
        if (term->quantifier != nullptr) {
            bound.insert(term->quantifier->variables.begin(), term->quantifier->variables.end());
        }
    }

    void leave(Term term) {
        results.emplace(term, replace(term));
        if (term->quantifier != nullptr) {
            for (Term variable : term->quantifier->variables) {
                bound.erase(variable);
            }
        }
    }

    // All parts have their results already.
    Term replace(Term term) {
        if (term->kind == TermKind::Variable) {
            Term replacement = bound.contains(term) ? nullptr : find(term);
            DAPHNIA_CHECK(replacement == nullptr || replacement->sort == term->sort,
                          "a replacement has the sort of what it replaces");
            return replacement == nullptr ? term : replacement;
        }
        bool changed = false;
        for_each_part(term, [&](Term part) { changed = changed || results.at(part) != part; });
        if (!changed) {
            return term;
        }
        std::vector<Term> children;
        children.reserve(term->children.size());
        for (Term child : term->children) {
            children.push_back(results.at(child));
        }
        return rebuild(store, term, std::move(children), [this](Term part) { return results.at(part); });
    }
};

Substitution::Substitution(TermStore& store, std::function<Term(Term)> find)
    : impl_(std::make_unique<Impl>(store, std::move(find))) {}

Substitution::~Substitution() = default;

Term Substitution::operator()(Term root) {
    std::vector<Step> stack{{root, false}};
    while (!stack.empty()) {
        Step& top = stack.back();
        Term term = top.term;
        if (top.entered) {
            stack.pop_back();
            impl_->leave(term);
            continue;
        }
        if (impl_->results.contains(term)) {
            stack.pop_back();
            continue;
        }
        top.entered = true;
        impl_->enter(term);
        for_each_part(term, [&](Term part) {
            if (!impl_->results.contains(part)) {
                stack.push_back({part, false});
            }
        });
    }
    return impl_->results.at(root);
}

} // namespace daphnia::logic
