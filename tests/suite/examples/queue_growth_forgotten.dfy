// The mistake: the loop does not say that what `to` gains is new. In the second round it might be anything, also what this method
// may not write.
class Queue {
  ghost var elements: seq<int>
  ghost var Repr: set<object>

  ghost predicate Valid()
    reads this, Repr
  {
    this in Repr
  }

  method Enqueue(x: int)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures elements == old(elements) + [x]
  {
    elements := elements + [x];
  }
}

method Fill(to: Queue, count: nat)
  requires to.Valid()
  modifies to.Repr
  ensures to.Valid() && fresh(to.Repr - old(to.Repr))
{ // unproved[postcondition]
  for i := 0 to count
    invariant to.Valid()
  {
    to.Enqueue(i); // unproved[modifies]
  }
}
