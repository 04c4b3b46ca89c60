// Variables with {:assumption} begin as true, and collect one conjunct.
method Collects(x: int)
{
  ghost var {:assumption} a: bool;
  ghost var {:assumption} b: bool, c: bool, {:assumption} d: bool;
  assert a && b && d;
  a := a && 0 < x;
  assert a ==> 0 < x;
  b, c := b && (x < 9 || a), a;
  assert 0 < x ==> b;
  assert d;
  assert a;  // error[assertion]
}

method InLoops(n: nat)
{
  var i := 0;
  while i < n
    invariant i <= n
  {
    ghost var {:assumption} a: bool;
    assert a;
    a := a && i % 2 == 0;
    assert a <==> i % 2 == 0;
    i := i + 1;
  }
}

// It is ghost in a ghost place, as other variables are.
lemma Lemma(x: int)
{
  var {:assumption} a: bool;
  a := a && x > 3;
  if a {
    assert x > 2;
  }
}

method Outside(n: nat)
{
  ghost var {:assumption} a: bool;
  for i := 0 to n {
    a := a && i < 5;
  }
  assert a;  // error[assertion]
}
