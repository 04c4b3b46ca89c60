// Subset types of sequences and arrays.
type NonEmpty = s: seq<int> | s != [] witness [0]
type Sorted = s: seq<int> | forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]
type Name = s: string | |s| <= 8
type Pair = p: (int, int) | p.0 <= p.1 witness (0, 0)

method First(s: NonEmpty) returns (x: int)
  ensures x == s[0]
{
  x := s[0];
}

method Smallest(s: Sorted) returns (x: int)
  requires |s| > 0
  ensures forall y :: y in s ==> x <= y
{
  x := s[0];
}

method Extend(n: Name) returns (m: Name)
{
  m := if |n| < 8 then n + "x" else n;
  assert |m| <= 8;
}

method Order(a: int, b: int) returns (p: Pair)
  ensures p.0 == a || p.0 == b
{
  p := if a <= b then (a, b) else (b, a);
}

method Use(p: Pair, all: seq<Pair>)
{
  assert p.1 - p.0 >= 0;
  assert forall q :: q in all ==> q.0 <= q.1;
}
