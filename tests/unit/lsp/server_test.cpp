#include "conversation.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace daphnia::lsp {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* kUri = "file:///nowhere/a.dfy";
constexpr const char* kTwo = "method A(x: int) returns (y: int)\n"
                             "  ensures y > x\n"
                             "{\n"
                             "  y := x + 1;\n"
                             "}\n"
                             "method B(x: int) returns (y: int)\n"
                             "  ensures y > x\n"
                             "{\n"
                             "  y := x;\n"
                             "}\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

TEST(Server, SaysWhatIsProvedAndWhatNot) {
    Conversation editor;
    editor.open(kUri, kTwo);
    editor.rest(kUri);
    EXPECT_EQ(editor.states(kUri), (std::vector<int>{5, 4}));
    EXPECT_EQ(editor.said(kUri), (Texts{"7:0 postcondition a postcondition could not be proved on this return path"}));
    const Json& found = editor.diagnostics.at(kUri).at(0);
    EXPECT_EQ(found.at("data").at("verdict"), "refuted");
    EXPECT_EQ(found.at("relatedInformation").at(0).at("location").at("range").at("start"), to_json(Position{6, 10}));
    EXPECT_NE(found.at("message").get<std::string>().find("refuted:"), std::string::npos);
    EXPECT_EQ(editor.lines.at(kUri), (std::vector<int>{200, 200, 200, 200, 200, 300, 300, 400, 300, 350, 0}));
}

TEST(Server, TellsSymbolsBeforeThatTheTextIsResolved) {
    Conversation editor;
    editor.open(kUri, kTwo);
    const auto first = [&](const char* method) {
        return std::find(editor.methods.begin(), editor.methods.end(), method) - editor.methods.begin();
    };
    EXPECT_LT(first("dafny/textDocument/symbolStatus"), first("dafny/compilation/status"));
    EXPECT_EQ(editor.status.at(kUri), "ResolutionSucceeded");
}

TEST(Server, KeepsWhatIsKnownWhereOnlyBlanksAndCommentsChange) {
    Conversation editor;
    editor.open(kUri, kTwo);
    editor.rest(kUri);
    editor.change(kUri, std::string("// a comment\n\n") + replaced(kTwo, "y := x;", "y :=  x ;"));
    // At once, with nothing to wait for.
    EXPECT_EQ(editor.states(kUri), (std::vector<int>{5, 4}));
    EXPECT_EQ(editor.said(kUri), (Texts{"9:0 postcondition a postcondition could not be proved on this return path"}));
    EXPECT_EQ(editor.diagnostics.at(kUri).at(0).at("severity"), 1);
}

TEST(Server, MarksWhatIsOutdatedAndMovesIt) {
    Options options = Conversation::usual();
    options.verify_on = VerifyOn::Save;
    Conversation editor(options);
    editor.open(kUri, kTwo);
    editor.rest(kUri);
    editor.change(kUri, replaced(kTwo, "y := x;", "y := x - 1;"));
    editor.change(kUri, "\n" + replaced(kTwo, "y := x;", "y := x - 1;"));
    EXPECT_EQ(editor.said(kUri),
              (Texts{"8:0 postcondition Outdated: a postcondition could not be proved on this return path"}));
    EXPECT_EQ(editor.diagnostics.at(kUri).at(0).at("severity"), 2);
    EXPECT_EQ(editor.states(kUri), (std::vector<int>{0, 0}));
    editor.notify("textDocument/didSave", {{"textDocument", {{"uri", kUri}}}});
    editor.rest(kUri);
    EXPECT_EQ(editor.states(kUri), (std::vector<int>{5, 4}));
    EXPECT_EQ(editor.diagnostics.at(kUri).at(0).at("severity"), 1);
}

TEST(Server, LeavesTheOthersTheirVerdictsWhenOneIsHalfTyped) {
    Conversation editor;
    for (const char* broken : {"{\n  y := x + ", "{\n  y := x + 1;\n", "{ if x > 0 { y := 1; ", "{ y := nothing; }"}) {
        SCOPED_TRACE(broken);
        const std::string text = std::string(kTwo) + "method C(x: int) returns (y: int)\n  ensures y > x\n" + broken;
        editor.open(kUri, text);
        editor.rest(kUri);
        const std::vector<int> states = editor.states(kUri);
        ASSERT_GE(states.size(), 2u);
        EXPECT_EQ(states[0], 5);
        EXPECT_EQ(states[1], 4);
        EXPECT_NE(editor.status.at(kUri), "ResolutionSucceeded");
        EXPECT_GE(editor.diagnostics.at(kUri).size(), 2u);
    }
}

TEST(Server, SaysNothingAgainstWhatSpeaksOfErrors) {
    Conversation editor;
    editor.open(kUri, "function F(x: int): int { x + }\n"
                      "method A() { assert F(1) == 2; }\n"
                      "method B() { assert 1 == 2; }\n");
    editor.rest(kUri);
    const Texts said = editor.said(kUri);
    EXPECT_EQ(std::count_if(said.begin(), said.end(), [](const auto& each) { return each.rfind("1:", 0) == 0; }), 0)
        << testing::PrintToString(said);
    EXPECT_EQ(said.back(), "2:20 assertion assertion might not hold");
}

TEST(Server, KnowsAgainWhatIsUndone) {
    Conversation editor;
    editor.open(kUri, kTwo);
    editor.rest(kUri);
    editor.change(kUri, replaced(kTwo, "x + 1", "x + 2"));
    editor.rest(kUri);
    editor.change(kUri, kTwo);
    editor.rest(kUri);
    EXPECT_EQ(editor.states(kUri), (std::vector<int>{5, 4}));
}

TEST(Server, ProvesWhatItIsAskedFor) {
    Options options = Conversation::usual();
    options.verify_on = VerifyOn::Never;
    Conversation editor(options);
    editor.open(kUri, kTwo);
    EXPECT_EQ(editor.states(kUri), (std::vector<int>{0, 0}));
    const Json place = {{"textDocument", {{"uri", kUri}}}, {"position", to_json(Position{8, 2})}};
    EXPECT_EQ(editor.request("dafny/textDocument/verifySymbol", place), true);
    editor.step_until([&] { return editor.states(kUri) == std::vector<int>{0, 4}; });
    Json nowhere = place;
    nowhere["position"] = to_json(Position{10, 0});
    EXPECT_EQ(editor.request("dafny/textDocument/verifySymbol", nowhere), false);
    EXPECT_EQ(editor.request("dafny/textDocument/cancelVerifySymbol", place), false); // it is over
}

TEST(Server, ClearsWhatIsClosed) {
    Conversation editor;
    editor.open(kUri, kTwo);
    editor.rest(kUri);
    editor.notify("textDocument/didClose", {{"textDocument", {{"uri", kUri}}}});
    editor.step_until([&] { return editor.diagnostics.at(kUri).empty(); });
}

TEST(Server, FollowsTheRulesOfTheProtocol) {
    Conversation editor;
    const auto code = [&](int id) {
        return editor.errors.count(id) > 0 ? editor.errors.at(id).at("code").get<int>() : 0;
    };
    EXPECT_EQ(code(editor.ask("no/such", nullptr)), -32601);
    EXPECT_EQ(code(editor.ask("dafny/textDocument/verifySymbol", nullptr)), -32602);
    EXPECT_EQ(code(editor.ask("initialize", Json::object())), -32600);
    editor.raw("nonsense");
    EXPECT_EQ(code(-1), -32700);
    editor.notify("no/such", Json::array());
    editor.notify("textDocument/didOpen", {{"textDocument", 3}}); // logged, and nothing else
    EXPECT_EQ(editor.methods.back(), "window/logMessage");
    EXPECT_EQ(editor.request("shutdown", nullptr), nullptr);
    EXPECT_EQ(code(editor.ask("dafny/textDocument/verifySymbol", nullptr)), -32600);
    EXPECT_EQ(editor.server().exit_code(), std::nullopt);
    editor.notify("exit", nullptr);
    EXPECT_EQ(editor.server().exit_code(), 0);

    std::vector<Json> heard;
    Server fresh(Conversation::usual(), [&](const std::string& text) { heard.push_back(Json::parse(text)); });
    fresh.receive({R"({"id":1,"method":"shutdown"})"});
    EXPECT_EQ(heard.at(0).at("error").at("code"), -32002);
    fresh.receive({R"({"method":"exit"})"});
    EXPECT_EQ(fresh.exit_code(), 1);
}

TEST(Server, LooksAtOpenTextsOfIncludedFiles) {
    Conversation editor;
    editor.open("file:///nowhere/b.dfy", "include \"c.dfy\"\nmethod M() { assert F() == 2; }\n");
    editor.rest("file:///nowhere/b.dfy");
    EXPECT_EQ(editor.said("file:///nowhere/b.dfy").at(0), "0:0 include file /nowhere/c.dfy not found");
    editor.open("file:///nowhere/c.dfy", "function F(): int { 2 }\n");
    editor.rest("file:///nowhere/b.dfy");
    EXPECT_EQ(editor.said("file:///nowhere/b.dfy"), Texts{});
    EXPECT_EQ(editor.states("file:///nowhere/b.dfy"), (std::vector<int>{5}));
    editor.change("file:///nowhere/c.dfy", "function F(): int { 3 }\n");
    editor.step_until([&] { return !editor.said("file:///nowhere/b.dfy").empty(); });
    EXPECT_EQ(editor.said("file:///nowhere/b.dfy").at(0), "1:20 assertion assertion might not hold");
}

TEST(Server, ForgetsNothingThatWaitsWhenItIsAskedAgain) {
    Conversation editor;
    std::string text;
    for (int i = 0; i < 40; ++i) {
        text += "lemma L" + std::to_string(i) + "(x: int) ensures x + " + std::to_string(i) + " >= x {}\n";
    }
    editor.open(kUri, text);
    for (int i = 0; i < 6; ++i) {
        editor.server().step(); // proofs are asked for, and none is begun
        editor.change(kUri, text + std::string(static_cast<std::size_t>(i) + 1, ' '));
    }
    editor.rest(kUri);
    EXPECT_EQ(editor.states(kUri), std::vector<int>(40, 5));
}

TEST(Server, ShowsNoBrokenBodyAsProvedBecauseThereWasNone) {
    Conversation editor;
    const std::string heading = "lemma L(x: int)\n  requires x != 0 && 10 / x > 0\n";
    editor.open(kUri, heading);
    editor.rest(kUri);
    ASSERT_EQ(editor.states(kUri), (std::vector<int>{5}));
    editor.change(kUri, heading + "{ assert nothing; }\n");
    editor.rest(kUri);
    EXPECT_EQ(editor.states(kUri), (std::vector<int>{0}));
}

TEST(Server, HasEachNameOfAFileAsADocument) {
    Conversation editor;
    const std::string other = "file:///nowhere/%61.dfy";
    editor.open(kUri, "method X() { assert 1 == 2; }");
    editor.open(other, "method X() { assert 1 == 1; }");
    editor.rest(kUri);
    editor.rest(other);
    EXPECT_EQ(editor.states(kUri), (std::vector<int>{4}));
    EXPECT_EQ(editor.states(other), (std::vector<int>{5}));
    editor.notify("textDocument/didClose", {{"textDocument", {{"uri", kUri}}}});
    editor.change(other, "method X() { assert 1 == 3; }");
    editor.rest(other);
    EXPECT_EQ(editor.states(other), (std::vector<int>{4}));
}

TEST(Server, KeepsWhatWasKnownOfWhatCannotBeUnderstood) {
    Conversation editor;
    const std::string text = "function F(x: int): int { x - 1 }\nlemma L(x: int) ensures F(x) > x {}\n";
    editor.open(kUri, text);
    editor.rest(kUri);
    editor.change(kUri, replaced(text, "x - 1 }", "x - 1 "));
    editor.rest(kUri);
    const Texts said = editor.said(kUri);
    EXPECT_EQ(
        std::count_if(said.begin(), said.end(),
                      [](const auto& each) { return each.find("Outdated: a postcondition") != std::string::npos; }),
        1)
        << testing::PrintToString(said);
    editor.change(kUri, text);
    editor.rest(kUri);
    EXPECT_EQ(editor.said(kUri), (Texts{"1:33 postcondition a postcondition could not be proved on this return path"}));
}

TEST(Server, KnowsWithoutProofsWhatDidNotChange) {
    Options options = Conversation::usual();
    options.verify_on = VerifyOn::Save;
    Conversation editor(options);
    const std::string three = std::string(kTwo) + "method C(a: int) { assert a > 3; }\n";
    editor.open(kUri, three);
    editor.rest(kUri);
    editor.change(kUri, replaced(three, "a > 3", "a > 4"));
    editor.step_until([&] { return editor.states(kUri) == std::vector<int>{5, 4, 0}; });
    editor.change(kUri, three);
    editor.step_until([&] { return editor.states(kUri) == std::vector<int>{5, 4, 4}; });
}

TEST(Server, ReadsTextsWithAByteOrderMark) {
    Conversation editor;
    editor.open(kUri, "\xEF\xBB\xBFmethod X() { assert 1 == 2; }");
    editor.rest(kUri);
    EXPECT_EQ(editor.said(kUri), (Texts{"0:21 assertion assertion might not hold"}));
}

TEST(Server, GivesNoVerdictToWhatMayMeanSomethingElse) {
    Conversation editor;
    editor.open(kUri, "function F(): int { 5 }\nfunction F(): int { 2 }\nlemma L() ensures F() == 2 {}\n");
    editor.rest(kUri);
    for (const std::string& said : editor.said(kUri)) {
        EXPECT_EQ(said.find("postcondition"), std::string::npos) << said;
    }
}

} // namespace
} // namespace daphnia::lsp
