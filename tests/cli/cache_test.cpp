// Answers that were given before: the same verdicts with them as without them, whatever the folder holds.
#include "caching.h"
#include "support/digest.h"

#include <fstream>
#include <functional>
#include <memory>
#include <set>

namespace daphnia::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// A folder with a cache and a program.
class Cached : public testing::Test {
  protected:
    std::vector<std::string> arguments(const std::string& mode) const {
        return {"verify", "--format", "json", "--cache", mode, "--cache-dir", folder(), file};
    }
    json run(const std::string& mode, int exit_code = 4) const {
        const Finished result = daphnia(arguments(mode));
        EXPECT_EQ(result.exit_code, exit_code) << result.out << result.err;
        EXPECT_EQ(result.err, "");
        return json::parse(result.out);
    }
    json fresh(int exit_code = 4) const { return report({"--cache", "off", file}, exit_code); }
    std::string folder() const { return scratch.path("cache"); }
    void change_entries(const std::function<std::string(const std::string&)>& change) const {
        for (const fs::path& entry : files_below(folder())) {
            const std::string text = change(read_file(entry));
            std::ofstream(entry, std::ios::binary) << text;
        }
    }

    Scratch scratch;
    std::string file = scratch.file("three.dfy", kThree);
};

TEST_F(Cached, AnUnchangedProgramIsNotAskedAboutAgain) {
    const json expected = verdicts(fresh());
    const json first = run("write");
    EXPECT_EQ(verdicts(first), expected);
    EXPECT_GT(first["summary"]["cache"]["misses"], 0);
    for (const char* mode : {"replay", "read", "write"}) {
        const json again = run(mode);
        EXPECT_EQ(verdicts(again), expected) << mode;
        EXPECT_EQ(again["summary"]["cache"]["misses"], 0) << mode;
        EXPECT_EQ(again["summary"]["cache"]["solver_starts"], 0) << mode;
        for (const json& declaration : again["files"][0]["declarations"]) {
            EXPECT_EQ(declaration.value("cached", false), true) << declaration["name"];
        }
    }
}

TEST_F(Cached, TheSuiteIsTheSameWithoutASolver) {
    for (const char* programs : {"/examples/packets", "/tests/suite/verify/loops"}) {
        file = DAPHNIA_ROOT + std::string(programs);
        const Finished first = daphnia(arguments("write"));
        const Finished again = daphnia(arguments("replay"));
        EXPECT_EQ(again.exit_code, first.exit_code);
        const json document = json::parse(again.out);
        EXPECT_EQ(verdicts(document), verdicts(json::parse(first.out)));
        EXPECT_EQ(document["summary"]["cache"]["misses"], 0);
        EXPECT_EQ(document["summary"]["cache"]["solver_starts"], 0);
    }
}

TEST_F(Cached, AnEditOfABodyAsksAboutItsDeclaration) {
    run("write");
    std::string text = kThree;
    text.replace(text.find("x := s[|s| - 1];"), 16, "x := s[|s| / 2];");
    file = scratch.file("three.dfy", text);
    const json edited = run("write");
    EXPECT_EQ(verdicts(edited), verdicts(fresh()));
    std::set<std::string> asked;
    for (const json& declaration : edited["files"][0]["declarations"]) {
        if (!declaration.value("cached", false)) {
            asked.insert(declaration["name"]);
        }
    }
    EXPECT_EQ(asked, std::set<std::string>{"Last"});
}

// Where it stands, and what stands around it, is nothing that an answer depends on.
TEST_F(Cached, AMovedProgramIsNotAskedAboutAgain) {
    run("write");
    file = scratch.file("elsewhere/moved.dfy", "method New() {}\n\n" + std::string(kThree));
    EXPECT_EQ(run("replay")["summary"]["cache"]["misses"], 0);
}

TEST_F(Cached, ReplayOfWhatIsNotThereIsNotProved) {
    const json document = run("replay");
    const std::string message = document["files"][0]["diagnostics"][0]["message"];
    EXPECT_TRUE(has(message, "what is asked about 'Sum' is not in the cache")) << message;
    EXPECT_EQ(document["files"][0]["declarations"][0]["verdict"], "exhausted");
    EXPECT_EQ(document["summary"]["cache"]["solver_starts"], 0);
    EXPECT_FALSE(fs::exists(folder()));
}

TEST_F(Cached, ReadWritesNothing) {
    EXPECT_EQ(verdicts(run("read")), verdicts(fresh()));
    EXPECT_FALSE(fs::exists(folder()));
}

TEST_F(Cached, AnotherBudgetOrSeedIsAnotherQuestion) {
    run("write");
    for (const std::vector<std::string>& options : {std::vector<std::string>{"--random-seed", "3"},
                                                    {"--disable-nonlinear-arithmetic"},
                                                    {"--resource-limit", "20000"}}) {
        std::vector<std::string> words{"--cache", "read", "--cache-dir", folder(), file};
        words.insert(words.end(), options.begin(), options.end());
        std::vector<std::string> without{"--cache", "off", file};
        without.insert(without.end(), options.begin(), options.end());
        const json document = report(words, 4);
        EXPECT_GT(document["summary"]["cache"]["misses"], 0) << options.front();
        EXPECT_EQ(verdicts(document), verdicts(report(without, 4))) << options.front();
    }
}

TEST_F(Cached, SeveralProcessesShareAFolder) {
    const json expected = verdicts(fresh());
    std::vector<std::unique_ptr<Process>> processes;
    for (int i = 0; i < 6; ++i) {
        processes.push_back(std::make_unique<Process>(daphnia_command(arguments("write"))));
    }
    for (const auto& process : processes) {
        const Finished result = process->wait();
        EXPECT_EQ(result.err, "");
        EXPECT_EQ(verdicts(json::parse(result.out)), expected);
    }
    for (const fs::path& each : files_below(folder())) {
        EXPECT_EQ(each.filename().string().size(), 64U) << each;
    }
    EXPECT_EQ(run("replay")["summary"]["cache"]["misses"], 0);
}

TEST_F(Cached, AFolderThatCannotBeWrittenCostsANote) {
    scratch.file("cache", "a file");
    for (const std::string& folder_name : {folder(), folder() + "/below"}) {
        const Finished result = daphnia(
            {"verify", "--format", "json", "--cache", "write", "--cache-dir", folder_name, "--cores", "2", file});
        EXPECT_EQ(result.exit_code, 4);
        EXPECT_EQ(verdicts(json::parse(result.out)), verdicts(fresh()));
        EXPECT_EQ(count(result.err, "daphnia: note: the cache " + folder()), 1U) << result.err;
        EXPECT_EQ(count(result.err, "\n"), 1U) << result.err;
    }
}

// The limit of a file's size stands for that of the disk: each write is refused.
TEST_F(Cached, AFullDiskCostsANote) {
    std::string words;
    for (const std::string& word : daphnia_command(arguments("write"))) {
        words += " '" + word + "'";
    }
    const Finished result = tests::run(
        {"bash", "-c",
         "set -o pipefail; trap '' XFSZ; { (ulimit -f 0; exec" + words + ") 2>&1 >&3 | cat >&2; } 3>&1 | cat"});
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_EQ(verdicts(json::parse(result.out)), verdicts(fresh()));
    EXPECT_EQ(count(result.err, "an entry cannot be written there"), 1U) << result.err;
    EXPECT_TRUE(files_below(folder()).empty());
}

TEST_F(Cached, ADefaultFolderThatCannotBeWrittenIsNobodysBusiness) {
    const Variable home("XDG_CACHE_HOME", scratch.file("no-folder", "a file"));
    const Variable mode("DAPHNIA_CACHE", "write");
    const Finished result = daphnia({"verify", file});
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_EQ(result.err, "");
}

TEST_F(Cached, WhatIsNoEntryIsNoAnswer) {
    run("write");
    const json expected = verdicts(fresh());
    const std::function<std::string(const std::string&)> changes[] = {
        [](const std::string& text) { return text.substr(0, text.size() / 2); },
        [](const std::string&) { return std::string("garbage"); }, [](const std::string&) { return std::string(); },
        [](const std::string& text) { return text + text; },
        [](const std::string&) { return std::string(std::size_t{3} << 20U, 'x'); }};
    for (const auto& change : changes) {
        change_entries(change);
        const Finished result = daphnia(arguments("write"));
        EXPECT_EQ(verdicts(json::parse(result.out)), expected);
        EXPECT_LE(count(result.err, "daphnia: note: "), 1U) << result.err;
        EXPECT_EQ(run("replay")["summary"]["cache"]["misses"], 0); // good ones have taken their place
    }
}

// Each entry gets the content of another: what was proved is said of everything.
TEST_F(Cached, EntriesCannotBeSwapped) {
    run("write");
    std::vector<std::string> texts;
    for (const fs::path& entry : files_below(folder())) {
        texts.push_back(read_file(entry));
    }
    for (const std::string& proof : texts) {
        if (!has(proof, "status proved")) {
            continue;
        }
        change_entries([&](const std::string& text) { return text == proof ? std::string() : proof; });
        const Finished result = daphnia(arguments("read"));
        EXPECT_EQ(verdicts(json::parse(result.out)), verdicts(fresh()));
        EXPECT_EQ(count(result.err, "daphnia: note: "), 1U) << result.err;
        break;
    }
}

constexpr std::size_t kSeal = 69; // bytes

// What the digest is of, with the right one, which anybody can compute, and without the secret.
std::string sealed(const std::string& body) {
    return body + "sum " + support::sha256_hex(body) + "\n";
}

std::string forged(const std::string& text) {
    std::string body = text.substr(0, text.size() - kSeal);
    const std::size_t status = body.find("status ");
    if (status != std::string::npos) {
        body.replace(status, body.find('\n', status) - status, "status proved");
    }
    return sealed(body);
}

bool is_record(const std::string& text) {
    return text.starts_with("daphnia-record");
}

// Either kind of entry is enough: what was said of whole declarations, or what the solver has answered.
TEST_F(Cached, OneKindOfEntryStandsForTheOther) {
    const json expected = verdicts(fresh());
    for (const bool of_records : {false, true}) {
        run("write");
        for (const fs::path& entry : files_below(folder())) {
            if (is_record(read_file(entry)) != of_records) {
                fs::remove(entry);
            }
        }
        const json document = json::parse(daphnia(arguments("replay")).out);
        EXPECT_EQ(verdicts(document), expected);
        EXPECT_EQ(document["summary"]["cache"]["misses"], 0);
        EXPECT_GT(document["summary"]["cache"]["hits"], 0);
    }
}

// Whatever a run depends on is a part of what its record is found by.
TEST_F(Cached, RecordsAreOfTheseOptionsAndThisText) {
    run("write");
    for (const std::vector<std::string>& options : {std::vector<std::string>{"--refute-limit", "0"},
                                                    {"--refute-limit", "50"},
                                                    {"--isolate-assertions"},
                                                    {"--relax-definite-assignment"},
                                                    {"--resource-limit", "1000"},
                                                    {"--warn-contradictory-assumptions"}}) {
        std::vector<std::string> words{"--cache", "read", "--cache-dir", folder(), file};
        words.insert(words.end(), options.begin(), options.end());
        std::vector<std::string> without{"--cache", "off", file};
        without.insert(without.end(), options.begin(), options.end());
        EXPECT_EQ(verdicts(report(words, 4)), verdicts(report(without, 4))) << options.front();
    }
    for (const std::string& text : {"// A line.\n" + std::string(kThree), std::string(kThree) + "// The end.\n"}) {
        file = scratch.file("three.dfy", text);
        EXPECT_EQ(verdicts(run("read")), verdicts(fresh()));
    }
}

TEST_F(Cached, RecordsThatMakeNoSenseAreNotBelieved) {
    run("write");
    std::vector<std::pair<fs::path, std::string>> records;
    for (const fs::path& entry : files_below(folder())) {
        if (const std::string text = read_file(entry); is_record(text)) {
            records.emplace_back(entry, text);
        }
    }
    ASSERT_EQ(records.size(), 3U);
    const std::size_t head = records.front().second.find("bytes ");
    for (std::size_t round = 0; round < 30; ++round) {
        for (const auto& [entry, text] : records) {
            std::string body = text.substr(0, text.size() - kSeal);
            const std::size_t at = body.find('\n', head) + 1;
            body[at + (round * 37) % (body.size() - at - 1)] = static_cast<char>(round % 2 == 0 ? 0xFF : 0x80 + round);
            std::ofstream(entry, std::ios::binary) << sealed(body);
        }
        const Finished result = daphnia(arguments("read"));
        EXPECT_TRUE(result.exit_code == 4 || result.exit_code == 0) << round << result.out;
        EXPECT_EQ(result.err, "");
    }
}

TEST_F(Cached, ARecheckFindsAnotherRecord) {
    run("write");
    change_entries([](const std::string& text) {
        std::string body = text.substr(0, text.size() - kSeal);
        const std::size_t headline = is_record(text) ? body.find("fails for") : std::string::npos;
        if (headline != std::string::npos) {
            body.replace(headline, 5, "works");
        }
        return sealed(body);
    });
    std::vector<std::string> words = arguments("read");
    words.insert(words.end() - 1, {"--cache-recheck", "1"});
    const Finished result = daphnia(words);
    EXPECT_EQ(result.exit_code, 70);
    EXPECT_TRUE(has(result.out, "something else about this declaration")) << result.out;
}

TEST_F(Cached, ForgedProofsAreNoneWhereThereIsASecret) {
    run("write");
    change_entries(forged);
    // Whoever can write to a cache without a secret can make it lie: the reason for having one.
    const Variable secret("DAPHNIA_CACHE_SECRET", "tell nobody");
    const Finished result = daphnia(arguments("write"));
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_EQ(verdicts(json::parse(result.out)), verdicts(fresh()));
    EXPECT_EQ(count(result.err, "made with another secret"), 1U) << result.err;
    EXPECT_EQ(run("replay")["summary"]["cache"]["misses"], 0);
    const Variable other("DAPHNIA_CACHE_SECRET", "another");
    EXPECT_GT(json::parse(daphnia(arguments("replay")).out)["summary"]["cache"]["misses"], 0);
}

TEST_F(Cached, ARecheckFindsWhatIsForged) {
    run("write");
    std::vector<std::string> words = arguments("read");
    words.insert(words.end() - 1, {"--cache-recheck", "100"});
    const Finished good = daphnia(words);
    EXPECT_EQ(good.exit_code, 4) << good.err;
    EXPECT_EQ(json::parse(good.out)["summary"]["cache"]["misses"], 0);
    EXPECT_GT(json::parse(good.out)["summary"]["cache"]["solver_starts"], 0);
    change_entries(forged);
    const Finished bad = daphnia(words);
    EXPECT_EQ(bad.exit_code, 70);
    EXPECT_TRUE(has(bad.out, "the cache has another answer than the solver")) << bad.out;
}

TEST_F(Cached, ManagesItsFolder) {
    const auto manage = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "cache");
        words.insert(words.end(), {"--cache-dir", folder()});
        const Finished result = daphnia(words);
        EXPECT_EQ(result.exit_code, 0) << result.err;
        return result.out;
    };
    EXPECT_EQ(manage({"stats"}), folder() + ": 0 entries, 0.0 MB of 1024 MB\n");
    run("write");
    const std::size_t entries = files_below(folder()).size();
    scratch.file("cache/mine", "mine");
    EXPECT_TRUE(has(manage({"stats"}), std::to_string(entries) + " entries, "));
    EXPECT_TRUE(has(manage({"trim"}), "left " + std::to_string(entries) + " entries, "));
    EXPECT_TRUE(has(manage({"trim", "--cache-size", "0"}), "left 0 entries, "));
    run("write");
    EXPECT_TRUE(has(manage({"clear"}), "removed " + std::to_string(entries) + " entries, "));
    EXPECT_EQ(files_below(folder()), std::vector<fs::path>{scratch.path("cache/mine")});
}

TEST(CacheOptions, AreRefusedWhereTheyMeanNothing) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", "method M() {}\n");
    const auto refused = [&](std::vector<std::string> words, const std::string& message) {
        const Finished result = daphnia(std::move(words));
        EXPECT_EQ(result.exit_code, 1) << message;
        EXPECT_TRUE(has(result.err, message)) << result.err;
        EXPECT_FALSE(has(result.err, "hush")) << result.err;
    };
    refused({"verify", file, "--cache", "on"}, "--cache: 'on' is not off, read, write or replay");
    refused({"verify", file, "--cache", "off", "--cache-dir", "x"}, "--cache-dir: there is no cache (--cache off)");
    refused({"verify", file, "--cache", "off", "--cache-size", "1"}, "--cache-size: there is no cache");
    refused({"verify", file, "--cache", "off", "--cache-recheck", "1"}, "--cache-recheck: there is no cache");
    refused({"verify", file, "--cache", "off", "--remote-cache", "http://h"}, "--remote-cache: there is no cache");
    refused({"verify", file, "--cache", "replay", "--cache-recheck", "1"}, "the solver is never asked");
    refused({"verify", file, "--cache", "replay", "--check-solver", "cvc5"}, "no solver is asked");
    refused({"verify", file, "--cache", "write", "--cache-recheck", "101"}, "whole number from 0 to 100");
    refused({"verify", file, "--cache", "write", "--remote-cache", "https://:hush@h"}, "a URL begins with redis://");
    refused({"verify", file, "--cache", "write", "--remote-cache", "redis://:hush@h:x"}, "the port is not a number");
    refused({"cache"}, "Say stats, clear or trim");
    refused({"cache", "burn"}, "'burn' is not stats, clear or trim");
    refused({"cache", "clear", "--cache-size", "1"}, "clear leaves nothing");
    refused({"cache", "stats", "--cache-dir", file}, file);
    const Variable mode("DAPHNIA_CACHE", "sometimes");
    refused({"verify", file}, "DAPHNIA_CACHE: 'sometimes' is not off, read, write or replay");
}

TEST(CacheOptions, ComeFromTheEnvironment) {
    const Scratch scratch;
    const std::string file = scratch.file("three.dfy", kThree);
    const Variable mode("DAPHNIA_CACHE", "write");
    const Variable folder("DAPHNIA_CACHE_DIR", scratch.path("mine"));
    EXPECT_EQ(daphnia({"verify", file}).exit_code, 4);
    EXPECT_FALSE(files_below(scratch.path("mine")).empty());
    EXPECT_EQ(report({file}, 4)["summary"]["cache"]["misses"], 0);
    EXPECT_FALSE(report({"--cache", "off", file}, 4)["summary"].contains("cache"));
}

// `run` and `test` prove, too.
TEST(CacheOptions, HoldForRunAndTest) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", "method Double(x: int) returns (y: int)\n  ensures y == 2 * x\n{\n  "
                                                   "y := x + x;\n}\nmethod Main() {\n  var y := Double(3);\n  assert y "
                                                   "== 6;\n  print y, \"\\n\";\n}\n");
    const auto with = [&](const std::string& command, const std::string& mode) {
        return daphnia({command, "--cache-dir", scratch.path("cache"), "--cache", mode, file});
    };
    EXPECT_EQ(with("run", "replay").exit_code, 4);
    EXPECT_EQ(with("run", "write").out, "6\n");
    EXPECT_EQ(with("run", "replay").out, "6\n");
}

} // namespace
} // namespace daphnia::tests
