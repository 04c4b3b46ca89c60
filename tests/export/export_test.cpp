// The conditions of the examples, exported: Z3 as a program of its own gives the same answers, and cvc5 contradicts
// none.
#include "process.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>

namespace daphnia::tests {
namespace {

namespace fs = std::filesystem;

struct Exported {
    std::string declaration;
    bool together; // proved without a check of single assertions
    std::string text;
};

// The dump is one text per condition, headed by a comment with the name of the declaration and a (reset).
std::vector<Exported> exported_conditions(const std::string& file) {
    std::map<std::string, bool> together;
    const Finished checked = daphnia({"verify", "--format", "json", file});
    EXPECT_EQ(checked.exit_code, 0) << checked.out.substr(0, 1000);
    const auto document = nlohmann::json::parse(checked.out);
    for (const auto& declaration : document["files"][0]["declarations"]) {
        const auto& obligations = declaration["obligations"];
        together[declaration["name"].get<std::string>()] =
            std::all_of(obligations.begin(), obligations.end(), [&](const auto& obligation) {
                return obligation["resources"] == 0 || obligations.size() == 1;
            });
    }
    std::vector<Exported> result;
    std::istringstream dump(daphnia({"verify", "--dump", "smt2", file}).out);
    std::string previous;
    for (std::string line; std::getline(dump, line); previous = line) {
        if (line == "(reset)") {
            const std::string name = previous.substr(2);
            result.push_back({name, together.at(name), ""});
        } else if (!result.empty()) {
            result.back().text += line + "\n";
        }
    }
    return result;
}

// How the text says that Z3 is to be called, word by word.
std::vector<std::string> z3_command(const std::string& text) {
    static const std::regex command(R"re(^; (z3 [^\n]*)$)re", std::regex::multiline);
    std::smatch match;
    EXPECT_TRUE(std::regex_search(text, match, command)) << text.substr(0, 1000);
    std::istringstream words(match[1]);
    return {std::istream_iterator<std::string>(words), {}};
}

// The answers of a solver to all conditions, asked in one process, which reads the text as it is.
std::vector<std::string> answers(const std::vector<std::string>& solver, const std::vector<Exported>& conditions) {
    const Scratch scratch;
    std::string text;
    for (const Exported& condition : conditions) {
        text += "(reset)\n" + condition.text;
    }
    std::vector<std::string> command = solver;
    command.push_back(scratch.file("conditions.smt2", text));
    const Finished finished = run(command);
    std::vector<std::string> result;
    std::istringstream lines(finished.out);
    for (std::string line; std::getline(lines, line);) {
        result.push_back(line);
    }
    EXPECT_EQ(result.size(), conditions.size()) << finished.out << finished.err;
    result.resize(conditions.size());
    return result;
}

class Export : public testing::TestWithParam<fs::path> {};

TEST_P(Export, OtherSolversAgree) {
    const std::vector<Exported> conditions = exported_conditions(GetParam().string());
    ASSERT_FALSE(conditions.empty());
    std::vector<std::string> z3_call = z3_command(conditions.front().text);
    z3_call.emplace_back("-t:20000");
    const std::vector<std::string> z3 = answers(z3_call, conditions);
    const std::vector<std::string> cvc5 = answers({"cvc5", "--incremental", "--tlimit-per=500"}, conditions);
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        if (conditions[i].together) {
            EXPECT_EQ(z3[i], "unsat") << conditions[i].declaration;
        } else {
            EXPECT_TRUE(z3[i] == "unsat" || z3[i] == "unknown") << conditions[i].declaration << ": " << z3[i];
        }
        EXPECT_TRUE(cvc5[i] == "unsat" || cvc5[i] == "unknown") << conditions[i].declaration << ": " << cvc5[i];
    }
}

std::vector<fs::path> examples() {
    std::vector<fs::path> result;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(DAPHNIA_ROOT) / "examples")) {
        if (entry.path().extension() == ".dfy") {
            result.push_back(entry.path());
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

INSTANTIATE_TEST_SUITE_P(Examples, Export, testing::ValuesIn(examples()), [](const auto& each) {
    return each.param.parent_path().filename().string() + "_" + each.param.stem().string();
});

} // namespace
} // namespace daphnia::tests
