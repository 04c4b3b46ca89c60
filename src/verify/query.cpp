#include "verify/query.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace daphnia::verify {

namespace {

using logic::Term;

bool says_what_a_name_means(const logic::Axiom* axiom) {
    return axiom->name.ends_with(".meaning");
}

// The functions that triggers of the program, or of laws about products, wait for. What just says what a name means
// does not: without anything else about names none is needed.
std::unordered_set<logic::Function> awaited(const solver::Query& query) {
    std::unordered_set<logic::Function> result;
    const auto add = [&](Term root) {
        logic::for_each_subterm(root, [&](Term term) {
            if (term->quantifier == nullptr) {
                return;
            }
            for (const logic::Trigger& trigger : term->quantifier->triggers) {
                for (const Term pattern : trigger) {
                    logic::for_each_subterm(pattern, [&](Term part) {
                        if (part->function != nullptr) {
                            result.insert(part->function);
                        }
                    });
                }
            }
        });
    };
    for (const logic::Axiom* axiom : query.axioms) {
        if (!says_what_a_name_means(axiom)) {
            add(axiom->formula);
        }
    }
    for (const Term hypothesis : query.hypotheses) {
        add(hypothesis);
    }
    add(query.goal);
    return result;
}

// Outside of quantifiers products of unknowns become the solver's own operators, with which its arithmetic proves more,
// and are called by their names beside where triggers wait for these.
class GroundProducts {
  public:
    GroundProducts(logic::TermStore& store, std::unordered_set<logic::Function> awaited)
        : store_(store), awaited_(std::move(awaited)) {}

    // Terms can be as deep as a method is long, so there is no recursion here.
    Term operator()(Term root) {
        std::vector<Term> stack{root};
        while (!stack.empty()) {
            const Term term = stack.back();
            const std::size_t waiting = stack.size();
            if (!results_.contains(term) && term->quantifier == nullptr) {
                for (const Term child : term->children) {
                    if (!results_.contains(child)) {
                        stack.push_back(child);
                    }
                }
            }
            if (stack.size() == waiting) {
                stack.pop_back();
                results_.emplace(term, term->quantifier != nullptr ? term : over_results(term));
            }
        }
        return results_.at(root);
    }

    // name(a, b) == a op b, of what was replaced and is waited for
    const std::vector<Term>& names() const { return names_; }

  private:
    Term over_results(Term term) {
        std::vector<Term> children;
        for (const Term child : term->children) {
            children.push_back(results_.at(child));
        }
        const Term result = children == term->children
                                ? term
                                : logic::rebuild(store_, term, std::move(children), [](Term t) { return t; });
        const Term product = logic::native_product(store_, result);
        if (product == nullptr) {
            return result;
        }
        if (awaited_.contains(result->function)) {
            names_.push_back(store_.equal(result, product));
        }
        return product;
    }

    logic::TermStore& store_;
    std::unordered_set<logic::Function> awaited_;
    std::unordered_map<Term, Term> results_;
    std::vector<Term> names_;
};

} // namespace

solver::Query make_query(const vcgen::Condition& condition, const ivl::Program& program, logic::Effort effort,
                         solver::Products products) {
    std::vector<Term> terms = condition.hypotheses;
    terms.push_back(condition.goal);
    solver::Query query{logic::relevant_axioms(terms, program.axioms, effort), condition.hypotheses, condition.goal};
    // Where a product has a name, so has the axiom that says what it means been selected.
    if (products == solver::Products::Native &&
        std::any_of(query.axioms.begin(), query.axioms.end(), says_what_a_name_means)) {
        GroundProducts native(*program.store, awaited(query));
        for (Term& hypothesis : query.hypotheses) {
            hypothesis = native(hypothesis);
        }
        query.goal = native(query.goal);
        query.hypotheses.insert(query.hypotheses.end(), native.names().begin(), native.names().end());
    }
    return query;
}

} // namespace daphnia::verify
