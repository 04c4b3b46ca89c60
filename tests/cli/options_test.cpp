// Options, exit codes and the forms of the answer.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace daphnia::tests {
namespace {

using nlohmann::json;

TEST(ExitCode, IsZeroWhenAllIsProved) {
    const Scratch scratch;
    EXPECT_EQ(daphnia({"verify", scratch.file("a.dfy", kProved)}).exit_code, 0);
}

TEST(ExitCode, IsFourWhenSomethingIsNotProved) {
    const Scratch scratch;
    const Finished result = daphnia({"verify", scratch.file("a.dfy", kUnproved)});
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_TRUE(has(result.out, "error: a postcondition could not be proved on this return path")) << result.out;
    EXPECT_TRUE(has(result.out, "Daphnia program verifier finished with 1 verified, 1 error\n")) << result.out;
    EXPECT_FALSE(has(result.out, "\x1b")) << "colour without a terminal";
}

TEST(ExitCode, IsTwoForStaticErrors) {
    const Scratch scratch;
    const Finished types = daphnia({"verify", scratch.file("a.dfy", kIllTyped)});
    EXPECT_EQ(types.exit_code, 2);
    EXPECT_TRUE(has(types.out, "1 resolution/type error detected in ")) << types.out;
    const Finished syntax = daphnia({"verify", scratch.file("b.dfy", kBadSyntax)});
    EXPECT_EQ(syntax.exit_code, 2);
    EXPECT_TRUE(has(syntax.out, " detected in ")) << syntax.out;
}

TEST(ExitCode, IsOneForABadCommandLine) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kProved);
    const std::vector<std::vector<std::string>> bad{{},
                                                    {"verify"},
                                                    {"prove", file},
                                                    {"verify", "--no-such-option", file},
                                                    {"verify", "--format", "xml", file},
                                                    {"verify", "--dump", "llvm", file},
                                                    {"verify", "--cores", "many", file},
                                                    {"verify", "--resource-limit", "-1", file},
                                                    {"resolve", "--cores", "2", file}};
    for (const std::vector<std::string>& arguments : bad) {
        const Finished result = daphnia(arguments);
        EXPECT_EQ(result.exit_code, 1) << result.out;
        EXPECT_TRUE(has(result.err, "daphnia: ")) << result.err;
        EXPECT_EQ(result.out, "");
    }
}

TEST(Options, HelpAndVersionGoToStandardOutput) {
    const Finished version = daphnia({"--version"});
    EXPECT_EQ(version.exit_code, 0);
    EXPECT_TRUE(has(version.out, "daphnia ") && has(version.out, "Z3 ")) << version.out;
    const Finished help = daphnia({"verify", "--help"});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_TRUE(has(help.out, "--filter-symbol")) << help.out;
}

TEST(Options, ResolveProvesNothing) {
    const Scratch scratch;
    const Finished result = daphnia({"resolve", scratch.file("a.dfy", kUnproved)});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_TRUE(has(result.out, "did not attempt verification")) << result.out;
}

TEST(Options, AFullDeviceIsAnError) {
    const Scratch scratch;
    const Finished result = run({"sh", "-c", "exec \"$0\" verify \"$1\" > /dev/full", daphnia_command({}).front(),
                                 scratch.file("a.dfy", kProved)});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "could not be written")) << result.err;
}

TEST(Options, AResultThatNobodyReadsIsAnError) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", std::string(kProved) + "method Main() { print 1; }\n");
    for (const char* command : {"verify", "run", "--version"}) {
        const std::string call = std::string("\"$0\" ") + command + (command[0] == '-' ? "" : " \"$1\"");
        const Finished closed = run({"sh", "-c", "exec " + call + " >&-", daphnia_command({}).front(), file});
        EXPECT_EQ(closed.exit_code, 1) << command << closed.err;
        const Finished pipe = run(
            {"sh", "-c", "{ sleep 0.3; " + call + "; echo \"code $?\" >&2; } | :", daphnia_command({}).front(), file});
        EXPECT_TRUE(has(pipe.err, "code 1\n")) << command << pipe.err;
    }
}

TEST(Options, FilterSymbolChoosesDeclarations) {
    const Scratch scratch;
    const json document = report({"--filter-symbol", "Fin", scratch.file("a.dfy", kUnproved)}, 0);
    ASSERT_EQ(document["files"][0]["declarations"].size(), 1U);
    EXPECT_EQ(document["files"][0]["declarations"][0]["name"], "Fine");
}

TEST(Options, AFilterThatFindsNothingIsNoSuccess) {
    const Scratch scratch;
    const Finished result = daphnia({"verify", "--filter-symbol", "Abz", scratch.file("a.dfy", kProved)});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "no declaration to verify has a name that contains 'Abz'; did you mean 'Abs'?\n"))
        << result.err;
    const Finished far = daphnia({"verify", "--filter-symbol", "Zebra", scratch.file("a.dfy", kProved)});
    EXPECT_TRUE(has(far.err, "a name that contains 'Zebra'\n")) << far.err;
    const Finished exempt = daphnia({"verify", "--filter-symbol", "Abs",
                                     scratch.file("b.dfy", "method {:verify false} Abs() { }\nmethod Abz() { }\n")});
    EXPECT_EQ(exempt.exit_code, 1);
    EXPECT_TRUE(has(exempt.err, "a name that contains 'Abs'\n")) << exempt.err;
}

TEST(Options, EveryWayOfAskingGivesTheSameVerdicts) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kUnproved);
    const auto verdicts = [&](std::vector<std::string> options) {
        options.push_back(file);
        const json document = report(options, 4);
        std::vector<std::string> result;
        for (const json& declaration : document["files"][0]["declarations"]) {
            result.push_back(declaration["name"].get<std::string>() + " " + declaration["verdict"].get<std::string>());
            for (const json& obligation : declaration["obligations"]) {
                result.push_back(obligation["id"].get<std::string>() + " " + obligation["verdict"].get<std::string>() +
                                 " " + obligation["range"].dump());
            }
        }
        return result;
    };
    const std::vector<std::string> expected = verdicts({});
    EXPECT_EQ(verdicts({"--isolate-assertions"}), expected);
    EXPECT_EQ(verdicts({"--cores", "1"}), expected);
    EXPECT_EQ(verdicts({"--cores", "7"}), expected);
    EXPECT_EQ(verdicts({"--disable-nonlinear-arithmetic"}), expected);
}

TEST(Json, HasADiagnosticWithBothEnds) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kUnproved);
    const json document = report({file}, 4);
    EXPECT_EQ(document["tool"]["name"], "daphnia");
    EXPECT_EQ(document["summary"]["verified"], 1);
    EXPECT_EQ(document["summary"]["errors"], 1);
    const json& found = document["files"][0];
    EXPECT_EQ(found["path"], file);
    EXPECT_EQ(found["stage"], "verified");
    ASSERT_EQ(found["diagnostics"].size(), 1U);
    const json& diagnostic = found["diagnostics"][0];
    EXPECT_EQ(diagnostic["severity"], "error");
    EXPECT_EQ(diagnostic["id"], "postcondition");
    EXPECT_EQ(diagnostic["verdict"], "refuted");
    EXPECT_TRUE(diagnostic["range"]["start"]["line"].is_number_integer());
    ASSERT_EQ(diagnostic["related"].size(), 1U);
    EXPECT_EQ(diagnostic["related"][0]["range"]["start"]["line"], 2);
    ASSERT_EQ(found["declarations"].size(), 2U);
    EXPECT_EQ(found["declarations"][0]["verdict"], "refuted");
    EXPECT_EQ(found["declarations"][1]["verdict"], "proved");
    EXPECT_GT(found["declarations"][1]["resources"].get<std::uint64_t>(), 0U);
}

TEST(Json, IsADocumentForRejectedAndMissingFilesToo) {
    const Scratch scratch;
    const std::string bad = scratch.file("a.dfy", kBadSyntax);
    EXPECT_EQ(report({bad}, 2)["files"][0]["stage"], "rejected");
    EXPECT_EQ(report({bad, scratch.path("missing.dfy")}, 1)["files"][1]["stage"], "unreadable");
}

TEST(Assumptions, AreListedInEveryForm) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", R"(lemma Axiom(x: int)
  ensures x == x * 1

method {:verify false} Wrong()
{
  assert false;
}

method Assumes(x: int)
{
  assume x > 0;
  assert x >= 0;
}
)");
    const json document = report({file}, 0);
    const json& assumptions = document["files"][0]["assumptions"];
    ASSERT_EQ(assumptions.size(), 3U) << assumptions.dump(2);
    EXPECT_EQ(assumptions[0]["id"], "no-body");
    EXPECT_EQ(assumptions[1]["id"], "verify-false");
    EXPECT_EQ(assumptions[2]["id"], "assume");
    EXPECT_EQ(assumptions[2]["declaration"], "Assumes");
    const Finished text = daphnia({"verify", file});
    EXPECT_TRUE(has(text.out, "assuming: method 'Assumes' assumes this")) << text.out;
    EXPECT_TRUE(has(text.out, ", 3 assumptions\n")) << text.out;
}

TEST(Assumptions, OnlyLeavesTheOthersOut) {
    const Scratch scratch;
    const json document = report({scratch.file("a.dfy", "method {:only} A() { assert true; }\n"
                                                        "method B() { assert false; }\n")},
                                 0);
    EXPECT_EQ(document["files"][0]["declarations"].size(), 1U);
    EXPECT_EQ(document["files"][0]["diagnostics"][0]["severity"], "warning");
    EXPECT_EQ(document["files"][0]["assumptions"][0]["id"], "only");
}

class Dump : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(Dump, PrintsTheStage) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kUnproved);
    const Finished all = daphnia({"verify", "--dump", GetParam().first, file});
    EXPECT_EQ(all.exit_code, 0) << all.err;
    EXPECT_TRUE(has(all.out, GetParam().second)) << all.out;
    EXPECT_TRUE(has(all.out, "Fine")) << all.out;
    const Finished one = daphnia({"verify", "--dump", GetParam().first, "--filter-symbol", "Abs", file});
    EXPECT_EQ(one.exit_code, 0) << one.err;
    EXPECT_FALSE(has(one.out, "Fine")) << one.out;
    EXPECT_TRUE(has(one.out, GetParam().second)) << one.out;
}

INSTANTIATE_TEST_SUITE_P(Stages, Dump,
                         testing::Values(std::pair{"ast", "method Abs"}, std::pair{"typed", "method Abs"},
                                         std::pair{"program", "method Abs"}, std::pair{"ivl", "(assert"},
                                         std::pair{"passive", "(assert"}, std::pair{"vc", "(goal"},
                                         std::pair{"smt2", "(check-sat)"}),
                         [](const auto& each) { return std::string(each.param.first); });

TEST(DumpOfWrongPrograms, NeedsOnlyTheStagesBefore) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kIllTyped);
    const Finished ast = daphnia({"verify", "--dump", "ast", file});
    EXPECT_EQ(ast.exit_code, 0) << ast.err;
    EXPECT_TRUE(has(ast.out, "method M")) << ast.out;
    const Finished typed = daphnia({"verify", "--dump", "typed", file});
    EXPECT_EQ(typed.exit_code, 2);
    EXPECT_EQ(typed.out, "");
    EXPECT_TRUE(has(typed.err, "error: ")) << typed.err;
}

} // namespace
} // namespace daphnia::tests
