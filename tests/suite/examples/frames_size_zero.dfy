// The mistake: nothing says that a frame holds at least one value. With size 0 nothing is cut off,
// and the recursion does not end.

function Cut(message: seq<int>, size: nat): seq<seq<int>>
  decreases |message|
{
  if message == [] then []
  else if |message| <= size then [message]
  else [message[..size]] + Cut(message[size..], size)  // refuted[decreases]
}

method CountFrames(message: seq<int>, size: nat) returns (count: nat)
{
  count := 0;
  var left: int := |message|;
  while 0 < left  // refuted[decreases]
  {
    left := left - size;
    count := count + 1;
  }
}
