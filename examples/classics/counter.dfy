// A counter, and a score board that is made of two counters: objects with an invariant of their own.
//
// A field that may hold anything is not yet an object. What makes it one is that its fields fit
// together, and stay so: `Valid()` says it, constructors make it true, and every method that relies on
// it hands it on. The score board then consists of two objects, one for each digit. They have to be
// two: if both fields held the same counter, the tens would go up with the ones.
//
// Proved here: a counter stays below its limit, and wraps exactly when it has come round; the score
// board counts up to 99, and begins anew.

class Counter {
  const limit: nat
  var value: nat

  predicate Valid()
    reads this
  {
    value < limit
  }

  constructor (limit: nat)
    requires 0 < limit
    ensures Valid() && value == 0 && this.limit == limit
  {
    this.limit := limit;
    value := 0;
  }

  // `modifies this`: this method may write the fields of this object, and of no other.
  method Step() returns (wrapped: bool)
    requires Valid()
    modifies this
    ensures Valid()
    ensures wrapped <==> old(value) + 1 == limit
    ensures value == if wrapped then 0 else old(value) + 1
  {
    value := value + 1;
    wrapped := value == limit;    // here Valid() may be false: nobody looks at it before the end
    if wrapped {
      value := 0;
    }
  }
}

class ScoreBoard {
  const tens: Counter
  const ones: Counter

  predicate Valid()
    reads this, tens, ones
  {
    tens != ones && tens.Valid() && ones.Valid() && tens.limit == ones.limit == 10
  }

  constructor ()
    ensures Valid() && fresh(tens) && fresh(ones)
    ensures Score() == 0
  {
    tens := new Counter(10);
    ones := new Counter(10);
  }

  function Score(): nat
    reads this, tens, ones
  {
    10 * tens.value + ones.value
  }

  // The caller has to know that there are two counters inside. stack.dfy shows how not to tell.
  method Point()
    requires Valid()
    modifies tens, ones
    ensures Valid()
    ensures Score() == if old(Score()) == 99 then 0 else old(Score()) + 1
  {
    var carry := ones.Step();
    if carry {
      var overflow := tens.Step();
    }
  }
}

method Main()
{
  // Two names, one counter: what is done by one name is seen by the other.
  var a := new Counter(10);
  var b := a;
  var wrapped := b.Step();
  assert a.value == 1;

  // Two counters: what is done to one is not done to the other.
  var c := new Counter(10);
  wrapped := c.Step();
  wrapped := c.Step();
  assert a.value == 1 && c.value == 2;

  var board := new ScoreBoard();
  for point := 0 to 42
    invariant board.Valid() && board.Score() == point
  {
    board.Point();
  }
  print board.tens.value, board.ones.value, "\n";
}
