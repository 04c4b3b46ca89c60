// Type arguments of collections that are left out are the first type parameters of what is declared.
function Common(a: set, b: set): set {
  a * b
}

function Domain(m: map): set {
  m.Keys
}

function Back(s: seq): seq {
  if s == [] then [] else Back(s[1..]) + [s[0]]
}

lemma BackLength(s: seq)
  ensures |Back(s)| == |s|
{
}

method First(a: array) returns (x: seq)
  requires a.Length > 0
  ensures x == [a[0]]
{
  x := [a[0]];
}

predicate Has<T(==)>(s: seq, x: T) {
  x in s
}

function Values<K, V>(m: map, k: K): (v: seq<V>)
  requires k in m
  ensures v == [m[k]]
{
  [m[k]]
}

datatype Sack<T> = Empty | More(one: T, rest: Sack, all: set)

method Use() {
  var c := Common({1, 2}, {2, 3});
  assert 2 in c && 1 !in c;
  assert Domain(map['a' := 1]) == {'a'};
  BackLength([1, 2]);
  assert |Back([1, 2])| == 2;
  assert Has("ab", 'a');
  assert Values(map[true := 5], true) == [5];
  assert More(1, Empty, {1, 2}).all == {2, 1};
}
