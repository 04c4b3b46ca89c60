// A list whose footprint is a ghost set: dynamic frames.
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
    value := v;
    next := null;
    elements := [v];
    repr := {this};
  }

  constructor Before(v: int, rest: Node)
    requires rest.Valid()
    ensures Valid() && fresh(repr - rest.repr) && elements == [v] + rest.elements
  {
    value := v;
    next := rest;
    elements := [v] + rest.elements;
    repr := {this} + rest.repr;
  }

  method Set(v: int)
    requires Valid()
    modifies repr
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
      n := 1;
    } else {
      n := next.Length();
      n := n + 1;
    }
  }
}

method Client() {
  var a := new Node(1);
  var b := new Node.Before(2, a);
  var n := b.Length();
  assert n == 2;
  var other := new Node(7);
  other.Set(8);
  assert b.Valid() && b.elements == [2, 1];
  assert other.elements == [8];
}
