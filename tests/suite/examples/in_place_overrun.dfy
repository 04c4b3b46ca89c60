// The mistake: nobody has checked that the frame fits into the buffer.

method Copy(buffer: array<int>, start: nat, frame: seq<int>)
  requires start <= buffer.Length
  modifies buffer
{
  var i := 0;
  while i < |frame|
    invariant 0 <= i <= |frame|
  {
    buffer[start + i] := frame[i];  // refuted[index-range]
    i := i + 1;
  }
}
