// Types of which only the characteristics are known.
type Key(==)
type Value(0)
type Handle

function Weight(k: Key): int

lemma Total(a: Key, b: Key)
  requires a == b
  ensures Weight(a) == Weight(b)
{
}

method Choose(a: Key, b: Key) returns (heavier: Key)
  ensures heavier == a || heavier == b
  ensures Weight(heavier) >= Weight(a) && Weight(heavier) >= Weight(b)
{
  if a == b || Weight(a) >= Weight(b) {
    return a;
  }
  return b;
}

const table: seq<(Key, Value)>
const nothing: Value

method Fill(a: array<Key>, k: Key)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == k
{
  forall i | 0 <= i < a.Length {
    a[i] := k;
  }
}

function Identity<T>(x: T): T { x }

lemma SameHandle(h: Handle)
  ensures Identity(h) == h
{
}

type Pairs<A, B> = seq<(A, B)>

function Firsts<A, B>(p: Pairs<A, B>): seq<A>
{
  seq(|p|, i requires 0 <= i < |p| => p[i].0)
}
