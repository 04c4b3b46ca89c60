// The mistake: each frame is put before what is already joined, not behind it.

function Join(frames: seq<seq<int>>): seq<int>
  decreases |frames|
{
  if frames == [] then [] else Join(frames[..|frames| - 1]) + frames[|frames| - 1]
}

method JoinFrames(frames: seq<seq<int>>) returns (message: seq<int>)
  ensures message == Join(frames)
{
  message := [];
  var i := 0;
  while i < |frames|
    invariant 0 <= i <= |frames|
    invariant message == Join(frames[..i])  // refuted[invariant-maintained]
  {
    assert frames[..i + 1][..i] == frames[..i];
    message := frames[i] + message;
    i := i + 1;
  }
  assert frames[..i] == frames;
}
