#include "encode/triggers.h"

#include <algorithm>
#include <map>
#include <set>

namespace daphnia::encode {

using logic::Term;
using logic::TermKind;
using logic::Trigger;

namespace {

constexpr std::size_t kMostAlternatives = 6;
constexpr std::size_t kMostCandidates = 12;

struct Candidate {
    Term term = nullptr;
    std::set<Term> covers;   // bound variables in it
    bool arithmetic = false; // an interpreted operator is applied to a bound variable in it
};

bool is_head(Term term) {
    return (term->kind == TermKind::Apply && !term->children.empty()) || term->kind == TermKind::Select;
}

struct Facts {
    std::set<Term> covers;
    bool matchable = true;
    bool arithmetic = false;
};

std::vector<Candidate> collect(const std::set<Term>& variables, Term body) {
    std::map<Term, Facts> facts;
    std::vector<Candidate> result;
    logic::for_each_subterm(body, [&](Term term) {
        Facts& own = facts[term];
        own.matchable = logic::role_of(term->kind) != logic::Role::Logical;
        if (variables.contains(term)) {
            own.covers.insert(term);
        }
        for (const Term child : term->children) {
            const Facts& below = facts[child];
            own.covers.insert(below.covers.begin(), below.covers.end());
            own.matchable = own.matchable && below.matchable;
            own.arithmetic = own.arithmetic || below.arithmetic;
        }
        if (logic::role_of(term->kind) == logic::Role::Arithmetic && !own.covers.empty()) {
            own.arithmetic = true;
        }
        if (is_head(term) && own.matchable && !own.covers.empty()) {
            result.push_back({term, own.covers, own.arithmetic});
        }
    });
    // Terms that hold variables of an inner quantifier cannot be matched from outside it.
    std::set<Term> inner;
    logic::for_each_subterm(body, [&](Term term) {
        if (term->quantifier) {
            inner.insert(term->quantifier->variables.begin(), term->quantifier->variables.end());
        }
    });
    std::erase_if(result, [&](const Candidate& candidate) {
        const auto free = logic::free_variables(candidate.term);
        return std::any_of(free.begin(), free.end(), [&](Term v) { return inner.contains(v); });
    });
    return result;
}

bool contains(Term whole, Term part) {
    bool found = false;
    logic::for_each_subterm(whole, [&](Term term) { found = found || term == part; });
    return found;
}

bool same_shape(Term pattern, Term term) {
    return pattern->kind == term->kind && pattern->function == term->function && pattern->sort == term->sort;
}

// Whether matching the pattern makes a new, larger instance of it: another candidate of the same head that has
// something made of a variable where the pattern has one. f(x) loops with f(x + 1), and with f(f(x)) or f(g(x)).
bool loops(const Candidate& pattern, const std::vector<Candidate>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Candidate& other) {
        if (other.term == pattern.term || !same_shape(pattern.term, other.term)) {
            return false;
        }
        // The same base (all arguments but those that mention variables) keeps the loop within one chain of terms.
        bool larger = false;
        for (std::size_t i = 0; i < pattern.term->children.size(); ++i) {
            const Term own = pattern.term->children[i];
            const Term its = other.term->children[i];
            if (own != its && !pattern.covers.contains(own)) {
                return false;
            }
            larger = larger || (own != its && !its->children.empty() &&
                                std::any_of(other.covers.begin(), other.covers.end(),
                                            [&](Term variable) { return contains(its, variable); }));
        }
        return larger;
    });
}

// Keeps the candidates that hold no other candidate that covers as much: the smaller term matches more often.
std::vector<Candidate> smallest(const std::vector<Candidate>& candidates) {
    std::vector<Candidate> result;
    for (const Candidate& candidate : candidates) {
        const bool larger = std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
            return other.term != candidate.term && other.covers == candidate.covers &&
                   contains(candidate.term, other.term);
        });
        if (!larger) {
            result.push_back(candidate);
        }
    }
    if (result.size() > kMostCandidates) {
        result.resize(kMostCandidates);
    }
    return result;
}

bool is_subset(const std::vector<std::size_t>& small, const std::vector<std::size_t>& large) {
    return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

// All minimal sets of candidates that cover the variables, in order of their size.
std::vector<Trigger> covers(const std::vector<Candidate>& candidates, std::size_t variables) {
    std::vector<std::vector<std::size_t>> found;
    std::vector<std::vector<std::size_t>> frontier{{}};
    for (std::size_t size = 1; size <= variables && size <= 4 && found.size() < kMostAlternatives; ++size) {
        std::vector<std::vector<std::size_t>> next;
        for (const auto& chosen : frontier) {
            for (std::size_t i = chosen.empty() ? 0 : chosen.back() + 1; i < candidates.size(); ++i) {
                auto extended = chosen;
                extended.push_back(i);
                if (std::any_of(found.begin(), found.end(), [&](const auto& f) { return is_subset(f, extended); })) {
                    continue;
                }
                std::set<Term> covered;
                for (const std::size_t index : extended) {
                    covered.insert(candidates[index].covers.begin(), candidates[index].covers.end());
                }
                (covered.size() == variables ? found : next).push_back(std::move(extended));
            }
        }
        frontier = std::move(next);
    }
    std::vector<Trigger> result;
    for (const auto& chosen : found) {
        Trigger trigger;
        for (const std::size_t index : chosen) {
            trigger.push_back(candidates[index].term);
        }
        result.push_back(std::move(trigger));
        if (result.size() == kMostAlternatives) {
            break;
        }
    }
    return result;
}

} // namespace

std::vector<Trigger> select_triggers(const std::vector<Term>& variables, Term body) {
    const std::set<Term> bound(variables.begin(), variables.end());
    const std::vector<Candidate> all = collect(bound, body);
    std::vector<Candidate> calm;
    std::vector<Candidate> plain;
    for (const Candidate& candidate : all) {
        if (!candidate.arithmetic) {
            plain.push_back(candidate);
            if (!loops(candidate, all)) {
                calm.push_back(candidate);
            }
        }
    }
    for (const std::vector<Candidate>& choice : {calm, plain, all}) {
        const auto triggers = covers(smallest(choice), bound.size());
        if (!triggers.empty()) {
            return triggers;
        }
    }
    return {};
}

} // namespace daphnia::encode
