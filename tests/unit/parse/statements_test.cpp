// Statements: every form, and which cases, labels and blocks belong to what.
#include "parsing.h"

namespace daphnia::parse {
namespace {

TEST(Statements, assignments) {
    EXPECT_EQ(statements("x := 1; a[i], o.f := y, *; x, y := f(), new C;"),
              "x := 1; a[i], o.f := y, *; x, y := f(), new C;");
    EXPECT_EQ(statements("x :| p(x); x, y :| assume q(x, y);"), "x :| p(x); x, y :| assume q(x, y);");
    EXPECT_EQ(statements("x :- f(); :- g(); x, y :- expect h(), 1;"), "x :- f(); :- g(); x, y :- expect h(), 1;");
    EXPECT_EQ(statements("(x as C).f := 1; this.g := 2; (old(c)).m(); (c).m();"),
              "(x as C).f := 1; this.g := 2; old(c).m(); c.m();");
    EXPECT_EQ(statements("x := f() by { L(); } F(x) by { assert a; }"), "x := f() by { L(); } F(x) by { assert a; }");
}

TEST(Statements, variables) {
    EXPECT_EQ(statements("var x; var y: int, z := 1, 2; ghost var g: T :| p(g);"),
              "var x; var y: int, z := 1, 2; ghost var g: T :| p(g);");
    EXPECT_EQ(statements("var (a, B(b, _)) := e; var C(c) := d; var (n) := 1;"),
              "var (a, B(b, _)) := e; var C(c) := d; var n := 1;");
    EXPECT_EQ(statements("var {:a} x {:b} :| p(x); var f: Option<T> := None;"),
              "var {:a} x {:b} :| p(x); var f: Option<T> := None;");
}

TEST(Statements, allocation) {
    EXPECT_EQ(
        statements("a := new int[n]; a := new int[n, m](f); a := new int[2][1, 2]; a := new [][1]; a := new T[n];"),
        "a := new int[n]; a := new int[n, m](f); a := new int[2][1, 2]; a := new [][1]; a := new T[n];");
    EXPECT_EQ(statements("c := new C; c := new M.C<int>.Init(x, y := 1);"),
              "c := new C; c := new M.C<int>.Init(x, y := 1);");
}

TEST(Statements, ifAndElse) {
    EXPECT_EQ(statements("if a { } else if b { x := 1; } else { }"), "if a {} else if b { x := 1; } else {}");
    EXPECT_EQ(statements("if * { } if (*) { } if x: int :| p(x) { } if x, y :| q { }"),
              "if * {} if * {} if x: int :| p(x) {} if x, y :| q {}");
    EXPECT_EQ(statements("if { case a => x := 1; y := 2; case x :| p(x) => }"),
              "if { case a => x := 1; y := 2; case x :| p(x) => }");
    EXPECT_EQ(statements("if case a => x := 1; case b => x := 2;"), "if { case a => x := 1; case b => x := 2; }");
    EXPECT_EQ(statements("if a { } else if { case b => }"), "if a {} else if { case b => }");
}

TEST(Statements, loops) {
    EXPECT_EQ(statements("while a invariant b decreases c, d modifies e { } while * decreases * { }"),
              "while a invariant b decreases c, d modifies e {} while * decreases * {}");
    EXPECT_EQ(statements("while a invariant b; invariant c; { }"), "while a invariant b invariant c {}");
    EXPECT_EQ(statements("while a invariant b x := 1;"), "while a invariant b x := 1;");
    EXPECT_EQ(statements("while a invariant b assert c;"), "while a invariant b assert c;");
    EXPECT_EQ(statements("while invariant a { case b => }"), "while invariant a { case b => }");
    EXPECT_EQ(statements("while decreases a case b => x := 1; case c =>"),
              "while decreases a { case b => x := 1; case c => }");
    EXPECT_EQ(statements("for i: nat := 0 to *  { } for i := n downto |s| invariant a { }"),
              "for i: nat := 0 to * {} for i := n downto |s| invariant a {}");
}

TEST(Statements, jumpsAndLabels) {
    EXPECT_EQ(statements("label L: while a { break; break L; continue; continue L; break break; break continue; }"),
              "label L: while a { break; break L; continue; continue L; break break; break continue; }");
    EXPECT_EQ(statements("label A: label B: x := 1; label C:"), "label A: label B: x := 1; label C: ");
}

TEST(Statements, match) {
    EXPECT_EQ(statements("match x { case A => y := 1; case B(z) => } match x { }"),
              "match x { case A => y := 1; case B(z) => } match x { }");
    // Without braces everything up to the next case or the end of the block belongs to the case.
    EXPECT_EQ(statements("match x case A => y := 1; case B => y := 2; z := 3;"),
              "match x { case A => y := 1; case B => y := 2; z := 3; }");
    EXPECT_EQ(statements("match x case A => match y case B => case C => z := 1;"),
              "match x { case A => match y { case B => case C => z := 1; } }");
    EXPECT_EQ(statements("match x { case A => { match y case B => } case C => }"),
              "match x { case A => { match y { case B => } } case C => }");
}

TEST(Statements, blocksAreNotSets) {
    EXPECT_EQ(statements("x := 1; { y := 2; } { } if a { } { }"), "x := 1; { y := 2; } {} if a {} {}");
}

TEST(Statements, assertions) {
    EXPECT_EQ(statements("assert a; assert {:split_here} L: a by { } assume {:axiom} b; expect c, \"d\";"),
              "assert a; assert {:split_here} L: a by {} assume {:axiom} b; expect c, \"d\";");
    EXPECT_EQ(statements("print a, \"\\n\"; reveal f(), L; hide *; return; return a, b; modify a, b`c, `d;"),
              "print a, \"\\n\"; reveal f(), L; hide *; return; return a, b; modify a, b`c, `d;");
}

TEST(Statements, calculations) {
    EXPECT_EQ(statements("calc == { a; { L(); } b; < { } c; ==> calc { d; } e; }"),
              "calc == { a; { L(); } b; < {} c; ==> calc { d; } e; }");
    EXPECT_EQ(statements("calc { {}; == ({1}); }"), "calc { ({}); == ({1}); }");
}

TEST(Statements, forall) {
    EXPECT_EQ(statements("forall x, y | p(x, y) { } forall (x | p(x)) ensures q(x) { } forall x <- s { }"),
              "forall x, y | p(x, y) {} forall x | p(x) ensures q(x) {} forall x <- s {}");
    EXPECT_EQ(statements("forall ensures a { } forall x ensures a"), "forall ensures a {} forall x ensures a");
    EXPECT_EQ(statements("forall x | a ensures b; { }"), "forall x | a ensures b {}");
}

TEST(Statements, lemmaCallsInGuards) {
    EXPECT_EQ(statements("if L(); a { } while L(); a { }"), "if (L(); a) {} while (L(); a) {}");
}

TEST(Statements, othersAreParsedToo) {
    EXPECT_EQ(statements("opaque ensures a { x := 1; } yield a, b;"), "opaque ensures a { x := 1; } yield a, b;");
    EXPECT_EQ(printed("class C { constructor () { x := 1; new; y := 2; } }"),
              "class C {\n    constructor ()\n    {\n        x := 1;\n        new;\n        y := 2;\n    }\n}\n");
}

TEST(Statements, rangesCoverThem) {
    const Parsed parsed("method M() { x := 1;\n  while a { y := 2; }\n}");
    const auto& stmts = first<ast::MethodDecl>(parsed).body->stmts;
    EXPECT_EQ(stmts[0]->range.text(), "x := 1;");
    EXPECT_EQ(stmts[1]->range.text(), "while a { y := 2; }");
    EXPECT_EQ(std::get<ast::While>(stmts[1]->node).keyword.text(), "while");
}

} // namespace
} // namespace daphnia::parse
