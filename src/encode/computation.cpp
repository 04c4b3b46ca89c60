// Calls with literal arguments are computed: layers alone would stop after a few unfoldings (Amin, Leino and Rompf,
// Computing with an SMT Solver, TAP 2014).
#include "encode/expression.h"
#include "encode/vocabulary.h"

#include "typed/instantiate.h"

#include <algorithm>
#include <set>

namespace daphnia::encode {

namespace {

constexpr std::size_t kMostUnfoldings = 3000;

// The subterms whose values certainly matter: what stands under a condition that did not come out as a literal may
// never be evaluated, and unfolding it might not end.
std::vector<Term> evaluated_subterms(Term root) {
    std::vector<Term> result;
    std::set<Term> seen;
    std::vector<Term> stack{root};
    while (!stack.empty()) {
        const Term term = stack.back();
        stack.pop_back();
        if (!seen.insert(term).second) {
            continue;
        }
        result.push_back(term);
        switch (term->kind) {
        case logic::TermKind::Ite:
        case logic::TermKind::And:
        case logic::TermKind::Or:
        case logic::TermKind::Implies:
        case logic::TermKind::Forall:
        case logic::TermKind::Exists:
            break;
        default:
            stack.insert(stack.end(), term->children.begin(), term->children.end());
        }
    }
    return result;
}

} // namespace

// Numbers, truth values, and values of datatypes made of literals.
bool Vocabulary::is_literal(Term term) const {
    switch (term->kind) {
    case logic::TermKind::True:
    case logic::TermKind::False:
    case logic::TermKind::Integer:
    case logic::TermKind::Real:
    case logic::TermKind::Bits:
        return true;
    case logic::TermKind::Negate:
        return is_literal(term->children[0]);
    case logic::TermKind::Divide: // a fraction
        return term->sort->kind == logic::SortKind::Real && is_literal(term->children[0]) &&
               is_literal(term->children[1]);
    case logic::TermKind::Apply:
        return constructors_.contains(term->function) &&
               std::all_of(term->children.begin(), term->children.end(), [&](Term child) { return is_literal(child); });
    default:
        return false;
    }
}

// f(literals) == body(literals), for the calls in `roots` and those that unfolding them brings up. Functions that are
// being checked themselves, and those that read the heap, are not unfolded.
std::vector<Term> Vocabulary::compute(const std::vector<Term>& roots) {
    std::map<logic::Function, const typed::Function*> by_symbol;
    for (const auto& [function, symbols] : functions_) {
        by_symbol[symbols.layers.back()] = function;
    }
    std::vector<Term> facts;
    std::set<Term> seen;
    std::deque<Term> work;
    const auto look = [&](Term term) {
        if (term->kind == logic::TermKind::Apply && !term->children.empty() && by_symbol.contains(term->function) &&
            std::all_of(term->children.begin(), term->children.end(), [&](Term child) { return is_literal(child); }) &&
            seen.insert(term).second) {
            work.push_back(term);
        }
    };
    for (const Term root : roots) {
        logic::for_each_subterm(root, look);
    }
    while (!work.empty() && facts.size() < kMostUnfoldings) {
        const Term call = work.front();
        work.pop_front();
        const typed::Function& function = *by_symbol.at(call->function);
        const FunctionSymbols& symbols = this->function(function);
        const Term transparent = is_transparent(typed::origin_of(function).name, function.attributes);
        if (function.body == nullptr || transparent == nullptr || is_guarded(&function) || symbols.whole_heap ||
            !function.reads.arrays.empty()) {
            continue;
        }
        Scope scope;
        scope.whole_types = true;
        scope.now = state("any ");
        scope.old = scope.now;
        std::vector<Term> applies{transparent};
        for (std::size_t i = 0; i < function.parameters.size(); ++i) {
            scope.values[function.parameters[i].get()] = call->children[i];
            applies.push_back(is(function.parameters[i]->type, call->children[i], nullptr));
        }
        for (const typed::Clause& clause : function.preconditions) {
            applies.push_back(Expressions(*this, scope).encode(*clause.expr));
        }
        const Term body = Expressions(*this, scope).encode(*function.body);
        facts.push_back(store_.implies(store_.and_(std::move(applies)), store_.equal(call, body)));
        for (const auto& [known, its] : functions_) {
            by_symbol[its.layers.back()] = known;
        }
        for (const Term term : evaluated_subterms(body)) {
            look(term);
        }
    }
    return facts;
}

} // namespace daphnia::encode
