// An array that a loop names only by a variable of its own body may be any: nothing is known of arrays after it.
method ForallInLoop(s: seq<array<int>>, a: array<int>)
  requires a in s && forall b :: b in s ==> b.Length > 0
  modifies s
{
  a[0] := 1;
  var k := 0;
  while k < 3
  {
    forall b | b in s { b[0] := 2; }
    k := k + 1;
  }
  assert a[0] == 1;  // error[assertion]
}

method LocalInLoop(s: seq<array<int>>, a: array<int>)
  requires a in s && forall b :: b in s ==> b.Length > 0
  modifies s
{
  a[0] := 1;
  var k := 0;
  while k < |s|
  {
    var b := s[k];
    b[0] := 2;
    k := k + 1;
  }
  assert a[0] == 1;  // error[assertion]
}

method NeverAssigned()
{
  var k := 0;
  while k < 3
  {
    var b: array<int>;
    b[0] := 1;  // error[definite-assignment]
    k := k + 1;
  }
}
