#include "encode/encode.h"

#include "encode/computation.h"
#include "encode/observation.h"
#include "encode/procedure.h"

namespace daphnia::encode {

namespace {

typed::Callable address_of(const typed::Declaration& declaration) {
    return std::visit([](const auto& pointer) -> typed::Callable { return pointer.get(); }, declaration);
}

} // namespace

Context::Context(const typed::Program& program_, Options options_)
    : program(program_), calls(program_), heap_types(encode::heap_types(program_)), options(options_) {
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

// What the literal calls of a procedure amount to is known from its start.
void add_computations(ivl::Procedure& procedure, Vocabulary& vocabulary) {
    std::vector<ivl::Statement> facts;
    for (const logic::Term fact : Computation(vocabulary).facts(terms_of(procedure))) {
        facts.emplace_back(ivl::Assume{fact});
    }
    auto& entry = procedure.blocks.front().statements;
    entry.insert(entry.begin(), facts.begin(), facts.end());
}

} // namespace

ivl::Program encode(const Context& context, const typed::Declaration& declaration, logic::TermStore& store,
                    Observation* observation) {
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
    if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
        const std::string& name = (*method)->name;
        add(ProcedureEncoder(vocabulary, name + " (contract)", moments).method_contract(**method));
        if ((*method)->body != nullptr) {
            add(ProcedureEncoder(vocabulary, name, moments).method_body(**method));
        }
    } else if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
        add(ProcedureEncoder(vocabulary, (*function)->name, moments).function(**function));
    } else if (const auto* constant = std::get_if<std::unique_ptr<typed::Constant>>(&declaration)) {
        if ((*constant)->value != nullptr) {
            add(ProcedureEncoder(vocabulary, (*constant)->name, moments).constant(**constant));
        }
    }
    result.axioms = vocabulary.axioms();
    if (observation != nullptr) {
        observation->vocabulary_ = std::move(owned);
    }
    return result;
}

} // namespace daphnia::encode
