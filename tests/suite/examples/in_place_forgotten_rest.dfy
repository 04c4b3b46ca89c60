// The mistake: the invariant says what is written, and not what stays. A loop forgets everything
// about the arrays that it may write, except what its invariant keeps.

method Copy(buffer: array<int>, start: nat, frame: seq<int>)
  requires start + |frame| <= buffer.Length
  modifies buffer
  ensures forall j :: 0 <= j < |frame| ==> buffer[start + j] == frame[j]
  ensures forall j :: 0 <= j < start ==> buffer[j] == old(buffer[j])
{  // unproved[postcondition]
  var i := 0;
  while i < |frame|
    invariant 0 <= i <= |frame|
    invariant forall j :: 0 <= j < i ==> buffer[start + j] == frame[j]
  {
    buffer[start + i] := frame[i];
    i := i + 1;
  }
}
