// A sliding window: a receiver that hands on what has arrived, in order, with room for few frames.
//
// receiver.dfy had a buffer for the whole message. A connection that stays open has no whole message:
// there is room for the next frames only, and everything else is refused, because it has been handed on
// already or does not fit yet. The window is a ring: when frame `base` is handed on, its slot becomes the
// slot of the first frame behind the window. So a frame does not move while the window slides over it,
// and the slot after the last one is the first one.
//
// Proved here:
//   - a frame is accepted exactly when its number lies in the window, and then kept until it is due;
//   - two frames of the window never meet in one slot, nor does a new frame inherit an old one;
//   - what is handed on is the stream as it was sent, without gaps or repetitions.
//
// Why it matters: off by one at the seam of a ring shows only after many frames. `Slot` is the only
// place where the seam is mentioned, and the proof looks at each position of it.

class Window {
  ghost const sent: seq<seq<int>>
  ghost var held: set<int>          // the numbers of the frames that wait in the window
  ghost var Repr: set<object>
  const slots: array<seq<int>>
  const full: array<bool>
  var base: nat                     // the next frame to be handed on: all before it have been
  var head: nat                     // its slot

  ghost predicate Valid()
    reads this, Repr
  {
    {this, slots, full} <= Repr &&
    slots.Length == full.Length && head < slots.Length && base <= |sent| &&
    (forall n :: n in held ==> base <= n < base + slots.Length && n < |sent|) &&
    (forall n :: base <= n < base + slots.Length ==> (full[Slot(n)] <==> n in held)) &&
    (forall n :: n in held ==> slots[Slot(n)] == sent[n])
  }

  // Where frame n belongs: as far behind the head as n lies behind the base, round the ring.
  function Slot(n: int): nat
    requires head < slots.Length && base <= n < base + slots.Length
    reads this
    ensures Slot(n) < slots.Length
  {
    var place := head + n - base;
    if place < slots.Length then place else place - slots.Length
  }

  constructor (size: nat, ghost frames: seq<seq<int>>)
    requires 0 < size
    ensures Valid() && fresh(Repr)
    ensures sent == frames && slots.Length == size && base == 0 && held == {}
  {
    sent, held := frames, {};
    slots := new seq<int>[size];
    full := new bool[size](_ => false);
    base, head := 0, 0;
    Repr := {this, slots, full};
  }

  method Accept(n: nat, frame: seq<int>) returns (accepted: bool)
    requires Valid()
    requires n < |sent| && frame == sent[n]
    modifies Repr
    ensures Valid() && Repr == old(Repr) && base == old(base)
    ensures accepted <==> base <= n < base + slots.Length
    ensures held == if accepted then old(held) + {n} else old(held)
  {
    accepted := base <= n < base + slots.Length;
    if accepted {
      slots[Slot(n)] := frame;
      full[Slot(n)] := true;
      held := held + {n};
    }
  }

  predicate Ready()
    requires Valid()
    reads this, Repr
    ensures Ready() <==> base in held
  {
    full[head]
  }

  method Next() returns (frame: seq<int>)
    requires Valid() && Ready()
    modifies Repr
    ensures Valid() && Repr == old(Repr) && base == old(base) + 1
    ensures frame == sent[old(base)] && held == old(held) - {old(base)}
  {
    frame := slots[head];
    full[head] := false;
    held := held - {base};
    head := if head + 1 < slots.Length then head + 1 else 0;
    base := base + 1;
    // Nothing has moved; and the slot that has become free belongs to the last frame of the window now.
    assert forall n :: base <= n < base + slots.Length - 1 ==> Slot(n) == old(Slot(n));
    assert Slot(base + slots.Length - 1) == old(head);
  }

  // Everything that is due.
  method Drain() returns (frames: seq<seq<int>>)
    requires Valid()
    modifies Repr
    ensures Valid() && Repr == old(Repr)
    ensures old(base) <= base && frames == sent[old(base)..base]
    ensures base !in held
  {
    frames := [];
    while Ready()
      invariant Valid() && Repr == old(Repr)
      invariant old(base) <= base && frames == sent[old(base)..base]
      decreases |sent| - base
    {
      var frame := Next();
      frames := frames + [frame];
    }
  }
}

method Main()
{
  var sent := [[10, 11], [20], [30, 31], [40], [50]];
  var window := new Window(3, sent);
  var arrivals := [1, 0, 4, 1, 2, 3, 4];
  for i := 0 to |arrivals|
    invariant window.Valid() && fresh(window.Repr) && window.sent == sent
  {
    var accepted := window.Accept(arrivals[i], sent[arrivals[i]]);
    var base := window.base;
    var frames := window.Drain();
    print arrivals[i], if accepted then " accepted: " else " refused: ", frames, "\n";
    assert frames == sent[base..window.base];
  }
}
