// Maps: displays, selection, update, merge, removal, parts, sizes, comprehensions, equality, measures.

method Displays(x: int, y: int)
{
  var m := map[1 := 'a', 2 := 'b'];
  assert m[1] == 'a' && m[2] == 'b';
  assert 3 !in m && 1 in m;
  assert |m| == 2;
  assert m == map[2 := 'b', 1 := 'a'];
  assert map[x := 1, x := 2][x] == 2;
  assert x != y ==> map[x := 1, y := 2][x] == 1;
  var none: map<int, bool> := map[];
  assert |none| == 0 && none.Keys == {};
}

lemma Operators(m: map<int, int>, n: map<int, int>, s: set<int>, k: int, v: int)
{
  assert m[k := v][k] == v;
  assert k in m ==> m[k := m[k]] == m;
  assert forall j :: j in m && j != k ==> m[k := v][j] == m[j];
  assert k in m + n <==> k in m || k in n;
  assert k in n ==> (m + n)[k] == n[k];
  assert k in m && k !in n ==> (m + n)[k] == m[k];
  assert k in m - s <==> k in m && k !in s;
  assert k in m && k !in s ==> (m - s)[k] == m[k];
  assert m + map[] == m && map[] + m == m;
  assert m - {} == m;
  assert |m[k := v]| == (if k in m then |m| else |m| + 1);
  assert (m + n).Keys == m.Keys + n.Keys;
  assert m.Keys !! n.Keys ==> m + n == n + m;
  assert m - m.Keys == map[];
}

lemma Parts(m: map<int, bool>, k: int)
{
  assert k in m.Keys <==> k in m;
  assert k in m ==> m[k] in m.Values;
  assert k in m ==> (k, m[k]) in m.Items;
  assert forall p :: p in m.Items ==> p.0 in m && m[p.0] == p.1;
  assert forall b :: b in m.Values ==> exists j :: j in m && m[j] == b;
  assert |m.Values| <= |m| == |m.Keys| == |m.Items|;
}

lemma Extensional(m: map<int, seq<int>>, n: map<int, seq<int>>)
  requires m.Keys == n.Keys
  requires forall k :: k in m ==> |m[k]| == |n[k]| && forall i :: 0 <= i < |m[k]| ==> m[k][i] == n[k][i]
  ensures m == n
{
  forall k | k in m
    ensures m[k] == n[k]
  {
  }
}

function Squares(n: nat): map<nat, nat>
{
  map i: nat | i < n :: i * i
}

function Shifted(m: map<int, int>): map<int, int>
{
  map k | k in m :: k + 1 := m[k]
}

function Swapped(s: set<(int, bool)>): map<(bool, int), int>
{
  map p | p in s :: (p.1, p.0) := p.0
}

lemma Comprehensions(n: nat, m: map<int, int>)
{
  assert forall i :: 0 <= i < n ==> i in Squares(n) && Squares(n)[i] == i * i;
  assert n !in Squares(n);
  assert |Squares(0)| == 0;
  assert 3 in m ==> 4 in Shifted(m) && Shifted(m)[4] == m[3];
  var positive := map k | k in m && m[k] > 0 :: m[k];
  assert positive.Keys <= m.Keys;
  assert forall k :: k in positive ==> positive[k] == m[k] > 0;
  var constant := map k | k in m.Keys :: 7;
  assert constant.Keys == m.Keys;
}

method Count(q: seq<int>) returns (counts: map<int, nat>)
  ensures forall x :: x in counts ==> counts[x] == multiset(q)[x]
  ensures forall x :: x in q ==> x in counts
{
  counts := map[];
  for i := 0 to |q|
    invariant forall x :: x in counts ==> counts[x] == multiset(q[..i])[x]
    invariant forall x :: x in multiset(q[..i]) <==> x in counts
  {
    assert q[..i + 1] == q[..i] + [q[i]];
    if q[i] in counts {
      counts := counts[q[i] := counts[q[i]] + 1];
    } else {
      counts := counts[q[i] := 1];
    }
  }
  assert q[..|q|] == q;
}

method Drain(m: map<int, int>) returns (sum: int)
{
  sum := 0;
  var rest := m;
  while rest != map[]
    decreases rest
  {
    assert rest.Keys != {};
    var k :| k in rest;
    sum := sum + rest[k];
    rest := rest - {k};
  }
}

ghost function Sum(m: map<int, nat>): nat
  decreases m
{
  if m == map[] then 0
  else
    assert m.Keys != {};
    var k := Some(m.Keys);
    m[k] + Sum(m - {k})
}

ghost function Some(s: set<int>): int
  requires s != {}
  ensures Some(s) in s

predicate AllPositive(m: map<int, int>)
{
  forall k | k in m :: m[k] > 0
}

method Main()
{
  var m := map[2 := "two", 1 := "one"];
  print m, " ", |m|, " ", m[1], " ", 3 in m, "\n";
  print m.Keys, " ", (m - {1}).Items, " ", m[2 := "deux"] + map[3 := "trois"], "\n";
  print map i | 0 <= i < 3 :: i * i, " ", Shifted(map[1 := 5]), "\n";
  var sum := Drain(map[1 := 10, 2 := 20]);
  print sum, " ", AllPositive(map[1 := 0]), "\n";
}
