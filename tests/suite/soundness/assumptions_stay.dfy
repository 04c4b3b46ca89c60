// What is assumed on one path, in one method or in one proof reaches no other.

method Assumes(x: int)
{
  assume {:axiom} x > 0;
  assert x > 0;
}

method OtherMethod(x: int)
{
  Assumes(x);
  assert x > 0;  // error[assertion]
}

method OtherPath(x: int)
{
  if * {
    assume {:axiom} false;
  } else {
    assert x > 0;  // error[assertion]
  }
  assert x < 0;  // error[assertion]
}

method InsideBy(x: int)
{
  assert x == x by {
    assume {:axiom} x > 0;
  }
  assert x > 0;  // error[assertion]
}

method InsideHint(x: int)
{
  calc {
    x;
    { assume {:axiom} x == 3; }
    3;
  }
  assert x == 3;
  assert x == 4;  // error[assertion]
}

method InsideForall(n: int)
{
  forall i: int | i > 0
    ensures i > 0
  {
    assume {:axiom} n > 0;
  }
  assert n > 0;  // error[assertion]
}

method FailedAssertion(x: int)
{
  if x > 5 {
    assert x > 10;  // error[assertion]
  }
  assert x > 10;  // error[assertion]
}

method GuardIsNoFact(x: int)
{
  var b := x > 0 && 10 / x > 1;
  assert x > 0;  // error[assertion]
}
