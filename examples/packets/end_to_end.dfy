// End to end: cut, number, transmit over a network that loses, reorders and duplicates, reassemble.
//
// The network is a method without a body. Its contract is all that is known about it: what it
// delivers was sent, under its own number. How often, in which order, and whether at all, it does
// not say, so what is proved here holds for every behaviour of the network.
//
// Proved here: if the receiver reports success, it holds the message that the sender was given;
// each further round of transmission keeps what is there; and without success, the receiver holds
// a beginning of the message and the number of a frame to ask for. That the network delivers in the
// end cannot be proved, since it may not: the number of rounds is bounded.
//
// Why it matters: this is the statement that a user of the protocol needs. He need not know how
// frames are cut and numbered, and the proof uses the contracts of the parts only.

function Join(frames: seq<seq<int>>): seq<int>
  decreases |frames|
{
  if frames == [] then [] else frames[0] + Join(frames[1..])
}

lemma JoinOne(frame: seq<int>)
  ensures Join([frame]) == frame
{
  assert [frame][1..] == [];
  assert Join([frame]) == frame + Join([]);
}

// A fact about sequences alone, proved apart, so that the proof below need not look for it.
lemma Associative(a: seq<int>, b: seq<int>, c: seq<int>)
  ensures a + (b + c) == (a + b) + c
{
}

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

// The first n frames hold a beginning of the message.
lemma JoinIsPrefix(frames: seq<seq<int>>, n: nat)
  requires n <= |frames|
  ensures |Join(frames[..n])| <= |Join(frames)|
  ensures Join(frames[..n]) == Join(frames)[..|Join(frames[..n])|]
  decreases |frames| - n
{
  if n == |frames| {
    assert frames[..n] == frames;
  } else {
    JoinIsPrefix(frames, n + 1);
    JoinAppend(frames[..n], frames[n]);
    assert frames[..n + 1] == frames[..n] + [frames[n]];
    var shorter := Join(frames[..n]);
    var longer := Join(frames[..n + 1]);
    assert longer == shorter + frames[n];
    assert longer[..|shorter|] == shorter;
    assert Join(frames)[..|longer|][..|shorter|] == Join(frames)[..|shorter|];
  }
}

predicate Genuine(numbers: seq<nat>, payloads: seq<seq<int>>, sent: seq<seq<int>>)
{
  |numbers| == |payloads| &&
  (forall i :: 0 <= i < |numbers| ==> 1 <= numbers[i] <= |sent|) &&
  (forall i :: 0 <= i < |numbers| ==> payloads[i] == sent[numbers[i] - 1])
}

method {:axiom} Network(frames: seq<seq<int>>) returns (numbers: seq<nat>, payloads: seq<seq<int>>)
  ensures Genuine(numbers, payloads, frames)

// Slot k holds frame k + 1 when it is filled.
predicate Consistent(slots: seq<seq<int>>, filled: seq<bool>, sent: seq<seq<int>>)
{
  |slots| == |filled| == |sent| &&
  forall k :: 0 <= k < |sent| && filled[k] ==> slots[k] == sent[k]
}

method CutMessage(message: seq<int>, size: nat) returns (frames: seq<seq<int>>)
  requires 0 < size
  ensures Join(frames) == message
  ensures forall i :: 0 <= i < |frames| ==> 0 < |frames[i]| <= size
{
  frames := [];
  var done := 0;
  while done < |message|
    invariant 0 <= done <= |message|
    invariant forall i :: 0 <= i < |frames| ==> 0 < |frames[i]| <= size
    invariant Join(frames) == message[..done]
  {
    var next := if size < |message| - done then done + size else |message|;
    JoinAppend(frames, message[done..next]);
    assert message[..done] + message[done..next] == message[..next];
    frames := frames + [message[done..next]];
    done := next;
  }
  assert message[..done] == message;
}

// Put the arrivals of one round into their slots.
method Collect(numbers: seq<nat>, payloads: seq<seq<int>>,
               oldSlots: seq<seq<int>>, oldFilled: seq<bool>, ghost sent: seq<seq<int>>)
  returns (slots: seq<seq<int>>, filled: seq<bool>)
  requires Genuine(numbers, payloads, sent)
  requires Consistent(oldSlots, oldFilled, sent)
  ensures Consistent(slots, filled, sent)
  ensures forall k :: 0 <= k < |sent| && oldFilled[k] ==> filled[k]
  ensures forall i :: 0 <= i < |numbers| ==> filled[numbers[i] - 1]
{
  slots, filled := oldSlots, oldFilled;
  var n := 0;
  while n < |numbers|
    invariant 0 <= n <= |numbers|
    invariant Consistent(slots, filled, sent)
    invariant forall k :: 0 <= k < |sent| && oldFilled[k] ==> filled[k]
    invariant forall i :: 0 <= i < n ==> filled[numbers[i] - 1]
  {
    var k := numbers[n] - 1;
    slots := slots[k := payloads[n]];
    filled := filled[k := true];
    n := n + 1;
  }
}

// Join from the left as far as the slots are filled.
method JoinFilled(slots: seq<seq<int>>, filled: seq<bool>, ghost sent: seq<seq<int>>)
  returns (count: nat, message: seq<int>)
  requires Consistent(slots, filled, sent)
  ensures count <= |sent|
  ensures count < |sent| ==> !filled[count]
  ensures message == Join(sent[..count])
{
  message := [];
  count := 0;
  assert sent[..0] == [];
  while count < |slots| && filled[count]
    invariant count <= |slots|
    invariant message == Join(sent[..count])
  {
    JoinAppend(sent[..count], sent[count]);
    assert sent[..count + 1] == sent[..count] + [sent[count]];
    message := message + slots[count];
    count := count + 1;
  }
}

method Transmit(message: seq<int>, size: nat, rounds: nat)
  returns (complete: bool, received: seq<int>, needed: nat)
  requires 0 < size
  ensures complete ==> received == message
  ensures |received| <= |message| && received == message[..|received|]
  ensures complete <==> needed == 0
{
  var frames := CutMessage(message, size);
  var slots := frames[..0];
  var filled: seq<bool> := [];
  while |slots| < |frames|
    invariant |slots| == |filled| <= |frames|
    invariant forall k :: 0 <= k < |filled| ==> !filled[k]
  {
    slots := slots + [[]];
    filled := filled + [false];
  }

  var round := 0;
  while round < rounds
    invariant Consistent(slots, filled, frames)
  {
    var numbers, payloads := Network(frames);
    slots, filled := Collect(numbers, payloads, slots, filled, frames);
    round := round + 1;
  }

  var count, prefix := JoinFilled(slots, filled, frames);
  JoinIsPrefix(frames, count);
  received := prefix;
  complete := count == |frames|;
  needed := if complete then 0 else count + 1;
  assert frames[..|frames|] == frames;
}
