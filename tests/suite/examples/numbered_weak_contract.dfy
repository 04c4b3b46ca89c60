// The mistake: the contract of Find says what it means to find, and not what it means to find
// nothing. The body is right, but a caller sees the contract only.

method Find(numbers: seq<nat>, wanted: nat) returns (index: nat)
  ensures index <= |numbers|
  ensures index < |numbers| ==> numbers[index] == wanted
{
  index := 0;
  while index < |numbers|
    invariant index <= |numbers|
    invariant forall i :: 0 <= i < index ==> numbers[i] != wanted
  {
    if numbers[index] == wanted {
      return;
    }
    index := index + 1;
  }
}

method FirstMissing(numbers: seq<nat>, total: nat) returns (missing: nat)
  ensures missing != 0 ==> missing !in numbers
{
  var k: nat := 1;
  while k <= total
  {
    var index := Find(numbers, k);
    if index == |numbers| {
      return k;  // unproved[postcondition]
    }
    k := k + 1;
  }
  return 0;
}
