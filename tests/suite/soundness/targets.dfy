// The place of a target is the one before: nothing about another place, or another state, follows.
method Set(c: array<int>) returns (r: int)
  requires c.Length > 0
  modifies c
  ensures c[0] == 1 && r == 7
{
  c[0] := 1;
  r := 7;
}

method Two(c: array<int>) returns (r: int, s: int)
  requires c.Length > 0
  modifies c
  ensures c[0] == 1 && r == 7 && s == 8
{
  c[0] := 1;
  r, s := 7, 8;
}

method Put(n: array<array<int>>, x: array<int>) returns (r: int)
  requires n.Length > 0
  modifies n
  ensures n[0] == x && r == 7
{
  n[0] := x;
  r := 7;
}

method Give(x: array<int>) returns (y: array<int>, r: int)
  ensures y == x && r == 7
{
  y, r := x, 7;
}

datatype Option = None | Some(value: int) {
  predicate IsFailure() { None? }
  function PropagateFailure(): Option requires None? { None }
  function Extract(): int requires Some? { value }
}

method Try(c: array<int>) returns (o: Option)
  requires c.Length > 0
  modifies c
  ensures c[0] == 1 && o == Some(7)
{
  c[0] := 1;
  o := Some(7);
}

method Index(a: array<int>, c: array<int>)
  requires a.Length == 2 && c.Length == 1 && a != c && c[0] == 0 && a[1] == 0
  modifies a, c
{
  a[c[0]] := Set(c);
  assert a[1] == 7;  // error[assertion]
}

method IndexOfSeveral(a: array<int>, c: array<int>)
  requires a.Length == 2 && c.Length == 1 && a != c && c[0] == 0 && a[1] == 0
  modifies a, c
{
  var i := 1;
  i, a[c[0]] := Two(c);
  assert a[1] == 8;  // error[assertion]
}

// What may be written is what the modifies clause names before, and x does not change.
method Escapes(n: array<array<int>>, x: array<int>)
  requires n.Length == 1 && n[0].Length == 1 && x.Length == 1 && x != n[0]
  modifies n, n[0]
  ensures x[0] == 7
{  // error[postcondition]
  n[0][0] := Put(n, x);
}

method OtherArray(b: array<int>, x: array<int>)
  requires b.Length == 1 && x.Length == 1 && b != x
  modifies b
  ensures x[0] == 7
{  // error[postcondition]
  var t := b;
  t, t[0] := Give(x);
}

method MayFail(a: array<int>, c: array<int>) returns (o: Option)
  requires a.Length == 2 && c.Length == 1 && a != c && c[0] == 0 && a[1] == 0
  modifies a, c
  ensures a[1] == 7
{  // error[postcondition]
  a[c[0]] :- Try(c);
  o := None;
}

method Parallel(a: array<int>, c: array<int>)
  requires a.Length == 2 && c.Length == 1 && a != c && c[0] == 0 && a[1] == 0
  modifies a, c
{
  c[0], a[c[0]] := 1, 7;
  assert a[1] == 7;  // error[assertion]
}

method Allocation(n: array<array<int>>)
  requires n.Length == 2 && n[0].Length == 1 && n[0][0] == 0
  modifies n
{
  var before := n[1];
  n[n[0][0]], n[1] := new int[] [1], new int[] [2];
  assert n[0][0] == 2;  // error[assertion]
}

method ForAll(a: array<int>)
  requires a.Length == 3 && a[..] == [1, 2, 0]
  modifies a
{
  forall i | 0 <= i < 3 {
    a[a[i]] := a[i];
  }
  assert a[0] == 1;  // error[assertion]
}

// The chosen values are not there yet when the target is evaluated.
method Chosen(a: array<int>)
  requires a.Length == 2 && a[..] == [0, 0]
  modifies a
{
  var i := 0;
  a[i], i :| assume {:axiom} a[0] + a[1] == 5 && i == 1;
  assert a[1] == 5;  // error[assertion]
}

method ChosenBeforeItIsAssigned(a: array<int>)
  requires a.Length == 2
  modifies a
{
  var i: int;
  a[i], i :| assume {:axiom} i == 1;  // error[definite-assignment]
}

// Arguments are those before, too.
method Later(c: array<int>, v: int, w: int) returns (r: int)
  requires c.Length > 0
  modifies c
  ensures c[0] == w && r == v
{
  c[0] := w;
  r := v;
}

method Arguments(c: array<int>)
  requires c.Length == 1 && c[0] == 3
  modifies c
{
  var r := Later(c, c[0], c[0] + 1);
  assert r == 4;  // error[assertion]
}
