// The list with a footprint: a node that is put in front is forgotten in the footprint.
class Node {
  ghost var repr: set<object>
  var next: Node?

  ghost predicate Valid()
    reads this, repr
    decreases repr
  {
    this in repr &&
    (next != null ==> next in repr && next.repr <= repr && this !in next.repr && next.Valid())
  }

  constructor InFrontOf(rest: Node)
    requires rest.Valid()
    ensures Valid()
  { // error[postcondition]
    next := rest;
    repr := rest.repr;
  }
}
