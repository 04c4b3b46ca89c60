// forall statements: a proof or a write for all values at once.
#include "interpret/statements.h"

#include "interpret/assignments.h"
#include "interpret/checks.h"
#include "interpret/conditions.h"
#include "interpret/evaluation.h"
#include "interpret/inhabitants.h"
#include "interpret/loops.h"
#include "interpret/meter.h"
#include "interpret/method_calls.h"
#include "interpret/quantifiers.h"
#include "interpret/snapshots.h"
#include "interpret/variables.h"

namespace daphnia::interpret {

namespace {

struct Written {
    Place place;
    Value value;
};

const typed::Stmt* single_statement(const typed::Stmt* body) {
    while (const auto* block = std::get_if<typed::Block>(&body->node)) {
        if (block->statements.empty()) {
            return nullptr;
        }
        body = block->statements.front().get();
    }
    return body;
}

} // namespace

Flow Statements::exec(const typed::ForallStatement& node, const typed::Stmt& statement) {
    if (node.kind == typed::ForallKind::Assign) {
        forall_assign(node, statement);
    } else if (run_.checking()) {
        checks_.attempt([&] { forall_proof(node, statement); });
    }
    return nullptr;
}

// All values and places are those before the statement; distinct instances write distinct places or the same value.
void Statements::forall_assign(const typed::ForallStatement& node, const typed::Stmt& statement) {
    const typed::Stmt* const body = single_statement(node.body.get());
    if (body == nullptr) {
        return;
    }
    const auto& assign = std::get<typed::Assign>(body->node);
    std::vector<Written> written;
    std::map<std::pair<std::uint32_t, std::size_t>, std::size_t> writers; // of each place, for distinctness
    const Quantifiers::Coverage coverage =
        quantifiers_.enumerate(quantifiers_.restrictions(node), Quantifiers::Search::Sample, [&] {
            if (node.range != nullptr && !evaluation_.holds(*node.range)) {
                return true;
            }
            const Place place = assignments_.place(assign.targets.at(0));
            Value value = assignments_.value_of(assign.values.at(0), place);
            if (run_.checking()) {
                const auto [known, is_new] =
                    writers.emplace(std::pair(place.object.object, place.index), written.size());
                if (!is_new && !(written[known->second].value == value)) {
                    checks_.fail({Rule::DistinctTargets, assign.targets.at(0).range,
                                  "left-hand sides for different forall-statement bound variables refer to the same "
                                  "location"});
                }
            }
            written.push_back({place, std::move(value)});
            return true;
        });
    if (coverage == Quantifiers::Coverage::Some) {
        throw Unknown{"a forall statement ranges over more values than can be tried", statement.range};
    }
    for (Written& one : written) {
        assignments_.write(one.place, std::move(one.value));
    }
    variables_.observe(statement);
}

void Statements::forall_proof(const typed::ForallStatement& node, const typed::Stmt& statement) {
    const Quantifiers::Coverage coverage =
        quantifiers_.enumerate(quantifiers_.restrictions(node), Quantifiers::Search::Sample, [&] {
            if (node.range != nullptr && !evaluation_.holds(*node.range)) {
                return true;
            }
            if (node.body == nullptr) {
                return true;
            }
            exec(*node.body);
            for (const typed::Clause& clause : node.ensures) {
                checks_.attempt([&] {
                    conditions_.require(*clause.expr, {Rule::ForallProof, {}, clause.error_message});
                });
            }
            return true;
        });
    if (coverage == Quantifiers::Coverage::Some) {
        throw Unknown{"a forall statement ranges over more values than can be tried", statement.range};
    }
}

} // namespace daphnia::interpret
