// The mistake: each round looks back to its own beginning. That the log extends what it was when the loop began is an invariant.
class Log {
  var entries: seq<int>

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

method Watch(log: Log, reports: seq<int>)
  modifies log
{
  label Seen:
  for n := 0 to |reports|
  {
    label Round:
    log.Enter(reports[n]);
    assert log.Extends@Round();
  }
  assert log.Extends@Seen(); // unproved[assertion]
}
