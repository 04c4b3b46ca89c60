// Syntax errors: sentences, places, and that one error does not hide the others or bring more with it.
#include "parsing.h"

namespace daphnia::parse {
namespace {

TEST(SyntaxErrors, missingSemicolon) {
    EXPECT_EQ(joined_errors_of("method M() {\n  x := 1\n  y := 2;\n}"),
              "2:8: expected ';' after this statement, found 'y'");
    EXPECT_EQ(joined_errors_of("method M() {\n  var x := 1\n  while a { }\n}"),
              "2:12: expected ';' after this statement, found 'while'");
    EXPECT_EQ(joined_errors_of("method M() {\n  return\n}"), "2:8: expected ';' after this statement, found '}'");
}

TEST(SyntaxErrors, whatIsExpected) {
    EXPECT_EQ(joined_errors_of("method M() { x := ; }"), "1:19: expected an expression, found ';'");
    EXPECT_EQ(joined_errors_of("method M(x: ) { }"), "1:13: expected a type, found ')'");
    EXPECT_EQ(joined_errors_of("method M() { ] }"), "1:14: expected a statement or '}', found ']'");
    EXPECT_EQ(joined_errors_of("const c := (1"), "1:14: expected ')', found the end of the file");
    EXPECT_EQ(joined_errors_of("foo"), "1:1: expected a declaration, found 'foo'");
    EXPECT_EQ(joined_errors_of("method"), "1:7: expected a name, found the end of the file");
}

TEST(SyntaxErrors, commonMistakes) {
    EXPECT_EQ(joined_errors_of("method M() { x = 1; }"), "1:16: an assignment is written with ':=', not '='");
    EXPECT_EQ(joined_errors_of("const c = 1"), "1:9: a const field should be initialized using ':=', not '='");
    EXPECT_EQ(joined_errors_of("class C { var x }"), "1:15: a mutable field must be declared with a type");
    EXPECT_EQ(joined_errors_of("class C { var x: int := 1 }"), "1:15: a mutable field may not have an initializer");
    EXPECT_EQ(joined_errors_of("function F() { 1 }"), "1:12: expected ':' and the type of the function's result");
    EXPECT_EQ(joined_errors_of("method M(_x: int)"), "1:10: cannot declare identifier beginning with underscore");
    EXPECT_EQ(joined_errors_of("lemma ()"), "1:1: a lemma must be given a name");
}

TEST(SyntaxErrors, oneDoesNotHideTheNext) {
    EXPECT_EQ(joined_errors_of("method A() { x := ; }\nmethod B() { }\nfunction C(): int { + }\nconst d := )"),
              "1:19: expected an expression, found ';'\n"
              "3:21: expected an expression, found '+'\n"
              "4:12: expected an expression, found ')'");
    EXPECT_EQ(joined_errors_of("method A() {\n  x := ;\n  y := 1;\n  z := ];\n}"),
              "2:8: expected an expression, found ';'\n4:8: expected an expression, found ']'");
}

TEST(SyntaxErrors, declarationsWithoutErrorsAreThere) {
    const Parsed parsed("method A() { x := ; }\nmethod B() { }\nclass C { var x method D() }");
    ASSERT_EQ(parsed.program.decls.size(), 2U);
    EXPECT_EQ(std::get<ast::MethodDecl>(parsed.program.decls[0]->node).name->text, "B");
    EXPECT_EQ(std::get<ast::ClassDecl>(parsed.program.decls[1]->node).members.size(), 1U);
}

TEST(SyntaxErrors, missingBraces) {
    EXPECT_EQ(joined_errors_of("method A() {\n  x := 1;\n\nmethod B() { }"),
              "4:1: expected a statement or '}', found 'method'");
    EXPECT_EQ(joined_errors_of("class C {\n  method A() {\n    if a {\n  }\n  method B() { }\n}\nmethod D() { }"),
              "5:3: expected a statement or '}', found 'method'");
    EXPECT_EQ(joined_errors_of("class C {\n  method A() { }\nclass D { }"),
              "3:1: expected '}' before 'class': the body around it is not closed");
    EXPECT_EQ(joined_errors_of("module M {\n  const x := 1\n"),
              "3:1: expected '}': the body of a declaration is not closed at the end of the file");
    EXPECT_EQ(joined_errors_of("method A() { } }\nmethod B() { }"), "1:16: unexpected '}' after this declaration");
}

TEST(SyntaxErrors, casesOutOfPlace) {
    EXPECT_NE(joined_errors_of("method M() { case A => x := 1; }"), "");
    EXPECT_EQ(joined_errors_of("method M() { match x { case A => } case B => }").empty(), false);
}

TEST(SyntaxErrors, neverThrows) {
    // Every prefix of a program with a bit of everything, and the program with each character left out.
    const std::string program = "module M { datatype D<T> = A | B(x: T) { function f(): int { match this case A => 1 "
                                "case B(_) => (var y: seq<int> := [1]; |y|) } } class C extends E { var d: D<int> "
                                "method N<X>(a: array<X>) returns (r: set<X>) requires a.Length > 0 modifies a ensures "
                                "forall i :: 0 <= i < a.Length ==> a[i] in r { r := {}; for i := 0 to a.Length "
                                "invariant i <= a.Length { if { case i < 3 => r := r + {a[i]}; case * => } } calc == { "
                                "1; { assert x by { } } 2; } label L: while true { break L; } } } } // end";
    for (std::size_t i = 0; i < program.size(); ++i) {
        EXPECT_NO_THROW(Parsed(program.substr(0, i)));
        EXPECT_NO_THROW(Parsed(program.substr(i)));
        EXPECT_NO_THROW(Parsed(program.substr(0, i) + program.substr(i + 1)));
    }
}

} // namespace
} // namespace daphnia::parse
