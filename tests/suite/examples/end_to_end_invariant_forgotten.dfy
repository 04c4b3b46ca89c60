// The mistake: the loop over the rounds has no invariant. That the slots are consistent is true after
// every round, but the proof of the next round may use only what the invariant says.

predicate Consistent(slots: seq<seq<int>>, filled: seq<bool>, sent: seq<seq<int>>)
{
  |slots| == |filled| == |sent| &&
  forall k :: 0 <= k < |sent| && filled[k] ==> slots[k] == sent[k]
}

method {:axiom} Round(oldSlots: seq<seq<int>>, oldFilled: seq<bool>, sent: seq<seq<int>>)
  returns (slots: seq<seq<int>>, filled: seq<bool>)
  requires Consistent(oldSlots, oldFilled, sent)
  ensures Consistent(slots, filled, sent)

method Repeat(empty: seq<seq<int>>, none: seq<bool>, sent: seq<seq<int>>, rounds: nat)
  returns (slots: seq<seq<int>>, filled: seq<bool>)
  requires Consistent(empty, none, sent)
{
  slots, filled := empty, none;
  var n := 0;
  while n < rounds
  {
    slots, filled := Round(slots, filled, sent);  // unproved[precondition]
    n := n + 1;
  }
}
