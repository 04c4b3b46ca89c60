// The mistake: frames are numbered from 1, sequences are indexed from 0, and the number is used as
// the index. The first number that is looked for does not exist, and the last one is past the end.

predicate Genuine(numbers: seq<nat>, payloads: seq<seq<int>>, sent: seq<seq<int>>)
{
  |numbers| == |payloads| &&
  (forall i :: 0 <= i < |numbers| ==> 1 <= numbers[i] <= |sent|) &&
  (forall i :: 0 <= i < |numbers| ==> payloads[i] == sent[numbers[i]])  // refuted[index-range]
}

lemma FirstArrival(numbers: seq<nat>, payloads: seq<seq<int>>, sent: seq<seq<int>>)
  requires |numbers| == |payloads| == 1
  requires 1 <= numbers[0] <= |sent| && payloads[0] == sent[numbers[0] - 1]
{
  assert payloads[0] == sent[numbers[0]];  // refuted[index-range] refuted[assertion]
}
