// The mistake: picking "the" arrival with a number, without knowing that there is one.

method Payload(numbers: seq<nat>, payloads: seq<seq<int>>, wanted: nat) returns (payload: seq<int>)
  requires |numbers| == |payloads|
{
  var i :| 0 <= i < |numbers| && numbers[i] == wanted;  // refuted[assign-such-that]
  payload := payloads[i];
}

method PayloadIfThere(numbers: seq<nat>, payloads: seq<seq<int>>, wanted: nat) returns (payload: seq<int>)
  requires |numbers| == |payloads|
  requires exists i :: 0 <= i < |numbers| && numbers[i] == wanted
{
  var i :| 0 <= i < |numbers| && numbers[i] == wanted;
  payload := payloads[i];
}
