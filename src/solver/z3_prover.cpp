// How Z3 is asked: what is worth a try, in which order, and for how much.
#include "solver/solver.h"

#include "solver/z3_context.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::solver {

namespace {

// The weight of the theories' axioms at the second attempt: deeper chains of instances, at a higher price.
constexpr int kDeepWeight = 3;
constexpr std::uint32_t kDeepSeed = 7;
// An attempt that runs out of resources says nothing new if it has had enough of them for most of the proofs that are
// found by it at all.
constexpr std::uint64_t kEnough = 1'000'000;

// The other arithmetic solver, for products only and with little of everything, for all of them together.
constexpr std::uint32_t kOtherArithmetic = 6;
constexpr Budget kOtherTogether{2'000'000, 2'000, 0};
constexpr std::uint64_t kOtherParts = 2;

// What the solver's arithmetic finds out about products is luck, and when it is found, it is found soon: a few short
// attempts with different seeds are worth more than a long one (Gomes, Selman, Kautz: Boosting Combinatorial Search
// through Randomization, 1998).
constexpr std::uint32_t kRestarts = 4;
constexpr Budget kBrief{60'000, 400, 0};

// A proof that something is impossible is cheap when there is one.
constexpr std::uint64_t kAside = 20'000;

// Short attempts with different seeds, products put in both ways by turns.
std::vector<Attempt> restarts(const Attempt& model, Products first) {
    const Products second = first == Products::Native ? Products::Named : Products::Native;
    std::vector<Attempt> result(kRestarts, model);
    for (std::uint32_t i = 0; i < kRestarts; ++i) {
        result[i].seed += i;
        result[i].products = i % 2 == 0 ? first : second;
        result[i].most = kBrief;
    }
    return result;
}

// What the solver gives up on is asked about once more, with the laws that the theories keep in reserve. Products of
// unknowns can keep its arithmetic busy for ever, and those laws need none of it: the second attempt is made after a
// limit, too, then.
std::vector<Attempt> alone(bool products) {
    std::vector<Attempt> result;
    Attempt main;
    if (products) {
        result = restarts(main, Products::Native);
        main.parts = 2;
    }
    result.push_back(main);
    Attempt deep;
    deep.role = products ? Attempt::Role::AfterAll : Attempt::Role::AfterGivingUp;
    deep.manner = Manner::Deep;
    deep.seed = kDeepSeed;
    deep.effort = logic::Effort::Further;
    deep.products = Products::Named;
    deep.enough = kEnough;
    result.push_back(deep);
    return result;
}

std::vector<Attempt> last_resort() {
    Attempt other;
    other.manner = Manner::OtherArithmetic;
    other.parts = kOtherParts;
    other.enough = kEnough;
    std::vector<Attempt> result = restarts(other, Products::Named);
    other.seed = kRestarts;
    other.products = Products::Named;
    result.push_back(other);
    return result;
}

class Z3Prover final : public Prover {
  public:
    explicit Z3Prover(const ProverOptions& options) : options_(options) {}

    std::string name() const override { return version(); }

    Plan plan(Occasion occasion, bool products) const override {
        switch (occasion) {
        case Occasion::Together:
            return {{Attempt{}}, {}};
        case Occasion::Alone:
            return {alone(products), {}};
        case Occasion::LastResort:
            return {products && options_.nonlinear ? last_resort() : std::vector<Attempt>{}, kOtherTogether};
        case Occasion::Aside: {
            Attempt brief;
            brief.most.resources = kAside;
            return {{brief}, {}};
        }
        }
        throw support::InternalError("an occasion that nobody knows");
    }

    std::string parameters(const Attempt& attempt) const override {
        const Options options = options_of(attempt);
        std::string result = full_version();
        for (const auto& [name, value] : solver::parameters(options)) {
            result += fmt::format(" {}={}", name, value);
        }
        return result + (options.theory_weight ? fmt::format(" theory weight {}", *options.theory_weight) : "");
    }

    Answer prove(const Query& query, const Budget& budget, const Attempt& attempt) const override {
        Answer answer = solver::prove(query, budget, options_of(attempt));
        if (budget.resources != 0) {
            // A step of non-linear arithmetic may count for millions that nobody has waited for.
            answer.resources_used = std::min(answer.resources_used, budget.resources);
        }
        return answer;
    }

  private:
    Options options_of(const Attempt& attempt) const {
        Options options;
        options.seed = options_.seed + attempt.seed;
        options.nonlinear = options_.nonlinear;
        options.renaming = options_.renaming;
        switch (attempt.manner) {
        case Manner::Usual:
            break;
        case Manner::Deep:
            options.theory_weight = kDeepWeight;
            break;
        case Manner::OtherArithmetic:
            options.arithmetic = kOtherArithmetic;
            break;
        }
        return options;
    }

    ProverOptions options_;
};

} // namespace

std::unique_ptr<const Prover> z3_prover(const ProverOptions& options) {
    return std::make_unique<const Z3Prover>(options);
}

} // namespace daphnia::solver
