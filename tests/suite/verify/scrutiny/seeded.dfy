// run: verify --warn-contradictory-assumptions --warn-redundant-assumptions

// Ten mistakes, one to each declaration; what surrounds them is as it should be.

// 1: the bounds exclude each other.
method Clamp(low: int, high: int, x: int) returns (r: int)
  requires low < high
  requires high < low // warning[redundant-requires]
  ensures low <= r <= high // warning[contradictory-ensures] warning[contradictory-ensures]
{
  if x < low {
    r := low;
  } else if x > high {
    r := high;
  } else {
    r := x;
  }
} // no end: its assumptions contradict each other

// 2: an assumption about what was just assigned.
method Count(s: seq<int>) returns (n: nat)
{
  n := |s|;
  assume n < 0;
  assert n == 3; // warning[contradictory-assumptions]
} // no end: its assumptions contradict each other

// 3: the contract of the callee cannot be kept.
method Pick(s: seq<int>) returns (i: int)
  requires |s| > 0
  ensures 0 <= i < |s| && i == |s|

method UsesPick(s: seq<int>) returns (e: int)
  requires |s| > 0
{
  var i := Pick(s);
  e := s[i]; // warning[contradictory-assumptions]
} // no end: what it calls promises what cannot be

// 4: a branch that the precondition closes.
method Sign(x: int) returns (r: int)
  requires x != 0
  ensures r * x > 0
{
  if x == 0 { // warning[unreachable-branch]
    r := 0;
  } else if x < 0 {
    r := -1;
  } else {
    r := 1;
  }
}

// 5: a guard that an invariant excludes.
method Fill(a: array<int>)
  modifies a
{
  var i := 0;
  while i < a.Length
    invariant 0 <= i < a.Length + 1
  {
    if i > a.Length {
      a[i] := 0; // warning[contradictory-assumptions]
    }
    a[i] := 1;
    i := i + 1;
  }
  assert i == a.Length;
}

// 6: a precondition that nothing needs.
method Sum(a: array<int>) returns (s: int)
  requires a.Length > 0 // warning[redundant-requires]
{
  s := 0;
  for i := 0 to a.Length {
    s := s + a[i];
  }
}

// 7: a conjunct that nothing needs.
method Element(s: seq<int>, i: int) returns (e: int)
  requires 0 <= i < |s| && i % 2 == 0 // warning[redundant-requires]: "partly"
  ensures e == s[i]
{
  e := s[i];
}

// 8: what is assumed is known.
method Half(n: nat) returns (h: nat)
  ensures h <= n
{
  h := n / 2;
  assume h <= n; // warning[redundant-assume]
}

// 9: an invariant that the others imply.
method Square(n: nat) returns (r: nat)
  ensures r == n * n
{
  r := 0;
  var i := 0;
  while i < n
    invariant i <= n
    invariant r == i * n
    invariant i < n ==> r == i * n // warning[redundant-invariant]
  {
    r := r + n;
    i := i + 1;
  }
}

// 10: a precondition of a lemma that it does not use.
lemma Monotone(x: nat, y: nat, z: nat)
  requires x <= y
  requires z > 0 // warning[redundant-requires]
  ensures x * z <= y * z
{
}
