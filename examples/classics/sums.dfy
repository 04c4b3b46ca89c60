// Sums: a closed form, a sum of two parts, and a loop over an array.
//
// Proved here, each by induction: 1 + 2 + ... + n is n * (n + 1) / 2; the sum of s + t is the sum of s
// plus the sum of t; and a loop that adds the elements of an array from the left computes the sum
// that is defined from the right.
//
// Why it matters: an induction is a lemma that calls itself for something smaller. The call gives the
// hypothesis, the `decreases` clause makes it legal; there is nothing more to it.

function Sum(n: nat): nat
{
  if n == 0 then 0 else Sum(n - 1) + n
}

lemma Gauss(n: nat)
  ensures 2 * Sum(n) == n * (n + 1)
  ensures Sum(n) == n * (n + 1) / 2
{
  if n != 0 {
    Gauss(n - 1);
    calc {
      2 * Sum(n);
    ==
      2 * Sum(n - 1) + 2 * n;
    ==
      (n - 1) * n + 2 * n;
    ==
      n * (n + 1);
    }
  }
}

function Total(s: seq<int>): int
  decreases |s|
{
  if s == [] then 0 else s[0] + Total(s[1..])
}

lemma TotalAppend(s: seq<int>, t: seq<int>)
  ensures Total(s + t) == Total(s) + Total(t)
  decreases |s|
{
  if s == [] {
    assert s + t == t;
  } else {
    assert (s + t)[0] == s[0];
    assert (s + t)[1..] == s[1..] + t;
    TotalAppend(s[1..], t);
  }
}

lemma TotalOne(x: int)
  ensures Total([x]) == x
{
  assert [x][1..] == [];
  assert Total([x]) == x + Total([]);
}

method TotalOfArray(a: array<int>) returns (total: int)
  ensures total == Total(a[..])
{
  total := 0;
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant total == Total(a[..n])
  {
    assert a[..n + 1] == a[..n] + [a[n]];
    TotalAppend(a[..n], [a[n]]);
    TotalOne(a[n]);
    total := total + a[n];
    n := n + 1;
  }
  assert a[..n] == a[..];
}

// Changing one element changes the total by the difference.
lemma TotalUpdate(s: seq<int>, i: nat, x: int)
  requires i < |s|
  ensures Total(s[i := x]) == Total(s) - s[i] + x
{
  assert s == s[..i] + ([s[i]] + s[i + 1..]);
  assert s[i := x] == s[..i] + ([x] + s[i + 1..]);
  TotalAppend(s[..i], [s[i]] + s[i + 1..]);
  TotalAppend(s[..i], [x] + s[i + 1..]);
  TotalAppend([s[i]], s[i + 1..]);
  TotalAppend([x], s[i + 1..]);
  TotalOne(s[i]);
  TotalOne(x);
}
