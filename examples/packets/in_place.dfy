// Reassembly in place: frames go into slots of an array, and from there into a buffer.
//
// A receiver that runs for days does not build lists; it has one array of slots, one flag for each
// slot, and one buffer, and it overwrites them. Proofs about arrays must also say what does NOT
// change: `modifies` lists the arrays that a method may write, `reads` those on which a predicate
// depends, and `old(e)` is the value of e when the method was entered.
//
// Proved here:
//   - storing an arrival fills its slot and touches no other slot, and a duplicate does no harm;
//   - copying a frame into the buffer writes the frame there and nothing anywhere else;
//   - when every slot is filled, the buffer begins with exactly the message that was sent, and
//     what lies behind it is as it was.
//
// Why it matters: writing one value too many into a buffer is the classical security hole. Here it
// cannot be written down: the index would not be proved to lie in the array.

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

// A part of a message cannot be longer than the whole.
lemma JoinPrefix(frames: seq<seq<int>>, n: nat)
  requires n <= |frames|
  ensures |Join(frames[..n])| <= |Join(frames)|
  decreases |frames| - n
{
  if n == |frames| {
    assert frames[..n] == frames;
  } else {
    JoinAppend(frames[..n], frames[n]);
    assert frames[..n + 1] == frames[..n] + [frames[n]];
    JoinPrefix(frames, n + 1);
  }
}

// Every filled slot holds the frame that was sent under its number.
predicate Consistent(slots: array<seq<int>>, filled: array<bool>, sent: seq<seq<int>>)
  reads slots, filled
{
  slots.Length == filled.Length == |sent| &&
  forall i :: 0 <= i < |sent| && filled[i] ==> slots[i] == sent[i]
}

method Store(slots: array<seq<int>>, filled: array<bool>, number: nat, payload: seq<int>,
             ghost sent: seq<seq<int>>)
  requires Consistent(slots, filled, sent)
  requires number < |sent| && payload == sent[number]
  modifies slots, filled
  ensures Consistent(slots, filled, sent)
  ensures filled[number]
  ensures forall i :: 0 <= i < |sent| && i != number ==> filled[i] == old(filled[i])
  ensures forall i :: 0 <= i < |sent| && i != number ==> slots[i] == old(slots[i])
{
  slots[number] := payload;
  filled[number] := true;
}

method Copy(buffer: array<int>, start: nat, frame: seq<int>)
  requires start + |frame| <= buffer.Length
  modifies buffer
  ensures buffer[..start] == old(buffer[..start])
  ensures buffer[start..start + |frame|] == frame
  ensures buffer[start + |frame|..] == old(buffer[start + |frame|..])
{
  var i := 0;
  while i < |frame|
    invariant 0 <= i <= |frame|
    invariant forall j :: 0 <= j < start ==> buffer[j] == old(buffer[j])
    invariant forall j :: 0 <= j < i ==> buffer[start + j] == frame[j]
    invariant forall j :: start + i <= j < buffer.Length ==> buffer[j] == old(buffer[j])
  {
    buffer[start + i] := frame[i];
    i := i + 1;
  }
}

method Assemble(slots: array<seq<int>>, filled: array<bool>, buffer: array<int>,
                ghost sent: seq<seq<int>>) returns (length: nat)
  requires Consistent(slots, filled, sent)
  requires forall i :: 0 <= i < filled.Length ==> filled[i]
  requires |Join(sent)| <= buffer.Length
  modifies buffer
  ensures length == |Join(sent)|
  ensures buffer[..length] == Join(sent)
  ensures buffer[length..] == old(buffer[length..])
{
  length := 0;
  var i := 0;
  while i < slots.Length
    invariant 0 <= i <= slots.Length
    invariant length <= buffer.Length
    invariant buffer[..length] == Join(sent[..i])
    invariant buffer[length..] == old(buffer[length..])
  {
    var frame := slots[i];
    JoinAppend(sent[..i], frame);
    assert sent[..i + 1] == sent[..i] + [frame];
    JoinPrefix(sent, i + 1);
    ghost var before := buffer[..];
    Copy(buffer, length, frame);
    assert buffer[..length + |frame|] == buffer[..length] + buffer[length..length + |frame|];
    assert before[length..][|frame|..] == before[length + |frame|..];
    length := length + |frame|;
    i := i + 1;
  }
  assert sent[..i] == sent;
}

method Main()
{
  ghost var sent := [[1, 2], [3]];
  var slots := new seq<int>[2];
  var filled := new bool[2];
  filled[0] := false;
  filled[1] := false;
  Store(slots, filled, 1, [3], sent);
  Store(slots, filled, 0, [1, 2], sent);
  Store(slots, filled, 1, [3], sent);

  assert [[1, 2], [3]][1..] == [[3]];
  JoinOne([3]);
  assert Join(sent) == [1, 2] + Join([[3]]) == [1, 2, 3];

  var buffer := new int[5];
  buffer[4] := 99;
  var length := Assemble(slots, filled, buffer, sent);
  assert buffer[..length] == [1, 2, 3];
  assert buffer[length..][1] == 99;
  assert buffer[4] == 99;
  print buffer[..length], "\n";
}
