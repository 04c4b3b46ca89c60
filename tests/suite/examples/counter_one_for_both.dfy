// The mistake: nothing says that the digits are two counters. When they are one, a point for the ones is a point for the tens.
class Counter {
  var value: nat

  method Step() returns (wrapped: bool)
    modifies this
    ensures wrapped <==> old(value) == 9
    ensures value == if wrapped then 0 else old(value) + 1
  {
    wrapped := value == 9;
    value := if wrapped then 0 else value + 1;
  }
}

method Point(tens: Counter, ones: Counter)
  modifies tens, ones
  ensures old(ones.value) < 9 ==> tens.value == old(tens.value)
{ // refuted[postcondition]
  var carry := ones.Step();
  if carry {
    var overflow := tens.Step();
  }
}
