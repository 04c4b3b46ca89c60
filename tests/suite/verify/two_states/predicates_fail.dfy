// What is claimed of two states, and does not hold of them.
class Counter {
  var value: int
  var step: int

  twostate predicate IsGrown()
    reads this
  {
    old(value) < value
  }

  method Step()
    modifies this
    ensures IsGrown()
  { // refuted[postcondition]
    value := value + step;
  }

  method Twice()
    requires step > 0
    modifies this
    ensures IsGrown()
  {
    value := value + step;
    label Middle:
    assert IsGrown();
    assert IsGrown@Middle(); // refuted[assertion]
  }

  method Steps(n: nat)
    modifies this
  {
    var i := 0;
    while i < n
      invariant IsGrown() // refuted[invariant-entry]
    {
      value := value + 1;
      i := i + 1;
    }
  }
}

twostate function Ratio(c: Counter): int
  requires old(c.value) != 0
  reads c
{
  c.value / old(c.value)
}

twostate function Unguarded(c: Counter): int
  reads c
{
  c.value / old(c.value) // refuted[division-by-zero]
}

twostate function AtMost(c: Counter, most: int): (r: int)
  reads c
  ensures r <= most
{
  c.value - old(c.value) // refuted[postcondition]
}

method Ratios(c: Counter)
  requires c.value == 0
  modifies c
{
  c.value := 3;
  label Three:
  c.value := 6;
  assert Ratio@Three(c) == 2;
  assert Ratio(c) == 2; // refuted[precondition]
}

// Which state it is that is compared with.
method WrongLabel(c: Counter)
  modifies c
{
  c.value := 1;
  label One:
  c.value := 2;
  label Two:
  c.value := 3;
  assert c.IsGrown@One() && c.IsGrown@Two();
  assert c.IsGrown(); // refuted[assertion]
}
