// Fields of objects: what is written, what stays, what may be written.
class Counter {
  var count: int
  var limit: nat
  ghost var history: seq<int>

  method Step()
    modifies this
    ensures count == old(count) + 1 && limit == old(limit)
    ensures history == old(history) + [old(count)]
  {
    history := history + [count];
    count := count + 1;
  }

  method OnlyCount()
    modifies this`count
    ensures count == 0
  {
    count := 0;
  }

  method LimitToo()
    modifies this`count
  {
    count := 0;
    limit := 0; // error[modifies]
  }

  method Twice()
    modifies this
    ensures count == old(count) + 2
  {
    Step();
    this.Step();
  }

  function Room(): int
    reads this
  {
    limit - count
  }

  function NotDeclared(): int {
    count // error[reads]
  }

  predicate Full()
    reads this`count, this`limit
  {
    count >= limit
  }

  method TooLow()
    modifies this
  {
    limit := count; // error[subset]
  }
}

method Elsewhere(a: Counter, b: Counter)
  requires a != b
  modifies a
  ensures b.count == old(b.count) && b.Room() == old(b.Room())
{
  a.count := 7;
  a.Step();
}

method Aliases(a: Counter, b: Counter)
  modifies a
  ensures b.count == old(b.count)
{ // error[postcondition]
  a.count := 7;
}

method NotAllowed(a: Counter, b: Counter)
  modifies a
{
  b.count := 7; // error[modifies]
}

method CallNotAllowed(a: Counter, b: Counter)
  modifies a
{
  b.Step(); // error[modifies]
}

method OneField(a: Counter)
  modifies a
  ensures a.limit == old(a.limit) && a.Room() == old(a.limit)
{
  a.OnlyCount();
}

method Swap(a: Counter, b: Counter)
  modifies a, b
  ensures a.count == old(b.count) && b.count == old(a.count)
{
  a.count, b.count := b.count, a.count;
}

method SamePlace(a: Counter, b: Counter)
  modifies a, b
{
  a.count, b.count := 1, 2; // error[distinct-targets]
}

method Loop(a: Counter, b: Counter)
  requires a != b
  modifies a
  ensures b.limit == old(b.limit)
{
  for i := 0 to 10
    invariant a.count == old(a.count) + i
  {
    a.Step();
  }
  assert a.count == old(a.count) + 10;
  assert a.limit == old(a.limit); // error[assertion]
}

method Set(all: set<Counter>, one: Counter)
  requires one !in all
  modifies all
  ensures one.count == old(one.count)
  ensures forall c <- all :: c.count == 0
{
  forall c <- all {
    c.count := 0;
  }
}
