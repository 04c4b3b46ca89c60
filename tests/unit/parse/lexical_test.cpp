// Words, numbers, texts and comments: what Dafny's lexer is peculiar about.
#include "parsing.h"

namespace daphnia::parse {
namespace {

const ast::Expr& body(const Parsed& parsed) {
    return *first<ast::FunctionDecl>(parsed).body;
}

TEST(Lexical, namesMayHaveQuotesAndQuestionMarks) {
    EXPECT_EQ(expression("x' + Cons? + a'b'' + _x + 'abc'"), "x' + Cons? + a'b'' + _x + 'abc'");
}

TEST(Lexical, characterLiteralsAreNotNames) {
    EXPECT_EQ(expression("'a'"), "'a'");
    const Parsed parsed("function F(): char { '\\U{1F600}' }");
    EXPECT_EQ(std::get<ast::CharLit>(body(parsed).node).value, U'\U0001F600');
}

TEST(Lexical, numbers) {
    EXPECT_EQ(expression("1_000 + 0xFf_0"), "1000 + 4080");
    EXPECT_EQ(expression("1.50 + 0.001 + 1_0.5"), "1.50 + 0.001 + 10.5");
    EXPECT_EQ(expression("123456789012345678901234567890"), "123456789012345678901234567890");
    EXPECT_EQ(expression("25e3 + 1.5e-3"), "25e3 + 0.0015");
}

TEST(Lexical, tupleComponentsAreNotRealNumbers) {
    EXPECT_EQ(expression("t.0 + t.0.1 + t.0.1.2"), "t.0 + t.0.1 + t.0.1.2");
    EXPECT_EQ(expression("a[0..1]"), "a[0..1]");
}

TEST(Lexical, strings) {
    const Parsed parsed("function F(): string { \"a\\n\\\"\\\\\\u0041\\U{1F600}\\0é\" }");
    EXPECT_EQ(std::get<ast::StringLit>(body(parsed).node).value, std::u32string(U"a\n\"\\A\U0001F600\0é", 8));
    EXPECT_EQ(expression("\"tab\\tand 'quotes'\""), "\"tab\\tand \\'quotes\\'\"");
}

TEST(Lexical, verbatimStringsMayHaveLineBreaks) {
    EXPECT_EQ(expression("@\"C:\\dir \"\"x\"\"\nnext\""), "@\"C:\\dir \"\"x\"\"\nnext\"");
}

TEST(Lexical, escapesMustStandForCharacters) {
    EXPECT_EQ(joined_errors_of("const c := \"a\\qb\""), "1:14: there is no such escape: a backslash is written \\\\");
    EXPECT_EQ(joined_errors_of("const c := \"\\uD800\""), "1:13: this escape stands for no character");
    EXPECT_EQ(joined_errors_of("const c := \"\\U{110000}\""), "1:13: this escape stands for no character");
}

TEST(Lexical, commentsNest) {
    EXPECT_EQ(printed("/* a /* b */ c */ const x: int // end\n/* const y: int */"), "const x: int\n");
}

TEST(Lexical, whatIsNotClosed) {
    EXPECT_EQ(joined_errors_of("const x: int\n  /* a /* b */"), "2:3: this comment is not closed");
    EXPECT_EQ(errors_of("const x := \"abc\nconst y: int").front(), "1:12: this string is not closed");
}

TEST(Lexical, foreignCharacters) {
    EXPECT_EQ(joined_errors_of("const x := 1 § 2\nconst y := 2"), "1:14: unexpected character '§'\n"
                                                                  "1:16: unexpected '2' after this declaration");
    EXPECT_EQ(joined_errors_of("// Grüße\nconst ä := 1").substr(0, 30), "2:7: unexpected character 'ä'");
}

TEST(Lexical, placesCountCharactersNotBytes) {
    EXPECT_EQ(errors_of("const x := \"äöü\" ]").front(), "1:18: unexpected ']' after this declaration");
}

TEST(Lexical, arrayAndBitvectorTypes) {
    EXPECT_EQ(printed("method M(a: array<int>, b: array2?<bv32>, c: array10<bv0>, array1: int, bv01: int)"),
              "method M(a: array<int>, b: array2?<bv32>, c: array10<bv0>, array1: int, bv01: int)\n");
}

TEST(Lexical, notIn) {
    EXPECT_EQ(expression("x !in s && !inner"), "x !in s && !inner");
    EXPECT_NE(joined_errors_of("const b := x ! in s"), "");
}

TEST(Lexical, wordsThatAreKeywordsOnlyInPlaces) {
    EXPECT_EQ(statements("var least := to + downto; reveal := older; hide(opaque, field);"),
              "var least := to + downto; reveal := older; hide(opaque, field);");
    EXPECT_EQ(statements("for i := 0 to |to| { } for j := 9 downto downto { }"),
              "for i := 0 to |to| {} for j := 9 downto downto {}");
}

TEST(Lexical, shiftsAndNestedTypeArguments) {
    EXPECT_EQ(printed("method M(a: seq<seq<seq<int>>>)"), "method M(a: seq<seq<seq<int>>>)\n");
    EXPECT_EQ(expression("x << 2 >> y"), "x << 2 >> y");
}

std::vector<std::string> warnings_of(const std::string& text) {
    const Parsed parsed(text);
    EXPECT_FALSE(parsed.errors.has_errors()) << text;
    std::vector<std::string> result;
    for (const support::Diagnostic& each : parsed.errors.sorted()) {
        result.push_back(fmt::format("{}:{}", each.range.begin_place().line, support::info(each.rule).id));
    }
    return result;
}

TEST(Lexical, contractsInCommentsAreNoticed) {
    using Warnings = std::vector<std::string>;
    EXPECT_EQ(warnings_of("method M(n: int)\n  //@ requires n > 0;\n  //@ensures true\n{ }\n//@ invariant x"),
              (Warnings{"2:comment", "3:comment", "5:comment"}));
    EXPECT_EQ(warnings_of("//@ a remark\n// requires nothing\nmethod M() { }"), Warnings{});
    EXPECT_EQ(warnings_of("/* //@ requires P */ method M() { print \"//@ requires\"; }"), Warnings{});
}

} // namespace
} // namespace daphnia::parse
