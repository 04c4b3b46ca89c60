// See the header.
#include "interpret/checks.h"

#include "typed/walk.h"

namespace daphnia::interpret {

SourceRange place_of(const typed::Expr& expr) {
    if (expr.anchor.has_file() && expr.anchor.begin_place().line != expr.range.begin_place().line) {
        return expr.anchor;
    }
    return expr.range;
}

void Checks::start() {
    undetermined_ = 0;
    first_undetermined_.reset();
}

void Checks::fail(const Breach& breach, SourceRange clause, std::vector<EvaluatedPart> parts, Activation* blamed) {
    throw Broken{failure_of(breach, clause, std::move(parts), blamed)};
}

Failure Checks::failure_of(const Breach& breach, SourceRange clause, std::vector<EvaluatedPart> parts,
                           Activation* blamed) {
    if (blamed == nullptr) {
        blamed = run_.active();
    }
    for (const Activation* activation = blamed; activation != nullptr; activation = activation->caller) {
        if (activation->doubtful) {
            throw Unknown{"the precondition of a call cannot be evaluated", activation->called_at};
        }
    }
    Failure failure;
    failure.rule = breach.rule;
    failure.message = breach.message.empty() ? std::string(support::info(breach.rule).broken) : breach.message;
    failure.range = breach.range;
    failure.clause = clause;
    failure.parts = std::move(parts);
    failure.owner = blamed->owner;
    for (const Activation* activation = blamed; activation->caller != nullptr; activation = activation->caller) {
        failure.calls.push_back(activation->called_at);
    }
    return failure;
}

void Checks::pass_over(const Unknown& unknown) {
    ++undetermined_;
    if (!first_undetermined_) {
        first_undetermined_ = unknown;
    }
}

EvaluatedPart Checks::part(const typed::Expr& expr, const Value& value) {
    const typed::Variable* const variable = typed::read_variable(expr);
    const bool receiver = variable != nullptr && variable->kind == typed::VariableKind::Receiver; // perhaps not written
    return {expr.range, receiver ? variable->name : support::one_line(expr.range),
            shown(value, expr.type, run_.heap())};
}

} // namespace daphnia::interpret
