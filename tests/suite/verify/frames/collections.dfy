// A function of all arrays of a sequence or set depends on these alone.
function Total(s: seq<array<int>>): int
  reads s
{
  if s == [] then 0 else (if s[0].Length > 0 then s[0][0] else 0) + Total(s[1..])
}

predicate Ordered(rows: set<array<int>>)
  reads rows
{
  forall a <- rows :: a.Length > 1 ==> a[0] <= a[1]
}

method WriteElsewhere(s: seq<array<int>>, b: array<int>)
  requires b !in s && b.Length > 0
  modifies b
  ensures Total(s) == old(Total(s))
{
  b[0] := 7;
}

method Allocates(s: seq<array<int>>)
  ensures Total(s) == old(Total(s))
{
  var fresh_one := new int[3];
  fresh_one[0] := 5;
}

method Twice(s: seq<array<int>>, rows: set<array<int>>, b: array<int>)
  requires b !in s && b !in rows && b.Length > 1
  requires Ordered(rows)
  modifies b
  ensures Ordered(rows)
  ensures old(Total(s)) == Total(s)
{
  b[0] := 7;
  label Middle:
  b[1] := 3;
  assert old@Middle(Total(s)) == Total(s);
}

method Loop(s: seq<array<int>>, b: array<int>)
  requires b !in s
  modifies b
{
  var before := Total(s);
  for i := 0 to b.Length
    invariant Total(s) == before
  {
    b[i] := i;
  }
}

method {:axiom} Helper(b: array<int>)
  modifies b

method Calls(s: seq<array<int>>, b: array<int>)
  requires b !in s
  modifies b
  ensures Total(s) == old(Total(s))
{
  Helper(b);
}

method Backwards(s: seq<array<int>>, b: array<int>)
  requires b !in s && b.Length > 0
  requires Total(s) == 12
  modifies b
{
  b[0] := 7;
  assert old(Total(s)) == 12;
  assert Total(s) == 12;
}
