// Ghost fields are there for proofs only.
datatype Queue = Queue(front: seq<int>, back: seq<int>, ghost all: seq<int>) {
  ghost predicate Valid() {
    all == front + back
  }

  function Push(x: int): Queue
    requires Valid()
    ensures Push(x).Valid() && Push(x).all == all + [x]
  {
    Queue(front, back + [x], all + [x])
  }
}

method Main() {
  var q := Queue([], [], []);
  q := q.Push(1);
  q := q.Push(2);
  assert q.all == [1, 2];
  ghost var contents := q.all;
  match q {
    case Queue(f, b, a) =>
      assert a == f + b;
      print f, b, "\n";
  }
  print q, "\n";
}
