// Loops that never end, with measures of every type: none of them proves anything.
newtype Money = x: real | true
newtype Whole = x: int | true
newtype Small = x: int | 0 <= x < 100
newtype Octet = b: bv8 | true
type Fraction = r: real | r < 1.0 witness 0.0
datatype Color = Red | Green
datatype Tree = Leaf | Node(left: Tree, right: Tree)

method RealDown() ensures false
{
  var r := 0.0;
  while true
    decreases r  // error[decreases]
  {
    r := r - 1.0;
  }
}

method RealHalved() ensures false
{
  var r := 1.0;
  while true  // error[decreases]
    invariant r > 0.0
    decreases r
  {
    r := r / 2.0;
  }
}

method RealBehindAPart(x: real) ensures false
{
  var r := x;
  var n := 0;
  while true
    decreases n, r  // error[decreases]
  {
    r := r - 2.0;
  }
}

method RealInASubsetType() ensures false
{
  var r: Fraction := 0.0;
  while true
    decreases r  // error[decreases]
  {
    r := r - 1.5;
  }
}

method RealInANewtype() ensures false
{
  var m: Money := 0.0;
  while true
    decreases m  // error[decreases]
  {
    m := m - 1.0;
  }
}

method NewtypeOfIntegers() ensures false
{
  var w: Whole := 5;
  while true
    decreases w  // error[decreases]
  {
    w := w - 1;
  }
}

method NewtypeBehindAPart() ensures false
{
  var w: Whole := 0;
  var b := true;
  while true
    decreases b, w  // error[decreases]
  {
    if b { b := false; w := 0; } else { w := w - 1; }
  }
}

method BitsWrapAround() ensures false
{
  var b: bv8 := 0;
  while true  // error[decreases]
    decreases b
  {
    b := b - 1;
  }
}

method BitsWrapUp() ensures false
{
  var b: bv8 := 0;
  while true  // error[decreases]
    decreases 255 - b
  {
    b := b + 1;
  }
}

method NewtypeOfBits() ensures false
{
  var b: Octet := 0;
  while true  // error[decreases]
    decreases b
  {
    b := b - 1;
  }
}

method NoBits() ensures false
{
  var b: bv0 := 0;
  while true  // error[decreases]
    decreases b
  {
    b := b - b;
  }
}

method TruthAndBack() ensures false
{
  var b := true;
  while true  // error[decreases]
    decreases b
  {
    b := !b;
  }
}

method CharacterStays(c: char) ensures false
{
  var d := c;
  while true  // error[decreases]
    decreases d
  {
  }
}

method PairOfNumbers() ensures false
{
  var p := (10, 10);
  while true  // error[decreases]
    decreases p
  {
    p := (p.0 - 1, p.1 - 1);
  }
}

method PairOfColors() ensures false
{
  var p := (Red, Green);
  while true  // error[decreases]
    decreases p
  {
    p := (p.1, p.0);
  }
}

method ColorsHaveNoOrder() ensures false
{
  var c := Green;
  while true  // error[decreases]
    decreases c
  {
    c := if c == Green then Red else Green;
  }
}

method TreeGrows() ensures false
{
  var t := Leaf;
  while true  // error[decreases]
    decreases t
  {
    t := Node(t, Leaf);
  }
}

method SequenceOfSameLength(s: seq<int>) requires |s| > 0 ensures false
{
  var t := s;
  while true  // error[decreases]
    decreases t
  {
    t := t[..|t| - |t|] + t;
  }
}

method ShorterButOfHigherRank(t: Tree) ensures false
{
  var s := [t, t];
  while true  // error[decreases]
    decreases s
  {
    s := [Node(t, Node(t, t))];
  }
}

method InfiniteSetShrinks() ensures false
{
  ghost var s: iset<int> := iset x: int | true;
  ghost var n := 0;
  while true  // error[decreases]
    invariant forall x :: x > n ==> x in s
    decreases s
  {
    s := s - iset{n + 1};
    n := n + 1;
  }
}

method InfiniteMapShrinks() ensures false
{
  ghost var m: imap<int, int> := imap x: int | true :: x;
  ghost var n := 0;
  while true  // error[decreases]
    invariant forall x :: x > n ==> x in m
    decreases m
  {
    m := m - iset{n + 1};
    n := n + 1;
  }
}

method SetOfSameSize() ensures false
{
  var s := {1};
  while true  // error[decreases]
    decreases s
  {
    s := {|s| + 1};
  }
}

method MapWithOtherValues(m: map<int, int>) requires 1 in m ensures false
{
  var n := m;
  while true  // error[decreases]
    invariant 1 in n
    decreases n
  {
    n := n[1 := n[1] - 1];
  }
}

method MultisetMoves() ensures false
{
  var m := multiset{1, 1, 2};
  while true  // error[decreases]
    decreases m
  {
    m := multiset{1, 2, 2};
  }
}

method OtherArrays(a: array<int>, b: array<int>) ensures false
{
  var c := a;
  while true  // error[decreases]
    decreases c
  {
    c := b;
  }
}

method NullAndBack(a: array<int>) ensures false
{
  var c: array?<int> := a;
  while true  // error[decreases]
    decreases c
  {
    c := if c == null then a else null;
  }
}

method WhatTheHeapHolds(a: array<int>) requires a.Length == 1 ensures false modifies a
{
  while true
    decreases a[0]  // error[decreases]
  {
    a[0] := a[0] - 1;
  }
}

method RealInTheHeap(a: array<real>) requires a.Length == 1 ensures false modifies a
{
  while true
    decreases a[0]  // error[decreases]
  {
    a[0] := a[0] - 1.0;
  }
}

method FunctionsHaveNoOrder(f: int -> int) ensures false
{
  var g := f;
  while true  // error[decreases]
    decreases g
  {
    g := x => 0;
  }
}

method OpaqueValues<T>(x: T, y: T) ensures false
{
  var z := x;
  while true  // error[decreases]
    decreases z
  {
    z := y;
  }
}

method GhostMeasure() ensures false
{
  ghost var n := 10;
  while true
    decreases n  // error[decreases]
  {
    n := n - 1;
  }
}

method GhostReal() ensures false
{
  ghost var n: real := 10.0;
  while true
    decreases n  // error[decreases]
  {
    n := n - 1.0;
  }
}

method NestedResets() ensures false
{
  var i := 10;
  while true  // error[decreases]
    decreases i
  {
    i := i - 1;
    var j := 10;
    while j > 0
    {
      j := j - 1;
    }
    i := i + j + 1;
  }
}

method ContinueSkipsTheStep() ensures false
{
  var i := 10;
  while true  // error[decreases]
    decreases i  // error[decreases]
  {
    if i == 0 { continue; }
    i := i - 1;
  }
}

method ForUpForEver() ensures false
{
  for i := 0 to *
    decreases -i  // error[decreases]
  {
  }
}

method ForDownForEver() ensures false
{
  for i := 0 downto *
    decreases i  // error[decreases]
  {
  }
}

method ForRealMeasure() ensures false
{
  for i := 0 to *
    decreases -(i as real)  // error[decreases]
  {
  }
}

method GuardOfReals(x: real) ensures x == 5.0
{
  var r := 0.0;
  while r != 5.0  // error[decreases]
  {
    r := r + 2.0;
  }
  assert false;  // error[assertion]
}

method GuardOfSmallSteps() ensures false
{
  var r := 0.0;
  while r < 1.0  // error[decreases]
    invariant r < 1.0
  {
    r := (r + 1.0) / 2.0;
  }
}

method GuardOfBits(n: bv8) ensures false
{
  var i: bv8 := 0;
  while i != 5 || true  // error[decreases]
    invariant true
  {
    i := i + 1;
  }
}

method GuardOfBitsTwo() ensures false
{
  var i: bv8 := 0;
  while i != 5  // error[decreases]
    invariant i & 1 == 0
  {
    i := i + 2;
  }
}

method GuardOfBitsAll() ensures false
{
  var i: bv8 := 0;
  while i <= 255  // error[decreases]
  {
    i := i + 1;
  }
}

method GuardOfNewtype() ensures false
{
  var i: Whole := 0;
  while i != 5  // error[decreases]
    invariant i <= 0
  {
    i := i - 1;
  }
}

method GuardOfCharacters(c: char) ensures false
{
  var d := 'a';
  while d != 'b'  // error[decreases]
    invariant d != 'b'
  {
    d := if d == 'a' then 'c' else 'a';
  }
}

method GuardBehindAConjunct(n: int) requires n > 0 ensures false
{
  var i := 0;
  var b := true;
  while b && i < n  // error[decreases]
    invariant b && i <= 0
  {
    i := i - 1;
  }
}

method TwoMeasuresOfWhichNone() ensures false
{
  var i, r := 0, 0.0;
  while true
    decreases i, r  // error[decreases]
  {
    i := i - 1;
    r := r - 1.0;
  }
}

method FirstEqualByItsOrderOnly(s: seq<int>) requires |s| == 1 ensures false
{
  var t := s;
  var i := 0;
  while true
    invariant |t| == 1
    decreases t, i  // error[decreases]
  {
    t := [t[0] + 1];
    i := i - 1;
  }
}
