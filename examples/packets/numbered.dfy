// Frames with sequence numbers: reassembly out of order, with duplicates, and with losses.
//
// A sender numbers its frames from 1. The network may delay, reorder, duplicate and lose frames, but
// it does not change them. What the receiver holds is a list of arrivals, kept as two lists side by
// side: arrival i has number numbers[i] and content payloads[i].
//
// Proved here, for every such list:
//   - when every number has arrived, reassembly returns exactly the message that was sent;
//   - otherwise it names the first number that is missing, truthfully;
//   - what it returns is always a beginning of the message: never wrong data, only less of it;
//   - it reports "nothing missing" exactly when nothing is missing.
//
// Why it matters: "it worked in the test" usually means that the test delivered the frames in order.
// The contract speaks about every order.

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

// What the network promises: each arrival is a frame that was sent, under its own number.
predicate Genuine(numbers: seq<nat>, payloads: seq<seq<int>>, sent: seq<seq<int>>)
{
  |numbers| == |payloads| &&
  (forall i :: 0 <= i < |numbers| ==> 1 <= numbers[i] <= |sent|) &&
  (forall i :: 0 <= i < |numbers| ==> payloads[i] == sent[numbers[i] - 1])
}

// Where a number first occurs, or one past the end if it does not.
method Find(numbers: seq<nat>, wanted: nat) returns (index: nat)
  ensures index <= |numbers|
  ensures index < |numbers| ==> numbers[index] == wanted
  ensures index == |numbers| ==> wanted !in numbers
{
  index := 0;
  while index < |numbers|
    invariant index <= |numbers|
    invariant forall i :: 0 <= i < index ==> numbers[i] != wanted
  {
    if numbers[index] == wanted {
      return;
    }
    index := index + 1;
  }
}

// The receiver knows how many frames there are, and not what is in them: `sent` is a ghost, it
// occurs in the contract only. `missing` is 0 when the message is complete.
method Reassemble(numbers: seq<nat>, payloads: seq<seq<int>>, total: nat, ghost sent: seq<seq<int>>)
  returns (missing: nat, message: seq<int>)
  requires Genuine(numbers, payloads, sent)
  requires total == |sent|
  ensures missing <= total
  ensures missing == 0 ==> message == Join(sent)
  ensures missing == 0 ==> forall k: nat :: 1 <= k <= total ==> k in numbers
  ensures 0 < missing ==> message == Join(sent[..missing - 1])
  ensures 0 < missing ==> missing !in numbers
  ensures 0 < missing ==> forall k: nat :: 1 <= k < missing ==> k in numbers
{
  message := [];
  var joined := 0;
  assert sent[..0] == [];
  while joined < total
    invariant 0 <= joined <= total
    invariant message == Join(sent[..joined])
    invariant forall k: nat :: 1 <= k <= joined ==> k in numbers
  {
    var index := Find(numbers, joined + 1);
    if index == |numbers| {
      return joined + 1, message;
    }
    assert payloads[index] == sent[joined];
    JoinAppend(sent[..joined], sent[joined]);
    assert sent[..joined + 1] == sent[..joined] + [sent[joined]];
    message := message + payloads[index];
    joined := joined + 1;
  }
  assert sent[..total] == sent;
  missing := 0;
}

// The order of arrival cannot matter: two lists that are both complete give the same message.
method TwoReceivers(sent: seq<seq<int>>,
                    numbersA: seq<nat>, payloadsA: seq<seq<int>>,
                    numbersB: seq<nat>, payloadsB: seq<seq<int>>)
  requires Genuine(numbersA, payloadsA, sent) && Genuine(numbersB, payloadsB, sent)
  requires forall k: nat :: 1 <= k <= |sent| ==> k in numbersA
  requires forall k: nat :: 1 <= k <= |sent| ==> k in numbersB
{
  var missingA, messageA := Reassemble(numbersA, payloadsA, |sent|, sent);
  var missingB, messageB := Reassemble(numbersB, payloadsB, |sent|, sent);
  assert missingA == 0 && missingB == 0;
  assert messageA == messageB;
}

method Main()
{
  var sent := [[10, 11], [12, 13], [14]];
  var numbers: seq<nat> := [3, 1, 3, 2];
  var payloads := [[14], [10, 11], [14], [12, 13]];
  var missing, message := Reassemble(numbers, payloads, 3, sent);
  assert numbers[1] == 1 && numbers[3] == 2 && numbers[0] == 3;
  assert missing == 0;
  assert message == Join(sent);
  print message, "\n";

  missing, message := Reassemble(numbers[..3], payloads[..3], 3, sent);
  assert numbers[..3] == [3, 1, 3];
  assert 1 in numbers[..3] && 2 !in numbers[..3];
  assert missing == 2;
  print "frame ", missing, " is missing; so far ", message, "\n";
}
