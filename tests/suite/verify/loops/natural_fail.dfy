// A path that comes back to the head changes what it assigns, however it goes.

method Continues(n: nat) returns (r: int)
{
  r := 0;
  for i := 0 to n {
    if i == 3 {
      r := 1;
      continue;
    }
  }
  assert r == 0;  // error[assertion]
}

method LeavesTheInnerOne(n: nat) returns (r: int)
{
  r := 0;
  for i := 0 to n {
    for j := 0 to n {
      if j == 2 {
        r := 1;
        break;
      }
    }
  }
  assert r == 0;  // error[assertion]
}

method ContinuesTheOuterOne(n: nat) returns (r: int)
{
  r := 0;
  label outer:
  for i := 0 to n {
    for j := 0 to n {
      r := 1;
      continue outer;
    }
  }
  assert r == 0;  // error[assertion]
}

method LeavesABlock(n: nat) returns (r: int)
{
  r := 0;
  for i := 0 to n {
    label inside: {
      if i == 1 {
        r := 1;
        break inside;
      }
    }
  }
  assert r == 0;  // error[assertion]
}

method LeavesAfterAll(n: nat, a: array<int>)
  requires a.Length > 0
  modifies a
{
  for i := 0 to n {
    if i == 1 {
      a[0] := 1;
      if n == 10 {
        break;
      }
    }
  }
  assert n > 0 && n != 10 ==> a[0] == old(a[0]);  // error[assertion]
}

method OneWayBack(n: nat) returns (r: int)
{
  r := 0;
  var i := 0;
  while i < n {
    if {
      case true =>
        r := 1;
        break;
      case true =>
        r := 2;
        i := i + 1;
    }
  }
  assert r != 2;  // error[assertion]
}
