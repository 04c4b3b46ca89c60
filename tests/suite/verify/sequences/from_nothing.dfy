// What an empty collection is made of follows from what happens to it later, and from patterns.
datatype Option<T> = None | Some(value: T)
datatype Pair<A, B> = Pair(first: A, second: B)

method Positions(rows: seq<seq<int>>, x: int) returns (at: seq<(int, int)>)
  ensures forall k :: 0 <= k < |at| ==> var (i, j) := at[k]; 0 <= i < |rows| && 0 <= j < |rows[i]| && rows[i][j] == x
{
  at := [];
  for i := 0 to |rows|
    invariant forall k :: 0 <= k < |at| ==> var (r, c) := at[k]; 0 <= r < |rows| && 0 <= c < |rows[r]| && rows[r][c] == x
  {
    var found := [];
    for j := 0 to |rows[i]|
      invariant forall k :: 0 <= k < |found| ==> var (r, c) := found[k]; r == i && 0 <= c < |rows[i]| && rows[i][c] == x
    {
      if rows[i][j] == x { found := found + [(i, j)]; }
    }
    at := at + found;
  }
}

method Collected(s: seq<int>, n: nat) returns (r: seq<nat>)
  ensures |r| == |s|
{
  var seen := {};
  var count := map[];
  var best := None;
  var pairs := [];
  var bag := multiset{};
  r := [];
  for i := 0 to |s|
    invariant |r| == i
    invariant forall k :: 0 <= k < |pairs| ==> var Pair(a, (b, _)) := pairs[k]; a == b
    invariant best.Some? ==> best.value in s
    invariant forall k :: k in count ==> count[k] == 3
    invariant forall x :: x in seen <==> x in s[..i]
  {
    seen := seen + {s[i]};
    count := count[s[i] := 3];
    best := Some(s[i]);
    pairs := pairs + [Pair(s[i], (s[i], true))];
    bag := bag + multiset{s[i]};
    r := r + [n];
  }
}

method Broken(s: seq<int>)
{
  var pairs := [];
  for i := 0 to |s|
    invariant forall k :: 0 <= k < |pairs| ==> var (a, b) := pairs[k]; a < b  // error[invariant-maintained]
  {
    pairs := pairs + [(s[i], s[i])];
  }
}
