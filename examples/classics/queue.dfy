// A queue in an array that grows, and a method that works on two queues.
//
// What is in the queue lies between two indices: it is put in behind the second and taken out at the
// first. When the second comes to the end of the array, what is left moves to the beginning of a new
// one. The pattern is that of stack.dfy: ghost fields, `Valid()`, `Repr`, and `fresh(Repr - old(Repr))`.
//
// New here is Pour, which empties one queue into another. It needs to know that the two share nothing,
// and a loop that works on objects which grow says so in each round: they are still disjoint, and what
// they have gained is new. These two lines are the same in every such loop.

class Queue<T(0)> {
  ghost var elements: seq<T>
  ghost var Repr: set<object>
  var items: array<T>
  var front: nat
  var back: nat

  ghost predicate Valid()
    reads this, Repr
  {
    this in Repr && items in Repr &&
    front <= back <= items.Length &&
    elements == items[front..back]
  }

  constructor ()
    ensures Valid() && fresh(Repr)
    ensures elements == []
  {
    items, front, back := new T[4], 0, 0;
    elements := [];
    Repr := {this, items};
  }

  predicate IsEmpty()
    requires Valid()
    reads this, Repr
    ensures IsEmpty() <==> elements == []
  {
    front == back
  }

  method Enqueue(x: T)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures elements == old(elements) + [x]
  {
    if back == items.Length {
      MakeRoom();
    }
    items[back] := x;
    back := back + 1;
    elements := elements + [x];
  }

  method Dequeue() returns (x: T)
    requires Valid() && elements != []
    modifies this
    ensures Valid() && Repr == old(Repr)
    ensures x == old(elements[0]) && elements == old(elements[1..])
  {
    x := items[front];
    front := front + 1;
    elements := elements[1..];
  }

  // What has been taken out stays behind: the new array may be no longer than the old one.
  method MakeRoom()
    requires Valid()
    modifies this
    ensures Valid() && fresh(Repr - old(Repr))
    ensures elements == old(elements) && back < items.Length
  {
    var count := back - front;
    var room := new T[2 * count + 1];
    forall i | 0 <= i < count {
      room[i] := items[front + i];
    }
    items, front, back := room, 0, count;
    Repr := Repr + {room};
  }
}

method Pour<T(0)>(from: Queue<T>, to: Queue<T>)
  requires from.Valid() && to.Valid() && from.Repr !! to.Repr
  modifies from.Repr, to.Repr
  ensures from.Valid() && to.Valid() && from.Repr !! to.Repr
  ensures fresh(from.Repr - old(from.Repr)) && fresh(to.Repr - old(to.Repr))
  ensures from.elements == [] && to.elements == old(to.elements + from.elements)
{
  while !from.IsEmpty()
    invariant from.Valid() && to.Valid() && from.Repr !! to.Repr
    invariant fresh(from.Repr - old(from.Repr)) && fresh(to.Repr - old(to.Repr))
    invariant to.elements + from.elements == old(to.elements + from.elements)
    decreases |from.elements|
  {
    var x := from.Dequeue();
    to.Enqueue(x);
  }
}

method Main()
{
  var early := new Queue<int>();
  var late := new Queue<int>();
  early.Enqueue(1);
  early.Enqueue(2);
  late.Enqueue(3);
  Pour(late, early);
  early.Enqueue(4);
  early.Enqueue(5);
  assert early.elements == [1, 2, 3, 4, 5] && late.elements == [];

  var first := early.Dequeue();
  assert first == 1;
  while !early.IsEmpty()
    invariant early.Valid() && fresh(early.Repr)
    decreases |early.elements|
  {
    var next := early.Dequeue();
    print next, " ";
  }
  print "were waiting behind ", first, "\n";
}
