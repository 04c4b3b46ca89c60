// The mistake: every frame is cut at full length, also the last one, which is shorter.

method CutMessage(message: seq<int>, size: nat) returns (frames: seq<seq<int>>)
  requires 0 < size
  ensures forall i :: 0 <= i < |frames| ==> |frames[i]| == size
{
  frames := [];
  var done := 0;
  while done < |message|
    invariant 0 <= done
    invariant forall i :: 0 <= i < |frames| ==> |frames[i]| == size
  {
    frames := frames + [message[done..done + size]];  // refuted[slice-range]
    done := done + size;
  }
}
