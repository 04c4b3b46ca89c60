predicate P(x: int)
predicate Q(x: int)

lemma Step(x: int)
  requires P(x)
  ensures Q(x)

lemma Everywhere()
  requires forall x :: P(x)
  ensures forall x :: Q(x)
{
  forall x {
    Step(x);
  }
}

lemma Where(n: nat)
  requires forall i :: 0 <= i < n ==> P(i)
  ensures forall i :: 0 <= i < n ==> Q(i)
{
  forall i | 0 <= i < n
    ensures Q(i)
  {
    assert P(i);
    Step(i);
  }
}

method Initialise(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == i * i
{
  forall i | 0 <= i < a.Length {
    a[i] := i * i;
  }
}

method Shift(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length - 1 ==> a[i] == old(a[i + 1])
{
  forall i | 0 <= i < a.Length - 1 {
    a[i] := a[i + 1];
  }
}

method Even(a: array<int>)
  modifies a
{
  forall i | 0 <= i < a.Length && i % 2 == 0 {
    a[i] := 0;
  }
  assert forall i :: 0 <= i < a.Length && i % 2 == 0 ==> a[i] == 0;
  assert a.Length > 1 ==> a[1] == old(a[1]);
}
