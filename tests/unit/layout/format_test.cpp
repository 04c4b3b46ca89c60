// Indentation: programs as they should be, which must stay so, also when all of their indentation is taken away.
#include "texts.h"

#include "layout/format.h"

#include <gtest/gtest.h>

#include <sstream>

namespace daphnia::layout {
namespace {

std::string formatted(const std::string& text) {
    const support::SourceFile file("text.dfy", text);
    const Formatted result = format(Text(file));
    EXPECT_EQ(result.refused, "");
    return apply_edits(file, result.edits);
}

std::string flat(const std::string& text) {
    std::istringstream lines(text);
    std::string result;
    for (std::string line; std::getline(lines, line);) {
        result += line.substr(std::min(line.find_first_not_of(' '), line.size())) + "\n";
    }
    return result;
}

void stays(const std::string& text) {
    EXPECT_TRUE(parses(text));
    EXPECT_EQ(formatted(text), text);
    EXPECT_EQ(formatted(flat(text)), text);
}

TEST(Format, DeclarationsAndTheirClauses) {
    stays(R"(module A {
  import B

  class C extends
    D,
    E
  {
    var x: int
    ghost
    const c: int :=
      1 + 2

    constructor {:attr}
    (x: int,
     y: int)
      requires x > 0
      modifies x,
               y
             , z
      // about the body
    {
      this.x := x;
    }

    static method M(
      a: int,
      b: int
    )
      returns (r: int)
      ensures r > a &&
              r > b
      ensures
        && r > a
        && r > b
    {
    }
  }
}
)");
}

TEST(Format, Types) {
    stays(R"(datatype Tree = Leaf
              | Node(left: Tree,
                     right: Tree)
datatype Shape =
  | Circle(
      radius: int
    )
  // a square
  | Square(side: int)
type Small = x: int
  | 0 <= x &&
    x < 10
  witness 3
newtype N =
  x: int
  | x > 0
const table := [
  1,
  2
]
const set_of: set<int> := {1,
                           2}
)");
}

TEST(Format, Statements) {
    stays(R"(method M()
{
  if a {
    b := 1;
    // last
  } else if
    c
  {
    b := f(1,
           2);
  }
  // before the else
  else {
    b := g(
      1,
      2
    );
  }
  while i < n
    invariant i <= n
    // about n
    decreases n
  {
    i := i + 1;
  }
  label L:
  for j := 0 to n
    invariant true {
    continue L;
  }
  match x {
    case A =>
      y := 1;
      z := 2;
    case B => y := 1;
              z := 2;
    // no others
  }
  assert forall k :: 0 <= k < n ==>
                       a[k] > 0 by {
    Lemma();
  }
  forall k | 0 <= k < n
    ensures a[k] > 0
  {
    Lemma(k);
  }
  var p, q :=
    1,
    2;
  x :- f();
  print x,
        y;
  if
  case a => x := 1;
  case b =>
    x := 2;
}
)");
}

TEST(Format, Calculations) {
    stays(R"(lemma L()
{
  calc {
    a;
  == // by definition
    b;
  == { Lemma();
       More(); }
    c;
  ==
    {
      Lemma();
    }
    d;
  }
}
)");
}

TEST(Format, Expressions) {
    stays(R"(function F(x: int): int
  requires x
        == y
  requires A ==>
             B ==>
               C
{
  if x == 0 then
    1
  // a comment
  else if x == 1 then 2
  else
    var y := x + 1;
    var z := match y {
      case 0 => 1
      case _ =>
        2
    };
    assert z > 0;
    match z
    case 0 => F(
                0
              )
    case _ =>
      F(x) +
      G(y)
}
predicate P()
{
  && a
  && (|| b
      || c)
  && var x := 7;
  && x > 0
  && forall i ::
       i > 0 ==>
         exists j | j > 0
           :: j > i
}
)");
}

TEST(Format, CommentsMoveWithWhatFollowsThem) {
    EXPECT_EQ(
        formatted("class C {\n// about x\n      var x: int // trailing\n      /* two\n       * lines */\n  var y: "
                  "int\n    // the end\n}\n// after\n"),
        "class C {\n  // about x\n  var x: int // trailing\n  /* two\n   * lines */\n  var y: int\n  // the "
        "end\n}\n// after\n");
    // As a whole, and no further than its lines go.
    EXPECT_EQ(formatted("const x := 4\n    /* start\n  middle\n end */\nconst y := 5\n"),
              "const x := 4\n   /* start\n middle\nend */\nconst y := 5\n");
    // Tutorials stay in the first column.
    EXPECT_EQ(formatted("class C {\n/// text\n    /// comment\nvar x: int\n}\n"),
              "class C {\n/// text\n  /// comment\n  var x: int\n}\n");
}

TEST(Format, LeavesEverythingElse) {
    EXPECT_EQ(formatted("method M()\r\n{\r\n x := 1;  \r\n\t\r\n\ty := 2;\r\n}\r\n"),
              "method M()\r\n{\r\n  x := 1;  \r\n\t\r\n  y := 2;\r\n}\r\n");
    EXPECT_EQ(formatted("const s := @\"a\n b\n   c\"\n   const t := 1"), "const s := @\"a\n b\n   c\"\nconst t := 1");
    EXPECT_EQ(formatted(""), "");
    EXPECT_EQ(formatted("\n  \n"), "\n  \n");
    EXPECT_EQ(formatted("  // only this\n"), "// only this\n");
    EXPECT_EQ(formatted("const \xC3\xA4rger := 1\n"), "const \xC3\xA4rger := 1\n");
}

TEST(Format, ColumnsAreCountedInCharacters) {
    stays("method M()\n{\n  print \"\xC3\xA4\xC3\xB6\xF0\x9D\x94\xB8\", f(1,\n                 2);\n}\n");
}

TEST(Format, ADeclarationWithAnErrorStaysAsItIs) {
    const support::SourceFile file("text.dfy",
                                   "method A()\n{\nx := 1;\n}\nmethod B()\n{\nx := := 1;\n}\nmethod C()\n{\nx "
                                   ":= 1;\n}\n");
    const Formatted result = format(Text(file));
    ASSERT_EQ(result.left_alone.size(), 1U);
    EXPECT_EQ(result.left_alone[0].text(), "method B()\n{\nx := := 1;\n}");
    EXPECT_EQ(apply_edits(file, result.edits),
              "method A()\n{\n  x := 1;\n}\nmethod B()\n{\nx := := 1;\n}\nmethod C()\n{\n  x := 1;\n}\n");
}

TEST(Format, WhatCannotBeToldApartIsRefused) {
    for (const char* text : {"method A() {}\n  /* never closed\n", "  x y z\n"}) {
        const support::SourceFile file("text.dfy", text);
        const Formatted result = format(Text(file));
        EXPECT_TRUE(!result.refused.empty() || !result.left_alone.empty()) << text;
        EXPECT_EQ(apply_edits(file, result.edits), text);
    }
}

// Whatever is cut off or out of a program: nothing but blanks at the beginning of lines changes, and only once.
TEST(Format, BrokenTextsKeepTheirWords) {
    const std::string whole =
        "module A {\nclass C<T(!new)> extends D {\n/* a\n b */ method M(x: seq<int>) returns (r: int)\n"
        "requires |x| > 0 && forall i :: 0 <= i < |x| ==> x[i] > 0\n{\nlabel L:\n"
        "r := match x[0] { case 0 => 1 case _ => if r > 0 then (y => y + 1)(2) else 3 };\n"
        "calc { 1; == { L(); } 2; }\nprint \"a\", @\"b\n c\";\n}\n}\n}\n";
    for (std::size_t begin = 0; begin < whole.size(); begin += 3) {
        for (const std::size_t length : {std::size_t{1}, std::size_t{40}, whole.size()}) {
            const std::string text = whole.substr(0, begin) + whole.substr(std::min(begin + length, whole.size()));
            const support::SourceFile file("text.dfy", text);
            const support::SourceFile once("once.dfy", apply_edits(file, format(Text(file)).edits));
            EXPECT_EQ(flat(text), flat(std::string(once.text())));
            EXPECT_EQ(apply_edits(once, format(Text(once)).edits), once.text());
        }
    }
}

} // namespace
} // namespace daphnia::layout
