// The mistake: when the only node goes, `last` still points to it, and the next Append is lost behind it.
class Node {
  var next: Node?
}

class List {
  ghost var spine: seq<Node>
  var first: Node?
  var last: Node?

  ghost predicate Valid()
    reads this, spine
  {
    first == (if spine == [] then null else spine[0]) &&
    last == (if spine == [] then null else spine[|spine| - 1]) &&
    (forall i :: 0 <= i < |spine| ==> spine[i].next == if i + 1 < |spine| then spine[i + 1] else null)
  }

  constructor ()
    ensures Valid()
  {
    first, last, spine := null, null, [];
  }

  method RemoveFirst()
    requires Valid() && spine != []
    modifies this
    ensures Valid() && spine == old(spine[1..])
  { // refuted[postcondition]
    first := first.next;
    spine := spine[1..];
  }
}
