// The mistake: what comes twice is counted twice.
class Receiver {
  ghost var open: set<int>
  var here: array<bool>
  var missing: nat

  ghost predicate Valid()
    reads this, here
  {
    open == (set i | 0 <= i < here.Length && !here[i]) && missing == |open|
  }

  constructor ()
    ensures Valid()
  {
    here, missing, open := new bool[0], 0, {};
  }

  method Receive(place: nat)
    requires Valid() && place < here.Length
    modifies this, here
    ensures Valid()
  { // error[postcondition]
    here[place] := true;
    missing := missing - 1; // refuted[subset]
    open := open - {place};
  }
}
