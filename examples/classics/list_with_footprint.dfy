// A linked list whose meaning is a sequence. Its footprint, the ghost set `repr`, says which objects it is made of: what
// is not among them may change without the list being any other.
class Node {
  ghost var elements: seq<int>
  ghost var repr: set<object>
  var value: int
  var next: Node?

  ghost predicate Valid()
    reads this, repr
    decreases repr
  {
    this in repr &&
    (next == null ==> elements == [value]) &&
    (next != null ==>
      next in repr && next.repr <= repr && this !in next.repr && next.Valid() &&
      elements == [value] + next.elements)
  }

  constructor (v: int)
    ensures Valid() && fresh(repr) && elements == [v]
  {
    value, next := v, null;
    elements, repr := [v], {this};
  }

  constructor InFrontOf(v: int, rest: Node)
    requires rest.Valid()
    ensures Valid() && fresh(repr - rest.repr) && elements == [v] + rest.elements
  {
    value, next := v, rest;
    elements, repr := [v] + rest.elements, {this} + rest.repr;
  }

  // Only the first node is written: the rest is as it was, because this node is not in its footprint.
  method Replace(v: int)
    requires Valid()
    modifies this
    ensures Valid() && repr == old(repr) && elements == [v] + old(elements[1..])
  {
    value := v;
    elements := [v] + elements[1..];
  }

  method Length() returns (n: nat)
    requires Valid()
    ensures n == |elements|
    decreases repr
  {
    if next == null {
      return 1;
    }
    n := next.Length();
    n := n + 1;
  }
}

method Main()
{
  var a := new Node(2);
  var b := new Node.InFrontOf(1, a);
  var other := new Node(7);
  other.Replace(8);
  assert b.Valid() && b.elements == [1, 2];
  var n := b.Length();
  print n, " ", other.value, "\n";
}
