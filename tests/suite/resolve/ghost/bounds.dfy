// Quantifiers in compiled code need bounds; in specifications they do not.

predicate Bounded(s: seq<int>, n: nat)
{
  (forall i :: 0 <= i < |s| ==> s[i] > 0) &&
  (forall i, j :: 0 <= i < j < |s| ==> s[i] < s[j]) &&
  (exists x :: x in s && x > 3) &&
  (forall k: nat | k < n :: k >= 0) &&
  (forall b: bool, c: char :: b ==> c == c) &&
  (exists x :: x == n && x > 0) &&
  (forall i | i > 0 && i + 1 < n :: i < n) &&
  (forall i :: !(i < 0 || i >= n) ==> i < n) &&
  (forall t :: t in [s] ==> t == s)
}

predicate Unbounded(n: int)
{
  forall x: int :: x + n == n + x  // error[ghost]: "quantifiers in non-ghost contexts must be compilable"
}

predicate OneSided(n: int)
{
  exists x: int :: x > n && x != 5  // error[ghost]: "bounded set of values for 'x'"
}

predicate AllSequences()
{
  forall s: seq<int> :: |s| >= 0  // error[ghost]
}

predicate Circular(n: int)
{
  forall i, j :: 0 <= i < j && j < i + 3 ==> i < n  // error[ghost]
}

ghost predicate Specification(n: int)
{
  forall x: int :: x + n == n + x
}

method InMethod(n: int)
  requires forall x: int :: x + n == n + x
{
  assert forall x: int :: x * 0 == 0;
  var b := forall x: int :: x + n == n + x;
  assert b;
  var c: bool;
  c := forall x: int :: x + n == n + x;  // error[ghost]
}

ghost predicate DependsOnAllocation()
{
  forall a: array<int> :: a.Length >= 0  // error[ghost]: "not allowed to depend on the set of allocated references"
}
