// forall statements: a proof or a write for all values at once.
#include "interpret/expressions.h"
#include "interpret/statements.h"

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

Flow Statements::operator()(const typed::ForallStatement& node) const {
    if (node.kind == typed::ForallKind::Assign) {
        forall_assign(node);
    } else if (engine_.checking()) {
        engine_.attempt([&] { forall_proof(node); });
    }
    return nullptr;
}

// All values and places are those before the statement; distinct instances write distinct places or the same value.
void Statements::forall_assign(const typed::ForallStatement& node) const {
    const typed::Stmt* const body = single_statement(node.body.get());
    if (body == nullptr) {
        return;
    }
    const auto& assign = std::get<typed::Assign>(body->node);
    std::vector<Written> written;
    std::map<std::pair<std::uint32_t, std::size_t>, std::size_t> writers; // of each place, for distinctness
    const Engine::Coverage coverage = engine_.enumerate(engine_.restrictions(node), Engine::Search::Sample, [&] {
        if (node.range != nullptr && !engine_.holds(*node.range)) {
            return true;
        }
        const Place place = engine_.place(assign.targets.at(0));
        Value value = engine_.value_of(assign.values.at(0), place);
        if (engine_.checking()) {
            const auto [known, is_new] = writers.emplace(std::pair(place.array.object, place.index), written.size());
            if (!is_new && !(written[known->second].value == value)) {
                engine_.fail({Rule::DistinctTargets, assign.targets.at(0).range,
                              "left-hand sides for different forall-statement bound variables refer to the same "
                              "location"});
            }
        }
        written.push_back({place, std::move(value)});
        return true;
    });
    if (coverage == Engine::Coverage::Some) {
        throw Unknown{"a forall statement ranges over more values than can be tried", statement_.range};
    }
    for (Written& one : written) {
        engine_.write(one.place, std::move(one.value));
    }
    engine_.observe(statement_);
}

void Statements::forall_proof(const typed::ForallStatement& node) const {
    const Engine::Coverage coverage = engine_.enumerate(engine_.restrictions(node), Engine::Search::Sample, [&] {
        if (node.range != nullptr && !engine_.holds(*node.range)) {
            return true;
        }
        if (node.body == nullptr) {
            return true;
        }
        engine_.exec(*node.body);
        for (const typed::Clause& clause : node.ensures) {
            engine_.attempt([&] { engine_.require(*clause.expr, {Rule::ForallProof, {}, clause.error_message}); });
        }
        return true;
    });
    if (coverage == Engine::Coverage::Some) {
        throw Unknown{"a forall statement ranges over more values than can be tried", statement_.range};
    }
}

} // namespace daphnia::interpret
