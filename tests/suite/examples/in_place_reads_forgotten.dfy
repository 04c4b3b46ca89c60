// The mistake: a predicate depends on two arrays and admits to one. Whoever changes the other would
// not know that the predicate may change, too.

predicate Consistent(slots: array<seq<int>>, filled: array<bool>, sent: seq<seq<int>>)
  reads slots
{
  slots.Length == filled.Length == |sent| &&
  forall i :: 0 <= i < |sent| && filled[i] ==> slots[i] == sent[i]  // refuted[reads]
}
