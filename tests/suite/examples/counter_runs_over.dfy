// The mistake: the counter does not begin anew, and its invariant is broken when the method ends.
class Counter {
  const limit: nat
  var value: nat

  predicate Valid()
    reads this
  {
    value < limit
  }

  constructor (limit: nat)
    requires 0 < limit
    ensures Valid() && value == 0
  {
    this.limit := limit;
    value := 0;
  }

  method Step()
    requires Valid()
    modifies this
    ensures Valid()
  { // refuted[postcondition]
    value := value + 1;
  }
}
