// The mistake: the subtree has grown, and the footprint of the tree has not grown with it.
class Node {
  ghost var Repr: set<object>
  var key: int
  var left: Node?

  ghost predicate Valid()
    reads this, Repr
    decreases Repr
  {
    this in Repr &&
    (left != null ==> left in Repr && left.Repr <= Repr && this !in left.Repr && left.Valid())
  }

  constructor (k: int)
    ensures Valid() && fresh(Repr)
  {
    key, left := k, null;
    Repr := {this};
  }

  method Insert(k: int)
    requires Valid()
    modifies Repr
    ensures Valid()
    decreases Repr
  { // refuted[postcondition]
    if left == null {
      left := new Node(k);
    } else {
      left.Insert(k);
    }
  }
}
