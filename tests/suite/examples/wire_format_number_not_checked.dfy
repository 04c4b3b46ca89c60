// The mistake: frames are taken as they come, whatever their numbers say.

datatype Result<+T> = Success(value: T) | Failure(error: string)
datatype Frame = Frame(number: nat, content: seq<int>)

predicate WellNumbered(frames: seq<Frame>, first: nat)
{
  forall i :: 0 <= i < |frames| ==> frames[i].number == first + i
}

function Contents(frames: seq<Frame>, first: nat): Result<seq<seq<int>>>
  ensures Contents(frames, first).Success? ==> WellNumbered(frames, first)
{
  if frames == [] then Success([])
  else
    var others := Contents(frames[1..], first + 1);
    if others.Success? then Success([frames[0].content] + others.value) else others  // refuted[postcondition]
}
