// No way leads from a value that was not checked into a subset type.
type Even = x: int | x % 2 == 0
type Empty = x: int | false witness *
type Positive = n: nat | n > 0 witness 1
datatype Box = Box(e: Even)

function Half(e: Even): int { e / 2 }

method Displays(i: int, b: Box) returns (s: seq<Even>, t: set<Even>, m: map<Even, Positive>)
{
  s, t, m := [], {}, map[];
  if * { s := [0, i]; }  // error[subset]
  if * { s := seq(3, k => k); }  // error[subset]
  if * { t := {i}; }  // error[subset]
  if * { m := map[0 := 0]; }  // error[subset]
  if * { m := map k: int | 0 <= k < 3 :: k := 1; }  // error[subset]
  if * { s := s[..][0 := 1]; }  // error[index-range] error[subset]
}

method Values(i: int, b: Box)
{
  if * { var c := Box(i); }  // error[subset]
  if * { var d := b.(e := i); }  // error[subset]
  if * { var e := Half(i); }  // error[subset]
  if * { var f := var x: Even := i; x; }  // error[subset]
}

method Exist(ghost g: int)
{
  if * { ghost var a: Even :| a == 3; }  // error[assign-such-that]
  if * { ghost var b := var y: Even :| y == 5; y; }  // error[assign-such-that]
  if * { ghost var c: Empty :| true; }  // error[assign-such-that]
}

lemma Quantified()
{
  if * {
    assert exists e: Even :: Half(e) == 7 && e == 15;  // error[assertion]
  } else {
    assert forall i: int :: Half(i) == i / 2;  // error[subset] error[assertion]
  }
}

method Arrays(n: nat, i: int) returns (a: array<Even>)
{
  a := new Even[n];
  if * { a := new Even[n](k => k); }  // error[subset]
  if * { a := new Even[] [1]; }  // error[subset]
  if * { forall k | 0 <= k < a.Length { a[k] := k; } }  // error[subset]
}

method Widened(s: seq<Even>) returns (t: seq<int>, u: seq<Even>)
{
  t := s;
  t := t + [1];
  u := t;  // error[subset]
}

method Unassigned(ghost n: int)
{
  ghost var e: Empty;
  assert e == e;  // error[definite-assignment]
}

lemma Induction(e: Even)
  requires e >= 0
  ensures e < 2
{  // error[postcondition]
}

predicate Less(e: Even, k: int) requires e >= 0
  decreases e
{
  if e == 0 then k > 0 else Less(e - 2, k - 1)
}

lemma TooStrong(e: Even, k: int)
  requires e >= 0
  ensures Less(e, k)
{  // error[postcondition]
}

method Result() returns (p: Positive)
{
  p := 1;
  for k := 0 to 10
  {
    p := p - 1;  // error[subset]
  }
  assert p > 0;
}
