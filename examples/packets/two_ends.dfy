// A sender and a receiver that share nothing: what one believes of the other is proved to be true.
//
// The sender repeats a frame until it is confirmed; the receiver confirms what it gets. Frames and
// confirmations may be lost, so at any time each end knows something that the other does not. They are
// two objects with arrays of their own. That they share none of them, `sender.Repr !! receiver.Repr`,
// is what makes the proof a matter of lines: whatever the receiver does, the sender is as it was.
//
// One invariant speaks about both, `sender.known <= receiver.held`: what the sender takes for confirmed
// has arrived. The opposite is not true, whenever a confirmation is lost.
//
// Proved here: if the sender has no frame left to repeat, the receiver has all of them, and hands on
// exactly what was sent, whatever was lost on the way.
//
// Why it matters: distributed systems are two programs and an invariant over both. No end can look at
// the state of the other; the proof can.

class Sender {
  const frames: seq<seq<int>>
  ghost var known: set<int>         // the numbers of the frames that are confirmed
  ghost var Repr: set<object>
  const confirmed: array<bool>

  ghost predicate Valid()
    reads this, Repr
  {
    {this, confirmed} <= Repr && confirmed.Length == |frames| &&
    known == (set i | 0 <= i < |frames| && confirmed[i])
  }

  constructor (frames: seq<seq<int>>)
    ensures Valid() && fresh(Repr)
    ensures this.frames == frames && known == {}
  {
    this.frames, known := frames, {};
    confirmed := new bool[|frames|](_ => false);
    Repr := {this, confirmed};
  }

  // The first frame that is not confirmed, or the number of frames.
  method Pending() returns (n: nat)
    requires Valid()
    ensures n <= |frames| && n !in known
    ensures forall i :: 0 <= i < n ==> i in known
  {
    n := 0;
    while n < |frames| && confirmed[n]
      invariant n <= |frames|
      invariant forall i :: 0 <= i < n ==> i in known
    {
      n := n + 1;
    }
  }

  method Confirm(n: nat)
    requires Valid() && n < |frames|
    modifies Repr
    ensures Valid() && Repr == old(Repr)
    ensures known == old(known) + {n}
  {
    confirmed[n] := true;
    known := known + {n};
  }
}

class Receiver {
  ghost const sent: seq<seq<int>>
  ghost var held: set<int>          // the numbers of the frames that have arrived
  ghost var Repr: set<object>
  const slots: array<seq<int>>
  const full: array<bool>

  ghost predicate Valid()
    reads this, Repr
  {
    {this, slots, full} <= Repr && slots.Length == full.Length == |sent| &&
    held == (set i | 0 <= i < |sent| && full[i]) &&
    forall i :: 0 <= i < |sent| && full[i] ==> slots[i] == sent[i]
  }

  constructor (count: nat, ghost frames: seq<seq<int>>)
    requires count == |frames|
    ensures Valid() && fresh(Repr)
    ensures sent == frames && held == {}
  {
    sent, held := frames, {};
    slots := new seq<int>[count];
    full := new bool[count](_ => false);
    Repr := {this, slots, full};
  }

  method Receive(n: nat, frame: seq<int>)
    requires Valid()
    requires n < |sent| && frame == sent[n]
    modifies Repr
    ensures Valid() && Repr == old(Repr)
    ensures held == old(held) + {n}
  {
    slots[n] := frame;
    full[n] := true;
    held := held + {n};
  }

  ghost predicate Complete()
    reads this
  {
    forall i :: 0 <= i < |sent| ==> i in held
  }

  method Deliver() returns (frames: seq<seq<int>>)
    requires Valid() && Complete()
    ensures frames == sent
  {
    assert forall i :: 0 <= i < |sent| && i in held ==> full[i];
    frames := slots[..];
  }
}

// What holds between the two ends at any time.
ghost predicate Connected(sender: Sender, receiver: Receiver)
  reads sender, sender.Repr, receiver, receiver.Repr
{
  sender.Valid() && receiver.Valid() && sender.Repr !! receiver.Repr &&
  receiver.sent == sender.frames &&
  sender.known <= receiver.held
}

// Each entry of `losses` is one attempt, and says what happens to the frame and to the confirmation.
datatype Loss = Nothing | Frame | Confirmation

method Converse(sender: Sender, receiver: Receiver, losses: seq<Loss>) returns (done: bool)
  requires Connected(sender, receiver)
  modifies sender.Repr, receiver.Repr
  ensures Connected(sender, receiver)
  ensures sender.Repr == old(sender.Repr) && receiver.Repr == old(receiver.Repr)
  ensures done ==> receiver.Complete()
{
  for attempt := 0 to |losses|
    invariant Connected(sender, receiver)
    invariant sender.Repr == old(sender.Repr) && receiver.Repr == old(receiver.Repr)
  {
    var n := sender.Pending();
    if n < |sender.frames| && losses[attempt] != Frame {
      receiver.Receive(n, sender.frames[n]);
      if losses[attempt] != Confirmation {
        sender.Confirm(n);
      }
    }
  }
  var n := sender.Pending();
  done := n == |sender.frames|;
}

method Main()
{
  var sender := new Sender([[1, 2], [3], [4, 5]]);
  var receiver := new Receiver(3, sender.frames);

  var done := Converse(sender, receiver, [Nothing, Frame, Confirmation, Frame]);
  print done, " ", sender.confirmed[..], " ", receiver.full[..], "\n";

  done := Converse(sender, receiver, [Nothing, Frame, Nothing]);
  print done, " ", sender.confirmed[..], " ", receiver.full[..], "\n";
  if done {
    var frames := receiver.Deliver();
    assert frames == sender.frames;
    print frames, "\n";
  }
}
