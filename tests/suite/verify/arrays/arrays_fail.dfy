method Read(a: array<int>) returns (x: int)
{
  x := a[0];  // error[index-range]
}

method Write(a: array<int>, i: nat)
  modifies a
{
  a[i] := 0;  // error[index-range]
}

method Negative(a: array<int>, i: int)
  requires i < a.Length
  modifies a
{
  a[i] := 0;  // error[index-range]
}

method Slice(a: array<int>) returns (s: seq<int>)
{
  s := a[1..];  // error[slice-range]
}

method NegativeSize(n: int)
{
  var a := new int[n];  // error[array-size]
}

method DisplayOfOtherLength(n: nat)
{
  var a := new int[n] [1, 2, 3];  // error[array-size]
}

method SameTarget(a: array<int>, i: nat, j: nat)
  requires i < a.Length && j < a.Length
  modifies a
{
  a[i], a[j] := 1, 2;  // error[distinct-targets]
}

method Aliases(a: array<int>, b: array<int>)
  requires a.Length > 0 && b.Length > 0
  modifies a, b
{
  a[0] := 1;
  b[0] := 2;
  assert a[0] == 1;  // error[assertion]
}

method NotInitialised()
{
  var a := new int[3];
  assert a[0] == 1;  // error[assertion]
}

method InitialiserOutOfRange(s: seq<int>)
{
  var a := new int[|s|](i requires 0 <= i < |s| => s[i]);
  assert a[..] == s;
  var b := new int[|s|](i => s[i]);  // error[index-range]
}

method LengthIsNotContents(a: array<int>, b: array<int>)
  requires a.Length == b.Length
{
  assert a[..] == b[..];  // error[assertion]
}
