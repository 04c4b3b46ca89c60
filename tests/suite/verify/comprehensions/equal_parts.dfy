// Comprehensions, lambdas and choices of one text are the same functions of the terms in them: of equal terms they are
// equal, though they stand at different places and name different variables.

lemma Sets(s: seq<int>, a: int, b: int)
  requires a + 1 == b
  ensures (set k | 0 <= k < a + 1 && s == s :: k * 2) == (set j | 0 <= j < b && s == s :: j * 2)
  ensures |set k | 0 <= k < |s| && k < a + 1| == |set k | 0 <= k < |s| && k < b|
{
}

lemma Maps(s: seq<int>, t: seq<int>)
  requires |t| > 0 && s == t[1..]
  ensures |map k | 0 <= k < |s| :: s[k]| == |map i | 0 <= i < |t| - 1 :: t[1..][i]|
{
}

function Total(s: seq<int>): int {
  if s == [] then 0 else s[0] + Total(s[1..])
}

lemma Sequences(n: nat, m: nat, x: int)
  requires n == 2 * m
  ensures Total(seq(n, i => i + x)) == Total(seq(m * 2, k => k + x))
{
}

function Apply(f: int -> int, n: int): int { f(n) }

lemma Lambdas(x: int, y: int)
  requires x == y * 2
  ensures Apply((k: int) => k + x, 3) == Apply((i: int) => i + y * 2, 3)
{
}

ghost function Above(n: int): int {
  var x :| x > n; x
}

lemma Choices(n: int, m: int)
  requires n == m + 1
  ensures (var x :| x > n; x) == (var y :| y > m + 1; y)
{
}

lemma Nested(s: seq<set<int>>, n: int)
  requires |s| == n
  ensures |set x, i | 0 <= i < |s| && x in s[i] && (forall j :: 0 <= j < |s| ==> x in s[j]) :: (x, i)|
       == |set x, i | 0 <= i < n && x in s[i] && (forall k :: 0 <= k < n ==> x in s[k]) :: (x, i)|
{
}

// Elsewhere in the heap, and later.
method Elements(a: array<int>, b: array<int>) returns (n: nat)
  requires a != b && b.Length > 0
  modifies b
  ensures n == |set k | 0 <= k < a.Length && a[k] > 0|
{
  ghost var before := set k | 0 <= k < a.Length && a[k] > 0;
  n := 0;
  ghost var seen: set<int> := {};
  for i := 0 to a.Length
    invariant seen == set k | 0 <= k < i && a[k] > 0
    invariant n == |seen|
  {
    b[0] := i;
    if a[i] > 0 {
      n := n + 1;
      seen := seen + {i};
    }
  }
  assert seen == before;
}
