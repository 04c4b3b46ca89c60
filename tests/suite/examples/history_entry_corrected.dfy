// The mistake: an entry is corrected where it stands. The log is as long as before, and not an extension of what it was.
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
  { // refuted[postcondition]
    if entries != [] && entries[|entries| - 1] < 0 {
      entries := entries[..|entries| - 1] + [entry];
    } else {
      entries := entries + [entry];
    }
  }
}
