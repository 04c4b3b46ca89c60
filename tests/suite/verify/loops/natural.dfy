// What is assigned only on paths that leave a loop is, at its head, as it was before the loop.

method Find(s: seq<int>, x: int) returns (found: bool, at: int)
  ensures found ==> 0 <= at < |s| && s[at] == x
  ensures !found ==> at == -1 && x !in s
{
  found, at := false, -1;
  for i := 0 to |s|
    invariant x !in s[..i]
  {
    if s[i] == x {
      found, at := true, i;
      break;
    }
    assert s[..i + 1] == s[..i] + [s[i]];
  }
  assert !found ==> s[..|s|] == s;
}

method Returns(rows: seq<seq<int>>) returns (negative: bool)
  ensures negative <==> exists i, j :: 0 <= i < |rows| && 0 <= j < |rows[i]| && rows[i][j] < 0
{
  negative := false;
  var i := 0;
  while i < |rows|
    invariant 0 <= i <= |rows|
    invariant forall k, j :: 0 <= k < i && 0 <= j < |rows[k]| ==> rows[k][j] >= 0
  {
    var j := 0;
    while j < |rows[i]|
      invariant 0 <= j <= |rows[i]|
      invariant forall k :: 0 <= k < j ==> rows[i][k] >= 0
    {
      if rows[i][j] < 0 {
        negative := true;
        return;
      }
      j := j + 1;
    }
    i := i + 1;
  }
}

method LeavesTheOuterOne(a: array<int>, log: array<int>) returns (steps: nat)
  requires log.Length > 0 && a != log
  modifies log
  ensures steps == 0 ==> log[0] == old(log[0]) && forall i :: 0 <= i < a.Length ==> a[i] != 7
{
  steps := 0;
  label outer:
  for i := 0 to a.Length
    invariant forall k :: 0 <= k < i ==> a[k] != 7
  {
    var n := 0;
    while n < 3
      invariant n <= 3 && (n > 0 ==> a[i] != 7)
    {
      if a[i] == 7 {
        steps := 1;
        log[0] := i;
        break outer;
      }
      n := n + 1;
    }
  }
}

method Choices(n: nat) returns (r: int)
  ensures r == 0 || r == n
{
  r := 0;
  var i := 0;
  while i < n {
    if {
      case i % 2 == 0 => i := i + 1;
      case i % 3 == 0 =>
        r := n;
        break;
      case true => i := i + 2; continue;
    }
  }
}
