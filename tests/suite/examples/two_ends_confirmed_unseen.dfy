// The mistake: the sender takes a frame for confirmed as soon as it is sent. What is lost is never sent again.
class Sender {
  ghost var known: set<int>

  method Confirm(n: int)
    modifies this
    ensures known == old(known) + {n}
  {
    known := known + {n};
  }
}

class Receiver {
  ghost var held: set<int>

  method Receive(n: int)
    modifies this
    ensures held == old(held) + {n}
  {
    held := held + {n};
  }
}

method Converse(sender: Sender, receiver: Receiver, lost: seq<bool>)
  requires sender.known <= receiver.held
  modifies sender, receiver
  ensures sender.known <= receiver.held
{
  for n := 0 to |lost|
    invariant sender.known <= receiver.held // refuted[invariant-maintained]
  {
    if !lost[n] {
      receiver.Receive(n);
    }
    sender.Confirm(n);
  }
}
