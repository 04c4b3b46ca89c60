// Quick fixes and refactorings: what is offered at a place, and what the text is with it.
#include "conversation.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace daphnia::lsp {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* kUri = "file:///nowhere/a.dfy";

class Fixes : public testing::Test {
  protected:
    void open(const std::string& text) {
        text_ = text;
        editor_.open(kUri, text);
        editor_.rest(kUri);
    }
    Json at_line(std::uint32_t line, const Json& context = Json::object()) {
        const Range range{{line, 0}, {line, 0}};
        return editor_.request("textDocument/codeAction",
                               {{"textDocument", {{"uri", kUri}}}, {"range", to_json(range)}, {"context", context}});
    }
    static Texts titles(const Json& actions) {
        Texts result;
        for (const Json& action : actions) {
            result.push_back(action.at("title"));
        }
        return result;
    }
    // The text with the action whose title begins like that; empty: there is none.
    std::string with(const Json& actions, const std::string& title) const {
        for (const Json& action : actions) {
            if (action.at("title").get<std::string>().rfind(title, 0) != 0) {
                continue;
            }
            std::string result = text_;
            const Lines lines(text_, PositionEncoding::Utf16);
            const Json edits = action.at("edit").at("changes").at(kUri);
            for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
                const Range range = range_from(edit->at("range"));
                const std::uint32_t begin = lines.offset(range.start);
                result.replace(begin, lines.offset(range.end) - begin, edit->at("newText").get<std::string>());
            }
            return result;
        }
        ADD_FAILURE() << title << " is not among " << testing::PrintToString(titles(actions));
        return {};
    }
    bool has(const Json& actions, const std::string& part) const {
        const Texts all = titles(actions);
        return std::any_of(all.begin(), all.end(),
                           [&](const std::string& title) { return title.find(part) != std::string::npos; });
    }
    // Everything is right with this text.
    void expect_proved(const std::string& text) {
        editor_.change(kUri, text);
        editor_.rest(kUri);
        const std::vector<int> states = editor_.states(kUri);
        EXPECT_TRUE(std::all_of(states.begin(), states.end(), [](int state) { return state == 5; })) << text;
        EXPECT_EQ(editor_.said(kUri), Texts{}) << text;
    }

    Conversation editor_;
    std::string text_;
};

TEST_F(Fixes, ReplaceAWordByTheOneThatWasMeant) {
    open("method M(count: int) returns (r: int) {\n  r := cuont + 1;\n}\n");
    const Json actions = at_line(1);
    ASSERT_EQ(titles(actions), (Texts{"Replace 'cuont' by 'count'"}));
    EXPECT_EQ(actions.at(0).at("kind"), "quickfix");
    EXPECT_EQ(actions.at(0).at("isPreferred"), true);
    EXPECT_EQ(actions.at(0).at("diagnostics"), editor_.diagnostics.at(kUri));
    expect_proved(with(actions, "Replace"));
}

TEST_F(Fixes, ReplaceAMisspelledKeyword) {
    open("method M(x: int)\n  requries x > 0\n{\n}\n");
    expect_proved(with(at_line(1), "Replace 'requries' by 'requires'"));
}

TEST_F(Fixes, ReplaceSignsOfOtherLanguages) {
    open("function F(x: int): bool {\n  x ≤ 3 // 𝔸\n}\n");
    expect_proved(with(at_line(1), "Replace '≤' by '<='"));
}

TEST_F(Fixes, WriteDeclarationsAsTheLanguageHasThem) {
    open("method M() returns (r: int)\n{\n  int x;\n  x := 3;\n  r := x;\n}\n");
    expect_proved(with(at_line(2), "Replace 'int x' by 'var x: int'"));
    open("method N(): int\n{\n  r := 1;\n}\n");
    const Json actions = at_line(0);
    expect_proved(with(actions, "Replace ': int' by 'returns (r: int)'"));
}

TEST_F(Fixes, InsertAMissingSemicolon) {
    open("method M() returns (r: int)\n{\n  r := 1\n}\n");
    expect_proved(with(at_line(2), "Insert ';'"));
}

TEST_F(Fixes, LeaveOutWhatIsNoModifier) {
    open("public method M()\n{\n}\n");
    expect_proved(with(at_line(0), "Leave out 'public"));
}

TEST_F(Fixes, AreNotOfferedForWhatStaysWrong) {
    // The name that is near has another type.
    open("method M(count: bool) returns (r: int) {\n  r := cuont + 1;\n}\n");
    EXPECT_EQ(titles(at_line(1)), Texts{});
}

TEST_F(Fixes, AddWhatAFunctionReads) {
    open("function First(a: array<int>): int\n  requires a.Length > 0\n{\n  a[0]\n}\n");
    const Json actions = at_line(3);
    ASSERT_TRUE(has(actions, "Add `reads a`: First is proved then")) << testing::PrintToString(titles(actions));
    expect_proved(with(actions, "Add `reads a`"));
}

TEST_F(Fixes, AddWhatAMethodModifies) {
    open("method Clear(a: array<int>)\n  requires a.Length > 0\n{\n  a[0] := 0;\n}\n");
    expect_proved(with(at_line(3), "Add `modifies a`"));
}

TEST_F(Fixes, AddOnlyClausesThatTheCallersCanMeet) {
    // Who calls Clear does not say that it modifies anything: its proof would be lost.
    open("method Clear(a: array<int>)\n  requires a.Length > 0\n{\n  a[0] := 0;\n}\n"
         "method Caller(a: array<int>)\n  requires a.Length > 0\n{\n  Clear(a);\n}\n");
    EXPECT_FALSE(has(at_line(3), "modifies"));
}

TEST_F(Fixes, AddAMeasure) {
    open("method M(n: nat) {\n  var i := 0;\n  while true\n    invariant i <= n\n  {\n    if i == n { break; }\n"
         "    i := i + 1;\n  }\n}\n");
    const Json actions = at_line(2);
    ASSERT_TRUE(has(actions, "Add `decreases n - i`: M is proved then")) << testing::PrintToString(titles(actions));
    expect_proved(with(actions, "Add `decreases n - i`"));
}

TEST_F(Fixes, AddTheMeasureOfARecursion) {
    open("function Count(i: int, n: int): int\n  requires i <= n\n{\n  if i == n then 0 else 1 + Count(i + 1, n)\n}\n");
    expect_proved(with(at_line(3), "Add `decreases n - i`"));
}

TEST_F(Fixes, AddABoundAsInvariant) {
    open("method Count(n: nat) returns (i: int)\n  ensures i == n\n{\n  i := 0;\n  while i < n\n  {\n    i := i + 1;\n "
         " }\n}\n");
    const Json actions = at_line(2);
    ASSERT_TRUE(has(actions, "Add `invariant i <= n`: Count is proved then"))
        << testing::PrintToString(titles(actions));
    expect_proved(with(actions, "Add `invariant i <= n`"));
}

TEST_F(Fixes, RevealWhatIsOpaque) {
    open("opaque function Two(): int { 2 }\nmethod M() {\n  assert Two() == 2;\n}\n");
    expect_proved(with(at_line(2), "Insert `reveal Two();`"));
}

TEST_F(Fixes, AreNotOfferedForWhatIsNotProvedThen) {
    open("opaque function Two(): int { 2 }\nmethod M() {\n  assert Two() == 3;\n}\n");
    EXPECT_FALSE(has(at_line(2), "reveal"));
}

TEST_F(Fixes, WriteOutAPrecondition) {
    open("method Half(n: int, d: int)\n  requires n > 0 && d != 0\n{\n}\nmethod M(x: int) {\n  Half(x, 1 + 1);\n}\n");
    const Json actions = at_line(5);
    const std::string changed = with(actions, "Insert the precondition");
    EXPECT_NE(changed.find("\n  assert x > 0"), std::string::npos) << changed;
    EXPECT_EQ(changed.find("isPreferred"), std::string::npos);
}

TEST_F(Fixes, WriteOutAPostcondition) {
    open("method M(x: int) returns (y: int)\n  ensures y > x\n{\n  if x > 0 {\n    return x - 1;\n  }\n  y := x;\n}\n");
    EXPECT_NE(with(at_line(4), "Insert the postcondition").find("    assert (x - 1) > x;\n    return"),
              std::string::npos);
    EXPECT_NE(with(at_line(2), "Insert the postcondition").find("  y := x;\n  assert y > x;\n}"), std::string::npos);
}

TEST_F(Fixes, AddTheCasesThatAMatchLacks) {
    open("datatype Colour = Red | Green | Blue(depth: int)\n"
         "method M(c: Colour) {\n  match c {\n    case Red => print 1;\n  }\n}\n"
         "function F(c: Colour): int {\n  match c\n  case Red => 1\n}\n");
    const std::string first = with(at_line(2), "Add the missing cases");
    EXPECT_NE(first.find("case Green =>"), std::string::npos) << first;
    EXPECT_NE(first.find("case Blue(_) =>"), std::string::npos) << first;
    const std::string second = with(at_line(7), "Add the missing cases");
    EXPECT_NE(second.find("  case Green => 0\n  case Blue(_) => 0\n"), std::string::npos) << second;
}

TEST_F(Fixes, ExtractALemma) {
    open("function Sum(n: nat): nat { if n == 0 then 0 else n + Sum(n - 1) }\n"
         "method M(n: nat) {\n  assert 2 * Sum(n) == n * (n + 1);\n}\n");
    const std::string changed = with(at_line(2), "Extract the lemma MLemma");
    EXPECT_NE(changed.find("lemma MLemma(n: nat)\n  ensures 2 * Sum(n) == n * (n + 1)\n{\n}\n\nmethod M"),
              std::string::npos)
        << changed;
    EXPECT_NE(changed.find("  MLemma(n);\n  assert"), std::string::npos) << changed;
}

TEST_F(Fixes, ExtractNoLemmaForWhatARunBreaks) {
    open("method A() {\n  assert 1 == 2;\n}\n");
    EXPECT_EQ(titles(at_line(1)), Texts{});
}

TEST_F(Fixes, VerifyOneDeclarationOnly) {
    open("method A() {\n}\nmethod B() {\n}\n");
    EXPECT_NE(with(at_line(2), "Verify only B").find("method {:only} B()"), std::string::npos);
    EXPECT_EQ(titles(at_line(3)), Texts{}); // not at its name
}

TEST_F(Fixes, AreThoseOfTheKindsThatAreWanted) {
    open("function Sum(n: nat): nat { if n == 0 then 0 else n + Sum(n - 1) }\n"
         "method M(n: nat) {\n  assert 2 * Sum(n) == n * (n + 1);\n}\n");
    EXPECT_TRUE(has(at_line(2), "Extract"));
    EXPECT_FALSE(has(at_line(2, {{"only", Json::array({"quickfix"})}}), "Extract"));
    EXPECT_TRUE(has(at_line(2, {{"only", Json::array({"refactor"})}}), "Extract"));
}

TEST_F(Fixes, AreNotProvedOfAnOutdatedText) {
    open("opaque function Two(): int { 2 }\nmethod M() {\n  assert Two() == 2;\n}\n");
    const Json place = {
        {"textDocument", {{"uri", kUri}}}, {"range", to_json(Range{{2, 0}, {2, 0}})}, {"context", Json::object()}};
    const int id = editor_.ask("textDocument/codeAction", place);
    editor_.change(kUri, "method M() {}\n");
    ASSERT_EQ(editor_.errors.count(id), 1u);
    EXPECT_EQ(editor_.errors.at(id).at("code"), -32801);
}

TEST_F(Fixes, EndWithTheirBudget) {
    Options options = Conversation::usual();
    options.trial_time = std::chrono::milliseconds(0);
    Conversation editor(options);
    editor.open(kUri, "opaque function Two(): int { 2 }\nmethod M() {\n  assert Two() == 2;\n}\n");
    editor.rest(kUri);
    EXPECT_EQ(editor.request("textDocument/codeAction", {{"textDocument", {{"uri", kUri}}},
                                                         {"range", to_json(Range{{2, 0}, {2, 0}})},
                                                         {"context", Json::object()}}),
              Json::array());
}

} // namespace
} // namespace daphnia::lsp
