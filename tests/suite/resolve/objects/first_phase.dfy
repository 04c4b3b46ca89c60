// run: resolve
// Before `new;` the object is not there yet: it may flow into its own fields, where nothing looks at it, and nowhere else.
datatype Box = Box(content: object)

class Node {
  var next: Node?
  var value: int
  ghost var repr: set<object>
  var all: seq<Node>
  var boxed: Box

  function Value(): int
    reads this
  {
    value
  }

  constructor Allowed(other: Node, first: bool)
  {
    next := if first then this else other;
    value := 3;
    repr := {this} + {other};
    all := [this, other];
    boxed := Box(this);
    value := this.value;
    new;
    value := Value();
  }

  constructor NotAllowed(n: Node)
  {
    var me := this; // error[misplaced]: "in the first division of the constructor body (before 'new;'), 'this' can only be used to assign to its fields"
    value := Value(); // error[misplaced]
    var v := value; // error[misplaced]
    value := value + 1; // error[misplaced]
    assert next == null; // error[misplaced]
    if value == 3 { // error[misplaced]
      next := this;
    }
    next := if value == 4 then this else null; // error[misplaced]
    n.Keep(this); // error[misplaced]
    n.next := this; // error[misplaced]
    new;
    n.Keep(this);
  }

  method Keep(n: Node)
}
