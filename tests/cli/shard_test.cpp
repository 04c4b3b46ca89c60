// Runs that are divided: all parts together are the whole, and what is not the whole is no report of it.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace daphnia::tests {
namespace {

using nlohmann::json;

constexpr const char* kMixed = R"(method Shadows(x: int) { if x > 0 { var x := 1; } }

lemma Assumes(x: int)
  ensures x == 1
{
  assume x == 1;
}

lemma Never(x: int)
  requires x < 0 && x > 0
  ensures x == 5
{
}

lemma Wrong(x: int)
  ensures x > 0
{
}

method WrongTwice(a: array<int>) returns (r: int)
  ensures r == 3
{
  r := a[0];
}
)";

// Paths are those of a folder, so that they are the same for all shards.
class Shards : public ::testing::Test {
  protected:
    Shards() {
        scratch_.file("src/demanding.dfy", kDemanding);
        scratch_.file("src/mixed.dfy", kMixed);
        scratch_.file("src/plain.dfy", kUnproved);
    }

    std::vector<std::string> words(std::vector<std::string> more) const {
        more.insert(more.begin(), {"--warn-shadowing", scratch_.path("src")});
        return more;
    }

    // The path of the report that the shard with these options writes.
    std::string shard(const std::string& name, int number, int of, std::vector<std::string> more = {}) const {
        std::vector<std::string> command = words(std::move(more));
        command.insert(command.begin(),
                       {"verify", "--format=json", "--shard", std::to_string(number) + "/" + std::to_string(of)});
        const Finished result = daphnia(command);
        EXPECT_TRUE(has(result.err, "note: shard ")) << result.err;
        return scratch_.file(name + std::to_string(number) + ".json", result.out);
    }

    std::vector<std::string> shards(const std::string& name, int of, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> result;
        for (int number = of; number >= 1; --number) {
            result.push_back(shard(name, number, of, more));
        }
        return result;
    }

    static Finished merge(std::vector<std::string> reports) {
        reports.insert(reports.begin(), "merge-reports");
        return daphnia(reports);
    }

    static void expect_refused(const std::vector<std::string>& reports, const std::string& reason) {
        const Finished result = merge(reports);
        EXPECT_EQ(result.exit_code, 1) << reason << result.out;
        EXPECT_EQ(result.out, "");
        EXPECT_TRUE(has(result.err, reason)) << result.err;
    }

    const Scratch scratch_;
};

json without_times(json document) {
    if (document.is_object()) {
        document.erase("seconds");
    }
    if (document.is_structured()) {
        for (json& each : document) {
            each = without_times(std::move(each));
        }
    }
    return document;
}

std::size_t declarations(const json& document) {
    std::size_t result = 0;
    for (const json& file : document["files"]) {
        result += file["declarations"].size();
    }
    return result;
}

TEST_F(Shards, TogetherAreTheWhole) {
    const json whole = report(words({}), 4);
    const std::vector<std::string> parts = shards("part", 5);
    std::size_t sum = 0;
    for (const std::string& part : parts) {
        const json document = json::parse(read_file(part));
        EXPECT_GE(declarations(document), 1U) << part;
        EXPECT_EQ(document["shard"]["of"], 5);
        EXPECT_EQ(document["shard"]["unit"], "declaration");
        EXPECT_EQ(document["shard"]["balanced_by"], "length");
        sum += declarations(document);
    }
    EXPECT_EQ(sum, declarations(whole));
    const Finished merged = merge(parts);
    EXPECT_EQ(merged.exit_code, 4) << merged.err;
    EXPECT_EQ(without_times(json::parse(merged.out)), without_times(whole)) << merged.out;
}

TEST_F(Shards, OfARunWithErrorsAreRejectedAsItIs) {
    scratch_.file("src/wrong.dfy", kIllTyped);
    const json whole = report(words({}), 2);
    const Finished merged = merge(shards("part", 2));
    EXPECT_EQ(merged.exit_code, 2) << merged.err;
    EXPECT_EQ(without_times(json::parse(merged.out)), without_times(whole)) << merged.out;
}

TEST_F(Shards, HaveTheExitCodeOfTheWhole) {
    const std::vector<std::string> chosen{"--filter-symbol", "Shadows", "--allow-warnings=false"};
    EXPECT_EQ(merge(shards("warned", 2, chosen)).exit_code, report(words(chosen), 2)["exit_code"]);
    const std::vector<std::string> proved{"--filter-symbol", "Squares"};
    EXPECT_EQ(merge(shards("proved", 2, proved)).exit_code, report(words(proved), 0)["exit_code"]);
    const std::vector<std::string> both{"--filter-symbol", "Wrong", "--allow-warnings=false"};
    EXPECT_EQ(merge(shards("both", 3, both)).exit_code, report(words(both), 4)["exit_code"]);
    const std::vector<std::string> nothing{"--filter-symbol", "Nobody"};
    EXPECT_EQ(merge(shards("nothing", 2, nothing)).exit_code, 1);
}

TEST_F(Shards, WithNothingToDoSucceedAndSaySo) {
    const Finished empty = daphnia({"verify", "--shard=2/2", scratch_.file("one.dfy", kProved)});
    EXPECT_EQ(empty.exit_code, 0) << empty.out;
    EXPECT_TRUE(has(empty.err, "note: shard 2/2 is empty: it has 0 of 1 declarations")) << empty.err;
    EXPECT_EQ(daphnia({"verify", "--shard=4000000000/4000000000", scratch_.path("one.dfy")}).exit_code, 0);
    EXPECT_EQ(merge(shards("many", 14)).exit_code, 4);
}

TEST_F(Shards, AreBalancedByWhatDeclarationsHaveCost) {
    const json whole = report(words({}), 4);
    json costs = whole;
    std::set<std::string> dear;
    for (json& file : costs["files"]) {
        for (json& each : file["declarations"]) {
            const bool is_dear = each["name"] == "Squares" || each["name"] == "Never";
            each["resources"] = is_dear ? 1'000'000 : 10;
        }
    }
    const std::string earlier = scratch_.file("costs.json", costs.dump());
    const std::vector<std::string> parts = shards("part", 2, {"--shard-costs", earlier});
    for (const std::string& part : parts) {
        const json document = json::parse(read_file(part));
        EXPECT_EQ(document["shard"]["balanced_by"], "resources");
        for (const json& file : document["files"]) {
            for (const json& each : file["declarations"]) {
                if (each["name"] == "Squares" || each["name"] == "Never") {
                    dear.insert(part);
                }
            }
        }
    }
    EXPECT_EQ(dear.size(), 2U) << "one of the dear declarations for each";
    EXPECT_EQ(without_times(json::parse(merge(parts).out)), without_times(whole));
}

TEST_F(Shards, ThatAreNotTheWholeAreRefused) {
    const std::vector<std::string> parts = shards("part", 3); // 3, 2, 1
    EXPECT_EQ(merge(parts).exit_code, 4);
    expect_refused({parts[0], parts[2]}, "shard 2 of 3 is missing");
    expect_refused({parts[1], parts[2]}, "shard 3 of 3 is missing");
    expect_refused({parts[0], parts[1], parts[2], parts[1]}, "shard 2 is there twice");
    expect_refused({parts[0], parts[1], shard("other", 1, 3, {"--random-seed=1"})}, "the options differ");
    expect_refused({parts[0], parts[1], shard("other", 1, 4)}, "the numbers of shards differ");
    EXPECT_EQ(merge({parts[0], parts[1], shard("other", 1, 3, {"--cores=1", "--trace"})}).exit_code, 4);
    const std::string costs = scratch_.file("costs.json", report(words({}), 4).dump());
    expect_refused({parts[0], parts[1], shard("other", 1, 3, {"--shard-costs=" + costs})}, "the measures differ");

    const auto changed = [&](const char* name, const auto& change) {
        json document = json::parse(read_file(parts[2]));
        change(document);
        return scratch_.file(name, document.dump());
    };
    expect_refused({parts[0], parts[1], changed("a.json", [](json& each) { each["tool"]["version"] = "0.0.1"; })},
                   "the versions differ");
    expect_refused({parts[0], parts[1], changed("b.json", [](json& each) { each["files"].erase(0); })},
                   "the files differ");
    expect_refused({parts[0], parts[1],
                    changed("c.json",
                            [](json& each) {
                                for (json& file : each["files"]) {
                                    file["declarations"] = json::array();
                                }
                            })},
                   "are missing");
    expect_refused({parts[0], parts[1], changed("d.json", [](json& each) { each["files"][0]["shards"][0] = 9; })},
                   "differ in 'shards'");
    expect_refused({parts[0], parts[1], changed("e.json", [](json& each) { each["shard"]["number"] = 7; })},
                   "there is no shard 7 of 3");
    scratch_.file("src/plain.dfy", kProved);
    expect_refused({parts[0], parts[1], shard("other", 1, 3)}, "the files differ");
}

TEST_F(Shards, NeedReportsOfTheirOwn) {
    expect_refused({scratch_.path("missing.json")}, "missing.json");
    expect_refused({scratch_.file("text.json", "no json")}, "text.json: is no JSON");
    expect_refused({scratch_.file("list.json", "[]")}, "list.json: is no report of");
    expect_refused({scratch_.file("whole.json", report(words({}), 4).dump())}, "whole.json: is no report of a shard");
    expect_refused({scratch_.file("half.json", R"({"shard": {"number": "1", "of": 1}})")}, "is no report of Daphnia");
    expect_refused({scratch_.file("less.json", R"({"shard": {"number": 1, "of": 1}})")}, "the reports are none of");
    expect_refused({scratch_.file("deep.json", "{\"shard\": " + std::string(100'000, '['))}, "nested too deeply");
    expect_refused({}, "which reports?");
}

TEST(ShardOptions, AreRefusedInWords) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kProved);
    for (const char* text :
         {"0/2", "3/2", "1", "/", "1/", "/2", "1/2/3", "-1/2", "a/b", "1/0", "1 / 2", "5000000000/5000000000"}) {
        const Finished result = daphnia({"verify", "--shard", text, file});
        EXPECT_EQ(result.exit_code, 1) << text;
        EXPECT_TRUE(has(result.err, std::string("--shard: '") + text + "' is not K/N")) << result.err;
    }
    EXPECT_EQ(daphnia({"verify", "--shard-costs", file, file}).exit_code, 1);
    const Finished costs = daphnia({"verify", "--shard=1/2", "--shard-costs", file, file});
    EXPECT_EQ(costs.exit_code, 1);
    EXPECT_TRUE(has(costs.err, "is no JSON")) << costs.err;
    EXPECT_EQ(daphnia({"verify", "--shard=1/2", "--dump=vc", file}).exit_code, 1);
    EXPECT_EQ(daphnia({"resolve", "--shard=1/2", file}).exit_code, 1);
}

} // namespace
} // namespace daphnia::tests
