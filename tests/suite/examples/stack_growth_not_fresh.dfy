// The mistake: Push says that the stack is valid afterwards, and not that it has grown by new objects only. For all that the caller
// knows it has swallowed an array of somebody else's.
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

  method Push(x: int)
    requires Valid()
    modifies Repr
    ensures Valid()
  {
    if size == items.Length {
      var bigger := new int[2 * items.Length];
      forall i | 0 <= i < size {
        bigger[i] := items[i];
      }
      items := bigger;
      Repr := Repr + {bigger};
    }
    items[size] := x;
    size := size + 1;
  }
}

method Main()
{
  var stack := new Stack();
  stack.Push(1);
  stack.Push(2); // unproved[modifies]
}
