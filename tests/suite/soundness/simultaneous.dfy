// Right sides and targets are those before the assignment; method results arrive after the call.

method Rotate(x: int, y: int) returns (a: int, b: int)
  ensures a == y && b == x
{
  a, b := x, y;
  a, b := b, a;
  assert a == x;  // error[assertion]
}

method IndexBefore(a: array<int>, i: nat)
  requires i + 1 < a.Length
  modifies a
{
  var k := i;
  k, a[k] := k + 1, 7;
  assert a[i] == 7;
  assert a[k] == 7;  // error[assertion]
}

method Fill(a: array<int>) returns (r: int)
  requires a.Length > 1
  modifies a
  ensures a[0] == 1 && a[1] == 2 && r == 3

method ResultIntoWhatTheCalleeWrote(a: array<int>)
  requires a.Length > 1
  modifies a
{
  a[0] := Fill(a);
  assert a[0] == 3 && a[1] == 2;
  assert a[0] == 1;  // error[assertion]
}

method ElementOfElement(a: array<int>)
  requires a.Length > 2 && a[0] == 1
  modifies a
{
  a[0], a[a[0]] := 2, 9;
  assert a[1] == 9;
  assert a[2] == 9;  // error[assertion]
}
