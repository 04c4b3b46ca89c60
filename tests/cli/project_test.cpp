// Several files as one program: by --program, and by project files, which have options, too.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

namespace daphnia::tests {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* kBase = "function F(x: int): int { x + 1 }\n";
constexpr const char* kUser = "lemma Grows(x: int) ensures F(x) > x { }\n"
                              "lemma Wrong(x: int) ensures F(x) > x + 1 { }\n";
constexpr const char* kShadow = "method M(x: int) { if x > 0 { var x := 1; } }\n";

Finished in_folder(const Scratch& scratch, const std::string& words) {
    return run({"sh", "-c", "cd \"$1\" && exec \"$0\" " + words, daphnia_command({}).front(), scratch.path(".")});
}

// The names of what is declared in the only program of a report.
std::set<std::string> declared(const json& document) {
    EXPECT_EQ(document["files"].size(), 1U);
    std::set<std::string> result;
    for (const json& each : document["files"][0]["declarations"]) {
        result.insert(each["name"]);
    }
    return result;
}

TEST(Program, FilesNamedTogetherAreOne) {
    const Scratch scratch;
    const std::string user = scratch.file("user.dfy", kUser);
    const std::string base = scratch.file("sub/base.dfy", kBase);
    EXPECT_EQ(daphnia({"verify", user, base}).exit_code, 2) << "each is a program of its own";
    const json document = report({"--program", user, scratch.path("sub")}, 4);
    EXPECT_EQ(declared(document), (std::set<std::string>{"F", "Grows", "Wrong"}));
    const json& file = document["files"][0];
    EXPECT_EQ(file["path"], base) << "the first by path";
    EXPECT_EQ(file["assumptions"].size(), 0U) << file["assumptions"].dump(2);
    ASSERT_EQ(file["diagnostics"].size(), 1U);
    EXPECT_EQ(file["diagnostics"][0]["range"]["file"], user);
    EXPECT_EQ(file["diagnostics"][0]["range"]["start"]["line"], 2);
    const Finished text = daphnia({"verify", "--program", user, base});
    EXPECT_TRUE(has(text.out, "user.dfy:2:")) << text.out;
    EXPECT_TRUE(has(text.out, "finished with 2 verified, 1 error\n")) << text.out;
}

TEST(Program, FilesMayIncludeEachOther) {
    const Scratch scratch;
    const std::string user =
        scratch.file("a.dfy", "include \"b.dfy\"\ninclude \"lib.dfy\"\nlemma L() ensures c == d { }\n");
    const std::string other = scratch.file("b.dfy", "include \"a.dfy\"\nconst c: int := 1\n");
    scratch.file("lib.dfy", "const d: int := 1\nlemma K() ensures d == 1 { }\n");
    const json document = report({"--program", user, other}, 0);
    EXPECT_EQ(declared(document), (std::set<std::string>{"L", "c"}));
    EXPECT_EQ(document["files"][0]["assumptions"].size(), 1U) << "of the file that is not named";
}

TEST(Program, EveryFileHasToBeReadableAndRight) {
    const Scratch scratch;
    const std::string good = scratch.file("good.dfy", kProved);
    const Finished missing = daphnia({"verify", "--program", good, scratch.path("missing.dfy")});
    EXPECT_EQ(missing.exit_code, 1);
    EXPECT_TRUE(has(missing.err, "missing.dfy")) << missing.err;
    EXPECT_EQ(report({"--program", scratch.path("a.dfy"), good}, 1)["files"][0]["stage"], "unreadable");
    const Finished wrong = daphnia({"verify", "--program", good, scratch.file("wrong.dfy", kIllTyped)});
    EXPECT_EQ(wrong.exit_code, 2);
    EXPECT_TRUE(has(wrong.out, "wrong.dfy:1:")) << wrong.out;
    const Finished twice = daphnia({"verify", "--program", good, scratch.file("again.dfy", kProved)});
    EXPECT_EQ(twice.exit_code, 2) << twice.out;
}

TEST(Program, TestsOfAllFilesAreRunAndRunsRepeated) {
    const Scratch scratch;
    const std::string base = scratch.file("base.dfy", "function F(x: int): int { x + 1 }\n"
                                                      "method {:test} One() { expect F(1) == 2; }\n");
    const std::string user = scratch.file("user.dfy", "method {:test} Two() { expect F(2) == 2; }\n");
    const Finished tests = daphnia({"test", "--program", base, user});
    EXPECT_EQ(tests.exit_code, 3);
    EXPECT_TRUE(has(tests.out, "One: PASSED") && has(tests.out, "Two: FAILED")) << tests.out;
    const std::string wrong = scratch.file("wrong.dfy", kUser);
    const std::string replay = scratch.path("replay.dfy");
    EXPECT_EQ(daphnia({"verify", "--program", "--reproducer", replay, base, wrong}).exit_code, 4);
    EXPECT_EQ(daphnia({"run", "--no-verify", replay}).exit_code, 3);
    EXPECT_EQ(daphnia({"verify", "--program", "--reproducer", wrong, base, wrong}).exit_code, 1) << "nothing is lost";
}

TEST(Project, NamesFilesByPatternsFromItsFolder) {
    const Scratch scratch;
    scratch.file("p/dfyconfig.toml",
                 "includes = [\"src/**/*\", \"../one.dfy\"]\nexcludes = [\"**/excluded.dfy\", \"src/old\"]\n");
    scratch.file("p/src/base.dfy", kBase);
    scratch.file("p/src/sub/user.dfy", kUser);
    scratch.file("p/src/notes.txt", "no program");
    scratch.file("p/src/sub/excluded.dfy", "garbage");
    scratch.file("p/src/old/a/b.dfy", "garbage");
    scratch.file("p/other.dfy", "garbage");
    scratch.file("one.dfy", "lemma One() ensures F(0) == 1 { }\n");
    const json document = report({scratch.path("p/dfyconfig.toml")}, 4);
    EXPECT_EQ(declared(document), (std::set<std::string>{"F", "Grows", "Wrong", "One"}));
    EXPECT_EQ(document["files"][0]["path"], scratch.path("p/dfyconfig.toml"));
    EXPECT_EQ(document["files"][0]["declarations"][0]["range"]["file"], scratch.path("one.dfy"));
    const Finished more =
        daphnia({"resolve", scratch.path("p/dfyconfig.toml"), scratch.path("p/src/sub/excluded.dfy")});
    EXPECT_EQ(more.exit_code, 2) << "what is named belongs to it in any case";
}

TEST(Project, PatternsMeanWhatDafnysMean) {
    const Scratch scratch;
    for (const char* name : {"a.dfy", "ab.dfy", "x/a.dfy", "x/y/a.dfy", "x/y/b.dfy", "x/.h/a.dfy"}) {
        std::string id = name;
        std::replace_if(
            id.begin(), id.end(), [](char each) { return std::isalpha(each) == 0; }, '_');
        scratch.file(name, "lemma N" + id + "() { }\n");
    }
    const std::vector<std::pair<std::string, std::set<std::string>>> cases{
        {"a*.dfy", {"Na_dfy", "Nab_dfy"}},
        {"**/a.dfy", {"Na_dfy", "Nx_a_dfy", "Nx_y_a_dfy", "Nx__h_a_dfy"}},
        {"x/*/*.dfy", {"Nx_y_a_dfy", "Nx_y_b_dfy", "Nx__h_a_dfy"}},
        {"x/y/", {"Nx_y_a_dfy", "Nx_y_b_dfy"}},
        {"x/**.dfy", {"Nx_a_dfy", "Nx_y_a_dfy", "Nx_y_b_dfy", "Nx__h_a_dfy"}},
        {"*.*", {"Na_dfy", "Nab_dfy"}},
        {"./x/../a.dfy", {"Na_dfy"}},
        {"x/**/y/**/b*", {"Nx_y_b_dfy"}},
        {"*a*b*.d*", {"Nab_dfy"}},
        {scratch.path("x/*.dfy"), {"Nx_a_dfy"}},
    };
    for (const auto& [pattern, expected] : cases) {
        const std::string project = scratch.file("dfyconfig.toml", "includes = [\"" + pattern + "\"]\n");
        EXPECT_EQ(declared(report({project}, 0)), expected) << pattern;
    }
    EXPECT_EQ(declared(report({scratch.file("all.toml", "")}, 0)).size(), 6U) << "all, when it does not say which";
    EXPECT_EQ(daphnia({"verify", scratch.file("none.toml", "includes = []\n")}).exit_code, 1);
    EXPECT_EQ(daphnia({"verify", scratch.file("miss.toml", "includes = [\"z/*.dfy\"]\n")}).exit_code, 1);
}

TEST(Project, LinksDoNotLeadOut) {
    const Scratch scratch;
    scratch.file("outside/secret.dfy", "garbage");
    scratch.file("p/src/a.dfy", kProved);
    fs::create_directory_symlink("..", scratch.path("p/src/loop"));
    fs::create_directory_symlink("../../outside", scratch.path("p/src/outside"));
    const std::string project = scratch.file("p/dfyconfig.toml", "");
    EXPECT_EQ(declared(report({project}, 0)), (std::set<std::string>{"Abs"}));
    fs::create_symlink("../../outside/secret.dfy", scratch.path("p/src/z.dfy"));
    const Finished result = daphnia({"verify", project});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_TRUE(has(result.err, "z.dfy is a link that leads out of ")) << result.err;
}

TEST(Project, HasOptionsThatTheCommandLineOverrides) {
    const Scratch scratch;
    scratch.file("a.dfy", kShadow);
    const std::string project =
        scratch.file("dfyconfig.toml", "[options]\nwarn-shadowing = true\nallow-warnings = \"False\"\ncores = 2\n");
    const Finished result = daphnia({"resolve", project});
    EXPECT_EQ(result.exit_code, 2) << "cores are for other commands";
    EXPECT_TRUE(has(result.out, "a.dfy:1:") && has(result.out, "warning: ")) << result.out;
    EXPECT_EQ(daphnia({"resolve", project, "--warn-shadowing=false"}).exit_code, 0);
    EXPECT_EQ(daphnia({"verify", "--allow-warnings", project}).exit_code, 0);
    EXPECT_EQ(daphnia({"resolve", scratch.path("a.dfy")}).exit_code, 0) << "nobody has asked for a project";
}

TEST(Project, BuildsOnABase) {
    const Scratch scratch;
    scratch.file("included.dfy", kShadow);
    const std::string high = scratch.file("in/high.toml", "base = \"./mid.toml\"\nincludes = [\"../included.dfy\"]\n"
                                                          "[options]\nwarn-shadowing = true\n");
    scratch.file("in/mid.toml", "base = \"low/low.toml\"\nexcludes = [\"../included.dfy\", \"low/excluded.dfy\"]\n"
                                "[options]\nwarn-shadowing = false\nallow-warnings = true\n");
    scratch.file("in/low/low.toml", "includes = [\"../../included.dfy\", \"excluded.dfy\"]\n"
                                    "[options]\nwarn-shadowing = true\nallow-warnings = false\n");
    scratch.file("in/low/excluded.dfy", "garbage");
    const Finished result = daphnia({"resolve", high});
    EXPECT_EQ(result.exit_code, 0) << result.err << result.out;
    EXPECT_TRUE(has(result.out, "included.dfy:1:")) << result.out;
    scratch.file("in/low/low.toml", "base = \"../high.toml\"\n");
    const Finished loop = daphnia({"resolve", high});
    EXPECT_EQ(loop.exit_code, 1);
    EXPECT_TRUE(has(loop.err, "low.toml:1:8: the base leads back to ")) << loop.err;
    scratch.file("in/low/low.toml", "base = \"nowhere.toml\"\n");
    EXPECT_TRUE(has(daphnia({"resolve", high}).err, "low.toml:1:8: base: ")) << daphnia({"resolve", high}).err;
}

TEST(Project, IsFoundFromAFileOfIt) {
    const Scratch scratch;
    scratch.file("dfyconfig.toml", "includes = [\"src/**/*\"]\n");
    scratch.file("src/base.dfy", kBase);
    scratch.file("src/sub/user.dfy", kUser);
    scratch.file("src/dfyconfig.toml", "includes = [\"nothing/*.dfy\"]\n"); // to which the file does not belong
    const Finished found = in_folder(scratch, "verify --find-project src/sub/user.dfy");
    EXPECT_EQ(found.exit_code, 4) << found.out << found.err;
    EXPECT_TRUE(has(found.out, "src/sub/user.dfy:2:")) << found.out;
    EXPECT_EQ(in_folder(scratch, "verify --find-project src/sub").exit_code, 4);
    EXPECT_EQ(in_folder(scratch, "verify src/sub/user.dfy").exit_code, 2);
    scratch.file("own.dfy", kProved);
    const Finished none = in_folder(scratch, "verify --find-project own.dfy");
    EXPECT_EQ(none.exit_code, 0) << none.out;
    EXPECT_TRUE(has(none.err, "note: no dfyconfig.toml in the folder of own.dfy or above it")) << none.err;
    scratch.file("src/dfyconfig.toml", "includes = 3\n");
    EXPECT_EQ(in_folder(scratch, "verify --find-project src/sub/user.dfy").exit_code, 1) << "what is on the way counts";
    EXPECT_EQ(in_folder(scratch, "verify --find-project -").exit_code, 1);
}

TEST(Project, Runs) {
    const Scratch scratch;
    scratch.file("base.dfy", kBase);
    scratch.file("main.dfy", "method Main(args: seq<string>) { if |args| == 2 { print F(41), args[1]; } }\n");
    EXPECT_EQ(daphnia({"run", scratch.file("dfyconfig.toml", ""), "x"}).out, "42x");
    EXPECT_EQ(daphnia({"run", "--find-project", scratch.path("main.dfy"), "y"}).out, "42y");
}

TEST(Project, SaysWhereItIsWrong) {
    const Scratch scratch;
    scratch.file("a.dfy", kProved);
    const std::vector<std::pair<std::string, std::string>> cases{
        {"includes = [\"a\",\nbase = \"x\"\n", ":2:1: is no TOML: "},
        {"x = NoIncludes\n", ":1:1: is no TOML: "},
        {"base = 3\n", ":1:8: 'base' is not a text but of type integer"},
        {"includes = \"*.dfy\"\n", ":1:12: 'includes' is not a list of texts but of type string"},
        {"excludes = [\"\xC3\xA9\", 3]\n", ":1:18: 'excludes[1]' is not a text but of type integer"},
        {"options = [1]\n", ":1:11: 'options' is not a table but of type array"},
        {"includdes = [\"*\"]\n",
         ":1:13: project files do not have the property 'includdes'; did you mean 'includes'?"},
        {"includes = [\"no.dfy\"]\n", ":1:13: file "},
        {"includes = [\"sub\"]\n", "sub is a folder"},
        {"[options]\nwarn-shadowing = 3\n", ":2:18: --warn-shadowing: '3' is not false or true"},
        {"[options]\ncores = 1.5\n", ":2:9: --cores: '1.5' is not a whole number"},
        {"[options]\ncores = -1\n", ":2:9: --cores: '-1' is not a whole number"},
        {"[options]\ncores = [1, 2]\n", ":2:9: option 'cores' needs one value"},
        {"[options]\ncores = \"\"\n", ":2:9: option 'cores' needs one value"},
        {"[options]\nreproducer = \"a.dfy\"\n", ":2:14: option 'reproducer' is taken from the command line only"},
        {"[options]\nfilter-symbol = \"A\"\n", ":2:17: option 'filter-symbol' is taken from the command line only"},
        {"[options]\nno-verify = true\n", ":2:13: option 'no-verify' is taken from the command line only"},
        {"[options]\nfind-project = true\n", "is taken from the command line only"},
        {"a = " + std::string(200'000, '['), "more than 1000 brackets are open here"},
        {"\xFF", "not valid UTF-8"},
    };
    scratch.file("sub/b.dfy", kProved);
    for (const auto& [text, reason] : cases) {
        const Finished result = daphnia({"verify", scratch.file("dfyconfig.toml", text)});
        EXPECT_EQ(result.exit_code, 1) << text.substr(0, 80) << result.out;
        EXPECT_TRUE(result.err.starts_with("daphnia: " + scratch.path("dfyconfig.toml"))) << result.err;
        EXPECT_TRUE(has(result.err, reason)) << text.substr(0, 80) << result.err;
        EXPECT_EQ(result.out, "");
    }
    const Finished missing = daphnia({"verify", scratch.path("missing.toml")});
    EXPECT_EQ(missing.exit_code, 1);
    EXPECT_TRUE(has(missing.err, "missing.toml")) << missing.err;
    const Finished two = daphnia({"verify", scratch.path("dfyconfig.toml"), scratch.path("missing.toml")});
    EXPECT_EQ(two.exit_code, 1);
    EXPECT_TRUE(has(two.err, "only one project file can be used at a time")) << two.err;
}

TEST(Project, WarnsOfOptionsThatNobodyKnows) {
    const Scratch scratch;
    scratch.file("a.dfy", kProved);
    const std::string project = scratch.file("dfyconfig.toml", "[options]\nshow-snippets = false\nresource-limt = 7\n");
    const Finished result = daphnia({"verify", project});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_TRUE(has(result.err, ":2:17: option 'show-snippets' is not an option of Daphnia")) << result.err;
    EXPECT_TRUE(has(result.err, ":3:17: ") && has(result.err, "did you mean 'resource-limit'?")) << result.err;
    EXPECT_EQ(daphnia({"verify", "--allow-warnings=false", project}).exit_code, 1);
}

} // namespace
} // namespace daphnia::tests
