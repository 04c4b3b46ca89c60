// What a target needs has to hold before the right-hand side runs.
method Point(c: array<int>) returns (r: int)
  requires c.Length > 0
  modifies c
  ensures c[0] == 0 && r == -7
{
  c[0] := 0;
  r := -7;
}

method Replace(n: array<array<int>>, x: array<int>) returns (r: int)
  requires n.Length == 1
  modifies n
  ensures n[0] == x && r == 7
{
  n[0] := x;
  r := 7;
}

method Two(c: array<int>) returns (r: int, s: int)
  requires c.Length > 0
  modifies c
  ensures c[0] == 0 && r == 1 && s == 2
{
  c[0] := 0;
  r, s := 1, 2;
}

datatype Option = None | Some(value: int) {
  predicate IsFailure() { None? }
  function PropagateFailure(): Option requires None? { None }
  function Extract(): int requires Some? { value }
}

method Try(c: array<int>) returns (o: Option)
  requires c.Length > 0
  modifies c
  ensures c[0] == 0 && o == Some(1)
{
  c[0] := 0;
  o := Some(1);
}

method IndexIsGoodTooLate(a: array<int>, c: array<int>)
  requires c.Length > 0 && a.Length > 0
  modifies a, c
{
  a[c[0]] := Point(c);  // error[index-range]
}

method IndexIsGoodTooLateWhereItMayFail(a: array<int>, c: array<int>) returns (o: Option)
  requires c.Length > 0 && a.Length > 0
  modifies a, c
{
  a[c[0]] :- Try(c);  // error[index-range]
  o := None;
}

method ElementOfAfter(a: array<int>, c: array<int>)
  requires c.Length == 1 && a.Length == 2 && a != c && c[0] == 1
  modifies a, c
  ensures a[0] == -7
{  // error[postcondition]
  a[c[0]] := Point(c);
}

method WriteGoesToTheArrayOfBefore(n: array<array<int>>, x: array<int>)
  requires n.Length == 1 && n[0].Length == 1 && x.Length == 1
  modifies n, x
{
  n[0][0] := Replace(n, x);  // error[modifies]
}

method NullBefore(b: array?<int>, c: array<int>) returns (x: array?<int>)
  requires c.Length > 0
  modifies c
{
  x := b;
  x, x[0] := c, 1;  // error[null] error[index-range] error[modifies]
}

method Narrower(a: array<nat>, c: array<int>)
  requires c.Length == 1 && a.Length > 0 && c[0] == 0
  modifies a, c
{
  a[c[0]] := Point(c);  // error[subset]
}

// Distinct after the call, but not before.
method SamePlaceBefore(a: array<int>, c: array<int>)
  requires c.Length == 1 && a.Length == 2 && a != c && c[0] == 1
  modifies a, c
{
  a[1], a[c[0]] := Two(c);  // error[distinct-targets]
}

// The same after the call, but not before.
method DifferentPlacesBefore(a: array<int>, c: array<int>)
  requires c.Length == 1 && a.Length == 2 && a != c && c[0] == 1
  modifies a, c
  ensures a[..] == [1, 2]
{
  a[0], a[c[0]] := Two(c);
}

method NothingToWriteTo(c: array<int>)
  requires c.Length > 0
  modifies c
{
  var a: array<int>;
  a[0] := Point(c);  // error[definite-assignment]
}
