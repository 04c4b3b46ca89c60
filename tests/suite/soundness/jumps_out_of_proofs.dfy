// A lemma may return early, but what an unfinished proof should have shown holds only where it was shown.

ghost predicate P(x: int)

lemma ReturnInBy(x: int)
  ensures x > 0 || P(x)
{
  assert P(x) by {
    if x > 0 {
      return;
    }
    assume {:axiom} P(x);
  }
}

lemma ReturnProvesNothing(x: int)
  ensures P(x)
{
  assert P(x) by {
    return;  // error[postcondition]
  }
}

lemma ReturnInForall(n: int)
  ensures forall x :: P(x)
{
  forall x: int
    ensures P(x)
  {
    return;  // error[postcondition]
  }
}
