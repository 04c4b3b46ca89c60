#include "encode/entry.h"

#include "encode/declaration.h"
#include "support/error.h"

#include <algorithm>

namespace daphnia::encode {

namespace {

// What has parameters and preconditions; null for constants.
struct Callee {
    const std::vector<typed::VariablePtr>* parameters = nullptr;
    const std::vector<typed::Clause>* preconditions = nullptr;
    bool two_state = false;
};

Callee callee_of(const typed::Declaration& declaration) {
    if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
        return {&(*method)->parameters, &(*method)->preconditions, (*method)->two_state};
    }
    if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
        return {&(*function)->parameters, &(*function)->preconditions, (*function)->two_state};
    }
    return {};
}

// What a type parameter stands for may have values, as far as can be known.
bool may_be_empty(const typed::VariablePtr& parameter) {
    return parameter->type.kind != typed::TypeKind::Parameter && !typed::is_nonempty(parameter->type);
}

} // namespace

bool asks_something(const typed::Declaration& declaration) {
    const Callee callee = callee_of(declaration);
    return callee.parameters != nullptr &&
           (!callee.preconditions->empty() ||
            std::any_of(callee.parameters->begin(), callee.parameters->end(), may_be_empty));
}

ivl::Program entry(const typed::Declaration& declaration, EntryPart part, Observation& observation) {
    const Callee callee = callee_of(declaration);
    DAPHNIA_CHECK(callee.parameters != nullptr && observation.vocabulary_ != nullptr, "an entry of nothing");
    Vocabulary& vocabulary = *observation.vocabulary_;
    ivl::Program result;
    result.store = &vocabulary.store();
    const std::vector<typed::Clause> none;
    result.procedures.push_back(
        ProcedureEncoder(vocabulary, "entry")
            .entry(*callee.parameters, part == EntryPart::Contract ? *callee.preconditions : none, callee.two_state));
    result.axioms = vocabulary.axioms();
    return result;
}

} // namespace daphnia::encode
