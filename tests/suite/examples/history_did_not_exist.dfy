// The mistake: without a label "then" is where the method began, and then there was no log.
class Log {
  var entries: seq<int>

  constructor ()
    ensures entries == []
  {
    entries := [];
  }

  twostate predicate Extends()
    reads this
  {
    old(entries) <= entries
  }

  method Enter(entry: int)
    modifies this
    ensures Extends()
  {
    entries := entries + [entry];
  }
}

method Main()
{
  var log := new Log();
  label Opened:
  log.Enter(3);
  assert log.Extends@Opened();
  assert log.Extends(); // refuted[allocated]
}
