// The mistake: the receiver takes it for granted that one transmission delivers everything. The
// contract of the network says that what arrives is genuine, and nothing about how much arrives.

predicate Genuine(numbers: seq<nat>, payloads: seq<seq<int>>, sent: seq<seq<int>>)
{
  |numbers| == |payloads| &&
  (forall i :: 0 <= i < |numbers| ==> 1 <= numbers[i] <= |sent|) &&
  (forall i :: 0 <= i < |numbers| ==> payloads[i] == sent[numbers[i] - 1])
}

method {:axiom} Network(frames: seq<seq<int>>) returns (numbers: seq<nat>, payloads: seq<seq<int>>)
  ensures Genuine(numbers, payloads, frames)

method SendOne(frame: seq<int>) returns (received: seq<int>)
{
  var numbers, payloads := Network([frame]);
  assert forall i :: 0 <= i < |payloads| ==> payloads[i] == frame;
  received := payloads[0];  // unproved[index-range]
}

method SendTwo(first: seq<int>, second: seq<int>)
{
  var numbers, payloads := Network([first, second]);
  if |payloads| == 2 {
    assert payloads[0] == first || payloads[0] == second;
    assert payloads == [first, second];  // unproved[assertion]
  }
}
