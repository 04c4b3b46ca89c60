// A frame speaks of the state in which it was fixed: an inner loop knows nothing of the entry that its outer loop forgot.

method InnerLoopInheritsTheOuterClause(a: array<int>, b: array<int>)
  requires a != b && a.Length > 3 && b.Length > 3
  modifies a, b
{
  b[0] := b[0] + 1;
  for i := 0 to 3
    modifies a
  {
    for j := 0 to 3 {
      var c := new int[1];
      c[0] := j;
      a[j] := c[0];
    }
    assert b[0] == old(b[0]);  // error[assertion]
  }
}

method InnerLoopKeepsWhatTheOuterKept(a: array<int>, b: array<int>)
  requires a != b && a.Length > 3 && b.Length > 3
  modifies a, b
{
  b[0] := 5;
  for i := 0 to 3
    modifies a
  {
    for j := 0 to 3 {
      a[j] := i;
    }
  }
  assert b[0] == 5;
  assert b[0] == old(b[0]);  // error[assertion]
}

method WrittenThroughALocal(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 1;
  for i := 0 to 3 {
    var b := a;
    b[0] := i;
  }
  assert a[0] == 1;  // error[assertion]
}

method WrittenByACallee(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 1;
  for i := 0 to 3 {
    Write(a);
  }
  assert a[0] == 1;  // error[assertion]
}

method Write(x: array<int>)
  modifies x

method WrittenByForall(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 1;
  for i := 0 to 3 {
    forall k | 0 <= k < a.Length {
      a[k] := i;
    }
  }
  assert a[0] == 1;  // error[assertion]
}

method WrittenThroughRows(rows: array<array<int>>, a: array<int>)
  requires rows.Length > 0 && rows[0].Length > 0 && a.Length > 0
  modifies rows[0], a
{
  a[0] := 1;
  for i := 0 to 3
    invariant rows[0].Length > 0
  {
    rows[0][0] := i;
  }
  assert a[0] == 1;  // error[assertion]
}

method PublishedByAnArray(rows: array<array<int>>)
  requires rows.Length > 0
  modifies rows
{
  Publish(rows);
  assert rows[0].Length == 1 && rows[0][0] == 3;
  rows[0][0] := 4;
  Publish(rows);
  assert rows[0][0] == 3;
  assert rows[0] == old(rows[0]);  // error[assertion]
}

method Publish(rows: array<array<int>>)
  requires rows.Length > 0
  modifies rows
  ensures fresh(rows[0])
  ensures rows[0].Length == 1 && rows[0][0] == 3
{
  rows[0] := new int[] [3];
}
