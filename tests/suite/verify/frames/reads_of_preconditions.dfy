// A function may read what its precondition says is in its frame.
class Node {
  ghost var repr: set<object>
  var next: Node?
  var value: int

  ghost predicate Valid()
    reads this, repr
    ensures Valid() ==> this in repr
  {
    this in repr && (next != null ==> next in repr && next.repr <= repr && this !in next.repr && next.Valid())
  }

  function Sum(): int
    requires Valid()
    reads repr
    decreases repr
  {
    if next == null then value else value + next.Sum()
  }

  function Value(): int
    requires this in repr && value > 0
    reads repr
  {
    value
  }

  function Outside(): int
    requires value > 0 // error[reads]
    reads repr
  {
    1
  }
}

// Of a lambda in an earlier state, the frame is one of that state.
method Earlier(n: Node) {
  ghost var f := old((x: int) reads n => n.value + x);
  var later := new Node;
  ghost var g := old((x: int) reads later.next => x); // error[allocated]
}
