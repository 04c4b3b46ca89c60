#include "verify/redundancies.h"

#include "support/match.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace daphnia::verify {

namespace {

using Status = solver::Answer::Status;

// Of the allowance, for finding the proofs again.
constexpr std::uint64_t kParts = 8;
// A proof that needs less is mostly no longer than one that needs more; what is none is not waited for.
constexpr std::uint64_t kTimesAsMuch = 4;
constexpr std::uint64_t kAtLeast = 50'000;

bool same(const ivl::Premise& a, const ivl::Premise& b) {
    return a.kind == b.kind && a.conjunct == b.conjunct;
}

bool same(const vcgen::Condition& a, const vcgen::Condition& b) {
    return a.goal == b.goal && a.hypotheses == b.hypotheses;
}

const std::optional<ivl::Premise>& premise_of(const vcgen::PassiveStatement& statement) {
    const auto* assertion = std::get_if<ivl::Assert>(&statement);
    return assertion != nullptr ? assertion->premise : std::get<ivl::Assume>(statement).premise;
}

bool contains(const std::vector<ivl::Premise>& premises, const ivl::Premise& wanted) {
    return std::any_of(premises.begin(), premises.end(), [&](const ivl::Premise& each) { return same(each, wanted); });
}

// What is there because of these is taken away; places stay what they are.
vcgen::PassiveProcedure without(vcgen::PassiveProcedure procedure, const std::vector<ivl::Premise>& premises,
                                logic::TermStore& store) {
    for (vcgen::PassiveBlock& block : procedure.blocks) {
        for (vcgen::PassiveStatement& statement : block.statements) {
            const std::optional<ivl::Premise>& premise = premise_of(statement);
            if (premise && contains(premises, *premise)) {
                statement = ivl::Assume{store.true_()};
            }
        }
    }
    return procedure;
}

// A condition that was proved, and how.
struct Proof {
    std::optional<vcgen::Obligation> obligation; // nothing: of the whole procedure
    vcgen::Condition condition;
    solver::Attempt attempt;
    std::uint64_t resources = 0;
};

struct ProvedProcedure {
    vcgen::PassiveProcedure procedure;
    std::vector<Proof> proofs; // one of the whole, or one of each obligation
};

// A requires clause that two declarations share, or that no body can need, is not judged by one proof.
class SharesRequires {
  public:
    explicit SharesRequires(const typed::Program& program) : program_(program) {}

    bool operator()(const std::unique_ptr<typed::Function>& function) const {
        return function->body == nullptr || function->by_method != nullptr;
    }
    bool operator()(const std::unique_ptr<typed::Method>& method) const {
        return method->body == nullptr ||
               std::any_of(program_.declarations.begin(), program_.declarations.end(), [&](const auto& each) {
                   const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&each);
                   return function != nullptr && (*function)->by_method == method.get();
               });
    }
    bool operator()(const std::unique_ptr<typed::Constant>&) const { return true; }

  private:
    const typed::Program& program_;
};

class Necessity {
  public:
    Necessity(const Task& task, Questions& questions) : questions_(questions) {
        const bool no_requires = support::match(*task.declaration, SharesRequires(task.context->program));
        for (const ivl::Procedure& procedure : questions.procedures()) {
            parts_.push_back({vcgen::passify(procedure, questions.store()), {}});
            collect(parts_.back().procedure, no_requires);
        }
    }

    // The redundant ones, from the last to the first: of two that say the same the first is kept.
    std::vector<ivl::Premise> run() {
        std::vector<ivl::Premise> result;
        if (premises_.empty() || !find_proofs()) {
            return result;
        }
        for (auto premise = premises_.rbegin(); premise != premises_.rend(); ++premise) {
            if (!is_proved_without({*premise})) {
                continue;
            }
            std::vector<ivl::Premise> together = result;
            together.push_back(*premise);
            if (result.empty() || is_proved_without(together)) {
                result = std::move(together);
            }
        }
        return result;
    }

    const std::vector<ivl::Premise>& premises() const { return premises_; }

  private:
    void collect(const vcgen::PassiveProcedure& procedure, bool no_requires) {
        for (const vcgen::PassiveBlock& block : procedure.blocks) {
            for (const vcgen::PassiveStatement& statement : block.statements) {
                const std::optional<ivl::Premise>& premise = premise_of(statement);
                if (premise && !contains(premises_, *premise) &&
                    !(no_requires && premise->kind == ivl::PremiseKind::Requires)) {
                    premises_.push_back(*premise);
                }
            }
        }
    }

    bool find_proofs() {
        return std::all_of(parts_.begin(), parts_.end(),
                           [&](ProvedProcedure& part) { return prove_whole(part) || prove_each(part); });
    }

    bool prove_whole(ProvedProcedure& part) {
        return prove(part, std::nullopt, vcgen::whole(part.procedure, questions_.store()), solver::Occasion::Together,
                     kParts);
    }

    bool prove_each(ProvedProcedure& part) {
        const std::vector<vcgen::Obligation> obligations = vcgen::obligations(part.procedure);
        return std::all_of(obligations.begin(), obligations.end(), [&](const vcgen::Obligation& obligation) {
            return obligation.trivial ||
                   prove(part, obligation, vcgen::single(part.procedure, obligation, questions_.store()),
                         solver::Occasion::Alone, 2 * obligations.size());
        });
    }

    bool prove(ProvedProcedure& part, const std::optional<vcgen::Obligation>& obligation,
               const vcgen::Condition& condition, solver::Occasion occasion, std::uint64_t parts) {
        for (const solver::Attempt& attempt : questions_.attempts(occasion, condition)) {
            const solver::Answer answer = questions_.ask(condition, attempt, parts);
            if (answer.status == Status::Proved) {
                part.proofs.push_back({obligation, condition, attempt, answer.resources_used});
                return true;
            }
        }
        return false;
    }

    bool is_proved_without(const std::vector<ivl::Premise>& premises) {
        return std::all_of(parts_.begin(), parts_.end(), [&](const ProvedProcedure& part) {
            const vcgen::PassiveProcedure rest = without(part.procedure, premises, questions_.store());
            return std::all_of(part.proofs.begin(), part.proofs.end(),
                               [&](const Proof& proof) { return still_holds(proof, rest); });
        });
    }

    bool still_holds(const Proof& proof, const vcgen::PassiveProcedure& rest) {
        vcgen::Condition condition;
        if (proof.obligation) {
            const auto& statement = rest.blocks[proof.obligation->block].statements[proof.obligation->statement];
            if (std::holds_alternative<ivl::Assume>(statement)) {
                return true; // it is gone itself
            }
            condition = vcgen::single(rest, *proof.obligation, questions_.store());
        } else {
            condition = vcgen::whole(rest, questions_.store());
        }
        return same(condition, proof.condition) ||
               questions_.ask(condition, proof.attempt, 1, kTimesAsMuch * proof.resources + kAtLeast).status ==
                   Status::Proved;
    }

    Questions& questions_;
    std::vector<ProvedProcedure> parts_;
    std::vector<ivl::Premise> premises_; // in the order of the encoding
};

// In Dafny's words.
Warning warning(const ivl::Premise& premise, bool whole) {
    const support::SourceRange range = whole ? premise.clause : premise.conjunct;
    switch (premise.kind) {
    case ivl::PremiseKind::Requires:
        return {support::Rule::RedundantRequires,
                range,
                whole ? "unnecessary requires clause" : "partly unnecessary requires clause",
                {}};
    case ivl::PremiseKind::Invariant:
        return {support::Rule::RedundantInvariant,
                range,
                whole ? "unnecessary loop invariant" : "partly unnecessary loop invariant",
                {}};
    case ivl::PremiseKind::Assume:
        break;
    }
    return {support::Rule::RedundantAssume, range, "unnecessary (or partly unnecessary) assume statement", {}};
}

} // namespace

std::vector<Warning> redundancies(const Task& task, Questions& questions) {
    Necessity necessity(task, questions);
    const std::vector<ivl::Premise> found = necessity.run();
    const std::vector<ivl::Premise>& all = necessity.premises();
    std::vector<Warning> result;
    for (const ivl::Premise& premise : all) {
        if (!contains(found, premise)) {
            continue;
        }
        const auto of_clause = [&](const ivl::Premise& other) {
            return other.kind == premise.kind && other.clause == premise.clause;
        };
        const bool whole = std::all_of(all.begin(), all.end(), [&](const ivl::Premise& other) {
            return !of_clause(other) || contains(found, other);
        });
        if (!whole || same(*std::find_if(all.begin(), all.end(), of_clause), premise)) { // one for all its conjuncts
            result.push_back(warning(premise, whole));
        }
    }
    return result;
}

} // namespace daphnia::verify
