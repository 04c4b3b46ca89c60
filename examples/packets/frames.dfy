// Cutting a message into frames, and joining the frames again.
//
// A network carries pieces of bounded length only. A sender therefore cuts a message into frames of
// `size` values, the last of which may be shorter; a receiver joins them.
//
// Proved here, for every message and every size above zero:
//   - joining what was cut gives the original message back;
//   - every frame but the last is full, and the last is not empty;
//   - the number of frames is the smallest that can hold the message;
//   - a loop that cuts and a loop that joins do what the recursive definitions say.
//
// Why it matters: every layer above (numbering, buffering, encryption) relies on this one fact, and
// the usual mistakes (a lost tail, an empty last frame, a frame of length zero that never ends) are
// exactly what the three statements exclude.

// What a correct cut is: the definition that the loops below are compared with.
function Cut(message: seq<int>, size: nat): seq<seq<int>>
  requires 0 < size
  decreases |message|
{
  if message == [] then []
  else if |message| <= size then [message]
  else [message[..size]] + Cut(message[size..], size)
}

function Join(frames: seq<seq<int>>): seq<int>
  decreases |frames|
{
  if frames == [] then [] else frames[0] + Join(frames[1..])
}

// All frames are full but the last, which holds at least one value.
predicate WellCut(frames: seq<seq<int>>, size: nat)
{
  (forall i :: 0 <= i < |frames| ==> 0 < |frames[i]| <= size) &&
  (forall i :: 0 <= i < |frames| - 1 ==> |frames[i]| == size)
}

// How many frames a message of this length needs.
function FrameCount(length: nat, size: nat): nat
  requires 0 < size
  decreases length
{
  if length == 0 then 0 else if length <= size then 1 else 1 + FrameCount(length - size, size)
}

// The theorem of this file. Each proof below is an induction over the length of the message: the
// call of the lemma for the shorter message is the induction hypothesis.
lemma RoundTrip(message: seq<int>, size: nat)
  requires 0 < size
  ensures Join(Cut(message, size)) == message
  ensures WellCut(Cut(message, size), size)
  ensures |Cut(message, size)| == FrameCount(|message|, size)
{
  JoinCut(message, size);
  CutIsWellCut(message, size);
  CutCount(message, size);
}

lemma JoinCut(message: seq<int>, size: nat)
  requires 0 < size
  ensures Join(Cut(message, size)) == message
  decreases |message|
{
  if message == [] {
    assert Cut(message, size) == [];
  } else if |message| <= size {
    JoinOne(message);
  } else {
    var first := message[..size];
    var rest := Cut(message[size..], size);
    assert Cut(message, size) == [first] + rest;
    assert ([first] + rest)[1..] == rest;
    JoinCut(message[size..], size);
    assert first + message[size..] == message;
  }
}

lemma JoinOne(frame: seq<int>)
  ensures Join([frame]) == frame
{
  assert [frame][1..] == [];
  assert Join([frame]) == frame + Join([]);
}

lemma CutIsWellCut(message: seq<int>, size: nat)
  requires 0 < size
  ensures WellCut(Cut(message, size), size)
  ensures message != [] ==> Cut(message, size) != []
  decreases |message|
{
  if size < |message| {
    var rest := Cut(message[size..], size);
    CutIsWellCut(message[size..], size);
    assert rest != [];
    assert Cut(message, size) == [message[..size]] + rest;
  }
}

lemma CutCount(message: seq<int>, size: nat)
  requires 0 < size
  ensures |Cut(message, size)| == FrameCount(|message|, size)
  decreases |message|
{
  if size < |message| {
    CutCount(message[size..], size);
  }
}

// What so many frames can hold. It is count * size, and written as a repeated addition, because a
// proof about sums is simple, and one about products of two variables often is not.
function Capacity(count: nat, size: nat): nat
{
  if count == 0 then 0 else Capacity(count - 1, size) + size
}

// The count is the smallest possible one: so many frames hold the message, and one fewer does not.
lemma CountIsLeast(length: nat, size: nat)
  requires 0 < size
  ensures length <= Capacity(FrameCount(length, size), size) < length + size
  decreases length
{
  if size < length {
    CountIsLeast(length - size, size);
  } else if 0 < length {
    assert Capacity(1, size) == Capacity(0, size) + size;
  }
}

// A fact about sequences alone, proved apart, so that the proof below need not look for it.
lemma Associative(a: seq<int>, b: seq<int>, c: seq<int>)
  ensures a + (b + c) == (a + b) + c
{
}

// Joining reads from the left; a sender appends on the right. This lemma connects the two.
lemma JoinAppend(frames: seq<seq<int>>, last: seq<int>)
  ensures Join(frames + [last]) == Join(frames) + last
  decreases |frames|
{
  if frames == [] {
    assert frames + [last] == [last];
    JoinOne(last);
  } else {
    var rest := frames[1..];
    calc {
      Join(frames + [last]);
    ==  { assert (frames + [last])[1..] == rest + [last]; }
      frames[0] + Join(rest + [last]);
    ==  { JoinAppend(rest, last); }
      frames[0] + (Join(rest) + last);
    ==  { Associative(frames[0], Join(rest), last); }
      Join(frames) + last;
    }
  }
}

method CutMessage(message: seq<int>, size: nat) returns (frames: seq<seq<int>>)
  requires 0 < size
  ensures Join(frames) == message
  ensures WellCut(frames, size)
{
  frames := [];
  var done := 0;
  while size < |message| - done
    invariant 0 <= done <= |message|
    invariant message != [] ==> done < |message|
    invariant forall i :: 0 <= i < |frames| ==> |frames[i]| == size
    invariant Join(frames) == message[..done]
  {
    var frame := message[done..done + size];
    JoinAppend(frames, frame);
    assert message[..done] + frame == message[..done + size];
    frames := frames + [frame];
    done := done + size;
  }
  if done < |message| {
    var frame := message[done..];
    JoinAppend(frames, frame);
    assert message[..done] + frame == message;
    frames := frames + [frame];
  } else {
    assert message[..done] == message;
  }
}

method JoinFrames(frames: seq<seq<int>>) returns (message: seq<int>)
  ensures message == Join(frames)
{
  message := [];
  var i := 0;
  while i < |frames|
    invariant 0 <= i <= |frames|
    invariant message == Join(frames[..i])
  {
    JoinAppend(frames[..i], frames[i]);
    assert frames[..i + 1] == frames[..i] + [frames[i]];
    message := message + frames[i];
    i := i + 1;
  }
  assert frames[..i] == frames;
}

method Main()
{
  var message := [72, 101, 108, 108, 111, 33, 10];
  var frames := CutMessage(message, 3);
  var received := JoinFrames(frames);
  assert received == message;
  print frames, " ", received, "\n";
}
