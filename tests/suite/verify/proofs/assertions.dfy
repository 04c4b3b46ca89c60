method AssertBy(x: int)
  requires x > 2
{
  assert x * x > 4 by {
    assert x * x > 2 * x;
  }
  assert x * x > 4;
}

lemma Large(x: int)
  requires x > 10
  ensures x * x > 100
{
}

function WithProof(x: int): int
  requires x > 10
{
  assert x * x > 100 by { Large(x); }
  x * x - 100
}

function WithLemma(x: int): nat
  requires x > 10
{
  Large(x);
  x * x - 101
}

method Assume(x: int)
{
  assume {:axiom} x > 5;
  assert x > 4;
}

method Expect(x: int)
{
  expect x > 5, "x is too small";
  assert x > 4;
}

method Print(x: int)
{
  print "x is ", x, "\n";
}

method Revealed(a: int, b: int, c: int)
  requires a < b && b < c
{
  assert a < c by {
    assert a < b;
    assert b < c;
  }
}
