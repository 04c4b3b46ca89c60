method Set(a: array<int>, i: int, v: int)
  requires 0 <= i < a.Length
  modifies a
  ensures a[i] == v
  ensures forall k :: 0 <= k < a.Length && k != i ==> a[k] == old(a[k])
{
  a[i] := v;
}

method Swap(a: array<int>, i: nat, j: nat)
  requires i < a.Length && j < a.Length
  modifies a
  ensures a[i] == old(a[j]) && a[j] == old(a[i])
  ensures forall k :: 0 <= k < a.Length && k != i && k != j ==> a[k] == old(a[k])
{
  a[i], a[j] := a[j], a[i];
}

method Allocate(n: nat) returns (a: array<int>)
  ensures fresh(a)
  ensures a.Length == n
  ensures forall i :: 0 <= i < n ==> a[i] == 2 * i
{
  a := new int[n](i => 2 * i);
}

method Display()
{
  var a := new int[] [3, 1, 4];
  assert a.Length == 3;
  assert a[1] == 1;
  var b := new int[3] [2, 7, 1];
  assert a != b;
  b[1] := 8;
  assert b[..] == [2, 8, 1];
  assert a[1] == 1;
}

method Copy(a: array<int>) returns (b: array<int>)
  ensures fresh(b)
  ensures b[..] == a[..]
{
  b := new int[a.Length];
  var i := 0;
  while i < a.Length
    invariant 0 <= i <= a.Length
    invariant b[..i] == a[..i]
  {
    b[i] := a[i];
    i := i + 1;
  }
  assert a[..] == a[..a.Length];
  assert b[..] == b[..a.Length];
}

method Slices(a: array<int>)
  requires a.Length >= 3
{
  assert |a[..]| == a.Length;
  assert a[1..3] == [a[1], a[2]];
  assert a[..2] + a[2..] == a[..];
  assert a[0] in a[..];
}

method InsertionSort(a: array<int>)
  modifies a
  ensures forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
{
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant forall i, j :: 0 <= i < j < n ==> a[i] <= a[j]
  {
    var k := n;
    while k > 0 && a[k - 1] > a[k]
      invariant 0 <= k <= n
      invariant forall i, j :: 0 <= i < j <= n && j != k ==> a[i] <= a[j]
    {
      a[k - 1], a[k] := a[k], a[k - 1];
      k := k - 1;
    }
    n := n + 1;
  }
}

method Matrix(rows: array<array<int>>)
  requires forall i :: 0 <= i < rows.Length ==> rows[i].Length == 2
  modifies rows[..]
{
  var i := 0;
  while i < rows.Length
    invariant 0 <= i <= rows.Length
  {
    rows[i][0] := i;
    i := i + 1;
  }
}
