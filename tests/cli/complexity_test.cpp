// How much verdicts and costs vary when conditions are put in other words.
#include "process.h"
#include "programs.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace daphnia::tests {
namespace {

using nlohmann::json;

json measured(const std::vector<std::string>& arguments, int expected_exit_code) {
    std::vector<std::string> words{"measure-complexity", "--format", "json"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const Finished result = daphnia(words);
    EXPECT_EQ(result.exit_code, expected_exit_code) << result.out << result.err;
    json document = json::parse(result.out);
    EXPECT_EQ(document["exit_code"], result.exit_code);
    return document;
}

const json& declaration(const json& document, const std::string& name) {
    const json& list = document["files"][0]["declarations"];
    return *std::find_if(list.begin(), list.end(), [&](const json& each) { return each["name"] == name; });
}

TEST(Complexity, IsMeasuredByMutationsThatDiffer) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kDemanding);
    const std::string first = daphnia({"measure-complexity", "--mutations=4", "--format=json", file}).out;
    EXPECT_EQ(first, daphnia({"measure-complexity", "--mutations=4", "--format=json", file}).out);
    const json document = measured({"--mutations=4", file}, 0);
    ASSERT_EQ(document["seeds"].size(), 4U);
    EXPECT_EQ(document["seeds"][0], 0);
    EXPECT_EQ(document["summary"]["declarations"], 4);
    EXPECT_EQ(document["summary"]["flips"], 0);
    const json& both = declaration(document, "SumOfBoth");
    std::set<std::uint64_t> costs;
    double sum = 0;
    for (const json& sample : both["samples"]) {
        EXPECT_EQ(sample["verdict"], "proved");
        costs.insert(sample["resources"].get<std::uint64_t>());
        sum += sample["resources"].get<double>();
    }
    EXPECT_GT(costs.size(), 1U) << "all mutations are the same";
    const double mean = sum / 4;
    double squares = 0;
    for (const json& sample : both["samples"]) {
        squares += std::pow(sample["resources"].get<double>() - mean, 2);
    }
    EXPECT_EQ(both["max"], *costs.rbegin());
    EXPECT_NEAR(both["resources"].get<double>(), mean, 0.51);
    EXPECT_NEAR(both["deviation"].get<double>(), std::sqrt(squares / 3), 1e-6);
    EXPECT_NEAR(both["variation"].get<double>(), std::sqrt(squares / 3) / mean, 1e-9);
    const json one = report({file}, 0);
    for (const json& each : one["files"][0]["declarations"]) {
        EXPECT_EQ(each["resources"], declaration(document, each["name"])["samples"][0]["resources"])
            << "the first one is the program as it is";
    }
    EXPECT_NE(measured({"--mutations=2", "--random-seed=5", file}, 0)["seeds"], document["seeds"]);
}

// Of the mutations some may prove it within the limit, and some may not.
TEST(Complexity, VerdictsThatFlipAreNoSuccess) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kDemanding);
    std::uint64_t none = 1'000;
    std::uint64_t all = 10'000'000;
    std::string limit;
    json tight;
    while (limit.empty() && all > none + 1) {
        const std::uint64_t tried = none + (all - none) / 2;
        const Finished result =
            daphnia({"measure-complexity", "--format=json", "--mutations=6", "--filter-symbol=SumOfBoth",
                     "--resource-limit=" + std::to_string(tried), file});
        tight = json::parse(result.out);
        const int proofs = declaration(tight, "SumOfBoth")["proofs"];
        if (proofs == 0 || proofs == 6) {
            (proofs == 0 ? none : all) = tried;
            EXPECT_EQ(tight["summary"]["flips"], 0);
            EXPECT_EQ(result.exit_code, proofs == 0 ? 4 : 0);
        } else {
            limit = std::to_string(tried);
            EXPECT_EQ(tight["summary"]["flips"], 1);
            EXPECT_EQ(result.exit_code, 4);
        }
    }
    ASSERT_NE(limit, "") << "no limit is between the costs";
    EXPECT_TRUE(declaration(tight, "SumOfBoth")["flips"]);
    const std::vector<std::string> words{"measure-complexity", "--mutations=6", "--filter-symbol=SumOfBoth",
                                         "--resource-limit=" + limit, file};
    const Finished text = daphnia(words);
    EXPECT_EQ(text.exit_code, 4);
    EXPECT_TRUE(has(text.out, "lemma 'SumOfBoth': is proved with ") && has(text.out, "and not with the seeds "))
        << text.out;
    std::vector<std::string> allowed = words;
    allowed.push_back("--max-flips=1");
    EXPECT_EQ(daphnia(allowed).exit_code, 0);
}

TEST(Complexity, CostsMayVaryAndGrowOnlySoMuch) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kDemanding);
    const json document = measured({"--mutations=3", file}, 0);
    const double most = document["summary"]["max_variation"];
    ASSERT_GT(most, 0);
    EXPECT_EQ(daphnia({"measure-complexity", "--mutations=3", "--max-cv", std::to_string(most * 1.01), file}).exit_code,
              0);
    const Finished varied =
        daphnia({"measure-complexity", "--mutations=3", "--max-cv", std::to_string(most * 0.99), file});
    EXPECT_EQ(varied.exit_code, 4);
    EXPECT_TRUE(has(varied.out, "the variation of its cost, ")) << varied.out;

    const std::string own = scratch.file("own.json", document.dump());
    EXPECT_EQ(measured({"--mutations=3", "--baseline", own, "--max-growth=1.001", file}, 0)["summary"]["exceeding"], 0);
    const std::string plain = scratch.file("plain.json", report({file}, 0).dump());
    measured({"--mutations=1", "--baseline", plain, "--max-growth=1", file}, 0);
    json less = document;
    for (json& each : less["files"][0]["declarations"]) {
        each["resources"] = each["resources"].get<std::uint64_t>() / (each["name"] == "SumOfBoth" ? 3 : 1);
    }
    const std::string old = scratch.file("old.json", less.dump());
    const Finished grown = daphnia({"measure-complexity", "--mutations=3", "--baseline", old, file});
    EXPECT_EQ(grown.exit_code, 4);
    EXPECT_TRUE(has(grown.out, "lemma 'SumOfBoth': its cost has grown from ")) << grown.out;
    EXPECT_EQ(daphnia({"measure-complexity", "--mutations=3", "--baseline", old, "--max-growth=3.5", file}).exit_code,
              0);
    const std::string none = scratch.file("none.json", R"({"files": []})");
    EXPECT_EQ(daphnia({"measure-complexity", "--mutations=3", "--baseline", none, file}).exit_code, 0) << "all is new";
}

TEST(Complexity, WhatIsNeverProvedIsNoSuccess) {
    const Scratch scratch;
    const Finished result =
        daphnia({"measure-complexity", "--mutations=2", "--worst-amount=1", scratch.file("a.dfy", kUnproved)});
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_TRUE(has(result.out, "Starting verification of mutation 2/2 with seed ")) << result.out;
    EXPECT_TRUE(has(result.out, "a.dfy:1:8: error: method 'Abs': is proved with no mutation")) << result.out;
    EXPECT_TRUE(has(result.out, "The most demanding 1 declaration consumed these resources:\n")) << result.out;
    EXPECT_TRUE(has(result.out, "finished with 2 declarations and 2 mutations: 0 flips\n")) << result.out;
}

TEST(Complexity, ProgramsWithErrorsAreReportedAsByVerify) {
    const Scratch scratch;
    const Finished wrong = daphnia({"measure-complexity", scratch.file("a.dfy", kIllTyped)});
    EXPECT_EQ(wrong.exit_code, 2);
    EXPECT_TRUE(has(wrong.out, "a.dfy:1:")) << wrong.out;
    EXPECT_EQ(measured({scratch.path("a.dfy")}, 2)["files"][0]["stage"], "rejected");
    const Finished missing = daphnia({"measure-complexity", scratch.path("missing.dfy")});
    EXPECT_EQ(missing.exit_code, 1);
    EXPECT_TRUE(has(missing.err, "missing.dfy")) << missing.err;
    const Finished nothing = daphnia({"measure-complexity", "--filter-symbol=Nobody", scratch.file("b.dfy", kProved)});
    EXPECT_EQ(nothing.exit_code, 1);
    EXPECT_TRUE(has(nothing.err, "no declaration to verify has a name that contains 'Nobody'")) << nothing.err;
    const std::string assuming = scratch.file("c.dfy", "lemma L() ensures false { assume false; }\n");
    EXPECT_EQ(daphnia({"measure-complexity", "--mutations=1", "--fail-on-assumptions", assuming}).exit_code, 4);
    EXPECT_EQ(daphnia({"measure-complexity", "--mutations=1", assuming}).exit_code, 0);
}

TEST(Complexity, OptionsAreRefusedInWords) {
    const Scratch scratch;
    const std::string file = scratch.file("a.dfy", kProved);
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
        {{"--mutations=0"}, "--mutations: '0' is not a whole number from 1 to 1000000"},
        {{"--mutations=many"}, "--mutations: 'many' is not a whole number"},
        {{"--max-cv=-1"}, "--max-cv: '-1' is not a number from 0 on"},
        {{"--max-cv=nan"}, "--max-cv: 'nan' is not a number from 0 on"},
        {{"--max-growth=2"}, "--max-growth"},
        {{"--baseline", file}, "is no JSON"},
        {{"--trace"}, "--trace is not an option of measure-complexity"},
        {{"--refute-limit=1"}, "--refute-limit is not an option of measure-complexity"},
    };
    for (const auto& [options, reason] : cases) {
        std::vector<std::string> words{"measure-complexity", file};
        words.insert(words.end(), options.begin(), options.end());
        const Finished result = daphnia(words);
        EXPECT_EQ(result.exit_code, 1) << reason << result.out;
        EXPECT_TRUE(has(result.err, reason)) << result.err;
    }
}

} // namespace
} // namespace daphnia::tests
