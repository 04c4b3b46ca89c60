// A task asks its prover for attempts and makes them; a prover of the test's own says what was asked, and answers.
#include "verify/task.h"
#include "verify/verify.h"

#include "parse/parse.h"
#include "resolve/resolve.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>

namespace daphnia::verify {
namespace {

using solver::Answer;
using solver::Attempt;
using solver::Occasion;
using Status = Answer::Status;

struct Asked {
    solver::Query query;
    solver::Budget budget;
    Attempt attempt;
};

// Its attempts are told apart by their seeds.
class Fake final : public solver::Prover {
  public:
    using Reply = std::function<Answer(const Asked&)>;
    explicit Fake(Reply reply) : reply_(std::move(reply)) {}

    std::string name() const override { return "fake"; }
    std::string parameters(const Attempt&) const override { return {}; }
    solver::Plan plan(Occasion occasion, bool) const override {
        const auto found = plans.find(occasion);
        return found == plans.end() ? solver::Plan{{Attempt{}}, {}} : found->second;
    }
    Answer prove(const solver::Query& query, const solver::Budget& budget, const Attempt& attempt) const override {
        asked.push_back({query, budget, attempt});
        return reply_(asked.back());
    }

    std::map<Occasion, solver::Plan> plans{{Occasion::LastResort, {}}};
    mutable std::vector<Asked> asked;

  private:
    Reply reply_;
};

Answer answer(Status status, Limit limit = Limit::None, std::uint64_t resources = 10) {
    Answer result;
    result.status = status;
    result.limit = limit;
    result.resources_used = resources;
    return result;
}

Attempt attempt(std::uint32_t seed, Attempt::Role role = Attempt::Role::Deciding) {
    Attempt result;
    result.seed = seed;
    result.role = role;
    return result;
}

struct Heard final : public TaskListener {
    void announce(const std::vector<ivl::Origin>& origins) override { obligations.resize(origins.size()); }
    void spent(std::uint64_t units, double) override { resources += units; }
    void answer(const TaskAnswer& given) override {
        for (std::size_t i = given.first; i < given.first + given.count; ++i) {
            obligations.at(i).verdict = given.verdict;
            obligations.at(i).limit = given.limit;
        }
    }
    void explain(std::size_t, const refute::Finding&) override {}
    void vacuous(Vacuity) override { ++vacuities; }
    void warn(const Warning&) override {}
    void cache_used(const cache::Usage&) override {}
    void second_opinion(std::size_t index, const SecondOpinion& opinion) override {
        obligations.at(index).second = opinion;
    }

    struct Obligation {
        Verdict verdict = Verdict::Exhausted;
        Limit limit = Limit::None;
        SecondOpinion second;
    };
    std::vector<Obligation> obligations;
    std::uint64_t resources = 0;
    int vacuities = 0;
};

// Two obligations, or one.
constexpr const char* kTwo = "method M(x: int, y: int)\n{\n  assert x * 2 != 7;\n  assert x < y || y <= x;\n}\n";
constexpr const char* kOne = "method M(x: int, y: int)\n{\n  assert x < y;\n}\n";

Heard run(const char* text, const solver::Prover& first, const solver::Prover* second = nullptr,
          TaskOptions options = {}) {
    const support::SourceFile file("a.dfy", text);
    support::DiagnosticList sink;
    const ast::Program parsed = parse::parse(file, sink);
    const std::optional<typed::Program> program = resolve::resolve(parsed, sink, {});
    EXPECT_FALSE(sink.has_errors());
    const encode::Context context(*program, {});
    const support::SourceFiles files{{&file}, {}};
    Heard heard;
    run_task({&context, &program->declarations.front(), &files}, options, {first, second}, heard);
    return heard;
}

TEST(Task, AProofOfAllIsOneQuestion) {
    const Fake prover([](const Asked&) { return answer(Status::Proved); });
    const Heard heard = run(kTwo, prover);
    ASSERT_EQ(heard.obligations.size(), 2U);
    EXPECT_EQ(heard.obligations[0].verdict, Verdict::Proved);
    EXPECT_EQ(heard.obligations[1].verdict, Verdict::Proved);
    EXPECT_EQ(prover.asked.size(), 1U);
    EXPECT_EQ(heard.resources, 10U);
}

TEST(Task, AttemptsAreMadeInTurnUntilOneProves) {
    Fake prover([](const Asked& asked) { return answer(asked.attempt.seed == 2 ? Status::Proved : Status::Unknown); });
    prover.plans[Occasion::Alone].attempts = {attempt(1), attempt(2), attempt(3)};
    EXPECT_EQ(run(kOne, prover).obligations[0].verdict, Verdict::Proved);
    ASSERT_EQ(prover.asked.size(), 2U);
    EXPECT_EQ(prover.asked[1].attempt.seed, 2U);
}

TEST(Task, TheLastDecidingAttemptDecides) {
    Fake prover([](const Asked& asked) {
        return asked.attempt.seed == 1 ? answer(Status::Unknown) : answer(Status::OutOfBudget, Limit::Time);
    });
    prover.plans[Occasion::Alone].attempts = {attempt(1), attempt(2)};
    const Heard heard = run(kOne, prover);
    EXPECT_EQ(heard.obligations[0].verdict, Verdict::Exhausted);
    EXPECT_EQ(heard.obligations[0].limit, Limit::Time);
}

TEST(Task, FurtherAttemptsComeAfterGivingUp) {
    for (const auto& [role, count] : {std::pair(Attempt::Role::AfterGivingUp, 1U), {Attempt::Role::AfterAll, 2U}}) {
        Fake prover([](const Asked&) { return answer(Status::OutOfBudget, Limit::Resources); });
        prover.plans[Occasion::Alone].attempts = {attempt(1), attempt(2, role)};
        EXPECT_EQ(run(kOne, prover).obligations[0].verdict, Verdict::Exhausted);
        EXPECT_EQ(prover.asked.size(), count);
    }
}

// An attempt that has had enough has looked: that it runs out of resources then changes nothing.
TEST(Task, FurtherAttemptsMayBeCutShort) {
    for (const auto& [used, verdict] : {std::pair(99U, Verdict::Exhausted), {100U, Verdict::Unproved}}) {
        Fake prover([used = used](const Asked& asked) {
            return asked.attempt.seed == 1 ? answer(Status::CounterModel)
                                           : answer(Status::OutOfBudget, Limit::Resources, used);
        });
        Attempt further = attempt(2, Attempt::Role::AfterGivingUp);
        further.enough = 100;
        prover.plans[Occasion::Alone].attempts = {attempt(1), further};
        EXPECT_EQ(run(kOne, prover).obligations[0].verdict, verdict) << used;
    }
}

TEST(Task, AnAttemptGetsItsShareAndNoMoreThanItTakes) {
    Fake prover([](const Asked&) { return answer(Status::Unknown, Limit::None, 0); });
    Attempt half = attempt(1);
    half.parts = 2;
    Attempt little = attempt(2);
    little.most = {50, 7, 0};
    prover.plans[Occasion::Alone].attempts = {half, little};
    TaskOptions options;
    options.limits = {1'000, 8, 0};
    run(kOne, prover, nullptr, options);
    ASSERT_EQ(prover.asked.size(), 2U);
    EXPECT_EQ(prover.asked[0].budget.resources, 250U); // of two parts of what there is one is kept for later
    EXPECT_EQ(prover.asked[1].budget.resources, 50U);
    EXPECT_EQ(prover.asked[1].budget.milliseconds, 7U);
}

TEST(Task, ALastResortHasABudgetOfItsOwn) {
    Fake prover([](const Asked& asked) { return answer(asked.attempt.seed == 9 ? Status::Proved : Status::Unknown); });
    prover.plans[Occasion::LastResort] = {{attempt(8), attempt(9)}, {600, 0, 0}};
    const Heard heard = run(kOne, prover);
    EXPECT_EQ(heard.obligations[0].verdict, Verdict::Proved);
    ASSERT_EQ(prover.asked.size(), 3U);
    EXPECT_EQ(prover.asked[1].budget.resources, 600U);
    EXPECT_EQ(prover.asked[2].budget.resources, 590U);
}

TEST(SecondOpinion, IsAskedAboutWhatIsProvedAndChangesNoVerdict) {
    for (const auto& [status, opinion] : {std::pair(Status::Proved, Opinion::Agrees),
                                          {Status::Disproved, Opinion::Contradicts},
                                          {Status::Unknown, Opinion::Unknown},
                                          {Status::CounterModel, Opinion::Unknown},
                                          {Status::OutOfBudget, Opinion::OutOfBudget},
                                          {Status::Failed, Opinion::Failed}}) {
        const Fake second([status = status](const Asked&) { return answer(status); });
        const Fake proves([](const Asked&) { return answer(Status::Proved); });
        const Heard heard = run(kTwo, proves, &second);
        for (const Heard::Obligation& obligation : heard.obligations) {
            EXPECT_EQ(obligation.verdict, Verdict::Proved);
            EXPECT_EQ(obligation.second.opinion, opinion);
        }
        EXPECT_EQ(heard.resources, 10U); // of the first only
    }
}

TEST(SecondOpinion, IsNotAskedAboutWhatIsNotProved) {
    const Fake gives_up([](const Asked&) { return answer(Status::Unknown); });
    const Fake second([](const Asked&) { return answer(Status::Disproved); });
    const Heard heard = run(kOne, gives_up, &second);
    EXPECT_EQ(heard.obligations[0].second.opinion, Opinion::None);
    EXPECT_TRUE(second.asked.empty());
}

// A proof may have used more axioms than the condition mentions.
TEST(SecondOpinion, ContradictsWithAllAxiomsOnly) {
    constexpr const char* kAxioms = "method M(s: seq<int>, a: array<int>)\n{\n  assert |s| >= 0;\n}\n";
    const Fake proves([](const Asked&) { return answer(Status::Proved); });
    std::vector<std::size_t> axioms;
    const Fake second([&](const Asked& asked) {
        axioms.push_back(asked.query.axioms.size());
        return answer(axioms.size() == 1 ? Status::Disproved : Status::Unknown);
    });
    const Heard heard = run(kAxioms, proves, &second);
    EXPECT_EQ(heard.obligations[0].second.opinion, Opinion::Unknown);
    ASSERT_EQ(axioms.size(), 2U);
    EXPECT_LT(axioms[0], axioms[1]);
}

struct Happened final : Outcomes {
    void started(std::size_t task) override { order.push_back("start " + std::to_string(task)); }
    void outcome(std::size_t task, Outcome outcome) override {
        order.push_back(outcome.name + " " + std::string(to_string(outcome.verdict())));
        EXPECT_LT(task, 3U);
    }
    void cancelled(std::size_t task) override { order.push_back("cancel " + std::to_string(task)); }

    std::vector<std::string> order;
};

// Verification in a loop of the test's own, with a task that is cancelled before it starts.
TEST(Verification, TellsWhatHappensAsItHappens) {
    const support::SourceFile file("a.dfy", "lemma A() ensures 1 < 2 {}\nlemma B() ensures 1 < 2 {}\n"
                                            "lemma C(x: int) ensures x < 2 {}\n");
    support::DiagnosticList sink;
    const ast::Program parsed = parse::parse(file, sink);
    const std::optional<typed::Program> program = resolve::resolve(parsed, sink, {});
    const encode::Context context(*program, {});
    const support::SourceFiles files{{&file}, {}};
    std::vector<Task> tasks;
    for (const typed::Declaration& declaration : program->declarations) {
        tasks.push_back({&context, &declaration, &files});
    }
    Options options;
    options.cores = 1;
    Happened happened;
    Verification verification(tasks, options, happened);
    verification.cancel(1);
    while (!verification.is_done()) {
        verification.wait();
        verification.step();
    }
    EXPECT_EQ(happened.order, (std::vector<std::string>{"cancel 1", "start 0", "A proved", "start 2", "C unproved"}));
}

TEST(Verification, OfNothingIsDone) {
    Happened happened;
    const Verification verification({}, {}, happened);
    EXPECT_TRUE(verification.is_done());
    EXPECT_TRUE(verification.file_descriptors().empty());
}

} // namespace
} // namespace daphnia::verify
