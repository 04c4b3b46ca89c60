// What is false of maps is not proved, and each check is made.

method Selection(m: map<int, int>, k: int) returns (r: int)
{
  r := m[k];  // error[element-in-domain]: "element might not be in domain"
}

lemma Merged(m: map<int, int>, n: map<int, int>)
{
  assert m + n == n + m;  // error[assertion]
}

lemma Sizes(m: map<int, int>, n: map<int, int>)
{
  assert |m + n| == |m| + |n|;  // error[assertion]
}

lemma Values(m: map<int, int>)
{
  assert |m.Values| == |m|;  // error[assertion]
}

lemma SameKeys(m: map<int, int>, n: map<int, int>)
  requires m.Keys == n.Keys
{
  assert m == n;  // error[assertion]
}

lemma Removed(m: map<int, int>, k: int)
{
  assert (m - {k})[k := 1] == m;  // error[assertion]
}

lemma Outside(m: map<int, int>, n: map<int, int>, k: int)
  requires m == n
{
  assert k in m && m[k] == n[k];  // error[assertion]
}

function Halves(n: nat): map<int, int>
{
  map i | 0 <= i < n :: i / 2 := i  // error[map-keys]
}

function Parity(n: nat): map<int, bool>
{
  map i | 0 <= i < n :: i % 2 := i % 2 == 0
}

lemma Meaning(q: seq<int>, n: nat)
{
  var m := map i | 0 <= i < n :: q[i];  // error[index-range]
}

method Types(x: int)
{
  var m: map<int, nat> := map[1 := x];  // error[subset]
}

method KeyTypes(m: map<nat, int>, x: int) returns (n: map<nat, int>)
{
  n := m[x := 1];  // error[subset]
}

method Endless(m: map<int, int>)
{
  var rest := m;
  while rest != map[]  // error[decreases]
    decreases rest
  {
    assert rest.Keys != {};
    var k :| k in rest;
    rest := rest[k := 3];
  }
}
