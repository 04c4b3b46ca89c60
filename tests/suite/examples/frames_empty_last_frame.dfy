// The mistake: the last frame is appended without asking whether anything is left.
// A message of length 6 in frames of 3 gets a third frame, an empty one.

predicate WellCut(frames: seq<seq<int>>, size: nat)
{
  (forall i :: 0 <= i < |frames| ==> 0 < |frames[i]| <= size) &&
  (forall i :: 0 <= i < |frames| - 1 ==> |frames[i]| == size)
}

method CutMessage(message: seq<int>, size: nat) returns (frames: seq<seq<int>>)
  requires 0 < size
  ensures WellCut(frames, size)
{  // refuted[postcondition]
  frames := [];
  var done := 0;
  while size <= |message| - done
    invariant 0 <= done <= |message|
    invariant forall i :: 0 <= i < |frames| ==> |frames[i]| == size
  {
    frames := frames + [message[done..done + size]];
    done := done + size;
  }
  frames := frames + [message[done..]];
}
