// The whole way from text to outcomes, without a process of its own.
#include "driver/session.h"
#include "verify/declaration.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

namespace daphnia::driver {
namespace {

Input input(const std::string& text) {
    return {"test.dfy", std::make_unique<const support::SourceFile>("test.dfy", text), ""};
}

verify::Run check(const std::string& text, Goal goal = Goal::Verify, Options options = {}) {
    std::vector<Input> inputs;
    inputs.push_back(input(text));
    return Session(std::move(options)).check(std::move(inputs), goal);
}

constexpr const char* kMixed = R"(
lemma Right(x: int)
  ensures x + 1 > x
{
}

lemma Wrong(x: int)
  ensures x + 1 > 0
  ensures x == x
{
}

method Division(x: int, y: int) returns (q: int)
{
  q := x / y;
  assert q * 0 == 0;
}
)";

TEST(Session, GivesEachDeclarationItsVerdict) {
    const verify::Run run = check(kMixed);
    ASSERT_EQ(run.files.size(), 1U);
    const auto& outcomes = run.files[0].declarations;
    ASSERT_EQ(outcomes.size(), 3U);
    EXPECT_EQ(outcomes[0].name, "Right");
    EXPECT_EQ(outcomes[0].kind, "lemma");
    EXPECT_EQ(outcomes[0].verdict(), verify::Verdict::Proved);
    EXPECT_EQ(outcomes[1].verdict(), verify::Verdict::Unproved);
    EXPECT_EQ(outcomes[2].verdict(), verify::Verdict::Unproved);
    EXPECT_EQ(verify::exit_code(run), 4);
}

TEST(Session, OneFailureHidesNoOther) {
    const verify::Run run = check(kMixed);
    const auto& diagnostics = run.files[0].diagnostics;
    ASSERT_EQ(diagnostics.size(), 2U);
    EXPECT_EQ(diagnostics[0].rule, support::Rule::Postcondition);
    EXPECT_EQ(diagnostics[1].rule, support::Rule::DivisionByZero);
    std::size_t proved = 0;
    for (const auto& obligation : run.files[0].declarations[2].obligations) {
        proved += obligation.verdict == verify::Verdict::Proved ? 1U : 0U;
    }
    EXPECT_GE(proved, 1U); // the assertion after the division
}

TEST(Session, ReachesNoVerdictWhenOnlyResolving) {
    const verify::Run run = check(kMixed, Goal::Resolve);
    EXPECT_EQ(run.files[0].stage, verify::Stage::Resolved);
    EXPECT_TRUE(run.files[0].declarations.empty());
    EXPECT_EQ(verify::exit_code(run), 0);
}

TEST(Session, StopsAtStaticErrors) {
    const verify::Run run = check("method M() { var x: int := true; }");
    EXPECT_EQ(run.files[0].stage, verify::Stage::Rejected);
    EXPECT_EQ(verify::exit_code(run), 2);
    ASSERT_EQ(run.files[0].diagnostics.size(), 1U);
}

TEST(Session, ChecksSelectedDeclarationsOnly) {
    Options options;
    options.filter_symbol = "Right";
    const verify::Run run = check(kMixed, Goal::Verify, options);
    EXPECT_EQ(run.files[0].declarations.size(), 1U);
    EXPECT_EQ(verify::exit_code(run), 0);
}

TEST(Session, TheSameInputGivesTheSameOutcome) {
    const auto costs = [] {
        std::vector<std::uint64_t> result;
        for (const verify::Outcome& outcome : check(kMixed).files[0].declarations) {
            result.push_back(outcome.resources);
        }
        return result;
    };
    EXPECT_EQ(costs(), costs());
}

// What is told while a run is made.
struct Told final : verify::RunObserver {
    void resolved(const verify::Run& run, const std::vector<std::vector<support::SourceRange>>& names) override {
        stage = run.files.at(0).stage;
        planned = names;
    }
    void started(std::size_t, std::size_t declaration) override {
        order.push_back("start " + std::to_string(declaration));
    }
    void outcome(std::size_t, std::size_t declaration, const std::vector<support::Diagnostic>& found) override {
        order.push_back("outcome " + std::to_string(declaration) + " " + std::to_string(found.size()));
    }
    void finished(const verify::Run& run, std::size_t file) override {
        order.push_back("file " + std::to_string(file) + " " + std::to_string(run.files[file].declarations.size()));
    }

    std::optional<verify::Stage> stage;
    std::vector<std::vector<support::SourceRange>> planned;
    std::vector<std::string> order;
};

TEST(Session, TellsOfEachDeclarationAsItIsKnown) {
    Options options;
    options.verify.cores = 1;
    Told told;
    std::vector<Input> inputs;
    inputs.push_back(input(kMixed));
    Session(options).check(std::move(inputs), Goal::Verify, &told);
    EXPECT_EQ(told.stage, verify::Stage::Verified);
    ASSERT_EQ(told.planned.size(), 1U);
    EXPECT_EQ(told.planned[0].size(), 3U);
    EXPECT_EQ(told.order, (std::vector<std::string>{"start 0", "outcome 0 0", "start 1", "outcome 1 1", "start 2",
                                                    "outcome 2 1", "file 0 3"}));
}

TEST(Session, TellsOfFilesThatAreNotVerified) {
    Told told;
    std::vector<Input> inputs;
    inputs.push_back(input("method M() { var x: int := true; }"));
    Session({}).check(std::move(inputs), Goal::Verify, &told);
    EXPECT_EQ(told.stage, verify::Stage::Rejected);
    EXPECT_EQ(told.order, std::vector<std::string>{"file 0 0"});
}

std::vector<std::string> names_of(const Resolved& resolved) {
    std::vector<std::string> result;
    if (resolved.program) {
        for (const typed::Declaration& declaration : resolved.program->declarations) {
            result.push_back(verify::describe(declaration).name);
        }
    }
    return result;
}

// What is left out, as text.
std::vector<std::string> left_out(const Resolved& resolved) {
    std::vector<std::string> result;
    for (const support::SourceRange& range : resolved.left_out) {
        EXPECT_EQ(range.file, resolved.source.get());
        result.emplace_back(resolved.source->text().substr(range.begin, range.end - range.begin));
    }
    return result;
}

TEST(Resolved, OfAProgramWithoutErrorsIsAllOfIt) {
    const Resolved resolved = Session({}).resolve(input(kMixed));
    EXPECT_TRUE(resolved.is_complete);
    EXPECT_TRUE(resolved.diagnostics.empty());
    EXPECT_EQ(names_of(resolved), (std::vector<std::string>{"Right", "Wrong", "Division"}));
    EXPECT_TRUE(resolved.left_out.empty());
    EXPECT_EQ(verify::describe(resolved.program->declarations[0]).name_range.file, resolved.source.get());
}

constexpr const char* kErrors = R"(
method Callee(x: int) returns (y: int)
{
  y := true;
}

method Caller()
{
  var y := Callee(3);
}

ghost predicate Odd(x: Unknown) { true }

lemma AboutOdd(x: int)
  ensures Odd(x)
{
}

module Inner {
  function Half(x: int): int { x / 2 }
  function Wrong(x: int): bool { x + 1 }
  function Broken(x: int): int { x + }
}
)";

TEST(Resolved, KeepsWhatIsRightBesideErrors) {
    const Resolved resolved = Session({}).resolve(input(kErrors));
    EXPECT_FALSE(resolved.is_complete);
    EXPECT_FALSE(resolved.diagnostics.empty());
    ASSERT_TRUE(resolved.program.has_value());
    const std::vector<std::string> names = names_of(resolved);
    const auto has = [&](const char* name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    EXPECT_TRUE(has("Callee")) << testing::PrintToString(names); // without its body
    EXPECT_TRUE(has("Caller"));
    EXPECT_TRUE(has("Inner.Half"));
    EXPECT_TRUE(has("Inner.Wrong")) << testing::PrintToString(names) << testing::PrintToString(left_out(resolved));
    EXPECT_FALSE(has("Odd"));
    EXPECT_FALSE(has("AboutOdd"));
    const std::vector<std::string> out = left_out(resolved);
    EXPECT_EQ(out.front(), "{\n  y := true;\n}");
    EXPECT_NE(std::find(out.begin(), out.end(), "ghost predicate Odd(x: Unknown)"), out.end());
    const auto& callee = resolved.program->declarations.front();
    EXPECT_FALSE(verify::describe(callee).has_body);
    const support::SourceRange name = verify::describe(callee).name_range;
    EXPECT_EQ(name.file, resolved.program_source.get());
    EXPECT_EQ(resolved.source->text().substr(name.begin, name.end - name.begin), "Callee");
}

// The names that stand for what is declared as `name`, as lines, in all that was resolved.
std::set<std::uint32_t> lines_with(const Resolved& resolved, std::string_view name) {
    std::set<std::uint32_t> result;
    for (const resolve::References* references : {&resolved.references, &resolved.references_in_program}) {
        for (const resolve::Reference& each : references->uses()) {
            if (each.declaration.has_file() && each.declaration.text() == name) {
                result.insert(each.use.begin_place().line);
            }
        }
    }
    return result;
}

TEST(Resolved, KnowsWhatNamesStandForBesideErrors) {
    const Resolved resolved = Session({}).resolve(input(kErrors));
    EXPECT_EQ(lines_with(resolved, "Callee"), (std::set<std::uint32_t>{9}));
    EXPECT_EQ(lines_with(resolved, "y"), (std::set<std::uint32_t>{4})); // in a body that is left out
    EXPECT_EQ(lines_with(resolved, "Odd"), (std::set<std::uint32_t>{15}));
    EXPECT_EQ(lines_with(resolved, "x"), (std::set<std::uint32_t>{15, 20, 21}));
    const Resolved complete = Session({}).resolve(input("method M(a: int) { print a; }"));
    EXPECT_EQ(lines_with(complete, "a"), (std::set<std::uint32_t>{1}));
    EXPECT_EQ(complete.references.uses().front().use.file, complete.source.get());
}

TEST(Resolved, OfNothingIsNothing) {
    const Resolved unreadable = Session({}).resolve({"none.dfy", nullptr, "none.dfy: no such file"});
    EXPECT_FALSE(unreadable.is_complete);
    EXPECT_FALSE(unreadable.program.has_value());
    EXPECT_EQ(unreadable.source, nullptr);
    ASSERT_EQ(unreadable.diagnostics.size(), 1U);
    const Resolved hopeless = Session({}).resolve(input("include \"/nowhere/at/all.dfy\"\nmethod M() {}\n"));
    EXPECT_FALSE(hopeless.is_complete);
}

TEST(DumpStage, HasANameForEach) {
    EXPECT_EQ(dump_stage("ast"), DumpStage::Ast);
    EXPECT_EQ(dump_stage("typed"), DumpStage::Typed);
    EXPECT_EQ(dump_stage("program"), DumpStage::Typed);
    EXPECT_EQ(dump_stage("smt2"), DumpStage::Smt2);
    EXPECT_EQ(dump_stage("llvm"), std::nullopt);
}

} // namespace
} // namespace daphnia::driver
