#include "encode/lifting.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace daphnia::encode {

using logic::Sort;
using logic::Term;
using logic::TermKind;

namespace {

// Constants of the logic and of the theories are the same everywhere.
bool is_constant(Term term) {
    switch (term->kind) {
    case TermKind::True:
    case TermKind::False:
    case TermKind::Integer:
    case TermKind::Real:
    case TermKind::Bits:
        return true;
    case TermKind::Apply:
        return term->children.empty();
    case TermKind::Negate:
    case TermKind::Divide: // a fraction
        return std::all_of(term->children.begin(), term->children.end(), is_constant);
    default:
        return false;
    }
}

} // namespace

// One lifting: from the outside in, so that what is found without bound variables is as large as it can be.
class Lifting::Walk {
  public:
    Walk(Lifting& lifting, Lifted& result) : lifting_(lifting), store_(lifting.store_), result_(result) {}

    void bind(Term variable) {
        open_.insert(variable);
        result_.bound.push_back(renamed(variable));
    }

    void add(Term part) {
        logic::for_each_subterm(part, [&](Term term) {
            if (term->quantifier != nullptr) {
                open_.insert(term->quantifier->variables.begin(), term->quantifier->variables.end());
            }
        });
        logic::for_each_subterm(part, [&](Term term) {
            const bool open =
                term->quantifier != nullptr || std::any_of(term->children.begin(), term->children.end(),
                                                           [&](Term child) { return open_.contains(child); });
            if (open) {
                open_.insert(term);
            }
        });
        result_.parts.push_back(over_parameters(part));
    }

  private:
    Term renamed(Term variable) {
        const Term name = lifting_.canonical(mapped_variables_++, variable->sort);
        mapped_.emplace(variable, name);
        return name;
    }

    // Formulas are looked into: as arguments of functions they would be in the way of triggers.
    bool is_parameter(Term term) const {
        return !open_.contains(term) && !is_constant(term) &&
               (term->sort->kind != logic::SortKind::Bool || term->kind == TermKind::Variable);
    }

    Term over_parameters(Term term) {
        const auto known = mapped_.find(term);
        if (known != mapped_.end()) {
            return known->second;
        }
        if (is_parameter(term)) {
            result_.arguments.push_back(term);
            result_.parameters.push_back(renamed(term));
            return result_.parameters.back();
        }
        const Term result = term->quantifier != nullptr ? quantified(term) : rebuilt(term);
        mapped_.emplace(term, result);
        return result;
    }

    Term rebuilt(Term term) {
        std::vector<Term> children;
        for (const Term child : term->children) {
            children.push_back(over_parameters(child));
        }
        return logic::rebuild(store_, term, std::move(children), [](Term t) { return t; });
    }

    // Quantifiers that differ by the names of their variables only become one.
    Term quantified(Term term) {
        logic::Quantifier quantifier = *term->quantifier;
        quantifier.name = "lifted";
        for (Term& variable : quantifier.variables) {
            variable = renamed(variable);
        }
        const Term body = over_parameters(term->children.front());
        for (logic::Trigger& trigger : quantifier.triggers) {
            for (Term& pattern : trigger) {
                pattern = over_parameters(pattern);
            }
        }
        return term->kind == TermKind::Forall ? store_.forall(std::move(quantifier), body)
                                              : store_.exists(std::move(quantifier), body);
    }

    Lifting& lifting_;
    logic::TermStore& store_;
    Lifted& result_;
    std::unordered_set<Term> open_; // terms with bound variables in them
    std::unordered_map<Term, Term> mapped_;
    std::size_t mapped_variables_ = 0;
};

std::vector<Sort> Lifted::sorts() const {
    std::vector<Sort> result;
    std::transform(parameters.begin(), parameters.end(), std::back_inserter(result),
                   [](Term parameter) { return parameter->sort; });
    return result;
}

Term replaced(logic::TermStore& store, Term term, const std::vector<Term>& variables, const std::vector<Term>& by) {
    return logic::Substitution(store, [&](Term v) -> Term {
        const auto found = std::find(variables.begin(), variables.end(), v);
        return found == variables.end() ? nullptr : by[static_cast<std::size_t>(found - variables.begin())];
    })(term);
}

Term Lifting::canonical(std::size_t position, Sort sort) {
    Term& known = canonical_[{position, sort}];
    if (known == nullptr) {
        known = store_.fresh_variable("v", sort);
    }
    return known;
}

Lifted Lifting::operator()(const std::string& role, Sort sort, const std::vector<Term>& bound,
                           const std::vector<Term>& parts) {
    Lifted result;
    Walk walk(*this, result);
    for (const Term variable : bound) {
        walk.bind(variable);
    }
    for (const Term part : parts) {
        walk.add(part);
    }
    const auto [known, is_new] =
        known_.try_emplace(Key{role, sort, result.bound, result.parameters, result.parts}, std::string());
    if (is_new) {
        known->second = role + "!" + std::to_string(count_[role]++);
    }
    result.name = known->second;
    result.is_new = is_new;
    return result;
}

} // namespace daphnia::encode
