// run: verify --warn-redundant-assumptions

function Weaker(x: nat): (r: nat)
  requires x < 10
  requires x < 100 // warning[redundant-requires]: "unnecessary requires clause"
  ensures r < 11
{
  x + 1
}

method Unneeded(x: nat) returns (r: nat)
  requires x < 10 // warning[redundant-requires]
{
  r := x + 1;
}

method Partly(x: int) returns (r: nat)
  requires x < 10 && x > 0 // warning[redundant-requires]: "partly unnecessary requires clause"
{
  return x - 1;
}

// Of three, two do.
method OfThree(x: int) returns (r: int)
  requires x > 10
  requires x < 12
  requires x == 11 // warning[redundant-requires]
  ensures r == 11
{
  return x;
}

// A precondition that another clause needs to have a meaning is needed.
function First(s: seq<int>): int
  requires |s| > 0
  requires s[0] > 1
{
  10 / (s[0] - 1)
}

lemma MeaningOfEnsures(s: seq<int>)
  requires |s| > 3
  ensures s[3] == s[3]
{
}

// A chain is one conjunct: of what is known anyway of 0 <= i nothing is said.
method Chain(a: array<int>) returns (i: int)
  ensures i == a.Length
{
  i := 0;
  while i < a.Length
    invariant 0 <= i <= a.Length
  {
    i := i + 1;
  }
}

// That the loop ends needs the precondition, and nothing else does.
method Remainder(n: nat, d: nat) returns (r: nat)
  requires 0 < d
{
  r := n;
  while d <= r {
    r := r - d;
  }
}

// The body of this cannot need anything.
method WithoutBody(x: int)
  requires x > 0

method Assumes(n: int)
{
  assume n > 4;
  assume n > 3; // warning[redundant-assume]: "unnecessary (or partly unnecessary) assume statement"
  assert n > 1;
}

method Loop(n: nat) returns (s: nat)
  ensures s == 2 * n
{
  var i := 0;
  s := 0;
  while i < n
    invariant i <= n
    invariant s == 2 * i
    invariant s >= i // warning[redundant-invariant]: "unnecessary loop invariant"
  {
    i := i + 1;
    s := s + 2;
  }
}

method Search(a: array<int>, key: int) returns (found: bool)
  requires a.Length > 0 // warning[redundant-requires]
  ensures found ==> key in a[..]
{
  var i := 0;
  while i < a.Length && a[i] != key
    invariant 0 <= i <= a.Length // warning[redundant-invariant]
  {
    i := i + 1;
  }
  found := i < a.Length;
}

// A requires clause can be there for what runs in place of the function.
function Half(n: nat): nat
  requires n % 2 == 0
{
  n / 2
} by method {
  var r := 0;
  while r + r < n
    invariant 2 * r <= n
  {
    r := r + 1;
  }
  return r;
}

// What is not proved is not judged.
method NotProved(x: int)
  requires x > 0
{
  assert x > 1; // error[assertion]
}

lemma Induction(n: nat)
  requires n % 2 == 0
  ensures n == 2 * (n / 2)
{
}
