// A receiver that is an object: segments arrive in any order, more than once, and overlap.
//
// numbered.dfy and in_place.dfy kept the state of the receiver in lists and arrays which the caller
// carried along, with every invariant in every contract. Here the state has become an object. The
// caller holds a Receiver and knows `Valid()`; buffer, flags and counter are nobody else's business.
//
// A segment says at which byte of the message it starts. The receiver copies it into the buffer,
// notes what is there, and counts what is not. `sent` and `open` exist in the proof only: what the
// message was, and which of its bytes are still to come.
//
// Proved here:
//   - each segment closes exactly the gaps that it covers, and no other, however often it comes;
//   - the counter is 0 exactly when nothing is missing, so that asking costs nothing;
//   - what is delivered is what was sent, byte for byte;
//   - a segment for one receiver does nothing to another.
//
// Why it matters: a counter beside the data that it counts is where duplicates do their damage. That
// the counter is right is one line of `Valid()`, and every method has to restore it.

type Byte = x: int | 0 <= x < 256

// The places from..to in a message.
ghost function Places(from: int, to: int): set<int>
{
  set i | from <= i < to
}

class Receiver {
  ghost const sent: seq<Byte>
  ghost var open: set<int>
  ghost var Repr: set<object>
  const buffer: array<Byte>
  const here: array<bool>
  var missing: nat

  ghost predicate Valid()
    reads this, Repr
  {
    {this, buffer, here} <= Repr &&
    buffer.Length == here.Length == |sent| &&
    (forall i :: 0 <= i < |sent| && here[i] ==> buffer[i] == sent[i]) &&
    open == (set i | 0 <= i < |sent| && !here[i]) &&
    missing == |open|
  }

  // The length is known, the message is not: `message` is a ghost.
  constructor (length: nat, ghost message: seq<Byte>)
    requires length == |message|
    ensures Valid() && fresh(Repr)
    ensures sent == message && open == Places(0, length)
  {
    sent := message;
    buffer := new Byte[length];
    here := new bool[length](_ => false);
    missing := length;
    open := Places(0, length);
    new;
    Repr := {this, buffer, here};
    CountPlaces(length);
  }

  predicate Complete()
    requires Valid()
    reads this, Repr
    ensures Complete() <==> open == {}
  {
    missing == 0
  }

  // That the payload is a part of the message is what the network promises.
  method Receive(start: nat, payload: seq<Byte>)
    requires Valid()
    requires start + |payload| <= |sent| && payload == sent[start..start + |payload|]
    modifies Repr
    ensures Valid() && Repr == old(Repr)
    ensures open == old(open) - Places(start, start + |payload|)
  {
    for n := 0 to |payload|
      invariant Valid() && Repr == old(Repr)
      invariant open == old(open) - Places(start, start + n)
    {
      var place := start + n;
      buffer[place] := payload[n];
      if !here[place] {
        assert place in open;        // so there is at least one: the counter does not fall below 0
        here[place] := true;
        missing := missing - 1;
        open := open - {place};
      }
    }
  }

  method Deliver() returns (message: seq<Byte>)
    requires Valid() && Complete()
    ensures message == sent
  {
    assert forall i :: 0 <= i < |sent| ==> here[i] || i in open;
    message := buffer[..];
  }
}

lemma CountPlaces(n: nat)
  ensures |Places(0, n)| == n
{
  if n == 0 {
    assert Places(0, n) == {};
  } else {
    CountPlaces(n - 1);
    assert Places(0, n) == Places(0, n - 1) + {n - 1};
  }
}

method Main()
{
  var message: seq<Byte> := [72, 101, 108, 108, 111, 33];
  var one := new Receiver(6, message);
  var other := new Receiver(6, message);

  one.Receive(4, message[4..6]);
  one.Receive(0, message[0..2]);
  print one.Complete(), " ";
  one.Receive(4, message[4..6]);     // a duplicate
  one.Receive(1, message[1..5]);     // the gap, and more
  assert one.Complete();

  other.Receive(0, message[0..6]);
  assert other.Complete();

  // Both have the message: the order of arrival cannot matter.
  var here := one.Deliver();
  var there := other.Deliver();
  assert here == there == message;
  print here, " ", there, "\n";
}
