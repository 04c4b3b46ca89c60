// A stack in an array that grows: the pattern of every object that owns other objects.
//
// For those who use it a stack is a sequence, `elements`. That it lies in an array with room to spare,
// and that a full array is replaced by one twice as long, is the stack's own affair. The pattern has
// four parts, and you will meet them in every class from here on:
//
//   - ghost fields say what the object means (`elements`), and cost nothing when the program runs;
//   - `Valid()` says how the fields hang together; every method may rely on it and has to restore it;
//   - `Repr` is the set of all objects that belong to this one: itself and its array. A method may write
//     what is in Repr, so the caller need not know that there is an array;
//   - `fresh(Repr - old(Repr))`: Repr grows by new objects only. Without this promise a stack could take
//     over the array of another stack, and a caller would have to fear that every Push changes everything.
//
// Proved here: the last element in is the first out, no index leaves the array, and two stacks that are
// made separately never disturb each other.

class Stack<T(0)> {
  ghost var elements: seq<T>
  ghost var Repr: set<object>
  var items: array<T>
  var size: nat

  ghost predicate Valid()
    reads this, Repr
  {
    this in Repr && items in Repr &&
    0 < items.Length && size <= items.Length &&
    elements == items[..size]
  }

  constructor ()
    ensures Valid() && fresh(Repr)
    ensures elements == []
  {
    items, size := new T[4], 0;
    elements := [];
    Repr := {this, items};
  }

  function Size(): nat
    requires Valid()
    reads this, Repr
    ensures Size() == |elements|
  {
    size
  }

  function Top(): T
    requires Valid() && elements != []
    reads this, Repr
    ensures Top() == elements[|elements| - 1]
  {
    items[size - 1]
  }

  method Push(x: T)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures elements == old(elements) + [x]
  {
    if size == items.Length {
      Grow();
    }
    items[size] := x;
    size := size + 1;
    elements := elements + [x];
  }

  method Pop() returns (x: T)
    requires Valid() && elements != []
    modifies this
    ensures Valid() && Repr == old(Repr)
    ensures x == old(elements[|elements| - 1]) && elements == old(elements[..|elements| - 1])
  {
    size := size - 1;
    x := items[size];
    elements := elements[..size];
  }

  // The old array stays in Repr: that does no harm, and what is no longer used need not be named.
  method Grow()
    requires Valid()
    modifies this
    ensures Valid() && fresh(Repr - old(Repr))
    ensures elements == old(elements) && size == old(size) < items.Length
  {
    var bigger := new T[2 * items.Length];
    forall i | 0 <= i < size {
      bigger[i] := items[i];
    }
    items := bigger;
    Repr := Repr + {bigger};
  }
}

method Main()
{
  var numbers := new Stack<int>();
  var letters := new Stack<char>();
  letters.Push('a');

  // While the loop runs nothing is known of `numbers` but what stands here. The last line says that all
  // it is made of has been allocated in this method: that is why we may write it.
  for i := 0 to 10
    invariant numbers.Valid() && fresh(numbers.Repr)
    invariant |numbers.elements| == i
    invariant forall k :: 0 <= k < i ==> numbers.elements[k] == 10 * k
    invariant letters.Valid() && letters.elements == ['a'] && numbers.Repr !! letters.Repr
  {
    numbers.Push(10 * i);
  }

  var last := numbers.Pop();
  assert last == 90;
  assert numbers.Top() == 80;
  assert letters.Top() == 'a';
  print last, " ", numbers.Top(), " ", letters.Top(), " ", numbers.Size(), "\n";
}
