// The mistake: the number of a frame is its position plus one; used as the position, it is one past
// the end for the last frame, and stores every other frame in its neighbour's slot.

method Collect(numbers: seq<nat>, payloads: seq<seq<int>>, empty: seq<seq<int>>)
  returns (slots: seq<seq<int>>)
  requires |numbers| == |payloads|
  requires forall i :: 0 <= i < |numbers| ==> 1 <= numbers[i] <= |empty|
{
  slots := empty;
  var n := 0;
  while n < |numbers|
    invariant 0 <= n <= |numbers|
    invariant |slots| == |empty|
  {
    slots := slots[numbers[n] := payloads[n]];  // refuted[index-range]
    n := n + 1;
  }
}
