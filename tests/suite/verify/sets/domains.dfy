// Bound variables that say what they range over: `x <- s`, in quantifiers, comprehensions and statements.

predicate AllBelow(s: set<int>, n: int)
{
  forall x <- s :: x < n
}

predicate SomeBelow(q: seq<int>, n: int)
{
  exists x <- q :: x < n
}

lemma Meanings(s: set<int>, q: seq<int>, m: map<int, int>, n: int)
{
  assert AllBelow(s, n) <==> forall x :: x in s ==> x < n;
  assert SomeBelow(q, n) <==> exists x :: x in q && x < n;
  assert (set x <- s | x > n) == (set x | x in s && x > n);
  assert (set x <- s, y <- q | x < y :: (x, y)) == (set x, y | x in s && y in q && x < y :: (x, y));
  assert (map k <- m | m[k] > n :: m[k]).Keys <= m.Keys;
  assert forall k <- m, v <- m.Values | m[k] == v :: (k, v) in m.Items;
}

method Clear(all: set<array<int>>)
  modifies all
  ensures forall a <- all | a.Length > 0 :: a[0] == 0
{
  forall a <- all | a.Length > 0 {
    a[0] := 0;
  }
}

lemma Each(s: set<nat>)
  requires |s| == 1
  ensures forall x <- s, y <- s :: x == y
{
  forall x: nat <- s, y: nat <- s
    ensures x == y
  {
    if x != y {
      assert {x, y} <= s;
      assert |{x, y}| == 2;
    }
  }
}

lemma Wrong(s: set<int>)
{
  assert forall x <- s :: x > 0;  // error[assertion]
}

method Main()
{
  print set x <- {1, 2, 3}, y <- [10, 20] | x != 2 :: x + y, "\n";
  print map k <- {1, 2} :: k + 1 := k, " ", AllBelow({1, 2}, 3), " ", SomeBelow([5], 3), "\n";
}
