#include "encode/computation.h"

#include "encode/expression.h"

#include "typed/instantiate.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::encode {

namespace {

constexpr std::size_t kMostUnfoldings = 3000;
constexpr std::size_t kMostBits = 10'000;   // of a number
constexpr std::size_t kMostElements = 1000; // of a sequence

using logic::TermKind;

// Of a term, the child that is to be evaluated next when only `known` of its children have values; null when what is
// known is enough. What stands under a condition that did not come out as a literal may never be evaluated, and
// unfolding it might not end.
Term next_child(Term term, const std::map<Term, Term>& values) {
    const auto value_of = [&](Term child) -> Term {
        const auto known = values.find(child);
        return known == values.end() ? nullptr : known->second;
    };
    const std::vector<Term>& children = term->children;
    switch (term->kind) {
    case TermKind::Ite: {
        const Term condition = value_of(children[0]);
        if (condition == nullptr) {
            return children[0];
        }
        if (condition->kind != TermKind::True && condition->kind != TermKind::False) {
            return nullptr;
        }
        const Term chosen = children[condition->kind == TermKind::True ? 1 : 2];
        return value_of(chosen) == nullptr ? chosen : nullptr;
    }
    case TermKind::And:
    case TermKind::Or:
    case TermKind::Implies:
        for (std::size_t i = 0; i < children.size(); ++i) {
            const Term value = value_of(children[i]);
            if (value == nullptr) {
                return children[i];
            }
            const bool goes_on =
                term->kind == TermKind::Or ? value->kind == TermKind::False : value->kind == TermKind::True;
            if (!goes_on) {
                return nullptr;
            }
        }
        return nullptr;
    case TermKind::Forall:
    case TermKind::Exists:
        return nullptr;
    default:
        for (const Term child : children) {
            if (value_of(child) == nullptr) {
                return child;
            }
        }
        return nullptr;
    }
}

} // namespace

Computation::Computation(Vocabulary& vocabulary) : vocabulary_(vocabulary), store_(vocabulary.store()) {}

// Numbers, truth values, and values of datatypes and sequences made of literals. What is too large is no literal:
// values can grow much faster than the calls that make them.
bool Computation::is_literal(Term term) {
    switch (term->kind) {
    case TermKind::True:
    case TermKind::False:
    case TermKind::Bits:
        return true;
    case TermKind::Integer:
    case TermKind::Real:
        return mpz_sizeinbase(term->value.get_mpz_t(), 2) <= kMostBits;
    case TermKind::Negate:
        return is_literal(term->children[0]);
    case TermKind::Divide: // a fraction
        return term->sort->kind == logic::SortKind::Real && is_literal(term->children[0]) &&
               is_literal(term->children[1]);
    case TermKind::Apply: {
        const auto [known, first] = literals_.try_emplace(term, false);
        if (first) { // values share their parts, so each is looked at once
            const logic::SeqTheory* seq = vocabulary_.sorts.theories().sequences_of(term->sort);
            const bool made = seq != nullptr ? term->function == seq->empty || term->function == seq->build
                                             : vocabulary_.datatypes.constructor(term->function) != nullptr;
            const bool all = made && std::all_of(term->children.begin(), term->children.end(),
                                                 [&](Term child) { return is_literal(child); });
            literals_[term] = all;
        }
        return literals_.at(term);
    }
    default:
        return false;
    }
}

// Functions that are written differently may be equal, so that a lambda is no literal.
bool Computation::is_known(Term term) {
    return is_literal(term) ||
           (term->kind == TermKind::Apply && vocabulary_.function_values.known_lambda(term->function) != nullptr &&
            std::all_of(term->children.begin(), term->children.end(), [&](Term child) { return is_known(child); }));
}

const typed::Function* Computation::function_of(Term term) const {
    return vocabulary_.functions.called(term->function);
}

std::optional<std::vector<Term>> Computation::elements(Term sequence) const {
    const logic::SeqTheory* theory = vocabulary_.sorts.theories().sequences_of(sequence->sort);
    std::vector<Term> result;
    while (theory != nullptr && sequence->kind == TermKind::Apply && sequence->function == theory->build) {
        result.push_back(sequence->children[1]);
        sequence = sequence->children[0];
    }
    if (theory == nullptr || sequence->kind != TermKind::Apply || sequence->function != theory->empty) {
        return std::nullopt;
    }
    std::reverse(result.begin(), result.end());
    return result;
}

Term Computation::sequence(Sort sort, const std::vector<Term>& elements) {
    const logic::SeqTheory& theory = *vocabulary_.sorts.theories().sequences_of(sort);
    Term result = store_.apply(theory.empty, {});
    for (const Term element : elements) {
        result = store_.apply(theory.build, {result, element});
    }
    return result;
}

// Literals that are one term are equal; different ones are different where there is one way only to write each. A
// fraction or a negated number is not written so.
Term Computation::equality(Term term, Term left, Term right) {
    if (!is_literal(left) || !is_literal(right)) {
        return term;
    }
    const auto has_one_form = [](Term literal) {
        bool result = true;
        logic::for_each_subterm(literal, [&](Term part) {
            result = result && part->kind != TermKind::Divide && part->kind != TermKind::Negate;
        });
        return result;
    };
    return left == right ? store_.true_() : has_one_form(left) && has_one_form(right) ? store_.false_() : term;
}

// An operation on a literal sequence; the same term where it has no value there.
Term Computation::apply_to_sequence(const logic::SeqTheory& theory, Term term) {
    std::optional<std::vector<Term>> own = elements(term->children[0]);
    if (!own) {
        return term;
    }
    if (term->function == theory.length) {
        return store_.integer(static_cast<long>(own->size()));
    }
    if (term->children.size() < 2) {
        return term;
    }
    const Term second = term->children[1];
    if (term->function == theory.append || term->function == theory.equal) {
        const std::optional<std::vector<Term>> other = elements(second);
        if (!other) {
            return term;
        }
        if (term->function == theory.equal) {
            return equality(term, term->children[0], second);
        }
        if (own->size() + other->size() > kMostElements) {
            return term;
        }
        own->insert(own->end(), other->begin(), other->end());
        return sequence(term->sort, *own);
    }
    if (second->kind != TermKind::Integer || second->value < 0 || second->value > static_cast<long>(own->size())) {
        return term;
    }
    const auto at = own->begin() + static_cast<std::ptrdiff_t>(second->value.get_si());
    if (term->function == theory.take) {
        return sequence(term->sort, {own->begin(), at});
    }
    if (term->function == theory.drop) {
        return sequence(term->sort, {at, own->end()});
    }
    if (at != own->end() && term->function == theory.at) {
        return *at;
    }
    if (at != own->end() && term->function == theory.update) {
        *at = term->children[2];
        return sequence(term->sort, *own);
    }
    return term;
}

// What is selected from, and asked of, a value whose constructor stands there.
Term Computation::apply_to_constructor(Term term) {
    const Term value = term->children[0];
    if (value->kind != TermKind::Apply) {
        return term;
    }
    const ConstructorOf* const made = vocabulary_.datatypes.constructor(value->function);
    if (made == nullptr) {
        return term;
    }
    const auto& [datatype, constructor] = *made;
    const DatatypeSymbols& symbols = *vocabulary_.datatypes.of(value->sort);
    if (term->function == symbols.tag) {
        return store_.integer(static_cast<long>(constructor));
    }
    const auto select = std::find(symbols.select.begin(), symbols.select.end(), term->function);
    if (select != symbols.select.end()) {
        const auto destructor = static_cast<std::size_t>(select - symbols.select.begin());
        const auto& field = datatype->destructors.at(destructor).fields.at(constructor);
        return field ? value->children.at(*field) : term;
    }
    return term;
}

// The lambda's own axiom says the same.
Term Computation::apply_to_lambda(Term term) {
    const Term function = term->children[0];
    const Lifted& lambda = vocabulary_.function_values.known_lambda(function->function)->made;
    const std::vector<Term> arguments(term->children.begin() + 1, term->children.end());
    return replaced(store_, lambda.parts[1], joined(lambda.parameters, lambda.bound),
                    joined(function->children, arguments));
}

// A literal where the theories of the values say so.
Term Computation::simplify(Term term) {
    if (term->kind == TermKind::Equal) {
        return equality(term, term->children[0], term->children[1]);
    }
    if (term->kind != TermKind::Apply || term->children.empty()) {
        return term;
    }
    const Term first = term->children[0];
    const KnownLambda* const lambda = vocabulary_.function_values.known_lambda(first->function);
    if (lambda != nullptr && term->function == lambda->apply && is_known(first)) {
        return apply_to_lambda(term);
    }
    if (const logic::SeqTheory* theory = vocabulary_.sorts.theories().sequences_of(first->sort)) {
        const Term result = apply_to_sequence(*theory, term);
        if (result != term && is_literal(result)) {
            facts_.push_back(store_.equal(term, result));
        }
        return result;
    }
    if (vocabulary_.datatypes.of(first->sort) != nullptr) {
        return apply_to_constructor(term);
    }
    const Term number = vocabulary_.products.computed(term);
    if (number != term && is_literal(number)) {
        facts_.push_back(store_.equal(term, number));
    }
    return number;
}

// What a call takes of the heap comes before its arguments, and is no literal: such calls are not unfolded.
bool Computation::takes_heap(const typed::Function& function) const {
    return vocabulary_.functions.symbols(function).takes_regions || !function.reads.entries.empty() ||
           function.two_state;
}

// The call with variables of the computation for the arguments that do not matter for its end: a recursive function is
// unfolded when all that its measure mentions is literal, others when all arguments are. Null when it is not unfolded.
Term Computation::general_call(const typed::Function& function, Term call) {
    std::set<const typed::Variable*> measure;
    for (const auto& expr : function.decreases.measures) {
        typed::for_each_below(*expr, {[&](const typed::Expr& below) {
                                          if (const auto* variable = std::get_if<typed::VariableRead>(&below.node)) {
                                              measure.insert(variable->variable);
                                          }
                                      },
                                      [](const typed::Stmt&) {}});
    }
    const bool recursive = vocabulary_.functions.symbols(function).layers.size() > 1;
    std::vector<Term> arguments;
    for (std::size_t i = 0; i < call->children.size(); ++i) {
        const Term argument = call->children[i];
        if (is_known(argument)) {
            arguments.push_back(argument);
        } else if (!recursive || measure.empty() || measure.contains(function.parameters.at(i).get())) {
            return nullptr;
        } else {
            Term& any = any_[{i, argument->sort}];
            if (any == nullptr) {
                any = store_.fresh_variable("any", argument->sort);
            }
            arguments.push_back(any);
        }
    }
    return store_.apply(call->function, std::move(arguments));
}

// f(arguments) == body for a general call; gives the body. Functions that are being checked themselves are not
// unfolded.
Term Computation::unfold(const typed::Function& function, Term call) {
    const Term transparent = vocabulary_.functions.is_transparent(typed::origin_of(function).name, function.attributes);
    if (function.body == nullptr || transparent == nullptr || vocabulary_.functions.is_guarded(&function) ||
        unfoldings_ == kMostUnfoldings) {
        return nullptr;
    }
    ++unfoldings_;
    Scope scope;
    scope.whole_types = true;
    scope.now = vocabulary_.heap.state("any ");
    scope.old = scope.now;
    std::vector<Term> applies{transparent};
    std::vector<Term> variables;
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        const Term argument = call->children[i];
        scope.values[function.parameters[i].get()] = argument;
        applies.push_back(vocabulary_.membership.is(function.parameters[i]->type, argument, nullptr));
        if (argument->kind == TermKind::Variable) {
            variables.push_back(argument);
        }
    }
    for (const typed::Clause& clause : function.preconditions) {
        applies.push_back(Expressions(vocabulary_, scope).encode(*clause.expr));
    }
    const Term body = Expressions(vocabulary_, scope).encode(*function.body);
    const Term fact = store_.implies(store_.and_(std::move(applies)), store_.equal(call, body));
    facts_.push_back(variables.empty() ? fact
                                       : store_.forall({"computed " + function.name, variables, {{call}}, 0}, fact));
    return body;
}

// The term over the values of its children: what the children cannot be known to be evaluated for stays.
Term Computation::over_values(Term term) {
    if (term->kind == TermKind::Forall || term->kind == TermKind::Exists) {
        return term;
    }
    std::vector<Term> children;
    for (const Term child : term->children) {
        const auto known = values_.find(child);
        children.push_back(known == values_.end() ? child : known->second);
    }
    return children == term->children ? term
                                      : logic::rebuild(store_, term, std::move(children), [](Term t) { return t; });
}

void Computation::evaluate(Term root) {
    std::vector<Term> stack{root};
    std::set<Term> under_way{root};
    while (!stack.empty()) {
        const Term term = stack.back();
        if (values_.contains(term)) {
            stack.pop_back();
            continue;
        }
        Term needed = next_child(term, values_);
        if (needed == nullptr) {
            const Term next = step(term);
            needed = next == term || values_.contains(next) ? nullptr : next;
        }
        if (needed == nullptr) {
            const Term value = next_.at(term) == term ? term : values_.at(next_.at(term));
            values_[term] = is_literal(value) ? value : over_values(term);
        } else if (under_way.insert(needed).second) {
            stack.push_back(needed);
        } else {
            values_[needed] = needed; // what needs itself stays as it is
        }
    }
}

// What the term, whose children have values, is the same as: its own value over theirs, or the body that a call
// unfolds to; the term itself when nothing more is known.
Term Computation::step(Term term) {
    const auto [known, first] = next_.try_emplace(term, nullptr);
    if (first) {
        const Term simple = simplify(over_values(term));
        known->second = simple == term ? unfold_call(term) : simple;
    }
    return known->second;
}

// The same call with less in it, or its body; the term itself when it is no call or is not unfolded.
Term Computation::unfold_call(Term term) {
    const typed::Function* function = function_of(term);
    if (function == nullptr || term->children.empty() || takes_heap(*function)) {
        return term;
    }
    const Term call = general_call(*function, term);
    if (call == nullptr) {
        return term;
    }
    if (call != term) {
        return call;
    }
    const Term body = unfold(*function, call); // as a fact, too
    return body == nullptr ? term : body;
}

std::vector<Term> Computation::facts(const std::vector<Term>& roots) {
    for (const Term root : roots) {
        logic::for_each_subterm(root, [&](Term term) {
            if (function_of(term) != nullptr) {
                evaluate(term);
            }
        });
    }
    return std::move(facts_);
}

} // namespace daphnia::encode
