// Runs without checks: what they cannot reach any more is freed, and nothing else.
#include "running.h"

namespace daphnia::interpret {
namespace {

// What remains in the heap when the method Main has run.
struct Remains {
    std::string ended;
    std::string output;
    std::size_t objects_ever = 0;
    std::size_t load = 0;
};

Remains remains(const std::string& text, Options options = {}) {
    const Source source(text);
    std::ostringstream out;
    options.output = &out;
    Machine machine(source.program, options);
    const std::string end = ended(machine.call(source.method("Main"), {}));
    return {end, out.str(), machine.heap().object_count(), machine.heap().load()};
}

const char* const kLists = R"(
datatype List = Nil | Cons(cell: array<Link>)
datatype Link = Link(value: int, next: List)

method Build(n: int) returns (list: List)
  decreases *
{
  list := Nil;
  var i := 0;
  while i < n
    decreases *
  {
    var cell := new Link[1] [Link(i, list)];
    list := Cons(cell);
    i := i + 1;
  }
}

method Sum(start: List) returns (sum: int)
  decreases *
{
  sum := 0;
  var list := start;
  while list.Cons?
    decreases *
  {
    var link := list.cell[0];
    sum := sum + link.value;
    list := link.next;
  }
}
)";

TEST(Collector, LongListsThatAreDroppedTakeNoMemory) {
    const Remains result = remains(std::string(kLists) + R"(
method Main()
  decreases *
{
  var round := 0;
  while round < 20
    decreases *
  {
    var list := Build(100000);
    var sum := Sum(list);
    if sum != 4999950000 { print "wrong\n"; }
    round := round + 1;
  }
  print "done\n";
}
)");
    EXPECT_EQ(result.ended, "finished");
    EXPECT_EQ(result.output, "done\n");
    EXPECT_EQ(result.objects_ever, 2'000'000U);
    EXPECT_LT(result.load, 1'000'000U); // of four million
}

TEST(Collector, CyclesAreFreed) {
    const Remains result = remains(R"(
datatype Link = None | Some(cell: array<Link>)

method Main()
  decreases *
{
  var i := 0;
  while i < 300000
    decreases *
  {
    var a := new Link[1] [None];
    var b := new Link[1] [Some(a)];
    a[0] := Some(b);
    i := i + 1;
  }
}
)");
    EXPECT_EQ(result.ended, "finished");
    EXPECT_EQ(result.objects_ever, 600'000U);
    EXPECT_LT(result.load, 300'000U);
}

// What variables, collections, functions, callers, places of results and expressions hold is kept while garbage is
// made.
TEST(Collector, WhatCanBeReachedIsKept) {
    const Remains result = remains(R"(
datatype Tree = Leaf(a: array<int>) | Node(left: Tree, right: Tree)

method One(x: int) returns (a: array<int>)
  ensures a.Length == 1
{
  a := new int[1] [x];
}

method Garbage(x: int) returns (y: int)
{
  var i := 0;
  while i < 100000
  {
    var a := new int[1] [i];
    i := i + 1;
  }
  y := x;
}

function Slow(x: int): int
{
  x
} by method {
  var kept := new int[1] [x];
  var y := Garbage(x);
  return kept[0];
}

method Main()
{
  var a := One(1);
  var b := One(2);
  var c := One(3);
  var d := One(4);
  var e := One(5);
  var s := [a, b];
  var t := (c, {d});
  var tree := Node(Leaf(e), Leaf(a));
  var f := (i: int) reads e requires e.Length > 0 => e[0] + i;
  var rows := new array<int>[2](_ => a);
  rows[1] := c;
  b, c, d, e := a, a, a, a;
  a[0] := Garbage(7);
  rows[0][0] := Garbage(8);
  var other := new int[1] [9];
  other[0] := Slow(10);
  print s[0][0], " ", s[1][0], " ", t.0[0], " ", |t.1|, " ";
  print tree.left.a[0], " ", f(1), " ", rows[1][0], " ", other[0], " ";
  a := new int[1] [30];
  var sum := a[0] + Slow(1) + Slow(2);
  print sum, "\n";
}
)");
    EXPECT_EQ(result.ended, "finished");
    EXPECT_EQ(result.output, "8 2 3 1 5 6 3 10 33\n");
    EXPECT_GT(result.objects_ever, 500'000U);
    EXPECT_LT(result.load, 300'000U);
}

// Earlier states may be asked for.
TEST(Collector, NothingIsFreedWhereChecksAreMade) {
    Options options = checking();
    options.limits.steps = 0;
    const Remains result = remains(R"(
method Main()
{
  var i := 0;
  while i < 70000
  {
    var a := new int[1] [i];
    i := i + 1;
  }
}
)",
                                   options);
    EXPECT_EQ(result.ended, "finished");
    EXPECT_EQ(result.load, 140'000U);
}

} // namespace
} // namespace daphnia::interpret
