predicate P(x: int)

method Unproved()
{
  forall x: int
    ensures P(x)  // error[forall-postcondition]
  {
  }
}

lemma Positive(x: int)
  requires x > 0
  ensures P(x)

method OnlyInRange()
{
  forall x | 0 < x < 10
    ensures P(x)
  {
    Positive(x);
  }
  assert P(9);
  assert P(10);  // error[assertion]
}

method PreconditionOfTheLemma()
{
  forall x | x >= 0 {
    Positive(x);  // error[precondition]
  }
}

method SamePlace(a: array<int>)
  requires a.Length > 0
  modifies a
{
  forall i | 0 <= i < a.Length {
    a[0] := i;  // error[distinct-targets]
  }
}

method OutOfRange(a: array<int>)
  modifies a
{
  forall i | 0 <= i <= a.Length {
    a[i] := 0;  // error[index-range]
  }
}

method NotInFrame(a: array<int>)
{
  forall i | 0 <= i < a.Length {
    a[i] := 0;  // error[modifies]
  }
}

method Simultaneous(a: array<int>)
  requires a.Length > 2 && a[0] == 0 && a[1] == 1 && a[2] == 2
  modifies a
{
  forall i | 0 <= i < 2 {
    a[i + 1] := a[i];
  }
  assert a[1] == 0;
  assert a[2] == 0;  // error[assertion]
}
