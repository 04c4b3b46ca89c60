// Local variables whose types leave out the type arguments.
datatype List<T> = Nil | Cons(head: T, tail: List)
datatype Pair<A, B> = Pair(first: A, second: B)

method Locals(n: nat) returns (r: seq<List<int>>)
  ensures r == [Cons(n, Nil)]
{
  var s: set := {n};
  var m: map := map[n := true];
  var xs: List := Cons(n, Nil);
  var p: Pair := Pair(n, 'c');
  var nested: seq<List> := [xs];
  var inner: Pair<List, seq> := Pair(Nil, [n]);
  var t: (List, bool) := (xs, true);
  inner := Pair(xs, inner.second);
  assert n in s && n in m;
  assert p.first >= 0;
  assert inner.first.head == n;
  r := [];
  var a: array := new nat[3];
  assert a.Length == 3;
  r := nested;
}

method Declared()
{
  var xs: List;
  xs := Cons(true, Nil);
  assert xs.head;
  var later: map := map[];
  later := later['a' := -1];
  assert later['a'] >= 0;  // error[assertion]
}

lemma Bound(b: bool)
  ensures forall xs: List :: xs == Cons(b, Nil) ==> xs.head == b
{
  var ys: List<List> := var zs: List := Cons(b, Nil); Cons(zs, Nil);
  assert ys.head.head == b;
}
