// The mistake: nothing says that the two queues are two. Poured into itself a queue never becomes empty.
class Queue {
  ghost var elements: seq<int>
  var items: seq<int>

  ghost predicate Valid()
    reads this
  {
    elements == items
  }

  method Enqueue(x: int)
    requires Valid()
    modifies this
    ensures Valid() && elements == old(elements) + [x]
  {
    items, elements := items + [x], elements + [x];
  }

  method Dequeue() returns (x: int)
    requires Valid() && elements != []
    modifies this
    ensures Valid() && x == old(elements[0]) && elements == old(elements[1..])
  {
    x := items[0];
    items, elements := items[1..], elements[1..];
  }
}

method Pour(from: Queue, to: Queue)
  requires from.Valid() && to.Valid()
  modifies from, to
  ensures from.elements == []
{
  while from.items != [] // refuted[decreases]
    invariant from.Valid() && to.Valid()
    decreases |from.elements|
  {
    var x := from.Dequeue();
    to.Enqueue(x);
  }
}
