// The mistake: Find returns the length of the list when the number did not arrive, and the caller
// does not look.

method Find(numbers: seq<nat>, wanted: nat) returns (index: nat)
  ensures index <= |numbers|
  ensures index < |numbers| ==> numbers[index] == wanted
{
  index := 0;
  while index < |numbers| && numbers[index] != wanted
    invariant index <= |numbers|
  {
    index := index + 1;
  }
}

method Payload(numbers: seq<nat>, payloads: seq<seq<int>>, wanted: nat) returns (payload: seq<int>)
  requires |numbers| == |payloads|
{
  var index := Find(numbers, wanted);
  payload := payloads[index];  // refuted[index-range]
}
