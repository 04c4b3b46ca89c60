#include "encode/encode.h"

#include "encode/computation.h"
#include "encode/declaration.h"
#include "encode/observation.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>

namespace daphnia::encode {

namespace {

typed::Callable address_of(const typed::Declaration& declaration) {
    return std::visit([](const auto& pointer) -> typed::Callable { return pointer.get(); }, declaration);
}

} // namespace

Context::Context(const typed::Program& program_, Options options_)
    : program(program_), calls(program_), reaching(program_), options(options_) {
    for (const auto* list : {&program.declarations, &program.instances}) {
        for (const typed::Declaration& declaration : *list) {
            declarations_.emplace(address_of(declaration), &declaration);
        }
    }
}

const typed::Declaration* Context::declaration(typed::Callable callable) const {
    const auto known = declarations_.find(callable);
    return known == declarations_.end() ? nullptr : known->second;
}

std::vector<const typed::TypeParameter*> Context::type_parameters(typed::Callable callable) const {
    std::vector<const typed::TypeParameter*> result;
    const auto add = [&](const typed::TypeParameters& parameters) {
        for (const auto& parameter : parameters) {
            result.push_back(parameter.get());
        }
    };
    const typed::Declaration* const named = declaration(callable);
    if (named == nullptr) {
        return result;
    }
    if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(named)) {
        add((*function)->type_parameters);
    } else if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(named)) {
        add((*method)->type_parameters);
    }
    return result;
}

namespace {

bool has_obligations(const ivl::Procedure& procedure) {
    for (const ivl::Block& block : procedure.blocks) {
        for (const ivl::Statement& statement : block.statements) {
            if (std::holds_alternative<ivl::Assert>(statement)) {
                return true;
            }
        }
    }
    return false;
}

std::vector<logic::Term> terms_of(const ivl::Procedure& procedure) {
    std::vector<logic::Term> result;
    for (const ivl::Block& block : procedure.blocks) {
        for (const ivl::Statement& statement : block.statements) {
            if (const auto* assertion = std::get_if<ivl::Assert>(&statement)) {
                result.push_back(assertion->condition);
            } else if (const auto* assumption = std::get_if<ivl::Assume>(&statement)) {
                result.push_back(assumption->condition);
            } else if (const auto* assign = std::get_if<ivl::Assign>(&statement)) {
                result.push_back(assign->value);
            }
        }
    }
    return result;
}

// The literals, and lambdas that are known, that are assigned to each variable, in order, by way of others, too; of
// variables that loops change, none.
std::map<logic::Term, std::vector<logic::Term>> literals_of(const ivl::Procedure& procedure, Computation& computation) {
    std::map<logic::Term, std::vector<logic::Term>> result;
    std::set<logic::Term> arbitrary;
    for (const ivl::Block& block : procedure.blocks) {
        for (const ivl::Statement& statement : block.statements) {
            const auto* assign = std::get_if<ivl::Assign>(&statement);
            if (const auto* havoc = std::get_if<ivl::Havoc>(&statement)) {
                if (result.contains(havoc->variable)) { // not where it is declared
                    arbitrary.insert(havoc->variable);
                }
            } else if (assign != nullptr) {
                const auto copied = result.find(assign->value);
                const logic::Term value = copied == result.end() ? assign->value : copied->second.front();
                if (computation.is_known(value)) {
                    result[assign->variable].push_back(value);
                }
            }
        }
    }
    std::erase_if(result, [&](const auto& entry) { return arbitrary.contains(entry.first); });
    return result;
}

// The terms as they stand, and as they are where literals have been assigned to variables in them. What is computed is
// true of calls with such arguments, whether or not a variable has that value there, so that no path needs to be
// followed; the first few values of each variable have to do.
std::vector<logic::Term> with_literals(std::vector<logic::Term> terms, const ivl::Procedure& procedure,
                                       Computation& computation, logic::TermStore& store) {
    constexpr std::size_t kMostValues = 4;
    const auto literals = literals_of(procedure, computation);
    std::size_t rounds = 0;
    for (const auto& [variable, values] : literals) {
        rounds = std::max(rounds, std::min(values.size(), kMostValues));
    }
    const std::vector<logic::Term> as_they_stand = terms;
    for (std::size_t round = 0; round < rounds; ++round) {
        logic::Substitution assigned(store, [&](logic::Term variable) -> logic::Term {
            const auto found = literals.find(variable);
            return found == literals.end() ? nullptr : found->second[std::min(round, found->second.size() - 1)];
        });
        std::transform(as_they_stand.begin(), as_they_stand.end(), std::back_inserter(terms), std::ref(assigned));
    }
    return terms;
}

// What the literal calls of a procedure amount to is known from its start.
void add_computations(ivl::Procedure& procedure, Vocabulary& vocabulary) {
    Computation computation(vocabulary);
    std::vector<ivl::Statement> facts;
    for (const logic::Term fact :
         computation.facts(with_literals(terms_of(procedure), procedure, computation, vocabulary.store()))) {
        facts.emplace_back(ivl::Assume{fact});
    }
    auto& entry = procedure.blocks.front().statements;
    entry.insert(entry.begin(), facts.begin(), facts.end());
}

} // namespace

ivl::Program encode(const Context& context, const typed::Declaration& declaration, logic::TermStore& store,
                    Observation* observation, Detail detail) {
    ivl::Program result;
    result.store = &store;
    auto owned = std::make_unique<Vocabulary>(context, address_of(declaration), store);
    Vocabulary& vocabulary = *owned;
    std::vector<Moment>* const moments = observation == nullptr ? nullptr : &observation->moments;
    const auto add = [&](ivl::Procedure procedure) {
        if (has_obligations(procedure)) {
            add_computations(procedure, vocabulary);
            result.procedures.push_back(std::move(procedure));
        }
    };
    const auto encoder = [&](const std::string& name) { return ProcedureEncoder(vocabulary, name, moments, detail); };
    // All share a budget. Contracts are compared before the body, so that a hard one does not take what they need.
    if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
        const std::string& name = (*method)->name;
        add(encoder(name + " (contract)").method_contract(**method));
        if ((*method)->overrides.member != nullptr) {
            add(encoder(name + " (override)").override_of(**method));
        }
        if ((*method)->body != nullptr) {
            add(encoder(name).method_body(**method));
        }
    } else if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
        const std::string& name = (*function)->name;
        if ((*function)->overrides.member != nullptr) {
            add(encoder(name + " (override)").override_of(**function));
        }
        add(encoder(name).function(**function));
    } else if (const auto* constant = std::get_if<std::unique_ptr<typed::Constant>>(&declaration)) {
        if ((*constant)->value != nullptr) {
            add(encoder((*constant)->name).constant(**constant));
        }
    }
    result.axioms = vocabulary.axioms();
    if (observation != nullptr) {
        observation->vocabulary_ = std::move(owned);
    }
    return result;
}

} // namespace daphnia::encode
