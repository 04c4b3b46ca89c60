// Answers, budgets and exports of the solver: only what it proved is Proved.
#include "judge.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace daphnia::solver {
namespace {

using Status = Answer::Status;

// A matching loop without end.
const std::string kEndless = "(=> (forall ((h Int)) (! (< (f h) (f (f h))) :pattern ((f h)))) (< (f x) 0))";

TEST(Solver, ProvesWhatFollows) {
    Judge judge;
    EXPECT_EQ(judge.ask("(=> (and (< x y) (< y z)) (< (+ x 1) z))").status, Status::Proved);
    EXPECT_EQ(judge.ask("(=> (and p (=> p q)) q)").status, Status::Proved);
    EXPECT_EQ(judge.ask("(= (select (store (store row 1 x) 2 y) 1) x)").status, Status::Proved);
    EXPECT_EQ(judge.ask("(=> (< 0 y) (and (<= 0 (mod x y)) (= x (+ (* y (div x y)) (mod x y)))))").status,
              Status::Proved);
    EXPECT_EQ(judge.ask("(<= 0 (* x x))").status, Status::Proved);
}

TEST(Solver, UsesHypothesesAndAxioms) {
    Judge judge;
    logic::Term small = judge.read("(< x y)");
    EXPECT_EQ(prove(judge.query(judge.read("(< (- x 1) y)"), {small})).status, Status::Proved);
    EXPECT_EQ(prove(judge.query(judge.read("(< x 1)"), {judge.read("(= y 1)"), small})).status, Status::Proved);
    EXPECT_EQ(prove(judge.query(judge.read("false"), {judge.read("(and p (not p))")})).status, Status::Proved);
}

TEST(Solver, TrivialQueriesCostNothing) {
    Judge judge;
    for (const Query& query : {judge.query(judge.store.true_()),
                               judge.query(judge.store.false_(), {judge.store.false_(), judge.read("(< x y)")})}) {
        Answer answer = prove(query);
        EXPECT_EQ(answer.status, Status::Proved);
        EXPECT_EQ(answer.resources_used, 0U);
    }
}

TEST(Solver, GivesACandidateForWhatDoesNotFollow) {
    Judge judge;
    Answer answer = judge.ask("(=> (and (<= (- 5) x) (< (* 2 x) y) p) (<= 0 y))");
    ASSERT_EQ(answer.status, Status::CounterModel);
    EXPECT_EQ(answer.reason, "satisfiable");
    ASSERT_NE(answer.model, nullptr);
    support::Integer x = answer.model->integer(judge.read("x")).value();
    support::Integer y = answer.model->integer(judge.read("y")).value();
    EXPECT_TRUE(-5 <= x && 2 * x < y && y < 0);
    EXPECT_EQ(answer.model->boolean(judge.read("p")), true);
    EXPECT_EQ(answer.model->boolean(judge.read("(< y 0)")), true);
    EXPECT_EQ(answer.model->integer(judge.read("(+ y 3)")), support::Integer(y + 3));
    EXPECT_EQ(answer.model->integer(judge.read("p")), std::nullopt);
    EXPECT_EQ(answer.model->boolean(judge.read("x")), std::nullopt);
}

TEST(Solver, CandidateSequencesCanBeRead) {
    Judge judge;
    Answer answer = judge.ask("(=> (= (length s) 2) (< (at s 0) (at s 1)))");
    ASSERT_EQ(answer.status, Status::CounterModel);
    EXPECT_EQ(answer.model->integer(judge.read("(length s)")), support::Integer(2));
    support::Integer first = answer.model->integer(judge.read("(at s 0)")).value();
    EXPECT_GE(first, answer.model->integer(judge.read("(at s 1)")).value());
    EXPECT_FALSE(answer.model->text(judge.read("s")).empty());
}

TEST(Solver, ModelsOutliveTheirAnswer) {
    Judge judge;
    std::shared_ptr<CandidateModel> model = judge.ask("(distinct x 3)").model;
    judge.ask("(distinct x 4)");
    EXPECT_EQ(model->integer(judge.read("x")), support::Integer(3));
}

TEST(Solver, LargeNumbersKeepTheirValue) {
    Judge judge;
    Answer answer = judge.ask("(distinct x (- 123456789012345678901234567890))");
    EXPECT_EQ(answer.model->integer(judge.read("x")), support::Integer("-123456789012345678901234567890"));
}

TEST(Solver, ExhaustedIsNotProved) {
    Judge judge;
    Answer answer = prove(judge.query(judge.read(kEndless)), {20'000, 0, 0}, {0, {}, true, 1'000'000});
    EXPECT_EQ(answer.status, Status::OutOfBudget);
    EXPECT_FALSE(answer.reason.empty());
    EXPECT_GE(answer.resources_used, 20'000U);
    EXPECT_LT(answer.resources_used, 40'000U);
    EXPECT_EQ(answer.model, nullptr);
}

TEST(Solver, ResourcesAreTheSameEachTime) {
    Judge judge;
    const std::string fact = "(equal (append (append s t) u) (append s (append t u)))";
    Answer first = judge.ask(fact);
    Judge other;
    EXPECT_EQ(other.ask(fact).resources_used, first.resources_used);
    EXPECT_GT(first.resources_used, 0U);
}

TEST(Solver, TimeIsANet) {
    Judge judge;
    Options eager;
    eager.eager_threshold = 1'000'000; // so that the loop does not starve
    Answer answer = prove(judge.query(judge.read(kEndless)), {0, 100, 0}, eager);
    EXPECT_EQ(answer.status, Status::OutOfBudget);
    EXPECT_LT(answer.seconds, 5.0);
    EXPECT_EQ(judge.ask("(=> p p)", {0, 1, 0}).status, Status::Proved);
    EXPECT_EQ(prove(judge.query(judge.read("(< x (+ x 1))")), {0, 60'000, 0}).status, Status::Proved);
}

// In a process of its own: what Z3 does when memory ends must not touch the other tests.
TEST(Solver, MemoryIsANet) {
    pid_t child = fork();
    ASSERT_NE(child, -1);
    if (child == 0) {
        alarm(60);
        Judge judge;
        Answer answer = prove(judge.query(judge.read(kEndless)), {0, 0, 60}, {0, {}, true, 1'000'000'000});
        Answer next = prove(judge.query(judge.read("(< x (+ x 1))")));
        _exit(answer.status == Status::OutOfBudget && next.status == Status::Proved ? 0 : 1);
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

TEST(Solver, DeepTermsAreAskedToo) {
    Judge judge;
    logic::Term deep = judge.read("x");
    for (int i = 0; i < 20'000; ++i) {
        deep = judge.store.apply(judge.store.find_function("f"), {deep});
    }
    EXPECT_EQ(
        prove(judge.query(judge.store.equal(deep, judge.read("y")), {judge.store.equal(deep, judge.read("y"))})).status,
        Status::Proved);
}

TEST(Solver, VariablesAndConstantsOfOneNameAreDifferent) {
    logic::TermStore store;
    logic::Term variable = store.variable("c", store.int_sort());
    logic::Term constant = store.apply(store.function("c", {}, store.int_sort()), {});
    Query query{{}, {}, store.equal(variable, constant)};
    EXPECT_EQ(prove(query).status, Status::CounterModel);
    EXPECT_NE(export_smt2(query).find("(declare-const |c'| Int)"), std::string::npos);
}

TEST(Solver, TriggersThatCannotMatchAreLeftOut) {
    Judge judge;
    logic::Term h = judge.store.variable("h", judge.store.int_sort());
    logic::Term body = judge.read("(= x x)");
    logic::Term fh = judge.store.apply(judge.store.find_function("f"), {h});
    body = judge.store.less(judge.store.integer(0), fh);
    logic::Term x = judge.read("x");
    for (const logic::Trigger& odd : {logic::Trigger{x}, logic::Trigger{judge.store.add(h, x)}, logic::Trigger{h},
                                      logic::Trigger{judge.store.less(fh, x)}, logic::Trigger{}}) {
        logic::Term all = judge.store.forall({"", {h}, {odd, {fh}}, 0}, body);
        EXPECT_EQ(prove(judge.query(judge.read("(< 0 (f x))"), {all})).status, Status::Proved);
        EXPECT_EQ(prove(judge.query(judge.read("(< 1 (f x))"), {all})).status, Status::CounterModel);
    }
}

TEST(Solver, NestedQuantifiersKeepTheirVariablesApart) {
    Judge judge;
    EXPECT_FALSE(judge.valid("(=> (forall ((a Int)) (exists ((b Int)) (= (f b) a)))"
                             " (exists ((b Int)) (forall ((a Int)) (= (f b) a))))"));
    EXPECT_TRUE(judge.valid("(=> (forall ((a Int)) (! (forall ((b Int)) (! (< (f a) (+ (f b) (select row b)))"
                            " :pattern ((select row b)))) :pattern ((f a)))) (< (f x) (+ (f y) (select row y))))"));
}

// A process that has asked forks, as workers do: the child asks, with a time limit too.
TEST(Solver, WorksInForkedProcesses) {
    keep_memory(0);
    Judge judge;
    ASSERT_TRUE(judge.valid("(< x (+ x 1))"));
    prove(judge.query(judge.read("(< x (+ x 2))")), {0, 1000, 0});
    pid_t child = fork();
    ASSERT_NE(child, -1);
    if (child == 0) {
        alarm(20);
        bool good = judge.valid("(equal (append s empty) s)") &&
                    prove(judge.query(judge.read("(< x (+ x 3))")), {0, 1000, 0}).status == Status::Proved &&
                    prove(judge.query(judge.read(kEndless)), {0, 50, 0}, {0, {}, true, 1'000'000}).status ==
                        Status::OutOfBudget;
        _exit(good ? 0 : 1);
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

#ifndef __SANITIZE_ADDRESS__ // which has a heap of its own
// The tables of one context are some four thousand pages.
TEST(Solver, MemoryIsKeptFromQueryToQuery) {
    const pid_t child = fork();
    ASSERT_NE(child, -1);
    if (child == 0) {
        keep_memory(0);
        Judge judge;
        const auto faults_of_a_query = [&] {
            rusage before{};
            getrusage(RUSAGE_SELF, &before);
            judge.valid("(equal (append s empty) s)");
            rusage after{};
            getrusage(RUSAGE_SELF, &after);
            return after.ru_minflt - before.ru_minflt;
        };
        faults_of_a_query();
        _exit(faults_of_a_query() < 1000 ? 0 : 1);
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}
#endif

TEST(Solver, OptionsAreHeard) {
    Judge judge;
    Query squares = judge.query(judge.read("(<= 0 (* x x))"));
    EXPECT_EQ(prove(squares).status, Status::Proved);
    Options linear;
    linear.nonlinear = false;
    EXPECT_NE(prove(squares, {}, linear).status, Status::Proved);
    Options seeded;
    seeded.seed = 7;
    EXPECT_EQ(prove(squares, {}, seeded).status, Status::Proved);
    EXPECT_NE(export_smt2(squares, seeded).find(" smt.random_seed=7 "), std::string::npos);
    // Six nested appends: beyond the reach of a large weight, within that of a small one.
    Query deep = judge.query(judge.read("(=> (< 0 (length u)) (= (at (append s (append s (append s (append s (append s"
                                        " (append s u)))))) (* 6 (length s))) (at u 0)))"));
    EXPECT_EQ(prove(deep).status, Status::Proved);
    Options heavy;
    heavy.theory_weight = 60;
    EXPECT_NE(prove(deep, {}, heavy).status, Status::Proved);
}

std::string first_line_of(const std::string& command) {
    std::array<char, 256> line{};
    FILE* pipe = popen(command.c_str(), "r");
    std::string result = pipe != nullptr && fgets(line.data(), line.size(), pipe) != nullptr ? line.data() : "";
    if (pipe != nullptr) {
        pclose(pipe);
    }
    return result;
}

// How an exported text says that Z3 is to be called.
std::string z3_command(const std::string& text) {
    const std::size_t begin = text.find("; z3 ") + 2;
    return text.substr(begin, text.find('\n', begin) - begin);
}

TEST(Export, OtherProgramsGiveTheSameAnswer) {
    Judge judge;
    std::string path = testing::TempDir() + "daphnia_export_test.smt2";
    for (const char* text :
         {"(equal (append (append s t) u) (append s (append t u)))", "(equal (append s t) (append t s))",
          "(=> (and (<= i k) (< k j)) (equal (slice (store row k x) i j) (update (slice row i j) (- k i) x)))"}) {
        Query query = judge.query(judge.read(text));
        const std::string exported = export_smt2(query);
        std::ofstream(path) << exported;
        std::string expected = prove(query).status == Status::Proved ? "unsat\n" : "unknown\n";
        if (!first_line_of("z3 --version 2>/dev/null").empty()) {
            EXPECT_EQ(first_line_of(z3_command(exported) + " " + path), expected) << text;
        }
        if (!first_line_of("cvc5 --version 2>/dev/null").empty()) {
            EXPECT_EQ(first_line_of("cvc5 --tlimit=2000 " + path + " 2>/dev/null"), expected) << text;
        }
    }
    std::remove(path.c_str());
}

// cvc5 has one name space for functions, constants and the names of quantifiers.
TEST(Export, NamesOfQuantifiersBelongToNothingElse) {
    Judge judge;
    logic::Term h = judge.store.variable("h", judge.store.int_sort());
    logic::Term fh = judge.store.apply(judge.store.find_function("f"), {h});
    logic::Function taken = judge.store.function("law:f", {}, judge.store.int_sort());
    logic::Term all = judge.store.forall({"f", {h}, {{fh}}, 0}, judge.store.less(judge.store.apply(taken, {}), fh));
    const Query query = judge.query(judge.read("(< x (f 1))"), {all});
    EXPECT_NE(export_smt2(query).find(":qid |a law:f|"), std::string::npos) << export_smt2(query);
    const Query plain =
        judge.query(judge.read("(< x (f 1))"),
                    {judge.store.forall({"f", {h}, {{fh}}, 0}, judge.store.less(judge.store.integer(0), fh))});
    EXPECT_NE(export_smt2(plain).find(":qid |law:f|"), std::string::npos) << export_smt2(plain);
}

TEST(Export, AVariableMayBeBoundInOnePlaceAndFreeInAnother) {
    Judge judge;
    logic::Term h = judge.store.variable("h", judge.store.int_sort());
    logic::Term fh = judge.store.apply(judge.store.find_function("f"), {h});
    logic::Term k = judge.store.variable("k", judge.store.int_sort());
    logic::Term inner = judge.store.forall({"", {k}, {}, 0}, judge.store.less(k, judge.store.add(fh, k)));
    const Query query =
        judge.query(judge.store.less(judge.store.integer(0), fh), {judge.store.forall({"", {h}, {{fh}}, 0}, inner)});
    EXPECT_NE(export_smt2(query).find("(declare-const h Int)"), std::string::npos) << export_smt2(query);
    EXPECT_EQ(export_smt2(query).find("(declare-const k Int)"), std::string::npos) << export_smt2(query);
}

TEST(Export, DoesNotDependOnWhatWasAskedBefore) {
    Judge judge;
    Query query = judge.query(judge.read("(=> (contains s x) (forall ((h Int)) (< (at s h) y)))"));
    std::string before = export_smt2(query);
    prove(query);
    judge.ask("(< (at t 0) (at s 0))");
    EXPECT_EQ(export_smt2(query), before);
}

TEST(Solver, NamesItsVersion) {
    EXPECT_TRUE(version().starts_with("Z3 4."));
}

} // namespace
} // namespace daphnia::solver
