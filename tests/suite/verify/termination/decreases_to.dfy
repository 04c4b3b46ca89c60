// The order of `decreases`, as an expression.
datatype List = Nil | Cons(head: int, tail: List)

method Instances(x: int, n: nat, s: seq<int>, a: set<int>)
{
  assert 1 decreases to 0;
  assert true decreases to false;
  assert n + 1 decreases to n;
  assert (x, n + 2 decreases to x, n);
  assert (x, 3, 5 decreases to x, 2);
  assert 0 nonincreases to 0;
  assert (x, n nonincreases to x, n);
  assert a + {x} nonincreases to a;
  assert (decreases to 2);
  assert !(decreases to);
  assert (nonincreases to);
  assert !(2 decreases to);
  assert (x, (1 decreases to 0), 2) == (x, true, 2);
  assert !(x decreases to x);
}

lemma Below(xs: List, k: int)
  ensures Cons(k, xs) decreases to xs
  ensures k decreases to k - 1
{
}

function Count(n: nat, k: nat): nat
  decreases n, k
{
  if k > 0 then
    assert (n, k decreases to n, k - 1);
    1 + Count(n, k - 1)
  else if n > 0 then
    1 + Count(n - 1, 3)
  else
    0
}
