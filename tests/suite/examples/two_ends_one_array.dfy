// The mistake: nothing says that sender and receiver have flags of their own. If they share the array, whatever arrives counts as confirmed.
class End {
  const flags: array<bool>

  constructor (flags: array<bool>)
    ensures this.flags == flags
  {
    this.flags := flags;
  }
}

method Receive(sender: End, receiver: End, n: nat)
  requires sender != receiver && n < receiver.flags.Length
  modifies receiver.flags
  ensures sender.flags[..] == old(sender.flags[..])
{ // refuted[postcondition]
  receiver.flags[n] := true;
}
