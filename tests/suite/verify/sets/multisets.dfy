// Multisets: displays, multiplicities, updates, operators, those of sequences and sets.

method Displays(x: int, y: int)
{
  var m := multiset{x, y, x};
  assert x != y ==> m[x] == 2 && m[y] == 1;
  assert |m| == 3;
  assert x in m;
  assert multiset{1, 2, 1} == multiset{2, 1, 1};
  assert 3 !in multiset{1, 2};
  assert multiset{}[x] == 0;
}

lemma Operators(a: multiset<int>, b: multiset<int>, x: int)
{
  assert a + b == b + a;
  assert a * b == b * a;
  assert a + b - b == a;
  assert a - b <= a;
  assert a * b <= a;
  assert |a + b| == |a| + |b|;
  assert a[x] <= |a|;
  assert a <= b && b <= a ==> a == b;
  assert x in a ==> (a - multiset{x}) + multiset{x} == a;
  assert a !! b ==> a * b == multiset{};
  assert a < b ==> |a| < |b|;
}

lemma Update(m: multiset<int>, x: int, n: nat)
{
  var u := m[x := n];
  assert u[x] == n;
  assert forall y :: y != x ==> u[y] == m[y];
  assert |u| == |m| - m[x] + n;
}

lemma OfSequences(s: seq<int>, t: seq<int>, i: nat, x: int)
  requires i < |s|
{
  assert multiset(s + t) == multiset(s) + multiset(t);
  assert multiset(s)[s[i]] > 0;
  assert x in multiset(s) <==> x in s;
  assert |multiset(s)| == |s|;
  assert multiset([1, 2, 1]) == multiset{1, 1, 2};
  assert multiset(s[..i]) + multiset(s[i..]) == multiset(s);
  assert multiset(s[i := x]) == multiset(s) - multiset{s[i]} + multiset{x};
}

lemma OfSets(s: set<int>, x: int)
{
  assert x in multiset(s) <==> x in s;
  assert multiset(s)[x] <= 1;
  assert |multiset(s)| == |s|;
}

method Swap(a: array<int>, i: nat, j: nat)
  requires i < a.Length && j < a.Length
  modifies a
  ensures multiset(a[..]) == multiset(old(a[..]))
{
  a[i], a[j] := a[j], a[i];
}

method Sort(a: array<int>)
  modifies a
  ensures forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
  ensures multiset(a[..]) == multiset(old(a[..]))
{
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant forall i, j :: 0 <= i < j < a.Length && i < n ==> a[i] <= a[j]
    invariant multiset(a[..]) == multiset(old(a[..]))
  {
    var least, k := n, n + 1;
    while k < a.Length
      invariant n <= least < a.Length
      invariant n < k <= a.Length
      invariant forall i :: n <= i < k ==> a[least] <= a[i]
    {
      if a[k] < a[least] {
        least := k;
      }
      k := k + 1;
    }
    a[n], a[least] := a[least], a[n];
    n := n + 1;
  }
}

method Main()
{
  var m := multiset{2, 1, 2};
  print m, " ", m[2], " ", |m|, " ", m[1 := 3], " ", m - multiset{2}, "\n";
  print multiset([1, 1]) + multiset({1, 2}), "\n";
}
