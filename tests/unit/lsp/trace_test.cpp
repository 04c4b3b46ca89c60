// The run of a failure beside the lines, its states as assumptions, and what is ghost.
#include "conversation.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace daphnia::lsp {
namespace {

constexpr const char* kUri = "file:///nowhere/a.dfy";
constexpr const char* kWrong = "method Twice(x: int) returns (y: int)\n"
                               "  requires x > 2\n"
                               "  ensures y == 2 * x\n"
                               "{\n"
                               "  y := x;\n"
                               "  y := y + 2;\n"
                               "}\n";

Json hints(Conversation& editor, std::uint32_t last = 100) {
    return editor.request("textDocument/inlayHint",
                          {{"textDocument", {{"uri", kUri}}}, {"range", to_json(Range{{0, 0}, {last, 0}})}});
}

Json show(Conversation& editor, const Json& arguments) {
    return editor.request("workspace/executeCommand", {{"command", "daphnia.showTrace"}, {"arguments", arguments}});
}

TEST(Trace, IsShownBesideTheLinesOnDemand) {
    Conversation editor;
    editor.open(kUri, kWrong);
    editor.rest(kUri);
    EXPECT_EQ(hints(editor), Json::array());
    EXPECT_EQ(show(editor, Json::array({kUri, to_json(Position{3, 0})})), true);
    const Json shown = hints(editor);
    ASSERT_GE(shown.size(), 2u);
    const Json& last = shown.back();
    EXPECT_EQ(last.at("position"), to_json(Position{5, 13})); // behind the line's end
    EXPECT_EQ(last.at("label"), "y = 5");                     // only what has changed
    EXPECT_LT(hints(editor, 4).size(), shown.size());
    EXPECT_EQ(show(editor, Json::array()), false);
    EXPECT_EQ(hints(editor), Json::array());
}

TEST(Trace, IsOneOfTheTextAsItIs) {
    Options options = Conversation::usual();
    options.verify_on = VerifyOn::Save;
    Conversation editor(options);
    editor.open(kUri, kWrong);
    editor.rest(kUri);
    show(editor, Json::array({kUri, to_json(Position{3, 0})}));
    editor.change(kUri, std::string("\n") + kWrong);
    EXPECT_EQ(hints(editor).back().at("position").at("line"), 6); // only blanks have changed
    std::string other = kWrong;
    other.replace(other.find("y + 2"), 5, "y + 3");
    editor.change(kUri, other);
    EXPECT_EQ(hints(editor), Json::array());
}

TEST(Trace, TellsTheEditorToAskAgain) {
    Conversation editor(Conversation::usual(), {{"workspace", {{"inlayHint", {{"refreshSupport", true}}}}}});
    const auto refreshes = [&] {
        return std::count(editor.methods.begin(), editor.methods.end(), "workspace/inlayHint/refresh");
    };
    editor.open(kUri, kWrong);
    editor.rest(kUri);
    EXPECT_EQ(refreshes(), 0);
    show(editor, Json::array({kUri, to_json(Position{3, 0})}));
    editor.step_until([&] { return refreshes() == 1; });
    show(editor, Json::array());
    editor.step_until([&] { return refreshes() == 2; });
}

TEST(Trace, RefusesOtherCommands) {
    Conversation editor;
    editor.open(kUri, kWrong);
    editor.rest(kUri);
    EXPECT_EQ(show(editor, Json::array({kUri})), nullptr);
    EXPECT_EQ(editor.errors.rbegin()->second.at("code"), -32602);
    EXPECT_EQ(editor.request("workspace/executeCommand", {{"command", "no.such"}}), nullptr);
    EXPECT_EQ(show(editor, Json::array({kUri, to_json(Position{7, 0})})), false); // nothing fails there
}

TEST(Counterexample, IsListedAsAssumptions) {
    Conversation editor;
    editor.open(kUri, kWrong);
    editor.rest(kUri);
    const Json states = editor.request("dafny/counterExample", {{"textDocument", {{"uri", kUri}}}});
    ASSERT_GE(states.size(), 2u);
    EXPECT_EQ(states.back().at("assumption"), "assume x == 3 && y == 5;");
    EXPECT_EQ(states.back().at("position"), to_json(Position{5, 2}));
    EXPECT_EQ(editor.request("dafny/counterExample", {{"textDocument", {{"uri", kUri}}}, {"counterExampleDepth", -1}}),
              nullptr);
}

TEST(Counterexample, LeavesOutWhatIsDeeperThanAsked) {
    Conversation editor;
    editor.open(kUri, "method M(s: seq<seq<int>>, n: int)\n  requires |s| == 1 && |s[0]| == 1\n{\n"
                      "  assert n != 7 || s[0][0] != 3;\n}\n");
    editor.rest(kUri);
    const auto all = [&](int depth) {
        return editor
            .request("dafny/counterExample", {{"textDocument", {{"uri", kUri}}}, {"counterExampleDepth", depth}})
            .dump();
    };
    EXPECT_NE(all(5).find("s == [[3]]"), std::string::npos) << all(5);
    EXPECT_EQ(all(1).find("s == "), std::string::npos) << all(1);
    EXPECT_NE(all(1).find("n == 7"), std::string::npos) << all(1);
}

TEST(Ghost, IsToldIfItIsAskedFor) {
    const std::string text = "lemma L() {\n}\n"
                             "method M(x: int) {\n"
                             "  ghost var y := x;\n"
                             "  var z := x;\n"
                             "  assert z == y;\n"
                             "  if x > 0 {\n"
                             "    L();\n"
                             "    print z;\n"
                             "  }\n"
                             "}\n";
    Conversation silent;
    silent.open(kUri, text);
    silent.rest(kUri);
    EXPECT_TRUE(silent.ghosts.empty());
    Options options = Conversation::usual();
    options.notify_ghostness = true;
    Conversation editor(options);
    editor.open(kUri, text);
    editor.rest(kUri);
    std::vector<int> lines;
    for (const Json& each : editor.ghosts.at(kUri)) {
        lines.push_back(each.at("range").at("start").at("line"));
    }
    EXPECT_EQ(lines, (std::vector<int>{0, 3, 5, 7}));
}

} // namespace
} // namespace daphnia::lsp
