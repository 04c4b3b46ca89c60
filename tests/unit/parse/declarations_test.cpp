// Declarations: every form, old spellings, and where one ends and the next one starts.
#include "parsing.h"

namespace daphnia::parse {
namespace {

// One line in, the same line out.
void unchanged(const std::string& text) {
    EXPECT_EQ(printed(text), text + "\n");
}

TEST(Declarations, signatures) {
    unchanged("method M<T(==), U(0)(!new)>(x: int, ghost y: T := 3, nameonly z: nat) returns (r: int, ghost s: bool)");
    unchanged("function F(x: int): (r: int)");
    unchanged("function F(): (int, ghost bool)");
    unchanged("ghost predicate P(older x: T, new y: T)");
    unchanged("static opaque function F(): int");
    unchanged("twostate predicate P(new x: C)");
    unchanged("twostate lemma L()");
    unchanged("method {:verify false} {:fuel F, 3} M()");
    unchanged("function F(): A -> B -> C");
    unchanged("function F(f: (int, bool) ~> T, g: (int -> int) --> bool, h: ((int, int)) -> int): ()");
}

TEST(Declarations, bodies) {
    EXPECT_EQ(
        printed("function F(x: int): int requires x > 0 decreases x { x } by method { return x; }"),
        "function F(x: int): int\n    requires x > 0\n    decreases x\n{\n    x\n} by method {\n    return x;\n}\n");
    EXPECT_EQ(printed("lemma L() ensures {:a} X: p reads * modifies this`f, g { }").empty(), false);
}

TEST(Declarations, oldSpellings) {
    EXPECT_EQ(printed("function method F(): int { 1 }\npredicate method P() { true }"),
              "function method F(): int\n{\n    1\n}\n\npredicate method P()\n{\n    true\n}\n");
    EXPECT_EQ(printed("method M()\n  requires a;\n  ensures b;\n  modifies c;\n  decreases d;\n{ }"),
              "method M()\n    requires a\n    ensures b\n    modifies c\n    decreases d\n{}\n");
    EXPECT_EQ(printed("class C { var x: int; const y := 1; ghost var z: T, w: U; }\nimport A;"),
              "class C {\n    var x: int\n    const y := 1\n    ghost var z: T\n    ghost var w: U\n}\n\nimport A\n");
}

TEST(Declarations, datatypes) {
    unchanged("datatype List<+T> = Nil() | Cons(head: T, tail: List<T>)");
    unchanged("datatype D extends T, U = A(int, x: bool, ghost z: seq<int>) | ghost B()");
    EXPECT_EQ(printed("datatype D = | A | B { function f(): int { 1 } }"),
              "datatype D = A() | B() {\n    function f(): int\n    {\n        1\n    }\n}\n");
    unchanged("codatatype Stream = More(int, Stream)");
}

TEST(Declarations, types) {
    unchanged("type T");
    unchanged("type T(==)(0)<A, -B>");
    unchanged("type S<T> = seq<T>");
    unchanged("type Even = x: int | x % 2 == 0 witness 2");
    unchanged("type Even = x | p(x) ghost witness w()");
    unchanged("newtype Byte = x: int | 0 <= x < 256 witness *");
    unchanged("newtype N = int");
}

TEST(Declarations, classesAndTraits) {
    EXPECT_EQ(printed("trait T<X> extends object { method M() } class C<X> extends T<X>, U { constructor Init(x: X) }"),
              "trait T<X> extends object {\n    method M()\n}\n\n"
              "class C<X> extends T<X>, U {\n    constructor Init(x: X)\n}\n");
}

TEST(Declarations, modules) {
    EXPECT_EQ(printed("module A.B { import opened C = D.E`F import G module H { const x := 1 } }"),
              "module A.B {\n    import opened C = D.E`{F}\n    import G\n    module H {\n"
              "        const x := 1\n    }\n}\n");
    unchanged("abstract module M refines N {\n}");
    EXPECT_EQ(Parsed("include \"a.dfy\"\nconst x := 1").program.includes.at(0).path, "a.dfy");
}

TEST(Declarations, whatLaterStagesRefuseIsParsed) {
    unchanged("iterator I(x: int) yields (y: int)\n    yield ensures y > 0");
    unchanged("least predicate P[nat](x: int)");
    unchanged("greatest lemma L[ORDINAL](x: int)");
    unchanged("export E provides A, B.C reveals * extends F");
}

TEST(Declarations, attributesBeforeDeclarations) {
    EXPECT_EQ(printed("@Verify(false)\n@Fuel(low := 1)\nmethod M()\n  ensures f(x)\n@A method N()"),
              "@Verify(false)\n@Fuel(low := 1)\nmethod M()\n    ensures f(x)\n\n@A()\nmethod N()\n");
}

TEST(Declarations, followEachOther) {
    EXPECT_EQ(
        printed("const a := b const c := var d := 1; d ghost function F(): int ghost const e: int lemma L()"),
        "const a := b\n\nconst c := var d := 1; d\n\nghost function F(): int\n\nghost const e: int\n\nlemma L()\n");
}

TEST(Declarations, rangesCoverModifiersAndBodies) {
    const Parsed parsed("  static method M() { }\nmodule N { const c := 1 }");
    EXPECT_EQ(parsed.program.decls[0]->range.text(), "static method M() { }");
    EXPECT_EQ(parsed.program.decls[1]->range.text(), "module N { const c := 1 }");
}

TEST(Declarations, emptyFile) {
    EXPECT_TRUE(Parsed("").program.decls.empty());
    EXPECT_TRUE(Parsed(" // nothing\n/* here */").program.decls.empty());
}

} // namespace
} // namespace daphnia::parse
