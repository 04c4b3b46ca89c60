// The mistake: nothing says that the two subtrees share no node. Then an insertion on the left may change the right one, too.
class Node {
  ghost var Repr: set<object>
  var key: int
  var left: Node?
  var right: Node?

  ghost predicate Valid()
    reads this, Repr
    decreases Repr
  {
    this in Repr &&
    (left != null ==> left in Repr && left.Repr <= Repr && this !in left.Repr && left.Valid()) &&
    (right != null ==> right in Repr && right.Repr <= Repr && this !in right.Repr && right.Valid())
  }

  constructor (k: int)
    ensures Valid() && fresh(Repr)
  {
    key, left, right := k, null, null;
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
    Repr := Repr + left.Repr;
  }
}
