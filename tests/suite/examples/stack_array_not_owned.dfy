// The mistake: the new array does not become part of the stack. It works, until the next Push wants to write into it.
class Stack {
  ghost var Repr: set<object>
  var items: array<int>
  var size: nat

  ghost predicate Valid()
    reads this, Repr
  {
    this in Repr && items in Repr && 0 < items.Length && size <= items.Length
  }

  constructor ()
    ensures Valid() && fresh(Repr)
  {
    items, size := new int[4], 0;
    Repr := {this, items};
  }

  method Grow()
    requires Valid()
    modifies this
    ensures Valid() && fresh(Repr - old(Repr))
    ensures size == old(size) < items.Length
  { // refuted[postcondition]
    var bigger := new int[2 * items.Length];
    forall i | 0 <= i < size {
      bigger[i] := items[i];
    }
    items := bigger;
  }
}
