// Many facts about maps at once; none of them may give a contradiction, alone or with others.

lemma Everything(m: map<int, int>, n: map<int, int>, s: set<int>, k: int, v: int)
  requires k in m && k in n && k in s && m[k] != n[k]
{
  var u := m + n;
  var w := (u - s)[k := v];
  var c := map x | x in w && w[x] > 0 :: x + 1 := x;
  var i := imap x: int | x in w :: w[x];
  assert u[k] == n[k] && w[k] == v;
  assert |w| <= |u|;
  assert (k, v) in w.Items && v in w.Values;
  assert i.Keys == iset x | x in w;
  assert m != n && m + n + m == n + m;
  assert false;  // error[assertion]
}

// That equal keys have different values is an error, and no licence to prove that there is none.
function Halves(n: nat): map<int, int>
{
  map i | 0 <= i < n :: i / 2 := i  // error[map-keys]
}

lemma OfHalves()
{
  var h := map i | 0 <= i < 2 :: 0 := i;  // error[map-keys]
  assert false;                           // error[assertion]
}

// Infinite sets have no size, and nothing follows from what their size would be.
lemma Infinite(a: iset<int>, m: imap<int, int>)
  requires a == iset x: int | true
  requires m == imap x: int | true :: x
{
  assert a - iset{0} < a;
  assert m.Keys == a && m.Values <= a;
  assert (iset x: int | true :: x + 1) <= a;
  assert false;  // error[assertion]
}

lemma Nested(m: map<set<int>, map<int, seq<int>>>)
  requires {1, 2} in m && 3 in m[{1, 2}]
{
  assert {2, 1} == {1, 2};
  assert {2, 1} in m && m[{2, 1}] == m[{1, 2}];
  assert m[{2, 1} := map[3 := [1] + [2]]][{1, 2}] == map[3 := [1, 2]];
  assert false;  // error[assertion]
}

lemma Outside(m: map<int, int>, n: map<int, int>, k: int)
  requires k !in m && k !in n && m != n
{
  assert m - {k} == m;
  assert m[k := 1] - {k} == m;
  assert false;  // error[assertion]
}

lemma WithinTypes(m: map<int, nat>, k: int)
  requires k in m
{
  assert m[k] >= 0;
  assert false;  // error[assertion]
}
