// The mistake: the number of frames joined so far is reported as missing; it is the one after it.

method FirstMissing(numbers: seq<nat>, total: nat) returns (missing: nat)
  ensures missing == 0 ==> forall k: nat :: 1 <= k <= total ==> k in numbers
  ensures 0 < missing ==> missing !in numbers
{
  var joined := 0;
  while joined < total
    invariant 0 <= joined <= total
    invariant forall k: nat :: 1 <= k <= joined ==> k in numbers
  {
    if joined + 1 !in numbers {
      return joined;  // refuted[postcondition] refuted[postcondition]
    }
    joined := joined + 1;
  }
  return 0;
}
