method Sum(s: seq<nat>) returns (total: nat)
  ensures forall i :: 0 <= i < |s| ==> s[i] <= total
{
  total := 0;
  for i := 0 to |s|
    invariant forall k :: 0 <= k < i ==> s[k] <= total
  {
    total := total + s[i];
  }
}

method Downwards(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == i
{
  for i := a.Length downto 0
    invariant forall k :: i <= k < a.Length ==> a[k] == k
  {
    a[i] := i;
  }
}

method BoundsAreFixed() returns (count: nat)
  ensures count == 10
{
  count := 0;
  var n := 10;
  for i := 0 to n
    invariant count == i
    invariant n == 10 || i > 0
  {
    n := 0;
    count := count + 1;
  }
}

method Typed(n: nat)
{
  for i: nat := 0 to n
    invariant i <= n
  {
    assert 0 <= i < n;
  }
  for _ := 0 to 3 {
  }
}

method Open(x: nat) returns (i: nat) // no end: the loop runs for ever
  decreases *
{
  i := 0;
  for k := x to *
    invariant i == k - x
    decreases *
  {
    i := i + 1;
  }
}
