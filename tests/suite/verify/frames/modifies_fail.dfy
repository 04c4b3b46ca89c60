method NoClause(a: array<int>)
  requires a.Length > 0
{
  a[0] := 1;  // error[modifies]
}

method OtherArray(a: array<int>, b: array<int>)
  requires b.Length > 0
  modifies a
{
  b[0] := 1;  // error[modifies]
}

method Clear(a: array<int>)
  modifies a

method CallNoClause(a: array<int>)
{
  Clear(a);  // error[modifies]
}

method CallChangesAll(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 3;
  Clear(a);
  assert a[0] == 3;  // error[assertion]
}

method MayBeTheSame(a: array<int>, b: array<int>)
  requires b.Length > 0
  modifies a
  ensures b[0] == old(b[0])
{  // error[postcondition]
  Clear(a);
}

method LoopClauseTooWide(a: array<int>, b: array<int>)
  modifies a
{
  for i := 0 to 3  // error[modifies]
    modifies b
  {
  }
}

method OutsideLoopClause(a: array<int>, b: array<int>)
  requires a.Length > 3 && b.Length > 3
  modifies a, b
{
  for i := 0 to 3
    modifies a
  {
    b[i] := 0;  // error[modifies]
  }
}

method ResultIsNotFresh(a: array<int>) returns (b: array<int>)
  ensures fresh(b)
{  // error[postcondition]
  b := a;
}

method FrameIsOfTheEntry(a: array<int>, b: array<int>)
  requires a.Length > 0 && b.Length > 0
  modifies a
{
  var c := a;
  c := b;
  c[0] := 1;  // error[modifies]
}

method AllIndices(arrays: seq<array<int>>, i: nat)
  requires i < |arrays| && arrays[i].Length > 0
  modifies arrays[..i]
{
  arrays[i][0] := 1;  // error[modifies]
}
