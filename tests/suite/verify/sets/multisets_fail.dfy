// What is false of multisets is not proved, and each check is made.

lemma Count(m: multiset<int>, x: int)
{
  assert m[x] > 0;  // error[assertion]
}

lemma Twice(x: int, y: int)
{
  assert multiset{x, y}[x] == 1;  // error[assertion]
}

lemma Minus(a: multiset<int>, b: multiset<int>)
{
  assert a - b + b == a;  // error[assertion]
}

lemma Update(m: multiset<int>, n: int)
{
  var u := m[3 := n];  // error[multiplicity]: "new number of occurrences might be negative"
}

lemma OfSequence(s: seq<int>, t: seq<int>)
  requires multiset(s) == multiset(t)
{
  assert |s| == |t|;
  assert s == t;  // error[assertion]
}

lemma OfSet(s: seq<int>)
{
  assert multiset(set i | 0 <= i < |s| :: s[i]) == multiset(s);  // error[assertion]
}

method Overwrite(a: array<int>, i: nat, j: nat)
  requires i < a.Length && j < a.Length
  modifies a
  ensures multiset(a[..]) == multiset(old(a[..]))
{
  a[i] := a[j];
  return;  // error[postcondition]
}
