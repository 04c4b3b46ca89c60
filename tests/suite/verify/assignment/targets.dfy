// What a target mentions is evaluated, and what it needs is checked, before the right-hand side runs.
method Clear(c: array<int>) returns (r: int)
  requires c.Length > 0
  modifies c
  ensures c[..] == old(c[..])[0 := -1] && r == 7
{
  c[0] := -1;
  r := 7;
}

method Replace(n: array<array<int>>, x: array<int>) returns (r: int)
  requires n.Length == 1
  modifies n
  ensures n[0] == x && r == 7
{
  n[0] := x;
  r := 7;
}

method Both(c: array<int>) returns (r: int, s: int)
  requires c.Length > 0
  modifies c
  ensures c[..] == old(c[..])[0 := -1] && r == 7 && s == 8
{
  r := Clear(c);
  s := 8;
}

// The index is one before the call, and none after it.
method IndexOfBefore(a: array<int>, c: array<int>)
  requires c.Length > 0 && a != c && 0 <= c[0] < a.Length
  modifies a, c
  ensures a[old(c[0])] == 7 && c[0] == -1
  ensures forall k :: 0 <= k < a.Length && k != old(c[0]) ==> a[k] == old(a[k])
{
  a[c[0]] := Clear(c);
}

// The write is allowed where the target was, whatever is there after the call.
method ArrayOfBefore(n: array<array<int>>, x: array<int>)
  requires n.Length == 1 && n[0].Length == 1 && x != n[0]
  modifies n, n[0]
  ensures n[0] == x && old(n[0])[0] == 7 && x[..] == old(x[..])
{
  n[0][0] := Replace(n, x);
}

method SeveralOfBefore(n: array<array<int>>, c: array<int>)
  requires n.Length == 1 && c.Length == 2 && n[0].Length == 2 && n[0] != c && c[0] == 1
  modifies n, n[0], c
  ensures n[0][..] == [old(n[0][0]), 8]
  ensures c[..] == [-1, 7]
{
  c[c[0]], n[0][c[0]] := Both(c);
}

method ArrayThatIsGiven(b: array<int>) returns (given: array<int>)
  requires b.Length == 1
  modifies b
  ensures b[0] == 3 && fresh(given) && given[..] == [4]
{
  given := b;
  given, given[0] := new int[] [4], 3;
}

method ResultIsTheSameArray(b: array<int>) returns (r: array<int>, v: int)
  ensures r == b && v == 5
{
  r, v := b, 5;
}

method ThroughVariable(b: array<int>, other: array<int>)
  requires b.Length == 1 && other.Length == 1 && b != other
  modifies b
  ensures b[0] == 5 && other[0] == old(other[0])
{
  var x := b;
  x, x[0] := ResultIsTheSameArray(other);
  assert x == other;
}

// Elements of a narrower type: the result has to fit.
method IntoNat(a: array<nat>, c: array<int>)
  requires a.Length > 0 && c.Length > 0 && 0 <= c[0] < a.Length
  modifies a, c
  ensures a[old(c[0])] == 7
{
  a[c[0]] := Clear(c);
}

// An array that did not exist before may be written, also when nothing leads to it any more.
method Fresh(x: array<int>) returns (n: array<array<int>>)
{
  n := Row();
  label L:
  n[0][0] := Replace(n, x);
  assert old@L(n[0])[0] == 7;
  assert n[0] == x;
}

method Row() returns (n: array<array<int>>)
  ensures fresh(n) && n.Length == 1 && fresh(n[0]) && n[0].Length == 1
{
  var row := new int[] [0];
  n := new array<int>[] [row];
}
